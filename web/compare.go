package web

import (
	"context"
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

type compareObject struct {
	Issue issueHead    `json:"issue"`
	Sides []sideObject `json:"sides"` // two
}

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
