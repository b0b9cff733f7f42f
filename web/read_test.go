package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"onrecord"
)

// readFerry answers any text with the reading of the ferry's article, but for
// a few that stand for what may go wrong.
func readFerry(t *testing.T) func(context.Context, Pasted) (*onrecord.Reading, error) {
	ferry := byFile(t, testArticles(t), "ferry")
	return func(_ context.Context, p Pasted) (*onrecord.Reading, error) {
		switch p.Text {
		case "bad":
			return nil, fmt.Errorf("%w: not a text", ErrPasted)
		case "broken":
			return nil, errors.New("no model")
		case "panic":
			panic("a fault")
		}
		return ferry, nil
	}
}

// post sends a body to an address; headers come in pairs.
func post(h http.Handler, address, kind, body string, headers ...string) *http.Response {
	r := httptest.NewRequest("POST", address, strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

const plainForm, jsonKind = "application/x-www-form-urlencoded", "application/json"

func form1(text string) string {
	return url.Values{"text": {text}, "published": {"2024-11-21"}}.Encode()
}

// multipartForm is a form as the page sends it.
func multipartForm(text string) (kind, body string) {
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	w.WriteField("text", text)
	w.WriteField("published", "2024-11-21")
	w.Close()
	return w.FormDataContentType(), b.String()
}

func TestRead(t *testing.T) {
	st := record(t, nil)
	h := New(st, Options{Log: logTo(t), Read: readFerry(t)})
	if page := body(t, h, "/read"); !strings.Contains(page, `<form class="paste" action="/read" method="post"`) || !strings.Contains(page, `<a href="/read" aria-current="true">`) {
		t.Errorf("GET /read: no form:\n%s", page)
	}
	kind, sent := multipartForm("<p>pasted & </textarea><script>alert(1)</script>")
	for name, res := range map[string]*http.Response{"as the page sends it": post(h, "/read", kind, sent), "a plain form": post(h, "/read", plainForm, form1("<p>pasted & </textarea><script>alert(1)</script>"))} {
		raw, _ := io.ReadAll(res.Body)
		page := strings.Join(strings.Fields(string(raw)), " ")
		if res.StatusCode != 200 {
			t.Fatalf("%s: have status %d:\n%s", name, res.StatusCode, page)
		}
		for _, want := range []string{`<span class="content direct">We were wrong in March</span>`, `<bdi class="name">Osric Tvedt</bdi>`, "Speaker unknown <span class=\"n\">2</span>",
			"read by reader 2 accurate", "&lt;p&gt;pasted &amp; &lt;/textarea&gt;&lt;script&gt;", `value="2024-11-21"`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page does not hold %s\n%s", name, want, page)
			}
		}
		for _, bad := range []string{"/statement/", "<script>", "ZgotmplZ"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: the page holds %s", name, bad)
			}
		}
	}
	if stats, err := st.Stats(t.Context()); err != nil || stats.Versions != 0 {
		t.Errorf("the record holds %d documents, %v; want none", stats.Versions, err)
	}
}

