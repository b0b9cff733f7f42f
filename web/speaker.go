package web

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/search"
	"onrecord/store"
)

type speakerPage struct {
	frame
	toldFeed
	Speaker speakerRow
	Printed []string // what articles call them, in the statements shown
	Similar []speakerRow
	Words   string // the question within the speaker
	Path    string
	List    statementList
	Years   []yearOf
	Told    []told   // the newest of what is told of the speaker besides
	More    int      // left out of it
	Also    []string // names that were merged into this one
	Decided []decidedView
	Held    []heldRow
	On      []onIssue

	find    store.Find
	listing *listing
	told    []export.Relation
}

// A yearOf groups cards under the year they were said in.
type yearOf struct {
	Year  string // empty when unknown
	Cards []card
}

func (p *speakerPage) template() string { return "speaker" }
func (p *speakerPage) object() any {
	return speakerPageObject{speakerObjects([]speakerRow{p.Speaker})[0], onIssueObjects(p.On), p.told, p.listing}
}

type speakerPageObject struct {
	Speaker speakerObject     `json:"speaker"`
	Issues  []onIssueObject   `json:"issues"` // on which the speaker takes positions
	Told    []export.Relation `json:"told"`   // the newest relations of which the speaker, or a statement of theirs that stands elsewhere, is an end
	*listing
}

func (p *speakerPage) csv(s *server, w io.Writer, r *http.Request) error {
	return s.csvOf(w, r, p.find)
}

func (s *server) speaker(ctx context.Context, req *request) (page, error) {
	q, err := parseQuery(req.FormValue("q"))
	if err != nil {
		return nil, err
	}
	sp, err := s.st.Speaker(ctx, req.id)
	if err != nil {
		return nil, err
	}
	p := &speakerPage{Speaker: speakerRow{Speaker: *sp, Href: speakerHref(sp.Key)}, Words: q.String(), Path: speakerHref(sp.Key)}
	p.frame = frame{Title: sp.Name, Nav: "speakers", JSON: req.self("json"), CSV: req.self("csv"), Atom: req.self("atom")}
	if p.find, err = findOf(req, q); err != nil {
		return nil, err
	}
	p.find.Where = within(sp.Key, p.find.Where)
	if req.format == "csv" {
		return p, nil
	}
	res, err := s.st.Find(ctx, p.find)
	if err != nil {
		return nil, err
	}
	if req.format == "atom" {
		p.toldFeed = feedOf(req, "speaker "+sp.Key+" "+p.Words, sp.Name, res)
		return p, nil
	}
	links, err := s.besides(ctx, sp.Key)
	if err != nil {
		return nil, err
	}
	if p.On, err = s.onIssues(ctx, sp.Key); err != nil {
		return nil, err
	}
	if req.format == "json" {
		if p.listing, err = s.list(ctx, p.Words, res); err == nil {
			p.told, err = s.relationObjects(ctx, links)
		}
		return p, err
	}
	p.show(s, req, q, res)
	p.tell(links)
	if err := p.identify(ctx, s, sp); err != nil {
		return nil, err
	}
	p.Similar, err = s.similar(ctx, sp)
	return p, err
}

// identify says which names are this speaker's, who decided so, and what offices
// the lists give them.
func (p *speakerPage) identify(ctx context.Context, s *server, sp *store.Speaker) (err error) {
	id, err := s.st.Identity(ctx, sp.Key)
	if err != nil {
		return err
	}
	for _, a := range id.Also {
		p.Also = append(p.Also, a.Name)
	}
	p.Decided = decidedViews(id)
	p.Held, err = s.heldBy(ctx, sp)
	return err
}

func (p *speakerPage) show(s *server, req *request, q search.Query, res *store.Result) {
	res.Facets = slices.DeleteFunc(res.Facets, func(f store.Facet) bool { return f.Field == store.SpeakerIs || f.Field == store.KeyIs })
	p.List = s.statementList(req, res, func(field store.Field, value string) string {
		return req.with("q", q.With(field, value).String(), "after", "")
	})
	p.Printed = printed(res.Hits)
	p.Years = byYear(p.List.Cards)
}

func within(key string, e store.Expr) store.Expr {
	is := store.Expr{Field: store.KeyIs, Text: key}
	if e.Op == "" && e.Field == "" {
		return is
	}
	return store.Expr{Op: store.And, Args: []store.Expr{is, e}}
}

// similar are other speakers whose name shares its last word: the record does
// not say whether they are one.
func (s *server) similar(ctx context.Context, sp *store.Speaker) ([]speakerRow, error) {
	words := store.NameWords(sp.Name)
	if len(words) == 0 {
		return nil, nil
	}
	found, _, err := s.st.Speakers(ctx, words[len(words)-1], store.Page{Limit: 9})
	found = slices.DeleteFunc(found, func(other store.Speaker) bool { return other.Key == sp.Key })
	return speakerRows(found), err
}

// printed lists what the hits' sources call the speaker, most frequent first.
func printed(hits []store.Hit) []string {
	n := map[string]int{}
	var names []string
	for i := range hits {
		name := strings.TrimRight(hits[i].Source, " ,;:")
		if name == "" || len(name) > 120 || isPronoun(name) {
			continue
		}
		if n[name]++; n[name] == 1 {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return n[b] - n[a] })
	return names[:min(len(names), 12)]
}

// isPronoun reports whether a source is no name at all.
func isPronoun(name string) bool {
	switch strings.ToLower(name) {
	case "i", "he", "she", "they", "we", "who", "it", "him", "her", "them":
		return true
	}
	return false
}

// byYear groups cards that stand next to each other by the year of saying.
func byYear(cards []card) []yearOf {
	var out []yearOf
	for _, c := range cards {
		year := yearIn(onrecord.EDTF(c.Said.EDTF))
		if len(out) == 0 || out[len(out)-1].Year != year {
			out = append(out, yearOf{Year: year})
		}
		last := &out[len(out)-1]
		last.Cards = append(last.Cards, c)
	}
	return out
}

// yearIn is the first year that an EDTF value names.
func yearIn(v onrecord.EDTF) string {
	for i := 0; i+4 <= len(v); i++ {
		if isNumber(string(v[i : i+4])) {
			return string(v[i : i+4])
		}
	}
	return ""
}
