package entity

import "onrecord"

// readAuxiliary takes in one token before the main verb.
func (d *draft) readAuxiliary(g *verbGroup, k int, outside bool) {
	w := d.low[k]
	switch {
	case negative[w]:
		n := d.at(k + 1)
		g.negated = g.negated || n != "only" && n != "just" && n != "merely" && (n != "to" || choosing[d.at(k-1)])
	case w == "yet" && d.at(k+1) == "to" && d.at(k-1) != "not", w == "without" && !outside:
		g.negated = true
	case modals[w] != "" && (d.tag(k) == "MD" || w[0] == '\''):
		g.modal = modals[w]
	case w == "no" && d.at(k+1) == "longer", w == "nothing" && d.at(k+1) == "to":
		g.negated = true
	case planningVerbs[w] != "" || planningWords[w] && !comparing[d.at(k-1)]:
		g.planned = g.planned || d.toVerb(k+1, g)
	case refusingVerbs[w] != "", unwilling[w]:
		g.refused = true
	case wishing[w]:
		g.planned = g.planned || g.main != none && statingVerbs[d.low[g.main]] != "" && d.toVerb(k+1, g)
	case dodgingVerbs[w] != "" && d.verb(k):
		g.dodged = true
	case w == "if" && d.at(k+1) != "not" && d.at(k-1) != "as" && d.at(k-1) != "even", w == "unless":
		g.supposed = true
	case habitual[w]:
		g.often = true
	case unstopped[w]:
		g.negated = false // "did not hesitate to say"
	case (w == "need" || w == "needs" || w == "has" || w == "have") && d.at(k+1) == "to" && g.modal == "":
		g.modal = "must"
	}
	if failingVerbs[w] != "" && d.verb(k) && d.failsTo(k+1) {
		g.negated = true
	}
}

// failsTo reports what a verb of failing governs at token k: "to", "from", or
// a gerund, also after an adverb: "avoided directly criticising".
func (d *draft) failsTo(k int) bool {
	for k < len(d.low)-1 && d.tag(k) == "RB" && d.low[k] != "short" {
		k++
	}
	return d.at(k) == "to" || d.at(k) == "from" || d.at(k) == "short" || k < len(d.low) && d.tag(k) == "VBG"
}

// wishing verbs have a saying still to come.
var wishing = set("hope hopes hoped hoping want wants wanted wanting")

// unstopped words undo the negation before them.
var unstopped = set("hesitate hesitates hesitated hesitating afraid shy ashamed cease ceased tire tired")

// unwilling words refuse.
var unwilling = set("unwilling unable reluctant")

// choosing verbs have what they govern not done: "chose not to answer".
var choosing = set("careful chose chosen choose chooses choosing decided opted elected")

// comparing words make of "likely" a share: "were more likely to say".
var comparing = set("more most less least as equally")

// toVerb reports that "to" and the main verb follow token k.
func (d *draft) toVerb(k int, g *verbGroup) bool {
	for ; k < g.main; k++ {
		if d.low[k] == "to" || d.low[k] == "on" && d.low[k-1] != "going" {
			return true
		}
		if d.tag(k) != "RB" {
			return false
		}
	}
	return false
}

// readChildren takes in what the parse hangs on the main verb from farther
// away: "nor have they warned", "if the board says".
func (d *draft) readChildren(g *verbGroup, source onrecord.Span) {
	from, until := d.bounds(g.main)
	for k := max(from, g.main-2*wayReach); k < min(until, g.main); k++ {
		t := &d.r.Tokens[k]
		if t.Head != g.main || source.Contains(t.Span) || k >= g.from && k < g.main || d.content[k] != d.content[g.main] {
			continue
		}
		w := d.low[k]
		switch {
		case t.Rel == "mark" && (w == "if" && d.at(k-1) != "even" && d.at(k-1) != "as" || w == "unless"):
			g.supposed = true
		case (t.Rel == "neg" || w == "nor" || w == "neither") && d.at(k+1) != "only":
			g.negated = true
		case t.Rel == "aux" && modals[w] != "" && g.modal == "":
			g.modal = modals[w]
		}
	}
	d.supposedBefore(g)
}

// opensInverted reports an auxiliary near token k and no other verb before the
// main one: "Nor, it seems, have they warned".
func (d *draft) opensInverted(k int, g *verbGroup) bool {
	found := false
	for ; k < g.from; k++ {
		found = found || auxiliaries[d.low[k]]
		if d.verb(k) && !auxiliaries[d.low[k]] {
			return false
		}
	}
	return found
}

// supposedBefore finds the "if" of the clause whose verb the cue is, where no
// verb and no comma stands between.
func (d *draft) supposedBefore(g *verbGroup) {
	from, _ := d.bounds(g.first)
	if w := d.low[from]; (w == "nor" || w == "neither") && d.opensInverted(from+1, g) && g.main-from <= 2*groupReach {
		g.negated = true
	}
	for k := g.from - 1; k >= max(from, g.from-groupReach); k-- {
		switch {
		case d.low[k] == "if" && d.at(k-1) != "as" && d.at(k-1) != "even", d.low[k] == "unless":
			g.supposed = true
			return
		case d.verb(k) || d.tag(k) == "," || d.tag(k) == ":" || d.quoted[k] && !d.quoted[g.first]:
			return
		}
	}
}
