package web

import (
	"context"
	"net/http"
	"path"
	"slices"
	"strings"
)

// A route is one address with the forms it comes in. The table below is what
// the mux, /openapi.json and the test of docs/api.md read.
type route struct {
	path    string // as the mux takes it; the last {part} may end in .FORMAT
	formats []string
	summary string
	params  []param
	page    func(*server, context.Context, *request) (page, error)
}

// A param is one value an address takes, in the path or after the "?".
type param struct {
	name, about string
}

var (
	paramQ     = param{"q", "a question in the query language"}
	paramAfter = param{"after", "the cursor `next` of the page before"}
	paramOrder = param{"order", "newest (the default), oldest or best"}
	paramLimit = param{"limit", "rows a page, 1 to 200"}
)

func routes() []route {
	list := []param{paramQ, paramOrder, paramAfter, paramLimit}
	return []route{
		{"/", []string{"html", "json"}, "What the record holds, and the newest statements", nil, (*server).home},
		{"/search", []string{"html", "json", "csv", "atom"}, "Statements that answer a question", list, (*server).search},
		{"/speakers", []string{"html", "json", "csv"}, "Speakers, most statements first", []param{{"q", "words of the name"}, paramAfter, paramLimit}, (*server).speakers},
		{"/speaker/{key}", []string{"html", "json", "csv", "atom"}, "One speaker's statements by time of saying", append([]param{{"key", "as /speakers.json lists it"}}, list...), (*server).speaker},
		{"/statement/{id}", []string{"html", "json", "txt", "md"}, "One statement, to cite", []param{{"id", "of a statement"}}, (*server).statement},
		{"/issues", []string{"html", "json", "csv"}, "Issues as they were declared, with counts", nil, (*server).issues},
		{"/issue/{id}", []string{"html", "json", "csv", "atom"}, "One issue: who took which position when, and what was read then", []param{{"id", "as /issues.json lists it"}, {"speaker", "key of a speaker: the lane of this one alone; may be given several times"}, paramAfter, paramLimit}, (*server).issue},
		{"/changes", []string{"html", "json", "csv", "atom"}, "Changes of position, each with both statements, newest first", []param{{"issue", "ID of an issue"}, {"speaker", "key or name of either speaker"}, {"since", "day, month or year of the later statement"}, {"kind", "kind of change; without it all but repeats"}, paramAfter, paramLimit}, (*server).changes},
		{"/compare", []string{"html", "json"}, "Two speakers, or one speaker before and since a day, on an issue", []param{{"a", "key or name of a speaker"}, {"b", "of another"}, {"before", "instead of b: a day, month or year"}, {"issue", "ID of an issue"}}, (*server).compare},
		{"/check-quote", []string{"html", "json"}, "Words that somebody is said to have said, against the nearest on record", []param{{"q", "the words, at most 2,000 bytes"}, {"speaker", "words of a name, or a key; without it anybody"}}, (*server).checkQuote},
		{"/document/{id}", []string{"html", "json", "csv"}, "One article with what is read in it", []param{{"id", "of a document"}}, (*server).document},
		{"/read", []string{"html"}, "A form to paste a text in; POST it to /read or /read.json to see who says what, without keeping it", nil, (*server).readForm},
		{"/outlets", []string{"html", "json", "csv"}, "Who published", nil, (*server).outlets},
		{"/about", []string{"html", "json"}, "What the record covers, and what could not be read", nil, (*server).about},
		{"/openapi", []string{"json"}, "This description, OpenAPI 3.1", nil, (*server).openapi},
	}
}

// patterns are what the mux must know for all forms of the route.
func (rt route) patterns() []string {
	if rt.path == "/" {
		return []string{"/{$}", "/index.json"}
	}
	if strings.HasSuffix(rt.path, "}") {
		return []string{rt.path}
	}
	var out []string
	for _, format := range rt.formats {
		out = append(out, rt.address(format))
	}
	return out
}

// address is the path in one format.
func (rt route) address(format string) string {
	switch {
	case format == "html":
		return rt.path
	case rt.path == "/":
		return "/index." + format
	}
	return rt.path + "." + format
}

// A request is what a page is made from.
type request struct {
	*http.Request
	format string // "html", "json", "csv", "atom", "txt", "md"
	id     string // the last part of the path, without the format
}

// newRequest splits "/statement/s12.json" and reports whether the route comes in
// that format.
func newRequest(r *http.Request, rt route) (*request, bool) {
	base := path.Base(r.URL.Path)
	req := &request{Request: r, format: "html", id: base}
	if dot := strings.LastIndexByte(base, '.'); dot >= 0 {
		req.format, req.id = base[dot+1:], base[:dot]
	}
	return req, slices.Contains(rt.formats, req.format)
}

// self is the address of the request in another format.
func (req *request) self(format string) string {
	u := *req.URL
	p := strings.TrimSuffix(u.EscapedPath(), "."+req.format)
	if p == "/" || p == "/index" {
		p = "/index"
	}
	if p += "." + format; format == "html" {
		p = strings.TrimSuffix(p, ".html")
	}
	if u.RawQuery != "" {
		p += "?" + u.RawQuery
	}
	return p
}
