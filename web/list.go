package web

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

func badf(format string, args ...any) error { return errBad{fmt.Errorf(format, args...)} }

// percentOf is a score to show: "93 %".
func percentOf(score float64) string { return fmt.Sprintf("%.0f %%", 100*score) }

// orderOf reads the order of a list.
func orderOf(req *request) (store.Order, error) {
	switch v := store.Order(req.FormValue("order")); v {
	case "":
		return store.Newest, nil
	case store.Newest, store.Oldest, store.Best:
		return v, nil
	default:
		return "", badf("order is %q: give newest, oldest or best", v)
	}
}

// with is the request's address with some values set, or removed where empty.
func (req *request) with(values ...string) string {
	q := req.URL.Query()
	for i := 0; i+1 < len(values); i += 2 {
		q.Set(values[i], values[i+1])
		if values[i+1] == "" {
			q.Del(values[i])
		}
	}
	address := req.URL.EscapedPath()
	if text := q.Encode(); text != "" {
		address += "?" + text
	}
	return address
}

func searchHref(q string) string { return "/search?q=" + url.QueryEscape(q) }

// A listing is what .json holds of statements: the objects that `onrecord
// extract` prints, with the documents they stand in (without their text).
type listing struct {
	Query      string             `json:"query"`
	Total      int                `json:"total"`
	AtLeast    bool               `json:"at_least"` // there are more than total
	Counted    int                `json:"counted"`  // the facets count the newest of them
	Next       *string            `json:"next"`     // cursor, null at the end
	Facets     []facetObject      `json:"facets"`
	Statements []export.Statement `json:"statements"`
	Relations  []export.Relation  `json:"relations"` // of which they are an end, each once
	Documents  []export.Document  `json:"documents"`
}

type facetObject struct {
	Field  string        `json:"field"`
	Values []countObject `json:"values"`
	More   int           `json:"more"`
}

type countObject struct {
	Value string `json:"value"`
	Label string `json:"label"`
	Count int    `json:"count"`
}

// list makes the objects of a result, whose documents it fetches for the
// offsets.
func (s *server) list(ctx context.Context, query string, res *store.Result) (*listing, error) {
	l := &listing{Query: query, Total: res.Total, AtLeast: res.AtLeast, Counted: res.Counted, Facets: []facetObject{}, Statements: []export.Statement{}, Relations: []export.Relation{}, Documents: []export.Document{}}
	if res.Next != "" {
		l.Next = &res.Next
	}
	for _, f := range res.Facets {
		o := facetObject{Field: string(f.Field), Values: []countObject{}, More: f.More}
		for _, v := range f.Values {
			o.Values = append(o.Values, countObject{v.Value, v.Label, v.N})
		}
		l.Facets = append(l.Facets, o)
	}
	cache, listed := articles{st: s.st}, map[onrecord.RelationID]bool{}
	for i := range res.Hits {
		h := &res.Hits[i]
		a, fresh, err := cache.get(ctx, h.Doc.ID)
		if err != nil {
			return nil, err
		}
		if fresh {
			d := a.Document()
			d.Text = nil
			l.Documents = append(l.Documents, d)
		}
		l.Statements = append(l.Statements, a.Statement(&h.Statement))
		for k := range h.Relations {
			if rel := &h.Relations[k].Relation; !listed[rel.ID] {
				listed[rel.ID] = true
				l.Relations = append(l.Relations, a.Relation(rel))
			}
		}
	}
	return l, nil
}

// articles keeps the documents of one answer; it forgets them all when they
// become many, since hits of one document stand close together.
type articles struct {
	st   store.Store
	kept map[onrecord.DocumentID]*export.Article
}

const mostKept = 200

func (c *articles) get(ctx context.Context, id onrecord.DocumentID) (a *export.Article, fresh bool, err error) {
	if a = c.kept[id]; a != nil {
		return a, false, nil
	}
	r, err := c.st.Document(ctx, id)
	if err != nil {
		return nil, false, fmt.Errorf("document %s: %w", id, err)
	}
	if c.kept == nil || len(c.kept) >= mostKept {
		c.kept = map[onrecord.DocumentID]*export.Article{}
	}
	a = export.Of(r)
	c.kept[id] = a
	return a, true, nil
}

// csvOf streams every statement that answers f, page after page.
func (s *server) csvOf(w io.Writer, r *http.Request, f store.Find) error {
	f.Facets, f.Page = false, store.Page{Limit: 500}
	out, cache := export.NewCSV(w), articles{st: s.st}
	for {
		res, err := s.st.Find(r.Context(), f)
		if err != nil {
			return err
		}
		for i := range res.Hits {
			a, _, err := cache.get(r.Context(), res.Hits[i].Doc.ID)
			if err != nil {
				return err
			}
			if err := out.Statement(a, &res.Hits[i].Statement); err != nil {
				return err
			}
		}
		if f.After = res.Next; f.After == "" {
			return out.Close()
		}
	}
}
