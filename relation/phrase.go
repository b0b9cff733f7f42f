package relation

import (
	"strings"

	"onrecord"
)

// phraseReach bounds the tokens of a noun phrase.
const phraseReach = 24

// A phrase is a noun phrase: tokens [first, end) with its head.
type phrase struct {
	first, head, end int
	owner            int // last token of the possessor in it, or none
	pronoun          int // "his", or none
}

// phrase reads the noun phrase that begins at i, without what follows its
// head; ok is false when none does.
func (v *view) phrase(i int) (p phrase, ok bool) {
	if i < 0 || i >= len(v.low) {
		return phrase{head: none, owner: none, pronoun: none}, false
	}
	_, stop := v.bounds(i)
	stop = min(stop, i+phraseReach)
	for i < stop && (quoteMark(v.low[i]) || v.low[i] == "both" || v.low[i] == "all") {
		i++
	}
	p = phrase{first: i, head: none, owner: none, pronoun: none}
	for k := i; k < stop; k++ {
		tag := v.tag(k)
		switch {
		case v.noun(k):
			if v.day(k) {
				return p, p.head != none
			}
			p.head, p.end = k, k+1
		case possessive(v.low[k]) && p.head != none && k+1 < stop && (v.noun(k+1) || strings.HasPrefix(v.tag(k+1), "JJ") || v.tag(k+1) == "CD" || quoteMark(v.low[k+1]) || v.tag(k+1) == "VBN" || v.tag(k+1) == "VBG" || v.tag(k+1) == "RB"):
			p.owner, p.head = k-1, none
		case tag == "PRP$":
			if p.head != none {
				return p, true
			}
			p.pronoun = k
		case tag == "DT" || tag == "PDT" || tag == "CD" || tag == "WP$":
			if p.head != none {
				return p, true
			}
		case tag == "JJ" || tag == "JJR" || tag == "JJS" || tag == "VBN" || tag == "VBG" || tag == "RB" || tag == "$" || tag == "FW" || tag == "VBD" && k+1 < stop && v.noun(k+1) && v.rel(k) == "amod":
			if p.head != none && v.modifies(k) && v.rel(p.head) == "compound" {
				continue // "the GOP presidential nominee"
			}
			if p.head != none || tag == "RB" && k == i || (tag == "VBG" || tag == "VBN") && k == i && !v.modifies(k) {
				return p, p.head != none
			}
		case quoteMark(v.low[k]) && p.head == none, tag == "HYPH", v.low[k] == "&":
		case (tag == "CC" || tag == ",") && p.head == none && k > i && strings.HasPrefix(v.tag(k-1), "JJ"):
		default:
			return p, p.head != none
		}
	}
	return p, p.head != none
}

// day reports a noun that says when: "Tuesday", "last week".
func (v *view) day(k int) bool { return v.r.Tokens[k].Name == "DATE" || v.r.Tokens[k].Name == "TIME" }

// modifies reports a participle before a noun: "repeated claims".
func (v *view) modifies(k int) bool {
	h := v.head(k)
	return h > k && v.noun(h) && (v.rel(k) == "amod" || v.rel(k) == "compound")
}

// extent is the words that name the phrase: it, and "of …", "by …", "from …"
// or a day that follow it.
func (v *view) extent(p phrase) int {
	end := p.end
	_, stop := v.bounds(p.head)
	for range 2 {
		if end+1 >= stop {
			break
		}
		switch v.low[end] {
		case "of", "by", "from":
			if v.low[end] != "of" && nounClass[v.lemma(p.head)] == 0 {
				return end // "the brothers from the floor"
			}
			q, ok := v.phrase(end + 1)
			if !ok {
				return end
			}
			end = q.end
			continue
		}
		if v.r.Tokens[end].Name == "DATE" {
			end++
			continue
		}
		break
	}
	return end
}

// topics introduce what a statement is about.
var topics = set("about on over regarding concerning toward towards against that to of for")

// about is what a noun is said to be about, from its "about", "on", "that" to
// the end of the clause.
func (v *view) about(from int) onrecord.Span {
	_, stop := v.bounds(from)
	if from >= stop || !topics[v.low[from]] || from+1 >= stop || v.r.Tokens[from+1].Name == "DATE" {
		return onrecord.Span{}
	}
	first := from + 1
	if v.low[from] == "to" && v.tag(first) == "VB" || v.low[from] == "that" {
		return v.span(first, v.clauseEnd(first))
	}
	return v.span(first, v.topicEnd(first))
}

// clauseEnd is where a clause that begins at i ends: at a mark, or after
// forty tokens.
func (v *view) clauseEnd(i int) int {
	_, stop := v.bounds(i)
	stop = min(stop, i+40)
	for k := i + 1; k < stop; k++ {
		switch v.low[k] {
		case ",", ".", ";", ":", "—", "--", "?", "!", ")":
			return k
		}
	}
	return stop
}

// topicEnd ends a topic at a mark or a finite verb.
func (v *view) topicEnd(i int) int {
	end := v.clauseEnd(i)
	for k := i + 1; k < end; k++ {
		if t := v.tag(k); t == "VBD" || t == "VBZ" || t == "VBP" || t == "MD" || t == "CC" || v.r.Tokens[k].Name == "DATE" {
			return k
		}
	}
	return end
}
