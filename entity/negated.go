package entity

import (
	"strings"

	"onrecord"
)

// declines: refused to comment, or did not answer a request. "Refused to
// apologise" is a position.
func (d *draft) declines(st *onrecord.Statement, g *verbGroup) bool {
	from, until := d.opening(st, g, 2*groupReach)
	switch {
	case g.refused || d.has(g, refusingVerbs) || d.at(g.main) == "refusal":
		return d.reveals(g, from, until)
	case d.unreachable(g):
		return true
	case g.dodged || d.has(g, dodgingVerbs) && g.verb:
		return d.anyIn(max(g.first, g.main+1), g.end, requests) || d.anyIn(from, min(until, from+groupReach), requests) || d.avoidsAnswer(g)
	case d.noComment(g, from, until):
		return true
	case !g.negated || g.main == none || !g.verb:
		return false
	}
	switch w := d.low[g.main]; {
	case g.modal == "would" || g.modal == "will":
		return revealingVerbs[w] != ""
	case replyVerbs[w] != "":
		return replyVerbs[w] == "answer" || from >= until && d.plainEnd(g) || d.anyIn(g.main+1, g.end, requests) || d.anyIn(g.end, min(g.end+groupReach, len(d.low)), requests) || d.anyIn(from, until, requests)
	}
	return strings.HasPrefix(d.low[g.main], "comment")
}

var replyVerbs = bases("respond return reply answer acknowledge")

// plainEnd reports a cue of a verb group alone, or with "to" after it.
func (d *draft) plainEnd(g *verbGroup) bool { return g.end <= g.main+3 }

// reveals: the verb that was refused is one of telling.
func (d *draft) reveals(g *verbGroup, from, until int) bool {
	for k := g.first; k < g.end; k++ {
		if refusingVerbs[d.low[k]] == "" && revealingVerbs[d.low[k]] != "" && (d.verb(k) || d.noun(k)) || d.low[k] == "comment" {
			return true
		}
	}
	if from >= until {
		return d.has(g, refusingVerbs) // "declined"
	}
	for k := from; k < min(until, from+4); k++ {
		w := d.low[k]
		if revealingVerbs[w] != "" && d.at(k-1) != "of" || requests[w] && d.low[from] != "to" && (refusingVerbs[d.at(g.main)] == "decline" || d.anyIn(from, until, answering)) {
			return true
		}
		if d.verb(k) && w != "be" && w != "to" {
			return false
		}
	}
	return false
}

// unreachable: "could not be reached", "was not available for comment".
func (d *draft) unreachable(g *verbGroup) bool {
	for k := g.first; k < g.end; k++ {
		switch d.low[k] {
		case "reached", "available", "reachable":
			if d.low[k] == "reached" && d.at(k-1) != "be" && d.at(k-1) != "been" {
				continue // "has not reached a decision"
			}
			if g.negated || d.at(k-1) == "not" || d.at(k-2) == "not" || d.at(k-2) == "n't" || d.at(k-2) == "n’t" {
				return d.low[k] != "available" || d.anyIn(k, min(len(d.low), k+4), requests)
			}
		case "unavailable", "unreachable":
			return d.anyIn(k, min(len(d.low), k+4), requests)
		}
	}
	return false
}

// noComment: "had no comment", "No comment,".
func (d *draft) noComment(g *verbGroup, from, until int) bool {
	for k := g.first; k+1 < g.end; k++ {
		if d.low[k] == "no" && (answers[d.low[k+1]] || d.low[k+1] == "immediate" && answers[d.at(k+2)]) {
			return true
		}
	}
	for k := from; k+1 < min(until, from+3); k++ {
		if d.low[k] == "no" && d.low[k+1] == "comment" {
			return true
		}
	}
	return false
}

var (
	answering = set("comment interview interviews answer answers reporters")
	answers   = set("comment response reply reaction")
)

// avoidsAnswer: "avoided answering".
func (d *draft) avoidsAnswer(g *verbGroup) bool {
	for k := max(g.first, g.main); k < g.end; k++ {
		if w := d.low[k]; w == "answering" || w == "commenting" || w == "responding" {
			return true
		}
	}
	return false
}

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
