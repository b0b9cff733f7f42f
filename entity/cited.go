package entity

import "onrecord"

// quotedBy finds an outlet beside the cue that passes the words on without an
// attribution of its own: "according to the Times", "citing", "first reported
// by".
func (w *route) quotedBy(g *verbGroup) {
	d := w.d
	from, until := d.bounds(g.first)
	for k := max(from, g.first-3*wayReach); k+2 < min(until, g.end+3*wayReach); k++ {
		if !w.free(k) || k >= g.first && k < g.end {
			continue
		}
		switch low := d.low[k]; {
		case low == "according" && d.low[k+1] == "to":
			w.beside(onrecord.HopReported, g, k, k+2, until)
		case low == "reported" && d.low[k+1] == "by" && d.at(k-1) == "first", low == "reported" && d.low[k+1] == "by" && d.at(k-1) == "as":
			w.beside(onrecord.HopReported, g, k, k+2, until)
		case low == "quoted" && d.low[k+1] == "by":
			w.beside(onrecord.HopCited, g, k, k+2, until)
		}
	}
	w.citedCue(g)
}

// beside adds the outlet at token a where the phrase that begins at k hangs on
// the cue, and another statement does not claim it.
func (w *route) beside(kind onrecord.HopKind, g *verbGroup, k, a, until int) {
	d := w.d
	if head := d.r.Tokens[k].Head; head != none && g.main != none && head != g.main && !d.sameChain(head, g) {
		return
	}
	e := d.nounPhrase(a, until)
	o, ok := d.outletIn(a, e)
	if !ok || o.who != none && o.who == d.sources[w.i].who || w.st.Source.Overlaps(d.span(a, e)) {
		return
	}
	w.hop(kind, o.name, o.who, k, e)
}

// sameChain reports that the parse hangs token k on the cue.
func (d *draft) sameChain(k int, g *verbGroup) bool { return k >= g.from && k < g.end }

// citedCue: the cue is an outlet's citing: "CNN, citing two officials,".
func (w *route) citedCue(g *verbGroup) {
	d := w.d
	if !d.anyIn(g.first, g.end, citing) || g.first == 0 {
		return
	}
	from, _ := d.bounds(g.first)
	k := g.first - 1
	for k > from && (d.low[k] == "," || auxiliaries[d.low[k]]) {
		k--
	}
	m := d.mentionAt(k)
	if m == nil || m.kind == onrecord.Person || m.who == none || m.who == d.sources[w.i].who || !d.isOutlet(m.first, m.end) || w.st.Source.Overlaps(d.r.Tokens[k].Span) {
		return
	}
	o := d.outletNamed(m.first, m.end)
	w.hop(onrecord.HopCited, o.name, o.who, m.first, g.end)
}

// reportedly: beside the cue.
func (w *route) reportedly(g *verbGroup) {
	d := w.d
	for k := max(0, g.from-2); k < g.end; k++ {
		if d.sentence[k] == d.sentence[g.first] && hearsay[d.low[k]] {
			w.hops = append(w.hops, onrecord.Hop{Kind: onrecord.HopReported, Words: d.r.Tokens[k].Span})
			return
		}
	}
	for k := g.first; k+2 < g.end; k++ {
		if (d.low[k] == "reported" || d.low[k] == "said" || d.low[k] == "rumored") && d.low[k+1] == "to" && k > 0 && auxiliaries[d.at(k-1)] {
			w.hops = append(w.hops, onrecord.Hop{Kind: onrecord.HopReported, Words: d.span(k, k+2)})
			return
		}
	}
}

var hearsay = set("reportedly allegedly purportedly supposedly")
