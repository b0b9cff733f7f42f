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
