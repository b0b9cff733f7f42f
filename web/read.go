package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strings"
	"time"

	"onrecord"
	"onrecord/export"
)

// What is pasted is read and shown, and not kept. It is the one thing that is
// asked by POST, since it is too long for an address.

// Pasted is a text that somebody wants read.
type Pasted struct {
	Text      string        // plain text or HTML, at most a megabyte, never blank
	Published onrecord.EDTF // when it was published, empty where nobody said
}

// ErrPasted is wrapped by the error of Options.Read for a text or a date that
// cannot be read: what it says is shown.
var ErrPasted = errors.New("this cannot be read")

const (
	maxPasted  = 1 << 20 // bytes of text
	maxForm    = 4 << 20 // and of a request with it, which may write a byte as three
	readTime   = 20 * time.Second
	mostAtOnce = 2 // readings; each keeps a core busy
)

type readPage struct {
	frame
	Given   Pasted
	Reading *documentPage // nil before anything was read
}

type readObject struct {
	Document   export.Document    `json:"document"`
	Entities   []export.Entity    `json:"entities"`
	Statements []export.Statement `json:"statements"`
	Relations  []export.Relation  `json:"relations"`
	Text       string             `json:"text"` // what the offsets count in
}

func (p *readPage) template() string { return "read" }
func (p *readPage) object() any {
	a := export.Of(p.Reading.reading)
	d := a.Document()
	d.Text = nil
	return readObject{d, a.Entities(), a.Statements(), a.Relations(), p.Reading.Doc.Text}
}

// readForm is the page before anything was pasted.
func (s *server) readForm(context.Context, *request) (page, error) {
	if s.o.Read == nil {
		return nil, errNoReader
	}
	return &readPage{frame: frame{Title: "Read a text", Nav: "read"}}, nil
}

var errNoReader = errors.New("no reader")

// readPasted answers a POST, with a page or as JSON.
func (s *server) readPasted(w http.ResponseWriter, r *http.Request) {
	format := "html"
	if strings.HasSuffix(r.URL.Path, ".json") {
		format = "json"
	}
	ctx, cancel := context.WithTimeout(r.Context(), readTime)
	defer cancel()
	p, err := s.pasted(ctx, r)
	if err != nil {
		s.fail(w, r, s.problemOf(r, err))
		return
	}
	s.render(w, &request{Request: r, format: format}, p)
}

func (s *server) pasted(ctx context.Context, r *http.Request) (*readPage, error) {
	if s.o.Read == nil {
		return nil, errNoReader
	}
	given, err := pastedIn(r)
	if err != nil {
		return nil, err
	}
	reading, err := s.read(ctx, given)
	if err != nil {
		return nil, err
	}
	return &readPage{frame: frame{Title: "Read a text", Nav: "read"}, Given: given, Reading: newDocumentPage(reading)}, nil
}

// read has one of a few readings at once; the others wait for their turn. A
// reading that takes too long is not waited for, and gives its turn back when
// it ends.
func (s *server) read(ctx context.Context, given Pasted) (*onrecord.Reading, error) {
	select {
	case s.reading <- struct{}{}:
	case <-ctx.Done():
		return nil, errBusy
	}
	type result struct {
		reading *onrecord.Reading
		err     error
	}
	done := make(chan result, 1)
	go func() {
		defer func() { <-s.reading }()
		defer func() {
			if fault := recover(); fault != nil {
				done <- result{nil, fmt.Errorf("reading panicked: %v", fault)}
			}
		}()
		r, err := s.o.Read(ctx, given)
		done <- result{r, err}
	}()
	select {
	case r := <-done:
		return r.reading, r.err
	case <-ctx.Done():
		return nil, errSlow
	}
}

var (
	errBusy = errors.New("other texts are being read: try again in a moment")
	errSlow = fmt.Errorf("reading took longer than %v: paste less", readTime)
	errLong = fmt.Errorf("the text is larger than %d MB: paste less, or add it to the record with onrecord add", maxPasted>>20)
)

// pastedIn reads a form or an object of JSON.
func pastedIn(r *http.Request) (given Pasted, err error) {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		var o struct{ Text, Published string }
		if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
			return given, badBody(err)
		}
		given = Pasted{o.Text, onrecord.EDTF(o.Published)}
	case "multipart/form-data", "application/x-www-form-urlencoded":
		if err := r.ParseMultipartForm(maxForm); err != nil && !errors.Is(err, http.ErrNotMultipart) {
			return given, badBody(err)
		}
		if r.MultipartForm != nil {
			defer r.MultipartForm.RemoveAll() // there is no file below maxForm
		}
		given = Pasted{r.PostFormValue("text"), onrecord.EDTF(strings.TrimSpace(r.PostFormValue("published")))}
	default:
		return given, badf("send text, and published where it is known, as a form or as an object of JSON, not as %q", kind)
	}
	given.Text = strings.ReplaceAll(given.Text, "\r\n", "\n") // as forms send lines
	switch {
	case len(given.Text) > maxPasted:
		return given, errLong
	case strings.TrimSpace(given.Text) == "":
		return given, badf("no text: paste an article, plain or HTML")
	}
	return given, nil
}

func badBody(err error) error {
	if errors.As(err, new(*http.MaxBytesError)) {
		return errLong
	}
	return badf("the request cannot be read: %v", err)
}
