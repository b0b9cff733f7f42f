package entity

import (
	"cmp"
	"slices"

	"onrecord"
)

// enclosing are the statements in whose content statement i stands, from the
// innermost outwards, each of another source.
func (d *draft) enclosing(i int) []int {
	st := &d.r.Statements[i]
	at := st.Cue
	if at.IsZero() {
		at = st.Source
	}
	var out []int
	for o := max(0, i-2*groupReach); o < min(len(d.r.Statements), i+2*groupReach); o++ {
		outer := &d.r.Statements[o]
		if s := d.sources[o]; o == i || at.IsZero() || s.who == none || s.who == d.sources[i].who || outer.Cue.IsZero() || !holds(outer.Content, at) {
			continue
		}
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(d.contentLen(a), d.contentLen(b)) })
	return slices.CompactFunc(out, func(a, b int) bool { return d.sources[a].who == d.sources[b].who })
}

func (d *draft) contentLen(i int) int {
	n := 0
	for _, c := range d.r.Statements[i].Content {
		n += c.Len()
	}
	return n
}

// relayed is the hop of the source of an enclosing statement: an outlet
// reports, anybody else says.
func (d *draft) relayed(o int) onrecord.Hop {
	who, cue := d.sources[o].who, d.r.Statements[o].Cue
	kind := onrecord.HopSaid
	first, end := d.phraseOf(d.r.Statements[o].Source)
	if _, ok := d.outletIn(first, end); ok && d.beings[who].kind != onrecord.Person {
		kind = onrecord.HopReported
	}
	if f, e := d.phraseOf(cue); d.anyIn(f, e, citing) {
		kind = onrecord.HopCited
	}
	return onrecord.Hop{Kind: kind, Name: d.beings[who].name, Entity: d.idOf(who), Words: cue}
}

var citing = set("cited citing cites cite quoted quoting quotes")

func holds(spans []onrecord.Span, s onrecord.Span) bool {
	for _, c := range spans {
		if c.Contains(s) {
			return true
		}
	}
	return false
}
