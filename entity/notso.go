package entity

import (
	"strings"

	"onrecord"
)

// notSo: what is said denies, under whatever verb of saying: "I never said
// that", "she had no part in it", "the claims had no basis", "the account is
// untrue".
func (d *draft) notSo(i int, g *verbGroup) bool {
	from, until := d.begins(&d.r.Statements[i], 3*groupReach)
	if from >= until {
		return false
	}
	return d.ownNot(i, g, from, until) || d.baseless(from, until) || d.calledFalse(from, until)
}

// begins are the first words of the content, before the cue or after it,
// without what only opens them: "No,", "that".
func (d *draft) begins(st *onrecord.Statement, most int) (first, end int) {
	if len(st.Content) == 0 {
		return 0, 0
	}
	first, end = d.tokens(st.Content[0])
	end = min(end, first+most)
	for first < end && (openers[d.low[first]] || strings.Trim(d.low[first], "\"'`“”‘’.,!-–—") == "") {
		first++
	}
	return first, end
}

var openers = set("no well but and look that of course absolutely so first")

// ownNot: the source says that it did not say or do something: "he never
// told them", "we had nothing to do with it".
func (d *draft) ownNot(i int, g *verbGroup, from, until int) bool {
	if from+2 >= until || !d.meansSource(i, g, from) {
		return false
	}
	k := from + 1
	for k < until-1 && (having[d.low[k]] || d.tag(k) == "RB" && !negative[d.low[k]]) {
		k++
	}
	switch w := d.low[k]; {
	case w == "never":
		for k++; k < until-1 && d.tag(k) == "RB"; k++ {
		}
		if contesting[d.at(g.main)] {
			return k < until && pastVerb(d.tag(k)) && d.low[k] != "been"
		}
		return k < until && pastVerb(d.tag(k)) && (statingVerbs[d.low[k]] != "" || deeds[d.low[k]] && objects[d.at(k+1)])
	case w == "did" && k+2 < until && negative[d.low[k+1]]:
		return disownedVerbs[d.low[k+2]] != "" || contesting[d.at(g.main)] && d.tag(k+2) == "VB" && !minding[d.low[k+2]]
	case negative[w] && having[d.at(k-1)] && contesting[d.at(g.main)] && k+1 < until:
		return pastVerb(d.tag(k+1)) && d.low[k+1] != "been"
	case having[d.at(k-1)] && w == "nothing":
		return d.inOrder(k, k+3, "to", "do")
	case having[d.at(k-1)] && w == "no":
		return d.anyIn(k+1, min(until, k+3), parts)
	case (w == "was" || w == "were") && k+2 < until && negative[d.low[k+1]]:
		return d.low[k+2] == "involved"
	}
	return false
}

var (
	having        = set("have has had 've ’ve 'd ’d")
	deeds         = set("did done meant intended")
	objects       = set("it that this anything any so such")
	disownedVerbs = bases("say tell call suggest threaten")
	parts         = set("knowledge involvement part role")
)

func pastVerb(tag string) bool { return tag == "VBD" || tag == "VBN" }

// contesting verbs speak against somebody; minding ones tell a wish or a view
// of one's own, which nobody had claimed.
var (
	contesting = set("insist insists insisted insisting maintain maintains maintained maintaining protest protests protested protesting")
	minding    = set("want like need care think believe mind see regret expect understand fear feel")
)

// baseless: "the accusations had no substance", "there is no truth to it".
func (d *draft) baseless(from, until int) bool {
	for k := from + 1; k+1 < until; k++ {
		if d.low[k] != "no" && d.low[k] != "without" || !grounds[d.low[k+1]] {
			continue
		}
		before := k - 1
		for before > from && strings.Trim(d.low[before], "\"'`“‘") == "" {
			before--
		}
		if d.low[from] == "there" { // "there is no truth to the story"
			return k <= from+3 && (d.at(k+2) == "to" || d.at(k+2) == "in")
		}
		return d.anyIn(from, before, claimNouns) && (having[d.low[before]] || copulas[d.low[before]])
	}
	return false
}

var (
	grounds = set("substance merit basis truth foundation validity")
	copulas = set("is are was were 's ’s be been")
)

// calledFalse: the first clause ends in "is untrue", or in "is wrong" where a
// claim, a report or a figure is its subject.
func (d *draft) calledFalse(from, until int) bool {
	reported := false
	for k := from; k < until; k++ {
		w := d.low[k]
		switch {
		case w == "if" || w == "whether" || negative[w]:
			return false
		case copulas[w] && k > from:
			for k++; k < until && d.tag(k) == "RB" && !negative[d.low[k]]; k++ {
			}
			return k < until && (untrue[d.low[k]] || reported && falseWords[d.low[k]]) && (k+1 >= len(d.low) || !d.noun(k+1))
		case d.tag(k) == "VBD" || d.tag(k) == "VBP" || d.tag(k) == "VBZ" || d.tag(k) == "MD":
			return false
		case claimNouns[w] || reports[w]:
			reported = true
		}
	}
	return false
}

// reports are what else can be wrong.
var reports = set("poll polls number numbers figure figures account accounts depiction portrayal version scene article quote quotes")
