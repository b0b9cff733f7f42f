package watch

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"onrecord/store"
)

// A message is posted as the Standard Webhooks specification says
// (standardwebhooks.com, version 1), for which libraries are there in most
// languages:
//
//	webhook-id: the message's ID, the same each time it is tried
//	webhook-timestamp: seconds since 1970, of this try
//	webhook-signature: v1, and the HMAC-SHA256 of "id.timestamp.body" in base64
//
// The last is there when the watch has a secret: "whsec_" and the key in base64,
// or else the key itself.

// The bounds of a delivery.
const (
	timeout     = 10 * time.Second // of a try, from dialling to the end of the answer
	tries       = 3
	longestWait = 30       // seconds that Retry-After may ask for
	mostAnswer  = 64 << 10 // bytes of the answer that are read, and thrown away
)

// A Poster posts messages to webhooks. The zero Poster waits a second after the
// first failed try and twice as long after each further one.
type Poster struct {
	Timeout time.Duration // of a try; 0: 10 s
	Backoff time.Duration // after the first failed try; 0: 1 s

	client *http.Client
}

// Post posts m to the webhook of w. What may pass, it tries three times: no
// answer, 408, 425, 429 and 5xx.
func (p *Poster) Post(ctx context.Context, w store.Watch, m *Message) error {
	to, err := address(w.Webhook)
	if err != nil {
		return err
	}
	body, err := m.Bytes()
	if err != nil {
		return err
	}
	wait := p.Backoff
	if wait == 0 {
		wait = time.Second
	}
	for try := 1; ; try++ {
		err := p.try(ctx, w, m.ID, body)
		if err == nil {
			return nil
		}
		again := (*passing)(nil)
		if !errors.As(err, &again) || try == tries || ctx.Err() != nil {
			return fmt.Errorf("webhook %s, try %d: %w", shown(to), try, err)
		}
		if err := pause(ctx, max(wait, again.after)); err != nil {
			return fmt.Errorf("webhook %s: %w", shown(to), err)
		}
		wait *= 2
	}
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// A passing error may pass when it is tried again.
type passing struct {
	error
	after time.Duration // at least
}

func (p *Poster) try(ctx context.Context, w store.Watch, id string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.Webhook, bytes.NewReader(body))
	if err != nil {
		return errors.New("not an address that can be posted to")
	}
	now := strconv.FormatInt(time.Now().Unix(), 10)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("User-Agent", "onrecord")
	req.Header.Set("webhook-id", id)
	req.Header.Set("webhook-timestamp", now)
	if w.Secret != "" {
		signature, err := Sign(w.Secret, id, now, body)
		if err != nil {
			return err
		}
		req.Header.Set("webhook-signature", signature)
	}
	res, err := p.http().Do(req)
	if e := (*url.Error)(nil); errors.As(err, &e) {
		err = e.Err // without the address
	}
	if err != nil {
		return &passing{err, 0}
	}
	defer res.Body.Close()                     // it was only read
	io.CopyN(io.Discard, res.Body, mostAnswer) // so that the connection can be used again; what it says is not asked
	return answered(res)
}

// answered is what is wrong with an answer.
func answered(res *http.Response) error {
	err := fmt.Errorf("it answers %s", res.Status)
	switch code := res.StatusCode; {
	case code >= 200 && code < 300:
		return nil
	case code >= 300 && code < 400:
		return fmt.Errorf("%w: redirects are not followed, save the watch with the address that it leads to", err)
	case code == http.StatusRequestTimeout || code == http.StatusTooEarly || code == http.StatusTooManyRequests || code >= 500:
		seconds, _ := strconv.Atoi(res.Header.Get("Retry-After")) // a date there counts as nothing
		return &passing{err, time.Duration(min(max(seconds, 0), longestWait)) * time.Second}
	}
	return err
}

func (p *Poster) http() *http.Client {
	if p.client == nil {
		limit := p.Timeout
		if limit == 0 {
			limit = timeout
		}
		p.client = &http.Client{
			Timeout:       limit,
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
			Transport: &http.Transport{
				Proxy:       nil, // no other machine than the one that is named
				DialContext: (&net.Dialer{Timeout: limit}).DialContext, MaxResponseHeaderBytes: mostAnswer, MaxIdleConnsPerHost: 1,
				IdleConnTimeout: timeout, ForceAttemptHTTP2: true,
			},
		}
	}
	return p.client
}

// Close drops connections that are kept open.
func (p *Poster) Close() {
	if p.client != nil {
		p.client.CloseIdleConnections()
	}
}

// Sign is the signature of a message.
func Sign(secret, id, timestamp string, body []byte) (string, error) {
	key, err := keyOf(secret)
	if err != nil {
		return "", err
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + timestamp + "."))
	mac.Write(body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)), nil
}

// keyOf is the key that a secret holds; none for none.
func keyOf(secret string) ([]byte, error) {
	text, ok := strings.CutPrefix(secret, "whsec_")
	if !ok {
		return []byte(secret), nil
	}
	key, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(key) == 0 {
		return nil, errors.New("the secret begins with whsec_, and what follows is no base64")
	}
	return key, nil
}

// address is a webhook that can be posted to.
func address(webhook string) (*url.URL, error) {
	u, err := url.Parse(webhook)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("a webhook is an address that begins with http:// or https://")
	}
	return u, nil
}

// Shown is the address of a webhook as it may be printed: its path and query can
// be secrets.
func Shown(webhook string) string {
	u, err := address(webhook)
	if err != nil {
		return "…"
	}
	return shown(u)
}

func shown(u *url.URL) string {
	out := u.Scheme + "://" + u.Host
	if u.Path != "" && u.Path != "/" || u.RawQuery != "" {
		out += "/…"
	}
	return out
}
