package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"path"
	"strings"

	"onrecord/store"
)

// A problem is an error as RFC 9457 writes it.
type problem struct {
	Type     string `json:"type"` // always "about:blank": the status says it
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Detail   string `json:"detail"`
	Instance string `json:"instance"`
}

// errBad is a request that asks for what cannot be.
type errBad struct{ error }

// problemOf is the one table from errors to statuses.
func (s *server) problemOf(r *http.Request, err error) problem {
	var bad errBad
	switch {
	case errors.As(err, &bad):
		return problem{Status: http.StatusBadRequest, Detail: bad.Error()}
	case errors.Is(err, errNoReader):
		return problem{Status: http.StatusNotFound, Detail: "This server reads no texts."}
	case errors.Is(err, errLong):
		return problem{Status: http.StatusRequestEntityTooLarge, Detail: sentence(err)}
	case errors.Is(err, errBusy), errors.Is(err, errSlow):
		return problem{Status: http.StatusServiceUnavailable, Detail: sentence(err)}
	case errors.Is(err, ErrPasted):
		return problem{Status: http.StatusBadRequest, Detail: sentence(err)}
	case errors.Is(err, store.ErrQuestion):
		return problem{Status: http.StatusBadRequest, Detail: err.Error()}
	case errors.Is(err, store.ErrNotFound):
		return problem{Status: http.StatusNotFound, Detail: "The record holds nothing under this address. It may be an ID of another record, or cut short."}
	case errors.Is(err, context.DeadlineExceeded):
		return problem{Status: http.StatusServiceUnavailable, Detail: "The question took too long. Ask for less: add a speaker, an outlet or a year."}
	case errors.Is(err, context.Canceled):
		return problem{Status: 499, Detail: "The request was given up."}
	}
	s.o.Log.Error("page failed", "address", r.URL.Path, "error", err)
	return problem{Status: http.StatusInternalServerError, Detail: "The record could not be read. The server's log says why; `onrecord check` looks for damage."}
}

// sentence is an error as a page says it.
func sentence(err error) string {
	text := err.Error()
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// fail sends p as a page or, where a format for machines was asked, as JSON.
func (s *server) fail(w http.ResponseWriter, r *http.Request, p problem) {
	p.Type, p.Instance = "about:blank", r.URL.Path
	if p.Title = http.StatusText(p.Status); p.Title == "" {
		p.Title = "Given up"
	}
	if mediaTypes[strings.TrimPrefix(path.Ext(r.URL.Path), ".")] != "" {
		body, _ := json.Marshal(p)
		write(w, r, p.Status, "application/problem+json", append(body, '\n'))
		return
	}
	var b bytes.Buffer
	page := &errorPage{frame{Title: p.Title}, p}
	if q := r.URL.Query().Get("q"); len(q) <= maxQuery { // to be mended
		page.Q = q
	}
	if err := s.templates["error"].ExecuteTemplate(&b, "layout", page); err != nil {
		s.o.Log.Error("error page failed", "error", err)
	}
	write(w, r, p.Status, "text/html; charset=utf-8", b.Bytes())
}

type errorPage struct {
	frame
	Problem problem
}
