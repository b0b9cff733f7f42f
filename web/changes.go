package web

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

type changesPage struct {
	frame
	toldFeed
	Issue, Speaker, Since, Kind string // as asked
	Issues                      []store.IssueFile
	Kinds                       []changeKind
	Pairs                       []pairView
	First, Next                 string
	Asked                       []choice // speakers that could be meant
	Missing                     string

	query  store.ChangeQuery
	answer changesObject
}

// A changeKind is a kind to choose.
type changeKind struct{ Value, Words string }

// changeKinds are the kinds of changes, the plainest first.
var changeKinds = []onrecord.ChangeKind{onrecord.Turns, onrecord.Opposes, onrecord.AddsCondition, onrecord.DropsCondition, onrecord.Softens, onrecord.Hardens}

type changesObject struct {
	Next    *string         `json:"next"` // cursor, null at the end
	Changes []export.Change `json:"changes"`
}

func (p *changesPage) template() string { return "changes" }
func (p *changesPage) object() any      { return p.answer }

func changesHref(id onrecord.IssueID, kind onrecord.ChangeKind) string {
	q := url.Values{"issue": {string(id)}}
	if kind != "" {
		q.Set("kind", string(kind))
	}
	return "/changes?" + q.Encode()
}

func (p *issuePage) changesHref(kind onrecord.ChangeKind) string {
	href := changesHref(p.Issue.ID, kind)
	if p.query.Key != "" {
		href += "&speaker=" + url.QueryEscape(p.query.Key)
	}
	return href
}

func (s *server) changes(ctx context.Context, req *request) (page, error) {
	p := &changesPage{Issue: req.FormValue("issue"), Speaker: strings.TrimSpace(req.FormValue("speaker")), Since: strings.TrimSpace(req.FormValue("since")), Kind: req.FormValue("kind")}
	p.frame = frame{Title: "Changes of position", Nav: "changes", JSON: req.self("json"), CSV: req.self("csv"), Atom: req.self("atom")}
	if err := p.ask(req); err != nil {
		return nil, err
	}
	if err := s.askWho(ctx, req, p); err != nil || req.format == "csv" {
		return p, err
	}
	p.choices()
	if p.Missing != "" {
		var err error
		p.Issues, err = s.st.Issues(ctx)
		return p, err
	}
	found, next, err := s.st.Changes(ctx, p.query)
	if err != nil {
		return nil, err
	}
	if req.format == "atom" {
		p.feedOf(req, found, next)
		return p, nil
	}
	if req.format == "json" {
		p.answer = changesObject{orNull(next), []export.Change{}}
		cache := articles{st: s.st}
		for i := range found {
			line, err := cache.change(ctx, &found[i])
			if err != nil {
				return nil, err
			}
			p.answer.Changes = append(p.answer.Changes, line)
		}
		return p, nil
	}
	for i := range found {
		p.Pairs = append(p.Pairs, pairOf(&found[i]))
	}
	if next != "" {
		p.Next = req.with("after", next)
	}
	if p.query.After != "" {
		p.First = req.with("after", "")
	}
	p.Issues, err = s.st.Issues(ctx)
	return p, err
}

// askWho finds the speaker that is asked for.
func (s *server) askWho(ctx context.Context, req *request, p *changesPage) error {
	if p.Speaker == "" {
		return nil
	}
	sp, several, err := s.whoIs(ctx, p.Speaker)
	if err != nil {
		return err
	}
	if sp != nil {
		p.query.Key = sp.Key
		return nil
	}
	if p.Missing, p.Asked = meantBy(p.Speaker, several, func(key string) string { return req.with("speaker", key, "after", "") }); req.format != "html" {
		return badf("%s", p.Missing)
	}
	return nil
}

// ask reads the question.
func (p *changesPage) ask(req *request) (err error) {
	p.query = store.ChangeQuery{Issue: onrecord.IssueID(p.Issue), Kind: onrecord.ChangeKind(p.Kind)}
	if len(p.Issue) > maxQuery || len(p.Speaker) > maxQuery {
		return badf("the issue or the speaker is longer than %d bytes", maxQuery)
	}
	if p.Kind != "" && p.query.Kind != onrecord.Same && !slices.Contains(changeKinds, p.query.Kind) {
		return badf("kind is %q: give repeats, adds_condition, drops_condition, softens, hardens, reverses or contradicts", p.Kind)
	}
	if p.query.Since, err = dayOf("since", p.Since); err != nil {
		return err
	}
	p.query.Page, err = pageOf(req)
	return err
}

// dayOf reads a day, or the first of a month or a year.
func dayOf(name, value string) (onrecord.Day, error) {
	full := value
	switch len(value) {
	case 0:
		return "", nil
	case len("2017"):
		full += "-01-01"
	case len("2017-03"):
		full += "-01"
	}
	if _, ok := stepDay.slot(onrecord.Day(full)); !ok {
		return "", badf("%s is %.40q: give a day, a month or a year, as 2017-12-13, 2017-12 or 2017", name, value)
	}
	return onrecord.Day(full), nil
}

func (p *changesPage) choices() {
	for _, k := range append(slices.Clone(changeKinds), onrecord.Same) {
		p.Kinds = append(p.Kinds, changeKind{string(k), export.ChangeWords(k)})
	}
}

// change is the line of a change.
func (c *articles) change(ctx context.Context, d *store.Departure) (export.Change, error) {
	earlier, _, err := c.get(ctx, d.Earlier.Doc.ID)
	if err != nil {
		return export.Change{}, err
	}
	later, _, err := c.get(ctx, d.Later.Doc.ID)
	if err != nil {
		return export.Change{}, err
	}
	return export.ChangeOf(&d.Change, d.IssueName, earlier, later)
}

// csv streams a row for each change.
func (p *changesPage) csv(s *server, w io.Writer, r *http.Request) error {
	out, cache := export.NewChangeCSV(w), articles{st: s.st}
	q := p.query
	for q.Page = (store.Page{Limit: 200}); ; {
		found, next, err := s.st.Changes(r.Context(), q)
		if err != nil {
			return err
		}
		for i := range found {
			line, err := cache.change(r.Context(), &found[i])
			if err != nil {
				return err
			}
			if err := out.Change(&line); err != nil {
				return err
			}
		}
		if q.After = next; next == "" {
			return out.Close()
		}
	}
}
