package entity

import "onrecord"

// The way a statement took: to whom it was said, where, and through whom it
// reached the page. All is read in the clause of the cue, outside content.

// wayReach is how many tokens beside the cue are looked at.
const wayReach = 14

// way fills Addressee, Venue and Via.
func (d *draft) way(i int) {
	st := &d.r.Statements[i]
	first, end := d.phraseOf(st.Cue)
	if first >= end {
		return
	}
	d.posted(st, first, end)
	d.addressee(st, first, end)
	d.reported(i, first, end)
	d.venue(st, first, end)
}

// free reports that token k can say something of the cue: in its sentence,
// outside the content and quotation marks.
func (d *draft) free(st *onrecord.Statement, k, cue int) bool {
	if k < 0 || k >= len(d.low) || d.sentence[k] != d.sentence[cue] || d.quoted[k] && !d.quoted[cue] {
		return false
	}
	for _, c := range st.Content {
		if c.Contains(d.r.Tokens[k].Span) {
			return false
		}
	}
	return true
}

func (d *draft) hop(st *onrecord.Statement, kind onrecord.HopKind, name string, words onrecord.Span) {
	for _, h := range st.Via {
		if h.Kind == kind && h.Name == name {
			return
		}
	}
	st.Via = append(st.Via, onrecord.Hop{Kind: kind, Name: name, Words: words})
}

// posted: "tweeted", "wrote on Facebook".
func (d *draft) posted(st *onrecord.Statement, first, end int) {
	for k := first; k < end+wayReach; k++ {
		if !d.free(st, k, first) {
			break
		}
		if name := posting[d.low[k]]; name != "" && k < end {
			d.hop(st, "posted", name, d.r.Tokens[k].Span)
		}
		if (d.low[k] == "tweet" || d.low[k] == "tweets") && k >= end && d.preposed(k, end) {
			d.hop(st, "posted", "Twitter", d.r.Tokens[k].Span)
		}
		if platforms[d.low[k]] && d.capital(k) && (d.at(k-1) == "on" || d.at(k-1) == "to" || d.at(k-1) == "via") {
			d.hop(st, "posted", d.word(k), d.span(k-1, k+1))
		}
		if k >= end && d.verb(k) {
			break
		}
	}
}

// preposed reports that a noun after the cue stands after "in" or "on": "wrote
// in a pair of tweets".
func (d *draft) preposed(k, from int) bool {
	for i := k - 1; i >= max(from, k-5); i-- {
		if w := d.low[i]; w == "in" || w == "on" || w == "via" {
			return true
		}
	}
	return false
}

// reported: "reportedly" beside the cue; "according to the Times" beside
// another source; a statement inside the content of another source's report.
func (d *draft) reported(i, first, end int) {
	st := &d.r.Statements[i]
	for k := max(0, first-2); k < end; k++ {
		if d.at(k) == "reportedly" && d.sentence[k] == d.sentence[first] {
			d.hop(st, "reported", "", d.r.Tokens[k].Span)
		}
	}
	from, until := d.bounds(first)
	for k := max(from, first-3*wayReach); k+2 < min(until, end+3*wayReach); k++ {
		if d.low[k] != "according" || d.low[k+1] != "to" || k >= first && k < end || !d.free(st, k, first) {
			continue
		}
		if m := d.mentionAt(d.skipDeterminer(k+2, until)); m != nil && m.who != none && d.beings[m.who].kind == onrecord.Organisation && m.who != d.sources[i].who {
			d.hop(st, "reported", d.beings[m.who].name, d.span(k, m.end))
		}
	}
	for o := max(0, i-4); o < min(len(d.r.Statements), i+5); o++ {
		outer := &d.r.Statements[o]
		s := d.sources[o]
		if o == i || s.who == none || s.who == d.sources[i].who || !holds(outer.Content, st.Cue) || outer.Cue.IsZero() {
			continue
		}
		d.hop(st, "reported", d.beings[s.who].name, outer.Cue)
	}
}

func holds(spans []onrecord.Span, s onrecord.Span) bool {
	for _, c := range spans {
		if c.Contains(s) {
			return true
		}
	}
	return false
}
