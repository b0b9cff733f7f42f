package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord/export"
	"onrecord/store"
)

func (c *compare) print(ctx context.Context, st store.Store, p *printer, sides [2]compared) error {
	for i := range sides {
		if err := c.side(ctx, st, p, &sides[i]); err != nil {
			return err
		}
	}
	return c.between(ctx, st, p, sides)
}

// side prints the positions of one side.
func (c *compare) side(ctx context.Context, st store.Store, p *printer, s *compared) error {
	p.line("%s", p.style(bold, safe(s.title)))
	facts := []string{number(len(s.positions), "position"), number(s.without, "statement") + " without one"}
	if s.apart > 0 {
		facts = append(facts, number(s.apart, "position")+" of an unknown side")
	}
	p.line("%s", p.style(faint, strings.Join(facts, " · ")))
	for i := range s.positions {
		if c.limit > 0 && i == c.limit {
			p.line("%s", p.style(faint, fmt.Sprintf("… and %d earlier; --limit 0 prints all", len(s.positions)-i)))
			break
		}
		x := &s.positions[i]
		h, err := st.Statement(ctx, x.Statement)
		if err != nil {
			return err
		}
		p.row(string(x.Position.Pole), timeOf(h.Said, h.SaidWords))
		p.row("", export.SaidWords(h.Kind, h.Content))
		for _, condition := range x.Position.Conditions {
			p.row("", "condition: “"+condition+"”")
		}
		if x.Position.For != "" {
			p.row("", "for "+principalOf(x.Position))
		}
		place := placeOf(h) + " · " + string(h.ID)
		if x.again > 0 {
			place += " · " + number(x.again, "more report") + " of this"
		}
		p.row("", place)
	}
	p.line("")
	return p.err
}

// between prints the changes from one side to the other.
func (c *compare) between(ctx context.Context, st store.Store, p *printer, sides [2]compared) error {
	list, _, err := st.Changes(ctx, store.ChangeQuery{Issue: c.issue, Key: sides[0].key, Page: store.Page{Limit: -1}})
	if err != nil {
		return err
	}
	out, printed := &changeText{p, st}, 0
	for i := range list {
		d := &list[i]
		across := sides[0].has[d.Change.Earlier] && sides[1].has[d.Change.Later] || sides[1].has[d.Change.Earlier] && sides[0].has[d.Change.Later]
		if !across {
			continue
		}
		if printed++; c.limit > 0 && printed > c.limit {
			continue
		}
		if err := out.change(ctx, d); err != nil {
			return err
		}
	}
	p.line("%s from one side to the other", number(printed, "change"))
	return p.err
}