func TestReadJSON(t *testing.T) {
	h := New(record(t, nil), Options{Log: logTo(t), Read: readFerry(t)})
	d := readDescription(t, h)
	if _, ok := d.Paths["/read.json"]["post"]; !ok {
		t.Fatal("/openapi.json does not describe POST /read.json")
	}
	for kind, sent := range map[string]string{plainForm: form1("pasted"), jsonKind + "; charset=utf-8": `{"text": "pasted", "published": "2024-11-21"}`} {
		res := post(h, "/read.json", kind, sent)
		var v any
		if err := json.NewDecoder(res.Body).Decode(&v); err != nil || res.StatusCode != 200 || res.Header.Get("Content-Type") != "application/json" {
			t.Fatalf("%s: have status %d, %v", kind, res.StatusCode, err)
		}
		for _, wrong := range d.check(d.Paths["/read.json"]["post"].Responses["200"].Content["application/json"].Schema, v, "/read.json") {
			t.Error(wrong)
		}
		if n := len(v.(map[string]any)["statements"].([]any)); n != 8 {
			t.Errorf("%s: %d statements, want 8", kind, n)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	h := New(record(t, nil), Options{Loopback: true, Read: readFerry(t)})
	const local = "http://127.0.0.1:8080"
	long := strings.Repeat("é", maxPasted/2+1)
	for _, c := range []struct {
		name, kind, body string
		headers          []string
		status           int
		words            string
	}{
		{"nothing", plainForm, "", nil, 400, "paste an article"},
		{"white space", plainForm, form1(" \r\n\t"), nil, 400, "paste an article"},
		{"a bad text", plainForm, form1("bad"), nil, 400, "This cannot be read: not a text."},
		{"too long a form", plainForm, form1(long), nil, 413, "larger than 1 MB"},
		{"too long an object", jsonKind, `{"text":"` + long + `"}`, nil, 413, "larger than 1 MB"},
		{"far too long", jsonKind, `{"text":"` + strings.Repeat("a", 5<<20) + `"}`, nil, 413, "larger than 1 MB"},
		{"just not too long", plainForm, form1(long[2:]), nil, 200, "Osric Tvedt"},
		{"no object", jsonKind, `[`, nil, 400, "cannot be read"},
		{"another kind", "text/plain", "pasted", nil, 400, "as a form or as an object"},
		{"a broken form", "multipart/form-data; boundary=x", "pasted", nil, 400, "cannot be read"},
		{"a broken reader", plainForm, form1("broken"), nil, 500, ""},
		{"a reader that panics", plainForm, form1("panic"), nil, 500, ""},
		{"from another site", plainForm, form1("pasted"), []string{"Sec-Fetch-Site", "cross-site"}, 403, "another site"},
		{"from another origin", plainForm, form1("pasted"), []string{"Origin", "https://evil.example"}, 403, "another site"},
		{"from its own page", plainForm, form1("pasted"), []string{"Origin", local, "Sec-Fetch-Site", "same-origin"}, 200, "Osric Tvedt"},
	} {
		for _, address := range []string{"/read", "/read.json"} {
			res := post(h, local+address, c.kind, c.body, c.headers...)
			b, _ := io.ReadAll(res.Body)
			if res.StatusCode != c.status || !strings.Contains(string(b), c.words) {
				t.Errorf("%s, POST %s: have %d, want %d and %q:\n%.300s", c.name, address, res.StatusCode, c.status, c.words, b)
			}
			if kind := res.Header.Get("Content-Type"); c.status != 200 && address == "/read.json" && kind != "application/problem+json" {
				t.Errorf("%s: the problem is sent as %s", c.name, kind)
			}
		}
	}
	if res := post(h, "http://evil.example/read", plainForm, form1("pasted")); res.StatusCode != 421 {
		t.Errorf("another host: have status %d, want 421", res.StatusCode)
	}
	if res := post(h, local+"/search", plainForm, form1("pasted")); res.StatusCode != 405 {
		t.Errorf("POST /search: have status %d, want 405", res.StatusCode)
	}
	none := New(record(t, nil), Options{})
	if res := post(none, "/read", plainForm, form1("pasted")); res.StatusCode != 404 {
		t.Errorf("POST /read without a reader: have status %d, want 404", res.StatusCode)
	}
	if res := get(t, none, "/read"); res.StatusCode != 404 {
		t.Errorf("GET /read without a reader: have status %d, want 404", res.StatusCode)
	}
	if strings.Contains(body(t, none, "/"), `href="/read"`) {
		t.Error("a server without a reader links to /read")
	}
}

// A few are read at once; who waits too long for the others, or for the own
// text, is told so, and the places are free again when the readings end.
func TestReadAtOnce(t *testing.T) {
	ferry := byFile(t, testArticles(t), "ferry")
	begun, end := make(chan bool, 10), make(chan bool)
	h := New(record(t, nil), Options{Log: logTo(t), Read: func(context.Context, Pasted) (*onrecord.Reading, error) {
		begun <- true
		<-end
		return ferry, nil
	}})
	read := func(patience time.Duration) (int, string) {
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		r := httptest.NewRequestWithContext(ctx, "POST", "/read", strings.NewReader(form1("pasted")))
		r.Header.Set("Content-Type", plainForm)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code, w.Body.String()
	}
	for range mostAtOnce {
		if status, page := read(50 * time.Millisecond); status != 503 || !strings.Contains(page, "paste less") {
			t.Errorf("a reading that takes too long: have %d, want 503:\n%.300s", status, page)
		}
		<-begun
	}
	if status, page := read(50 * time.Millisecond); status != 503 || !strings.Contains(page, "try again in a moment") {
		t.Errorf("while others are read: have %d, want 503:\n%.300s", status, page)
	}
	close(end)
	if status, _ := read(time.Minute); status != 200 {
		t.Errorf("after they ended: have %d, want 200", status)
	}
}
