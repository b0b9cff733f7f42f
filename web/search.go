package web

import (
	"context"
	"io"
	"net/http"

	"onrecord/search"
	"onrecord/store"
)

// A statementList is what every page with a list of statements shows of it.
type statementList struct {
	Cards  []card
	Total  string // "1 statement", "more than 10,000 statements"
	First  string // address of the first page, empty on it
	Next   string
	Orders []choice
	Facets []facet
	Note   string // what was counted or ranked, when that is not all
}

type choice struct {
	Label, Href string
	Current     bool
}

// A chip is one term of the question, and the question without it.
type chip struct {
	Text, Without string
}

type searchPage struct {
	frame
	toldFeed
	Query string // in canonical form
	Chips []chip
	List  statementList
	Stats *store.Stats // what was covered, when nothing is found

	find    store.Find
	listing *listing
}

func (p *searchPage) template() string { return "search" }
func (p *searchPage) object() any      { return p.listing }
func (p *searchPage) csv(s *server, w io.Writer, r *http.Request) error {
	return s.csvOf(w, r, p.find)
}

func (s *server) search(ctx context.Context, req *request) (page, error) {
	q, err := parseQuery(req.FormValue("q"))
	if err != nil {
		return nil, err
	}
	p := &searchPage{Query: q.String()}
	p.frame = frame{Title: "Search", Nav: "search", Q: p.Query, JSON: req.self("json"), CSV: req.self("csv"), Atom: req.self("atom")}
	if p.Query != "" {
		p.Title = p.Query
	}
	p.Chips = chips(q)
	if p.find, err = findOf(req, q); err != nil || req.format == "csv" {
		return p, err
	}
	res, err := s.st.Find(ctx, p.find)
	if err != nil {
		return nil, err
	}
	if req.format == "atom" {
		p.toldFeed = feedOf(req, "search "+p.Query, p.Title, res)
		return p, nil
	}
	if req.format == "json" {
		p.listing, err = s.list(ctx, p.Query, res)
		return p, err
	}
	p.List = s.statementList(req, res, func(field store.Field, value string) string {
		return searchHref(q.With(field, value).String())
	})
	if res.Total == 0 {
		p.Stats, err = s.st.Stats(ctx)
	}
	return p, err
}

func parseQuery(text string) (search.Query, error) {
	if len(text) > maxQuery {
		return search.Query{}, badf("the question is longer than %d bytes", maxQuery)
	}
	q, err := search.Parse(text)
	if err != nil {
		return q, errBad{err}
	}
	return q, nil
}

func findOf(req *request, q search.Query) (store.Find, error) {
	order, err := orderOf(req)
	if err != nil {
		return store.Find{}, err
	}
	page, err := pageOf(req)
	return store.Find{Where: q.Expr(), Order: order, Facets: true, Page: page}, err
}

func chips(q search.Query) []chip {
	var out []chip
	for i, term := range q.Terms() {
		out = append(out, chip{term, searchHref(q.Without(i).String())})
	}
	return out
}

// statementList makes the view of a result; narrow is the address of the
// question narrowed by a facet's value.
func (s *server) statementList(req *request, res *store.Result, narrow func(store.Field, string) string) statementList {
	l := statementList{Cards: cardsOf(res.Hits), Total: totalText(res)}
	if req.FormValue("after") != "" {
		l.First = req.with("after", "")
	}
	if res.Next != "" {
		l.Next = req.with("after", res.Next)
	}
	current, _ := orderOf(req)
	l.Note = noteOn(res, current)
	for _, o := range []store.Order{store.Newest, store.Oldest, store.Best} {
		l.Orders = append(l.Orders, choice{orderWords[o], req.with("order", string(o), "after", ""), o == current})
	}
	for _, f := range res.Facets {
		if len(f.Values) > 1 || len(f.Values) == 1 && f.Values[0].N < res.Total { // else it narrows nothing
			l.Facets = append(l.Facets, facetOf(f, narrow))
		}
	}
	return l
}

func totalText(res *store.Result) string {
	if res.AtLeast {
		return "more than " + plural(res.Total, "statement", "statements")
	}
	return plural(res.Total, "statement", "statements")
}

// noteOn says where the counts or the ranking stop short of all hits.
func noteOn(res *store.Result, order store.Order) string {
	switch {
	case !res.AtLeast && res.Counted >= res.Total:
		return ""
	case order == store.Best:
		return "Best match ranks the newest statements only, and the numbers count the newest " + number(res.Counted) + "."
	}
	return "The numbers count the newest " + number(res.Counted) + "."
}

var orderWords = map[store.Order]string{store.Newest: "newest", store.Oldest: "oldest", store.Best: "best match"}
