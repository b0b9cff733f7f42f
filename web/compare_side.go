package web

import (
	"cmp"
	"context"
	"net/url"
	"slices"

	"onrecord"
	"onrecord/store"
)

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

// compared is all that a speaker said on an issue.
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
	case said.From != "" && said.From >= day:
		return 1
	case said.From != "" && last != "" && last < day:
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
