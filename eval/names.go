package eval

import (
	"regexp"
	"strings"

	"onrecord"
	"onrecord/corpus"
)

var (
	bracketed = regexp.MustCompile(`\(.*?\)`)
	nameWord  = regexp.MustCompile(`[\p{L}\p{N}]+`)
	smallWord = map[string]bool{"the": true, "of": true, "us": true, "u": true, "s": true}
)

// nameWords are the words of a name that tell it from another.
func nameWords(name string) map[string]bool {
	out := map[string]bool{}
	for _, w := range nameWord.FindAllString(bracketed.ReplaceAllString(strings.ToLower(name), ""), -1) {
		if !smallWord[w] {
			out[w] = true
		}
	}
	return out
}

// SameName reports whether name and one of the others have the same words, or
// one has all the words of the other: "Vance", "Margaret Vance".
func SameName(name string, others ...string) bool {
	words := nameWords(name)
	for _, other := range others {
		if within(words, nameWords(other)) {
			return true
		}
	}
	return false
}

func within(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return len(a) > 0
}

// A Naming says how well speakers and times of saying were found, over the
// attributions of gold that have them.
type Naming struct {
	Speakers       int // attributions with a speaker that were found
	SpeakersRight  int
	SpeakersWrong  int // another is named; the rest are unknown
	Said           int // attributions with a time of saying that were found
	SaidRight      int // the same days
	SaidWrong      int // no day in common; the rest are wider or unknown
	Attributions   int // of gold with a speaker, found or not
	AttributedSaid int // of gold with a time, found or not
}

// Names compares who is meant and when, for the attributions of gold that were
// found at all.
func Names(gold []corpus.Article, read map[string]*onrecord.Reading) Naming {
	var n Naming
	for i := range gold {
		if r := read[gold[i].Name]; r != nil {
			n.add(&gold[i], r)
		}
	}
	return n
}

func (n *Naming) add(gold *corpus.Article, r *onrecord.Reading) {
	found := Pairs(gold, r.Statements)
	for i, a := range gold.Attributions {
		st := found[i]
		if a.Speaker != "" {
			n.Attributions++
			n.speaker(&a, st, r)
		}
		if a.Said != "" {
			n.AttributedSaid++
			n.said(&a, st)
		}
	}
}

func (n *Naming) speaker(a *corpus.Attribution, st *onrecord.Statement, r *onrecord.Reading) {
	if st == nil {
		return
	}
	n.Speakers++
	name := speakerName(r, st.Speaker)
	switch {
	case a.Speaker == corpus.Unknown && name == "", name != "" && SameName(name, a.Speaker):
		n.SpeakersRight++
	case name != "":
		n.SpeakersWrong++
	}
}

func (n *Naming) said(a *corpus.Attribution, st *onrecord.Statement) {
	if st == nil {
		return
	}
	n.Said++
	switch {
	case sameTime(a.Said, st.Said.EDTF):
		n.SaidRight++
	case st.Said.EDTF != "" && apart(a.Said, st.Said.EDTF):
		n.SaidWrong++
	}
}

func speakerName(r *onrecord.Reading, id onrecord.EntityID) string {
	for i := range r.Entities {
		if r.Entities[i].ID == id {
			return r.Entities[i].Name
		}
	}
	return ""
}

// Pairs holds, for each attribution of gold, the statement that reports the
// same, nil where none does.
func Pairs(gold *corpus.Article, statements []onrecord.Statement) []*onrecord.Statement {
	t := newText(gold.Text)
	g := goldAttributions(gold)
	var p []attribution
	for i := range statements {
		p = append(p, predicted(&statements[i]))
	}
	out := make([]*onrecord.Statement, len(g))
	for _, m := range link(t.whole(p), t.whole(g)) {
		out[m.gold] = &statements[m.pred]
	}
	return out
}
