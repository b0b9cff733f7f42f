package entity

import (
	"strings"

	"onrecord"
)

// demands: "demanded that", "called on Congress to", "told him to leave".
func (d *draft) demands(st *onrecord.Statement, g *verbGroup) bool {
	from, until := d.opening(st, g, 2*groupReach)
	for k := g.first; k < g.end; k++ {
		w := d.low[k]
		switch {
		case d.at(k+2) == "question" && demandingVerbs[w] == "beg":
			return false
		case d.at(k+1) == "guilty" || d.at(k+2) == "guilty" || w == "order" && d.at(k+1) == "up":
			return false
		case demandingVerbs[w] != "" && (d.verb(k) || k == g.main):
			return !d.noun(k) || !bareNouns[w] || from < until && d.low[from] == "to" || k == g.end-1 && d.toldTo(from, until)
		case strings.HasPrefix(w, "call") && (w == "call" || w == "calls" || w == "called" || w == "calling"):
			if d.callsFor(k, g, from, until) {
				return true
			}
		case (w == "appeal" || w == "appeals" || w == "appealed" || w == "petitioned" || w == "asking" || w == "asked" || w == "asks" || w == "ask" || pushing[w]) && d.followed(k, g, from, until, "for"):
			return true
		}
	}
	if w := d.at(g.main); w == "plea" || w == "pleas" {
		return true
	}
	if g.main == none || !g.verb {
		return false
	}
	if d.has(g, askingVerbs) && askingVerbs[d.low[g.main]] == "ask" {
		return !d.anyIn(g.main, g.end, questions) && d.askedTo(from, until)
	}
	return d.has(g, steeringVerbs) && d.steers(g, from, until)
}

var pushing = set("push pushes pushed pushing press presses pressed pressing lobby lobbies lobbied lobbying")

// bareNouns demand nothing of anybody unless "to" follows: "the order".
var bareNouns = set("order orders command commands")

// callsFor: "for", "on" or "upon" after "called", with at most a date between.
func (d *draft) callsFor(k int, g *verbGroup, from, until int) bool {
	if _, ok := pronouns[d.at(k+1)]; ok {
		return false // "called them on it"
	}
	for _, w := range []string{"for", "on", "upon"} {
		if d.followed(k, g, from, until, w) {
			return true
		}
	}
	return false
}

// followed reports that w follows token k inside the cue or opens the content.
func (d *draft) followed(k int, g *verbGroup, from, until int, w string) bool {
	for i := k + 1; i < min(k+4, g.end+1); i++ {
		if d.at(i) == w {
			return true
		}
		if i < g.end && d.verb(i) {
			return false
		}
	}
	return from < until && d.low[from] == w
}

// steers: somebody and "to" and a verb follow: "told him to leave".
func (d *draft) steers(g *verbGroup, from, until int) bool {
	if d.ordered(g) || d.stepsFor(g) {
		return true
	}
	wants := d.low[g.main] == "want" || d.low[g.main] == "wants" || d.low[g.main] == "wanted"
	at := g.main + 1
	if at >= g.end && from < until {
		at = min(at, from)
	}
	_, end := d.bounds(g.main)
	for k := at; k+1 < min(end, at+groupReach+2); k++ {
		switch {
		case d.quoted[k] && !d.quoted[g.main]:
			return false
		case d.low[k] == "to":
			return d.tag(k+1) == "VB" && (k > at || !wants && g.main+1 < k) && (!wants || k > g.main+1)
		case d.verb(k) || d.tag(k) == "," || d.tag(k) == "IN" && d.low[k] != "of" || strings.HasPrefix(d.tag(k), "W"):
			return false
		}
	}
	return false
}

// ordered: "was told to leave".
func (d *draft) ordered(g *verbGroup) bool {
	_, end := d.bounds(g.main)
	return beForms[d.at(g.main-1)] && g.main+2 < end && d.low[g.main+1] == "to" && d.tag(g.main+2) == "VB"
}

var beForms = set("is are was were been being be")

// toldTo: "her crew to stay" follows a noun that must be a verb.
func (d *draft) toldTo(from, until int) bool {
	for k := from; k+1 < until; k++ {
		switch {
		case d.low[k] == "to":
			return k > from
		case d.verb(k) || d.tag(k) == "," || d.tag(k) == "IN" || d.tag(k) == ".":
			return false
		}
	}
	return false
}

// stepsFor: somebody and what is wanted follow: "pressed the mayor for a
// vote", "challenged him to a race".
func (d *draft) stepsFor(g *verbGroup) bool {
	with := steps[steeringVerbs[d.low[g.main]]]
	_, end := d.bounds(g.main)
	for k := g.main + 1; with != "" && k+1 < min(end, g.main+groupReach); k++ {
		switch {
		case d.low[k] == with:
			return k > g.main+1 && (d.tag(k+1) == "DT" || with == "for")
		case d.verb(k) || d.tag(k) == "," || d.tag(k) == "IN" || d.quoted[k] && !d.quoted[g.main]:
			return false
		}
	}
	return false
}

// steps are the words between somebody and the thing that is asked of them.
var steps = map[string]string{"press": "for", "pressure": "for", "petition": "for", "lobby": "for", "challenge": "to", "dare": "to", "invite": "to"}

// askedTo: "asked voters to stay" is a demand, "asked whether" a question.
func (d *draft) askedTo(first, end int) bool {
	if first >= end || questions[d.low[first]] || d.quoted[first] {
		return false
	}
	for k := first; k < end-1; k++ {
		if k > first && d.verb(k-1) {
			break
		}
		if d.low[k] == "to" && strings.HasPrefix(d.tag(k+1), "VB") {
			return true
		}
	}
	return d.low[first] == "that" || d.low[first] == "for"
}

var questions = set("whether if how why what who when where which about")
