package relation

import (
	"sort"
	"strings"

	"onrecord"
)

// How a statement of the article is chosen as the one that is meant.
const (
	nearest   = 24 // statements looked at before and after
	wordsRead = 80 // tokens of a statement that are compared
)

// find is the statement of owner on the subject about, nil when none is
// clearly the best. One of the speaker's own must come before what speaks of
// it. A loose search takes one word in common.
func (v *view) find(f *frame, owner onrecord.EntityID, about onrecord.Span, loose bool) *onrecord.Statement {
	if owner == "" || about.IsZero() {
		return nil
	}
	topic := v.topic(about)
	if len(topic) == 0 {
		return nil
	}
	best, most, tied := none, 0.0, false
	for _, m := range v.near(owner, f.group.verb) {
		n := int(m)
		st := &v.r.Statements[n]
		if st.ID == f.end.Statement || owner == f.speaker && !v.precedes(st, f) {
			continue
		}
		switch s := v.shared(topic, st); {
		case s > most:
			best, most, tied = n, s, false
		case s == most && s > 0 && v.sentenceOf(n)-v.sentenceOf(best) > sentencesBack:
			tied = true
		case s == most && s > 0 && len(st.Verbatim) > 0 && len(v.r.Statements[best].Verbatim) == 0:
			best = n // of one utterance the words themselves
		}
	}
	if best == none || tied || !loose && !enough(most, len(topic)) {
		return nil
	}
	return &v.r.Statements[best]
}

// enough: a subject of one or two words must be met whole, a longer one by
// half, or by four words.
func enough(shared float64, words int) bool {
	return shared >= float64(min(words, 2)) && (2*shared >= float64(words) || shared >= 4)
}

// precedes reports a statement that stands before the verb, or is dated
// earlier than what the verb tells.
func (v *view) precedes(st *onrecord.Statement, f *frame) bool {
	if st.Cue.Start < v.r.Tokens[f.group.verb].Start {
		return true
	}
	i, ok := v.indexOf(f.end.Statement)
	return ok && st.Said.Until != "" && v.r.Statements[i].Said.From != "" && st.Said.Until <= v.r.Statements[i].Said.From
}

// before is the statement with words that the speaker made last before the verb,
// no more than three sentences back; nil when somebody else spoke since.
func (v *view) before(f *frame) *onrecord.Statement {
	if f.speaker == "" || v.sentence[f.group.verb] == none {
		return nil
	}
	first, _ := v.bounds(f.group.verb)
	s := max(0, int(v.sentence[f.group.verb])-sentencesBack)
	for k := first - 1; k >= max(0, v.r.Sentences[s].First, first-reach); k-- {
		for _, n := range [2]int32{v.content[k], v.cue[k]} {
			if n == none || v.r.Statements[n].ID == f.end.Statement {
				continue
			}
			if st := &v.r.Statements[n]; st.Speaker == f.speaker && v.hasWords(int(n)) && v.plain(int(n)) {
				return st
			}
			return nil
		}
	}
	return nil
}

// plain reports a cue whose verb is a plain one of saying.
func (v *view) plain(n int) bool {
	i := v.cueVerb(n)
	return i != none && plainly[v.lemma(i)]
}

// near are the statements of owner around token i.
func (v *view) near(owner onrecord.EntityID, i int) []int32 {
	list, at := v.by(owner), v.r.Tokens[i].Start
	k := sort.Search(len(list), func(k int) bool { return first(&v.r.Statements[list[k]]) > at })
	return list[max(0, k-nearest):min(len(list), k+nearest)]
}

// topic are the lemmas of the telling words of a span.
func (v *view) topic(s onrecord.Span) map[string]bool {
	m := map[string]bool{}
	first, end := v.tokens(s)
	for k := first; k < min(end, first+wordsRead); k++ {
		if v.telling(k) {
			m[v.lemma(k)] = true
		}
	}
	return m
}

// telling reports a noun, adjective or verb that says what a statement is
// about.
func (v *view) telling(k int) bool {
	t := v.tag(k)
	return (v.noun(k) || strings.HasPrefix(t, "JJ") || strings.HasPrefix(t, "VB")) && len(v.low[k]) > 3 && !common[v.lemma(k)]
}

var common = set("have make take that this will would could should about with from what some more most many other such very much people thing time year say tell want think know call come give mean just need going")

// shared counts the words of a topic that the statement's content has.
func (v *view) shared(topic map[string]bool, st *onrecord.Statement) float64 {
	seen, read := 0.0, 0
	had := map[string]bool{}
	for _, c := range st.Content {
		first, end := v.tokens(c)
		for k := first; k < end && read < wordsRead; k++ {
			read++
			if l := v.lemma(k); topic[l] && !had[l] {
				had[l] = true
				seen++
			}
		}
	}
	return seen
}
