package entity

// findMain finds the verb of saying in the cue's first chain of verbs, or its
// last verb: "announce" in "is expected to announce on Monday"; else its first
// noun of saying.
func (d *draft) findMain(g *verbGroup) {
	if d.chain(g); g.main != none {
		d.pastAuxiliary(g)
		return
	}
	for k := g.first; k < g.end; k++ {
		if w := d.low[k]; (statingVerbs[w] != "" || sayingNouns[w]) && (g.main == none || !d.noun(g.main)) {
			g.main = k
		}
	}
}

// chain follows the cue's first chain of verbs up to one of saying: "vowed to
// fight".
func (d *draft) chain(g *verbGroup) {
	for k := g.first; k < g.end; k++ {
		switch {
		case g.main != none && statingVerbs[d.low[g.main]] != "":
			return
		case d.verbal(k):
			g.main, g.verb = k, true
		case g.main != none && !d.carries(k):
			return
		}
	}
}

// pastAuxiliary moves the main verb on from an auxiliary that something parts
// from it: "did not at any time mention", "did his best to dodge".
func (d *draft) pastAuxiliary(g *verbGroup) {
	if w := d.low[g.main]; !auxiliaries[w] && w != "done" {
		return
	}
	for k := g.main + 1; k < g.end; k++ {
		if w := d.low[k]; d.verbal(k) && !auxiliaries[w] && (statingVerbs[w] != "" || dodgingVerbs[w] != "" || modals[d.at(k-1)] != "" || modals[d.at(k-2)] != "") {
			g.main = k
			return
		}
	}
}

// sayingNouns tell an act and are no form of its verb.
var sayingNouns = set("denial denials refusal rejection dismissal plea pleas plan plans intention")

// verbal reports a verb: by its tag, or a verb of saying where only a verb can
// stand.
func (d *draft) verbal(k int) bool {
	if d.verb(k) || d.noun(k) && d.afterModal(k) {
		return true
	}
	w, before := d.low[k], d.at(k-1)
	return baseForm(w) && (modals[before] != "" || before == "to" || negative[before] || before == "did" || before == "n't" || before == "n’t")
}

// baseForm reports a verb that tells an act, as it stands after "to".
func baseForm(w string) bool {
	for _, verbs := range []map[string]string{statingVerbs, steeringVerbs, givingVerbs, dodgingVerbs, dismissingVerbs} {
		if verbs[w] == w {
			return true
		}
	}
	return false
}

// afterModal: only a verb can stand there, whatever its tag: "will headline".
func (d *draft) afterModal(k int) bool {
	return k > 0 && d.tag(k-1) == "MD" && modals[d.low[k-1]] != ""
}

// carries reports that a chain of verbs goes on over token k.
func (d *draft) carries(k int) bool {
	switch d.tag(k) {
	case "RB", "TO", "RP", "MD", "RBR":
		return true
	case "JJ":
		return d.at(k+1) == "to" || d.at(k+1) == "not" && d.at(k+2) == "to"
	case "VBN", "NNS":
		return planningWords[d.low[k]]
	}
	return negative[d.low[k]] || choosing[d.low[k]] && d.at(k+1) == "not" || d.low[k] == "nothing" && d.at(k+1) == "to" || d.low[k] == "yet" || d.low[k] == "short" && d.at(k+1) == "of" || d.low[k] == "to" || d.low[k] == "on" && d.at(k+1) == "to" ||
		d.low[k] == "of" && d.at(k-1) == "short" || d.low[k] == "from" && d.tag(min(k+1, len(d.low)-1)) == "VBG"
}
