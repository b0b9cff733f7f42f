// Package web shows a record of statements as pages and as JSON, both from one
// page value.
//
// What is promised: every view is an address that can be shared and works
// without JavaScript; a page asks nothing of any other server; words of
// articles are shown as text, never run; a page changes nothing in the record.
package web

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"onrecord"
	"onrecord/store"
)

//go:embed tmpl static
var files embed.FS

// Options say how a record is shown. The zero Options show it to any host.
type Options struct {
	// Loopback refuses requests for other hosts than this machine's own names,
	// so that a page elsewhere cannot read the record by DNS rebinding.
	Loopback bool
	// Version of the program, shown on the page about the record.
	Version string
	// Read reads a text that somebody pasted; nil: /read is no page. Its error
	// wraps ErrPasted where the text or the date is at fault.
	Read func(context.Context, Pasted) (*onrecord.Reading, error)
	// Log gets what went wrong inside; nil: nothing is logged.
	Log *slog.Logger
}

// A page that takes longer is given up; a table being sent is not.
const pageTime = 15 * time.Second

// Requests are GETs without bodies, but for a text to read; what is larger than
// this is no question.
const maxBody, maxQuery = 1 << 16, 2000

type server struct {
	st        store.Store
	o         Options
	templates map[string]*template.Template
	static    map[string]asset
	reading   chan struct{} // a place for each reading of a pasted text
	lists     listKeeper
}

type asset struct {
	body []byte
	kind string
	etag string
}

// New returns the handler of all addresses that docs/api.md lists.
func New(st store.Store, o Options) http.Handler {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &server{st: st, o: o, templates: parseTemplates(o.Read != nil), static: readStatic(), reading: make(chan struct{}, mostAtOnce)}
	mux := http.NewServeMux()
	for _, rt := range routes() {
		for _, pattern := range rt.patterns() {
			mux.HandleFunc("GET "+pattern, func(w http.ResponseWriter, r *http.Request) { s.serve(w, r, rt) })
		}
	}
	mux.HandleFunc("POST /read", s.readPasted)
	mux.HandleFunc("POST /read.json", s.readPasted)
	mux.HandleFunc("GET /static/{file}", s.serveStatic)
	mux.HandleFunc("/", s.serveUnknown)
	own := http.NewCrossOriginProtection()
	own.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.fail(w, r, problem{Status: http.StatusForbidden, Detail: "The request came from a page of another site."})
	}))
	return s.guard(own.Handler(mux))
}

// guard sets the headers every answer has and refuses what is no request for
// this server.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		setHeaders(w.Header())
		defer s.recovered(w, r)
		switch {
		case s.o.Loopback && !isLoopback(r.Host):
			s.fail(w, r, problem{Status: http.StatusMisdirectedRequest, Detail: "This record is shown to this machine only. Open it as http://localhost or http://127.0.0.1, or start the server with another --addr."})
		case len(r.URL.RawQuery) > 4*maxQuery:
			s.fail(w, r, problem{Status: http.StatusRequestURITooLong, Detail: "The address is too long."})
		case r.Method == http.MethodPost && (r.URL.Path == "/read" || r.URL.Path == "/read.json"):
			r.Body = http.MaxBytesReader(w, r.Body, maxForm)
			next.ServeHTTP(w, r)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			s.fail(w, r, problem{Status: http.StatusMethodNotAllowed, Detail: "The record can only be read here."})
		default:
			r.Body = http.MaxBytesReader(w, r.Body, maxBody)
			next.ServeHTTP(w, r)
		}
	})
}

func setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
}

// recovered turns a panic of a page into an error page; the server goes on. A
// table that was broken off must stay so.
func (s *server) recovered(w http.ResponseWriter, r *http.Request) {
	switch v := recover(); v {
	case nil:
	case http.ErrAbortHandler:
		panic(v)
	default:
		s.o.Log.Error("page panicked", "address", r.URL.Path, "panic", v, "stack", string(debug.Stack()))
		s.fail(w, r, problem{Status: http.StatusInternalServerError, Detail: "The page could not be made. The server's log says why."})
	}
}

func isLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// serve answers one request for a page.
func (s *server) serve(w http.ResponseWriter, r *http.Request, rt route) {
	req, ok := newRequest(r, rt)
	if !ok {
		s.serveUnknown(w, r)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), pageTime)
	defer cancel()
	page, err := rt.page(s, ctx, req)
	if err != nil {
		s.fail(w, r, s.problemOf(r, err))
		return
	}
	s.render(w, req, page)
}

func (s *server) serveUnknown(w http.ResponseWriter, r *http.Request) {
	s.fail(w, r, problem{Status: http.StatusNotFound, Detail: "There is no page at this address."})
}

func readStatic() map[string]asset {
	kinds := map[string]string{"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}
	static := map[string]asset{}
	entries, _ := fs.ReadDir(files, "static")
	for _, e := range entries {
		body, _ := fs.ReadFile(files, "static/"+e.Name())
		_, ext, _ := strings.Cut(e.Name(), ".")
		static[e.Name()] = asset{body, kinds[ext], etag(body)}
	}
	return static
}

func (s *server) serveStatic(w http.ResponseWriter, r *http.Request) {
	a, ok := s.static[r.PathValue("file")]
	if !ok {
		s.serveUnknown(w, r)
		return
	}
	send(w, r, http.StatusOK, a.kind, a.etag, a.body)
}

func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}
