package entity

import (
	"strings"

	"onrecord"
)

// act says what was done with the words, from the cue's verb group and the
// first words of the content. First it is asked whether anything was said at
// all; then what.
func (d *draft) act(i int) onrecord.Act {
	st := &d.r.Statements[i]
	g := d.group(st)
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
	case d.denies(st, g):
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
		if w := d.low[k]; (d.verb(k) || noun && d.noun(k)) && (askingVerbs[w] != "" || promisingVerbs[w] != "" || demandingVerbs[w] != "" || denyingVerbs[w] != "" || w == "denial") {
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

// conditional: the saying is planned, supposed or only possible.
func (d *draft) conditional(i int, g *verbGroup) bool {
	st := &d.r.Statements[i]
	if g.supposed {
		return true
	}
	if g.main == none || !g.verb || g.negated && g.modal != "may" {
		return false
	}
	w := d.low[g.main]
	speaks := statingVerbs[w] != ""
	switch {
	case g.planned:
		return !leaning[w]
	case planningVerbs[w] != "" && d.plansToSay(st, g):
		return true
	case d.inTitle(g.main) && d.low[g.from] == "to" && d.tag(g.main) == "VB" && g.main <= g.from+2:
		return true // "Council to back plan"
	}
	switch g.modal {
	case "will":
		return speaks || !leaning[w] && w != "be" && w != "remain" && w != "need"
	case "may", "could":
		return true
	case "should":
		return speaks
	case "must":
		return speaks && !d.firstPersonSource(st)
	case "would":
		return (speaks || d.sources[i].form != "thing" && d.sources[i].form != "document") && !leaning[w] && !g.often && !d.firstPersonSource(st) && d.at(g.main-1) != "only" && d.at(g.main-1) != "rather"
	}
	return false
}

// leaning verbs tell with "would" what somebody wants now: no saying is to
// come.
var leaning = set("like love prefer want rather have vote support accept oppose welcome hope seem appear")

// plansToSay: "is planning" with a content such as "to reprint the letter".
func (d *draft) plansToSay(st *onrecord.Statement, g *verbGroup) bool {
	from, until := d.opening(st, g, groupReach)
	if from >= until || d.low[from] != "to" {
		return false
	}
	for k := from + 1; k < until; k++ {
		if w := d.low[k]; statingVerbs[w] != "" || appearing[w] {
			return true
		} else if d.verb(k) {
			return false
		}
	}
	return false
}

// appearing verbs are planned for a saying to come.
var appearing = set("reprint print publish air deliver release unveil appear testify introduce give headline")

func (d *draft) inTitle(k int) bool { return d.r.Doc.Headline.Contains(d.r.Tokens[k].Span) }

func (d *draft) firstPersonSource(st *onrecord.Statement) bool {
	first, end := d.phraseOf(st.Source)
	return first < end && (d.low[first] == "i" || d.low[first] == "we")
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
			return !d.noun(k) || !bareNouns[w] || from < until && d.low[from] == "to"
		case strings.HasPrefix(w, "call") && (w == "call" || w == "calls" || w == "called" || w == "calling"):
			if d.callsFor(k, g, from, until) {
				return true
			}
		case (w == "appeal" || w == "appeals" || w == "appealed" || w == "petitioned" || w == "asking" || w == "asked" || w == "asks" || w == "ask") && d.followed(k, g, from, until, "for"):
			return true
		}
	}
	if g.main == none || !g.verb {
		return false
	}
	if d.has(g, askingVerbs) && askingVerbs[d.low[g.main]] == "ask" {
		return !d.anyIn(g.main, g.end, questions) && d.askedTo(from, until)
	}
	return d.has(g, steeringVerbs) && d.steers(g, from, until)
}

// bareNouns demand nothing of anybody unless "to" follows: "the order".
var bareNouns = set("order orders command commands")

// callsFor: "for", "on" or "upon" after "called", with at most a date between.
func (d *draft) callsFor(k int, g *verbGroup, from, until int) bool {
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
