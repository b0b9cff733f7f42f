package entity

import (
	"slices"
	"sort"
	"strings"

	"onrecord"
)

// The way a statement took: to whom it was said, where, on what occasion, and
// through whom it reached the page. All is read outside content: in the clause
// of the cue, in the phrase that begins the sentence, between source and cue,
// and in what the source's own words say ("sources who spoke to CNN").

// wayReach is how many tokens beside the cue are looked at.
const wayReach = 14

// ways fills Act, Addressee, Venue, Occasion, Medium and Via of all statements:
// what their cues and the phrases beside them say.
func (d *draft) ways() {
	routes := make([]route, len(d.r.Statements))
	for i := range routes {
		g := d.group(&d.r.Statements[i])
		d.r.Statements[i].Act = d.act(i, g)
		routes[i] = d.route(i, &g)
	}
	d.carryOn(routes)
	wire, credited := d.wire()
	for i := range routes {
		st := &d.r.Statements[i]
		st.Via = routes[i].hops
		for _, o := range d.enclosing(i) {
			st.Via = append(st.Via, d.relayed(o))
			st.Via = append(st.Via, routes[o].hops...)
		}
		if credited && !d.onPageOf(st) {
			st.Via = append(st.Via, wire)
		}
		st.Via = onceEach(st.Via)
	}
}

// onceEach drops a hop that has the name of one before it; the wire stays.
func onceEach(via []onrecord.Hop) []onrecord.Hop {
	var out []onrecord.Hop
	for _, h := range via {
		if !slices.ContainsFunc(out, func(o onrecord.Hop) bool { return o.Name == h.Name && o.Kind == h.Kind }) {
			out = append(out, h)
		}
	}
	return out
}

// route reads the phrases of one statement.
func (d *draft) route(i int, g *verbGroup) route {
	st := &d.r.Statements[i]
	w := route{d: d, i: i, st: st}
	if g.first >= g.end {
		return w
	}
	w.inside = g.first
	w.wrote = d.anyIn(g.first, g.end, writing)
	w.spoken = !w.wrote && d.speech(g.first, g.end)
	w.shares = d.anyIn(g.first, g.end, sharing)
	w.sourceSays()
	w.after(g)
	w.between(g)
	w.front(g)
	w.tweeted(g)
	w.reportedly(g)
	w.quotedBy(g)
	return w
}

var writing = set("wrote writes writing written write pens penned argues argued")

// speech reports a cue of speaking, which happens somewhere.
func (d *draft) speech(first, end int) bool {
	for k := first; k < end; k++ {
		if statingVerbs[d.low[k]] != "" || telling[d.low[k]] || d.low[k] == "according" || participles[d.low[k]] {
			return true
		}
	}
	return false
}

// sourceSays: "three sources who spoke to CNN", "Ann Lee, writing for Slate".
func (w *route) sourceSays() {
	d := w.d
	first, end := d.phraseOf(w.st.Source)
	for k := first + 1; k+1 < end; k++ {
		switch low := d.low[k]; {
		case telling[low] || low == "spoke" || low == "speaking" || low == "interviewed":
			at := k + 1
			for at < end && (d.low[at] == "to" || d.low[at] == "with" || d.low[at] == "by") {
				at++
			}
			w.sourceOutlet(onrecord.HopTold, at, end)
		case (low == "writing" || low == "wrote") && (d.low[k+1] == "for" || d.low[k+1] == "in"):
			w.sourceOutlet(onrecord.HopReported, k+2, end)
		}
	}
}

func (w *route) sourceOutlet(kind onrecord.HopKind, a, end int) {
	if a >= end {
		return
	}
	e := w.d.nounPhrase(a, end)
	if o, ok := w.d.outletIn(a, e); ok {
		w.carried(kind, o, a, e)
	}
}

// between reads what stands between the source and a cue after it: "Lee,
// speaking with Channel 5, said".
func (w *route) between(g *verbGroup) {
	d := w.d
	_, k := d.phraseOf(w.st.Source)
	if w.st.Source.IsZero() || k >= g.first || g.first-k > 3*wayReach || d.sentence[k] != d.sentence[g.first] {
		return
	}
	for k < g.first && (d.low[k] == "," || d.low[k] == "who" || d.tag(k) == "RB" || auxiliaries[d.low[k]]) {
		k++
	}
	if k < g.first && (participles[d.low[k]] || prepositions[d.low[k]] || d.low[k] == "spoke") {
		w.opened(k, g.first)
	}
}

// front reads the phrase that begins the sentence: "In an interview with
// Channel 5, Lee said".
func (w *route) front(g *verbGroup) {
	d := w.d
	from, _ := d.bounds(g.first)
	until := g.first
	if s, e := d.phraseOf(w.st.Source); s < e && s >= from {
		until = min(until, s)
	}
	until = min(until, from+3*wayReach)
	if from >= until {
		return
	}
	for n := 0; n < 4 && from < until && (d.low[from] == "but" || d.low[from] == "and" || d.dateWord(from) || d.tag(from) == "RB"); n++ {
		from++ // "But later on Sunday, on Channel 5, …"
	}
	if from < until && (participles[d.low[from]] || prepositions[d.low[from]]) && d.opensClause(from, until) {
		w.loose = d.low[from] == "in" && d.opinion(w.st, g)
		w.opened(from, until)
	}
}

// opinion: what many say, or is said at all times: "In Ohio, voters say".
func (d *draft) opinion(st *onrecord.Statement, g *verbGroup) bool {
	if g.main != none && (d.tag(g.main) == "VBP" || d.tag(g.main) == "VBZ") {
		return true
	}
	first, end := d.phraseOf(st.Source)
	return first < end && (d.plural(d.head(first, end)) || d.anyIn(first, end, shares))
}

var shares = set("percent % majority half third quarter")

// opensClause reports that no other clause stands between the opening phrase
// and the source: after the first comma that ends it the source follows.
func (d *draft) opensClause(from, until int) bool {
	for k := from; k < until; k++ {
		if d.content[k] {
			return false
		}
		switch d.tag(k) {
		case "VBD", "VBZ", "VBP", "MD":
			return false
		}
	}
	return true
}

// opened reads an opening phrase, which may begin with a participle.
func (w *route) opened(k, until int) {
	spoken, low := w.spoken, w.d.low[k]
	w.met = false
	if participles[low] {
		w.spoken = low != "writing"
		w.wrote = w.wrote || low == "writing"
		w.met = meetings[low] || low == "interviewed"
		k++
	}
	w.phrases(k, until, k)
	w.spoken = spoken
}

// idOf is the ID of the entity that a being became, empty when none did.
func (d *draft) idOf(who int) onrecord.EntityID {
	if who == none || len(d.beings[who].mentions) == 0 {
		return ""
	}
	b, list := &d.beings[who], d.r.Entities
	first := b.mentions[0]
	for i := sort.Search(len(list), func(i int) bool { return list[i].Mentions[0].Start >= first.Start }); i < len(list) && list[i].Mentions[0].Start == first.Start; i++ {
		if list[i].Mentions[0] == first && list[i].Kind == b.kind && strings.HasPrefix(list[i].Name, b.name) {
			return list[i].ID
		}
	}
	return ""
}
