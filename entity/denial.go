package entity

import (
	"strings"

	"onrecord"
)

// denies: says of an accusation, a report or a claim that it is not so.
func (d *draft) denies(st *onrecord.Statement, g *verbGroup) bool {
	from, until := d.opening(st, g, 3*groupReach)
	if g.main == none {
		return false
	}
	w := d.low[g.main]
	switch {
	case denyingVerbs[w] != "" && (g.verb || w != "dispute" && w != "disputes"):
		if from >= until { // "the motion was denied"
			from, until = d.begins(st, groupReach)
		}
		return !d.withholds(g, from, until)
	case w == "denial" || w == "denials":
		return true
	case g.verb && dismissingVerbs[w] != "" || w == "rejection" || w == "dismissal":
		return d.awayWith(g) && (d.shortClaim(st) || d.anyIn(from, until, falseWords) || d.anyIn(g.main+1, g.end, claimNouns) || d.anyIn(from, d.phraseEnd(from, until), claimNouns))
	case g.verb && namingVerbs[w] != "":
		return d.anyIn(from, until, untrue) || d.anyIn(g.main+1, g.end, claimNouns) && d.anyIn(from, until, falseWords) ||
			d.anyIn(from, d.phraseEnd(from, until), claimNouns) && d.anyIn(from, until, falseWords)
	case w == "pleaded" || w == "plead" || w == "pleads" || w == "pleading" || w == "pled":
		return d.inOrder(g.main, max(g.end, until), "not", "guilty")
	}
	return d.takesIssue(g, from, until) || d.saysFalse(g, from, until) || d.innocent(st, from, until)
}

// innocent: "insisted he had done nothing wrong", not "there was nothing wrong
// with it", nor what a share of those asked say.
func (d *draft) innocent(st *onrecord.Statement, from, until int) bool {
	until = min(until, from+8)
	if first, end := d.phraseOf(st.Source); first < end {
		if h := d.head(first, end); d.plural(h) || d.low[h] == "percent" {
			return false
		}
	}
	for k := from; k+1 < until; k++ {
		if d.low[k] == "nothing" && d.low[k+1] == "wrong" && d.at(k+2) != "with" || d.low[k] == "no" && d.low[k+1] == "wrongdoing" {
			return true
		}
	}
	return d.anyIn(from, min(until, from+3), innocence)
}

var innocence = set("innocence innocent")

// awayParticles are what some verbs need to dismiss: "pushed back".
var awayParticles = map[string]map[string]bool{
	"push": set("back"), "shoot": set("down"), "knock": set("down"), "bat": set("away down"), "swat": set("away down"),
	"laugh": set("off"), "shrug": set("off"), "brush": set("off aside away"),
}

// awayWith reports that the main verb has the particle that it needs.
func (d *draft) awayWith(g *verbGroup) bool {
	need := awayParticles[dismissingVerbs[d.low[g.main]]]
	return need == nil || d.anyIn(g.main+1, min(g.main+3, len(d.low)), need)
}

// shortClaim: "an allegation" alone is the content, wherever it stands.
func (d *draft) shortClaim(st *onrecord.Statement) bool {
	for _, c := range st.Content {
		if first, end := d.tokens(c); end-first <= 3 && d.anyIn(first, end, claimNouns) {
			return true
		}
	}
	return false
}

// phraseEnd is the end of the noun phrase at from, with what "of" adds.
func (d *draft) phraseEnd(from, until int) int {
	k := from
	for k < until && (!d.verb(k) || k == from || !d.noun(k-1) && (d.tag(k) == "VBN" || d.tag(k) == "VBG")) && d.tag(k) != "," && (d.tag(k) != "IN" || d.low[k] == "of" || k == from) && !strings.HasPrefix(d.tag(k), "W") {
		k++
	}
	return k
}

func (d *draft) inOrder(from, until int, a, b string) bool {
	for k := from; k+1 < min(until, from+2*groupReach); k++ {
		if d.low[k] == a && d.at(k+1) == b {
			return true
		}
	}
	return false
}

// withholds: "deny Lee the nomination", "denied status to workers" are no
// denials.
func (d *draft) withholds(g *verbGroup, from, until int) bool {
	if from >= until || d.low[from] == "that" || denyingVerbs[d.low[g.main]] != "deny" {
		return false
	}
	if m := d.mentionAt(from); m != nil && m.end < until && d.tag(m.end) == "DT" && d.low[m.end] != "that" {
		return true
	}
	end := d.phraseEnd(from, until)
	if d.anyIn(from, end, claimNouns) {
		return false
	}
	what := from + 1
	for what < end && d.tag(what) != "TO" && d.tag(what) != "IN" {
		what++
	}
	return withheld[d.low[d.nounHead(from, what)]] || withheld[d.low[from]]
}

// saysThat: the content begins with "that is", "it was": what was said before.
func (d *draft) saysThat(from, until int) bool {
	for k := from; k < min(until, from+3); k++ {
		switch d.low[k] {
		case "that", "it", "this":
			w := d.at(k + 1)
			return w == "is" || w == "'s" || w == "’s" || w == "was"
		}
	}
	return false
}

// takesIssue: "took issue with the report", "disagreed with the claim".
func (d *draft) takesIssue(g *verbGroup, from, until int) bool {
	for k := g.first; k+1 < g.end; k++ {
		if d.low[k] == "issue" && d.low[k+1] == "with" || strings.HasPrefix(d.low[k], "disagree") && d.low[k+1] == "with" {
			return d.anyIn(k, g.end, claimNouns) || d.anyIn(from, d.phraseEnd(from, until), claimNouns)
		}
	}
	return false
}

// saysFalse: "said the report was false", "insisted the charges were not
// true".
func (d *draft) saysFalse(g *verbGroup, from, until int) bool {
	claim, is := d.saysThat(from, until), false
	for k := from; k < until; k++ {
		w := d.low[k]
		switch {
		case is && (untrue[w] || falseWords[w] && !d.saysThat(from, until) || w == "true" && (d.at(k-1) == "not" || d.at(k-1) == "n't" || d.at(k-1) == "n’t")):
			return true
		case claim && (w == "is" || w == "are" || w == "was" || w == "were" || w == "'s" || w == "’s"):
			is = true
		case !claim && d.verb(k) && k > from:
			return false
		case claim && !is && d.verb(k):
			return false
		case !is && claimNouns[w]:
			claim = true
		case is && (d.verb(k) && w != "been" || d.tag(k) == "IN" || d.tag(k) == ","):
			return false
		}
	}
	return false
}
