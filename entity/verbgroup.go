package entity

import "onrecord"

// A verbGroup is what a cue says besides its main verb: "is not expected to
// announce".
type verbGroup struct {
	first, end int    // tokens of the cue
	from       int    // first token that belongs to it: "has" in "has he said"
	main       int    // token of the main verb or noun, none when there is none
	verb       bool   // main is a verb
	negated    bool   // "not", "never", "yet to", "without", "failed to"
	modal      string // "would", "will", "can" …; empty when none
	planned    bool   // "is expected to", "plans to"
	supposed   bool   // "if he says"
	refused    bool   // "declined to"
	dodged     bool   // "sidestepped", "avoided"
	often      bool   // "would often say"
}

// groupReach is how many tokens before a cue can belong to its verb group.
const groupReach = 6

var (
	negative = set("not n't n’t never neither nor")
	modals   = map[string]string{
		"will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "would": "would", "'d": "would", "’d": "would",
		"may": "may", "might": "may", "could": "could", "should": "should", "must": "must", "ought": "should", "can": "can", "ca": "can",
	}
	auxiliaries = set("be is are was were been being am 's 're ’s ’re has have had having do does did to 've ’ve")
	habitual    = set("often always sometimes regularly frequently repeatedly usually routinely again")
)

// group reads the verb group of a statement's cue.
func (d *draft) group(st *onrecord.Statement) verbGroup {
	first, end := d.phraseOf(st.Cue)
	g := verbGroup{first: first, end: end, from: first, main: none}
	if first >= end {
		return g
	}
	d.findMain(&g)
	d.extend(&g, st.Source)
	until := end
	if g.main != none && g.verb {
		until = g.main
	}
	for k := g.from; k < until; k++ {
		d.readAuxiliary(&g, k, k < first)
	}
	if g.main != none {
		d.readChildren(&g, st.Source)
	}
	for k := max(g.first, g.main+1); k < g.end; k++ {
		g.often = g.often || habitual[d.low[k]] // "would return to it again and again"
	}
	if s, e := d.phraseOf(st.Source); s < e && s < first && nobodies[d.low[s]] {
		g.negated = true // "Neither company would comment"
	}
	return g
}

var nobodies = set("neither no nobody none")

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
	return (statingVerbs[w] == w || steeringVerbs[w] == w || givingVerbs[w] == w || dodgingVerbs[w] == w) && (modals[before] != "" || before == "to" || negative[before] || before == "did" || before == "n't" || before == "n’t")
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

// extend moves the start back over auxiliaries that stand before the cue.
func (d *draft) extend(g *verbGroup, source onrecord.Span) {
	from, _ := d.bounds(g.first)
	for k := g.first - 1; k >= max(from, g.first-groupReach); k-- {
		if source.Contains(d.r.Tokens[k].Span) {
			return // "Will wrote"
		}
		w := d.low[k]
		_, planning := planningVerbs[w]
		_, refusing := refusingVerbs[w]
		if !auxiliaries[w] && !negative[w] && modals[w] == "" && !planning && !planningWords[w] && !refusing && d.tag(k) != "RB" && w != "yet" {
			return
		}
		if d.quoted[k] && !d.quoted[g.first] || d.tag(k) == "POS" {
			return
		}
		g.from = k
	}
}
