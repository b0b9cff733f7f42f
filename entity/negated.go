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
