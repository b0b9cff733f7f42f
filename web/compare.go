package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

type comparePage struct {
	frame
	A, B, Issue, Before string // as asked
	Issues              []store.IssueFile
	On                  *store.IssueFile // nil until one is chosen
	Sides               []compareSide    // two, or none yet
	Asked               []choice         // names that could be meant
	Missing             string           // what is still to be said, in words
	Untimed             int              // statements of which it is not known on which side of the day they were said

	answer compareObject
}

// A compareSide is what one speaker, or one time of a speaker, said.
type compareSide struct {
	Name, Href   string
	When         string // "before 1 June 2017", empty for all times
	Cards        []card // with a position, the newest first
	Positions    int    // utterances that take one
	None         int    // statements that take none
	For, Against int
	IssueHref    string

	key  string
	list []store.Stance
}

type compareObject struct {
	Issue issueHead    `json:"issue"`
	Sides []sideObject `json:"sides"` // two
}

type sideObject struct {
	Speaker    string         `json:"speaker"` // key
	Name       string         `json:"name"`
	From       *string        `json:"from"`  // day that it begins with, null where open
	Until      *string        `json:"until"` // day that it ends before
	Statements int            `json:"statements"`
	Positions  []stanceObject `json:"positions"` // of those that take one, oldest first
}

// mostCompared is how many positions a side shows.
const mostCompared = 20

func (p *comparePage) template() string { return "compare" }
func (p *comparePage) object() any      { return p.answer }

func (s *server) compare(ctx context.Context, req *request) (page, error) {
	p := &comparePage{A: strings.TrimSpace(req.FormValue("a")), B: strings.TrimSpace(req.FormValue("b")), Issue: req.FormValue("issue"), Before: strings.TrimSpace(req.FormValue("before"))}
	p.frame = frame{Title: "Compare", Nav: "compare"}
	var err error
	if p.Issues, err = s.st.Issues(ctx); err != nil {
		return nil, err
	}
	before, err := p.ask()
	if err != nil {
		return nil, err
	}
	if req.format == "json" && p.Missing != "" {
		return nil, badf("%s", p.Missing)
	}
	if p.Missing != "" {
		return p, nil
	}
	a, err := s.named(ctx, req, p, "a", p.A)
	if err != nil || a == nil {
		return p.orAsked(req, err)
	}
	b := a
	if before == "" {
		if b, err = s.named(ctx, req, p, "b", p.B); err != nil || b == nil {
			return p.orAsked(req, err)
		}
	}
	p.JSON = req.self("json")
	return p, s.sides(ctx, req, p, a, b, before)
}

// ask reads the question, and says what is missing in it.
func (p *comparePage) ask() (before onrecord.Day, err error) {
	if len(p.A) > maxQuery || len(p.B) > maxQuery || len(p.Issue) > maxQuery {
		return "", badf("a value is longer than %d bytes", maxQuery)
	}
	if before, err = dayOf("before", p.Before); err != nil {
		return "", err
	}
	if i := slices.IndexFunc(p.Issues, func(f store.IssueFile) bool { return string(f.ID) == p.Issue }); i >= 0 {
		p.On = &p.Issues[i]
	}
	switch {
	case p.On == nil && p.Issue != "":
		return "", badf("there is no issue %.80q in the record", p.Issue)
	case p.A == "":
		p.Missing = "Give a speaker, a."
	case p.B == "" && before == "":
		p.Missing = "Give another speaker, b, or a day, before."
	case p.B != "" && before != "":
		p.Missing = "Give either another speaker, b, or a day, before."
	case p.On == nil:
		p.Missing = "Choose an issue."
	}
	return before, nil
}

// named finds a speaker; of several or none it says so, and returns nil.
func (s *server) named(ctx context.Context, req *request, p *comparePage, param, value string) (*store.Speaker, error) {
	sp, several, err := s.whoIs(ctx, value)
	if sp == nil && err == nil {
		p.Missing, p.Asked = meantBy(value, several, func(key string) string { return req.with(param, key) })
	}
	return sp, err
}

