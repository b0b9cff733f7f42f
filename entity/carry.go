package entity

import (
	"strings"

	"onrecord"
)

// carryOn lets a statement share the occasion of one before it: in one
// sentence, with one source ("telling CNN … and questioning …"); and in the
// sentences after, while the same speaker plainly goes on.
func (d *draft) carryOn(routes []route) {
	for i := range routes {
		if len(routes[i].hops) > 0 || !d.r.Statements[i].Occasion.IsZero() {
			continue
		}
		for o := max(0, i-3); o < min(len(routes), i+3); o++ {
			if o != i && d.oneBreath(o, i, routes) {
				d.share(&routes[i], &routes[o])
				break
			}
		}
	}
	for i := 1; i < len(routes); i++ {
		if len(routes[i].hops) == 0 && d.goesOn(i, routes) {
			d.share(&routes[i], &routes[d.before(i)])
		}
	}
}

// oneBreath: two cues of one sentence have one source, in the same words.
func (d *draft) oneBreath(o, i int, routes []route) bool {
	a, b := &d.r.Statements[o], &d.r.Statements[i]
	if len(routes[o].hops) == 0 && a.Occasion.IsZero() || a.Source.IsZero() || a.Source != b.Source || a.Cue.IsZero() || b.Cue.IsZero() || holds(a.Content, b.Cue) {
		return false
	}
	x, _ := d.tokens(a.Cue)
	y, _ := d.tokens(b.Cue)
	if y >= len(d.low) || x >= len(d.low) || d.sentence[x] != d.sentence[y] {
		return false
	}
	// a verb that follows with its own tense may be of another day
	return x < y && d.tag(y) == "VBG" || x > y && d.tag(x) == "VBG" || d.tag(x) == d.tag(y)
}

// before is the statement before i that is not inside another's content.
func (d *draft) before(i int) int {
	o := i - 1
	for o > 0 && o > i-groupReach && len(d.enclosing(o)) > 0 {
		o--
	}
	return o
}

// goesOn: the speaker of the last statement, who was interviewed or posted,
// goes on: the same paragraph or the next one, a pronoun or a last name, words
// in quotation marks and a plain cue, no time and no place of its own.
func (d *draft) goesOn(i int, routes []route) bool {
	o := d.before(i)
	a, b := &d.r.Statements[o], &d.r.Statements[i]
	if len(routes[o].hops) != 1 || routes[o].hops[0].Kind != onrecord.HopTold || d.sources[i].who == none || d.sources[o].who != d.sources[i].who {
		return false
	}
	if len(b.Verbatim) == 0 || !b.Venue.IsZero() || !b.Occasion.IsZero() || !b.Medium.IsZero() || a.Cue.IsZero() || b.Cue.IsZero() || holds(a.Content, b.Cue) {
		return false
	}
	x, _ := d.tokens(a.Cue)
	y, end := d.phraseOf(b.Cue)
	if y >= end || y < x || d.sentence[y]-d.sentence[x] > groupReach || d.paragraph(y)-d.paragraph(x) > 2 {
		return false
	}
	return end == y+1 && goingOn[d.low[y]] && d.plainSource(i) && !d.dated(y) || end <= y+3 && strings.HasPrefix(d.low[y], "went") && d.plainSource(i)
}

var goingOn = set("said added continued explained noted says adds replied responded told recalled insisted")

func (d *draft) plainSource(i int) bool {
	first, end := d.phraseOf(d.r.Statements[i].Source)
	return end-first <= 2
}

// dated reports a date beside a cue.
func (d *draft) dated(k int) bool {
	from, until := d.bounds(k)
	for i := max(from, k-4); i < min(until, k+5); i++ {
		if d.r.Tokens[i].Name == "DATE" && !d.content[i] {
			return true
		}
	}
	return false
}

// share takes over hops, and what carried them.
func (d *draft) share(to, from *route) {
	to.hops = append(to.hops, from.hops...)
	if to.st.Medium.IsZero() {
		to.st.Medium = from.st.Medium
	}
	if to.st.Occasion.IsZero() {
		to.st.Occasion = from.st.Occasion
	}
	if to.st.Addressee.IsZero() && len(from.hops) > 0 && from.hops[0].Kind == onrecord.HopTold {
		to.st.Addressee = from.st.Addressee
	}
}
