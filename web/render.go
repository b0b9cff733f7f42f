package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"onrecord"
	"onrecord/store"
)

// A page is one value that is shown as HTML or as JSON.
type page interface {
	template() string // name of its file in tmpl
	object() any      // what .json holds
}

// A texts page has forms of plain text too; a table is sent as CSV.
type (
	texts interface{ text(format string) string }
	table interface {
		csv(s *server, w io.Writer, r *http.Request) error
	}
)

// A frame is what the layout needs of every page.
type frame struct {
	Title string
	Nav   string // the menu's current entry: "speakers"
	Q     string // what stands in the search box
	JSON  string // the page's address in other formats, empty where there is none
	CSV   string
	Atom  string
}

func (s *server) render(w http.ResponseWriter, req *request, p page) {
	var b bytes.Buffer
	kind := "text/html; charset=utf-8"
	var err error
	switch req.format {
	case "html":
		err = s.templates[p.template()].ExecuteTemplate(&b, "layout", p)
	case "json":
		kind = "application/json"
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		err = enc.Encode(p.object())
	case "csv":
		s.sendTable(w, req, p.(table))
		return
	case "atom":
		s.sendFeed(w, req, p.(feeds).feed())
		return
	default:
		kind = map[string]string{"txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8"}[req.format]
		b.WriteString(p.(texts).text(req.format))
	}
	if err != nil {
		s.fail(w, req.Request, s.problemOf(req.Request, err))
		return
	}
	send(w, req.Request, http.StatusOK, kind, etag(b.Bytes()), b.Bytes())
}

// sendTable streams rows: a table has no length known before and no limit.
func (s *server) sendTable(w http.ResponseWriter, req *request, t table) {
	w.Header().Set("Content-Type", "text/csv; charset=utf-8; header=present")
	w.Header().Set("Cache-Control", "no-cache")
	if req.Method == http.MethodHead {
		return
	}
	if err := t.csv(s, patient{w, http.NewResponseController(w)}, req.Request); err != nil {
		if req.Context().Err() == nil { // else nobody listens any more
			s.o.Log.Error("table broken off", "address", req.URL.Path, "error", err)
		}
		panic(http.ErrAbortHandler) // so that the other end sees a broken table, not a short one
	}
}

// patient gives each piece of a table a minute to be taken, however long the
// whole takes.
type patient struct {
	io.Writer
	rc *http.ResponseController
}

func (p patient) Write(b []byte) (int, error) {
	p.rc.SetWriteDeadline(time.Now().Add(time.Minute)) // not every connection has deadlines
	return p.Writer.Write(b)
}

// send answers with body, or that the client's copy is still good.
func send(w http.ResponseWriter, r *http.Request, status int, kind, tag string, body []byte) {
	w.Header().Set("ETag", tag)
	if strings.Contains(r.Header.Get("If-None-Match"), tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	write(w, r, status, kind, body)
}

func write(w http.ResponseWriter, r *http.Request, status int, kind string, body []byte) {
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// parseTemplates reads the layout once for each page, since each defines "main".
func parseTemplates(canRead bool) map[string]*template.Template {
	base := template.Must(template.New("").Funcs(functions).Funcs(template.FuncMap{"canRead": func() bool { return canRead }}).ParseFS(files, "tmpl/layout.html", "tmpl/parts.html"))
	pages := map[string]*template.Template{}
	for _, name := range []string{"home", "search", "speakers", "speaker", "statement", "issues", "issue", "changes", "compare", "check-quote", "document", "outlets", "about", "read", "error"} {
		pages[name] = template.Must(template.Must(base.Clone()).ParseFS(files, "tmpl/"+name+".html"))
	}
	return pages
}

var functions = template.FuncMap{
	"number":  number,
	"plural":  plural,
	"percent": percent,
	"day":     dayText,
	"edtf":    func(v onrecord.EDTF) string { return edtfText(string(v)) },
	"dict":    dict,
	"isWeb":   isWeb,
}

// isWeb reports whether an address may be followed: an article can claim any.
func isWeb(address string) bool {
	return strings.HasPrefix(address, "https://") || strings.HasPrefix(address, "http://")
}

// dict gives a template more than one value.
func dict(pairs ...any) map[string]any {
	m := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[fmt.Sprint(pairs[i])] = pairs[i+1]
	}
	return m
}

// number groups digits: 12,345.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func plural(n int, one, many string) string {
	if n == 1 {
		return number(n) + " " + one
	}
	return number(n) + " " + many
}

// percent is n of all as a whole number, 1 where it would vanish.
func percent(n, all int) int {
	if n <= 0 || all <= 0 {
		return 0
	}
	return max(1, min(100, (n*100+all/2)/all))
}

// pageOf reads the cursor and the limit of a list.
func pageOf(req *request) (store.Page, error) {
	p := store.Page{Limit: 20, After: req.FormValue("after")}
	if v := req.FormValue("limit"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > 200 {
			return p, badf("limit is %q: give a number from 1 to 200", v)
		}
		p.Limit = n
	}
	return p, nil
}