// orAsked is the page that asks again.
func (p *comparePage) orAsked(req *request, err error) (page, error) {
	if err == nil && req.format == "json" {
		err = badf("%s", p.Missing)
	}
	return p, err
}

func (s *server) sides(ctx context.Context, req *request, p *comparePage, a, b *store.Speaker, before onrecord.Day) error {
	left, err := s.compared(ctx, p.On.ID, a)
	if err != nil {
		return err
	}
	right, err := s.compared(ctx, p.On.ID, b)
	if err != nil {
		return err
	}
	p.Title = a.Name + " and " + b.Name + " on " + p.On.Name
	if before != "" {
		p.Title = a.Name + " on " + p.On.Name + ", before " + dayText(before) + " and since"
		left.When, right.When = "before "+dayText(before), "since "+dayText(before)
		p.Untimed = len(left.list)
		left.keep(func(st *store.Stance) bool { return sideOf(st, before) < 0 })
		right.keep(func(st *store.Stance) bool { return sideOf(st, before) > 0 })
		p.Untimed -= len(left.list) + len(right.list)
	}
	p.answer = compareObject{headOf(p.On), []sideObject{left.object("", before), right.object(before, "")}}
	for _, side := range []*compareSide{left, right} {
		if req.format == "html" {
			if err := s.fillSide(ctx, side); err != nil {
				return err
			}
		}
		p.Sides = append(p.Sides, *side)
	}
	return nil
}

func (s *server) compared(ctx context.Context, id onrecord.IssueID, sp *store.Speaker) (*compareSide, error) {
	list, _, err := s.st.Assignments(ctx, store.StanceQuery{Issue: id, Key: sp.Key, Page: store.Page{Limit: -1}})
	return &compareSide{Name: sp.Name, Href: speakerHref(sp.Key), key: sp.Key, list: list, IssueHref: issueHref(id) + "?speaker=" + url.QueryEscape(sp.Key)}, err
}

func (c *compareSide) keep(wanted func(*store.Stance) bool) {
	c.list = slices.DeleteFunc(slices.Clone(c.list), func(st store.Stance) bool { return !wanted(&st) })
}

// sideOf says whether something was said before a day, -1, or since, 1; 0 where
// that is not known. What was said at an unknown time by the day that it was
// printed is taken by that day, and shown as the guess that it is.
func sideOf(st *store.Stance, day onrecord.Day) int {
	said := st.Said
	if said.From == "" {
		said = st.Published
	}
	last := lastOf(said.Until)
	switch {
	case said.From == "" || last == "":
		return 0
	case said.From >= day:
		return 1
	case last < day:
		return -1
	}
	return 0
}

// fillSide makes the cards of the newest positions: of the reports of an
// utterance that give it one pole the first.
func (s *server) fillSide(ctx context.Context, c *compareSide) (err error) {
	type said struct {
		utterance onrecord.StatementID
		pole      onrecord.Pole
	}
	var taken []store.Stance
	seen := map[said]bool{}
	for _, st := range c.list {
		if st.Position == nil {
			c.None++
			continue
		}
		k := said{cmp.Or(st.Utterance, st.Statement), st.Position.Pole}
		if seen[k] {
			continue
		}
		seen[k] = true
		taken = append(taken, st)
		if c.Positions++; st.Position.Pole == onrecord.For {
			c.For++
		} else {
			c.Against++
		}
	}
	slices.Reverse(taken)
	c.Cards, err = s.stanceCards(ctx, taken[:min(len(taken), mostCompared)])
	return err
}

func (c *compareSide) object(from, until onrecord.Day) sideObject {
	o := sideObject{Speaker: c.key, Name: c.Name, From: orNull(from), Until: orNull(until), Statements: len(c.list), Positions: []stanceObject{}}
	for i := range c.list {
		if c.list[i].Position != nil {
			o.Positions = append(o.Positions, stanceOf(&c.list[i]))
		}
	}
	return o
}
