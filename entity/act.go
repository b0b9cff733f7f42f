package entity

import "onrecord"

// act says what was done with the words, from the cue's verb group and the
// first words of the content. First it is asked whether anything was said at
// all; then what.
func (d *draft) act(i int, g verbGroup) onrecord.Act {
	st := &d.r.Statements[i]
	switch {
	case g.first >= g.end:
		return onrecord.Asserted
	case d.declines(st, &g):
		return onrecord.Declined
	case g.modal != "may" && d.notSaid(st, &g):
		return onrecord.NotSaid
	case d.conditional(i, &g):
		return onrecord.Conditional
	}
	found := d.done(i, &g)
	if found == onrecord.Asserted && d.toLast(&g) {
		found = d.done(i, &g)
	}
	return found
}

// done are the acts that were done, by the main verb or noun and by what is
// asked of whom.
func (d *draft) done(i int, g *verbGroup) onrecord.Act {
	st := &d.r.Statements[i]
	switch {
	case d.threatens(i, g):
		return onrecord.Threatened
	case d.denies(st, g) || d.saysIt(g) && d.notSo(i, g):
		return onrecord.Denied
	case d.demands(st, g):
		return onrecord.Demanded
	case d.asks(st, g):
		return onrecord.Asked
	case d.has(g, promisingVerbs):
		return onrecord.Promised
	}
	return onrecord.Asserted
}

// saysIt: the cue says no more than that somebody speaks.
func (d *draft) saysIt(g *verbGroup) bool {
	return g.main == none || d.has(g, plainVerbs)
}

// asks: a question. "Questioned his judgement" is a doubt, and says so.
func (d *draft) asks(st *onrecord.Statement, g *verbGroup) bool {
	if !d.has(g, askingVerbs) || !g.verb || askingVerbs[d.low[g.main]] != "question" {
		return d.has(g, askingVerbs)
	}
	from, until := d.opening(st, g, 2)
	if d.anyIn(from, until, questions) || d.anyIn(g.main+1, g.end, questions) || len(st.Content) == 0 {
		return true
	}
	for _, c := range st.Content {
		if first, end := d.tokens(c); first < end && d.anyIn(max(first, end-3), end, asked) {
			return true
		}
	}
	return false
}

var asked = set("?")

var plainVerbs = bases("say tell insist reply respond answer add write tweet post argue maintain assert state claim explain declare accord contend interject note testify counter retort protest")

// lightVerbs leave it to the noun or verb after them what was done: "made a
// promise", "wrote a letter asking".
var lightVerbs = bases("offer make give issue renew deliver pose start take keep begin continue write send stop publish go say speak release")

// toLast moves the group from a light verb to the last noun or verb of the cue
// that tells an act.
func (d *draft) toLast(g *verbGroup) bool {
	if !d.has(g, lightVerbs) {
		return false
	}
	noun := true // no preposition stands between: not "wrote in response to questions"
	for k := g.main + 1; k < g.end; k++ {
		if d.tag(k) == "IN" || d.tag(k) == "TO" || d.tag(k) == "," {
			noun = false
		}
	}
	for k := g.end - 1; k > g.main; k-- {
		if w := d.low[k]; (d.verb(k) || noun && d.noun(k)) && (askingVerbs[w] != "" || promisingVerbs[w] != "" || demandingVerbs[w] != "" || denyingVerbs[w] != "" || warningVerb[w] != "" || w == "denial") {
			g.main, g.verb = k, d.verb(k)
			return true
		}
	}
	return false
}

// has reports that the main verb, or noun where the cue has no verb, is in a
// list.
func (d *draft) has(g *verbGroup, list map[string]string) bool {
	return g.main != none && list[d.low[g.main]] != ""
}

// opening are the tokens of the first words of the content, [first, end), as
// far as they follow the cue.
func (d *draft) opening(st *onrecord.Statement, g *verbGroup, most int) (first, end int) {
	for _, c := range st.Content {
		first, end = d.tokens(c)
		if first >= g.first && first < end {
			return first, min(end, first+most)
		}
	}
	return 0, 0
}

func (d *draft) anyIn(first, end int, list map[string]bool) bool {
	for k := first; k < end; k++ {
		if list[d.low[k]] {
			return true
		}
	}
	return false
}
