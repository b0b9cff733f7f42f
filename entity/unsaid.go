package entity

import "onrecord"

// notSaid: the report is negated: "did not say", "made no mention of".
func (d *draft) notSaid(st *onrecord.Statement, g *verbGroup) bool {
	for k := g.first; k+1 < g.end; k++ {
		if d.low[k] == "no" && d.anyIn(k+1, min(g.end, k+3), unsaidNouns) {
			return true
		}
	}
	if d.avoidsSaying(st, g) || d.saysNothing(st, g) {
		return true
	}
	if g.main == none || !g.negated || g.modal == "can" {
		return false
	}
	w := d.low[g.main]
	if (steeringVerbs[w] != "" && steeringVerbs[w] != "want" || pushing[w]) && d.demands(st, g) {
		return true // "is not pressing them to leave"
	}
	if givingVerbs[w] != "" { // "without offering specifics"
		from, until := d.opening(st, g, groupReach)
		if withholdingVerbs[w] != "" && d.anyIn(from, until, figures) {
			return true
		}
		return d.anyIn(g.main+1, g.end, unsaidNouns) || d.anyIn(from, until, unsaidNouns)
	}
	return statingVerbs[w] != "" && !(w == "identify" && d.at(g.main+1) == "with")
}

var givingVerbs = bases("give offer provide make share release have")

// avoidsSaying: "avoided direct criticism of".
func (d *draft) avoidsSaying(st *onrecord.Statement, g *verbGroup) bool {
	if !g.verb || !avoiding[d.at(g.main)] {
		return false
	}
	from, until := d.opening(st, g, 3)
	return d.anyIn(g.main+1, g.end, saidNouns) || d.anyIn(from, until, saidNouns)
}

// saysNothing: "said almost nothing about", not "said nothing was wrong".
func (d *draft) saysNothing(st *onrecord.Statement, g *verbGroup) bool {
	if !g.verb || !sayForms[d.at(g.main)] {
		return false
	}
	k := g.main + 1
	for k < len(d.low)-1 && k < g.main+3 && d.tag(k) == "RB" {
		k++
	}
	return d.at(k) == "nothing" && (k == g.end-1 || d.at(k+1) == "about" || d.at(k+1) == "of" || d.at(k+1) == "on")
}

var sayForms = set("say says said saying")

var (
	avoiding  = set("avoid avoids avoided avoiding")
	saidNouns = set("criticism criticisms mention mentions attack attacks reference references talk comment discussion endorsement accusations")
	// withholdingVerbs with a figure or a plan leave it unsaid.
	withholdingVerbs = bases("offer give provide share release publish")
	figures          = set("plan plans solution solutions amount amounts price figure figures number numbers data result results statistics total")
)

// unsaidNouns are what is not given by those who say nothing.
var unsaidNouns = set("mention details explanation explanations specifics evidence indication reference references announcement statement answer answers endorsement endorsements suggestion promise promises position assertion")
