package relation

import (
	"strings"

	"onrecord"
)

// subjectOf finds who says it, and reports whether that is somebody who can.
func (v *view) subjectOf(f *frame) bool {
	i := f.group.verb
	if f.verb.received {
		return v.giver(f)
	}
	if f.passive {
		return v.byAgent(f)
	}
	f.st = v.statementOf(i)
	f.subject = v.grammatical(i)
	if f.st != none {
		first, end := v.tokens(v.r.Statements[f.st].Source)
		if first < end && (f.subject < first || f.subject >= end) {
			if s := v.dependent(i, "nsubj"); s != none && v.noun(s) && v.mention[s] == none && !agents[v.lemma(s)] {
				return false // what does it is a thing, whoever the source
			}
			f.subject = v.headOf(first, end)
		}
	}
	return f.subject != none && f.subject != i && !v.nobody(f.subject) && v.agent(f)
}

// nobody: "neither Lee nor Moor", "no official".
func (v *view) nobody(s int) bool {
	first, _ := v.bounds(s)
	for k := s; k >= first && s-k <= groupReach; k-- {
		switch v.low[k] {
		case "neither", "nor", "no", "nobody", "none", "few":
			return true
		case ",", ";", "that":
			return false
		}
		if v.verb(k) {
			return false
		}
	}
	return false
}

// statementOf is the statement that verb i carries: its cue holds the verb, or
// a verb like "appeared to" over it, and its content begins with it.
func (v *view) statementOf(i int) int {
	if v.cue[i] != none {
		return int(v.cue[i])
	}
	if c := v.content[i]; c != none {
		if h := v.head(i); h != none && v.rel(i) == "xcomp" && v.cue[h] == c && realising[v.low[h]] {
			return int(c)
		}
	}
	return none
}

// grammatical is the head of the subject of verb i in the parse, or none.
func (v *view) grammatical(i int) int {
	for range chain {
		if s := v.dependent(i, "nsubj"); s != none {
			return v.antecedent(s, i)
		}
		h := v.head(i)
		if h == none {
			return none
		}
		if o := v.doer(i, h); o != none {
			return o
		}
		switch v.rel(i) {
		case "acl:relcl":
			return h
		case "conj", "xcomp", "advcl", "dep", "ccomp", "acl", "parataxis":
			if v.rel(i) == "acl" && v.noun(h) && v.tag(i) == "VBG" { // "spent the contest attacking"
				if g := v.head(h); g != none && v.lemma(g) == "spend" {
					h = g
				}
			}
			if v.rel(i) == "ccomp" && v.tag(i) != "VBG" || v.rel(i) == "acl" && v.noun(h) {
				return none
			}
			i = h
		default:
			return none
		}
	}
	return none
}

// doer is who does it in "praised her for changing her mind": the object of
// the verb h over it, or the subject when that verb is passive.
func (v *view) doer(i, h int) int {
	if v.tag(i) != "VBG" || i == 0 || !v.verb(h) {
		return none
	}
	switch v.at(i - 1) {
	case "for", "of", "from", "with":
		return v.dependent(h, "dobj", "nsubjpass")
	}
	return none
}

// antecedent is what "who" stands for when s is that, else s.
func (v *view) antecedent(s, verb int) int {
	switch v.low[s] {
	case "who", "which", "that":
		for range chain {
			if h := v.head(verb); v.rel(verb) == "acl:relcl" && h != none {
				if n := v.head(h); n != none && v.rel(h) == "appos" && v.speaks(n) {
					return n // "Lee, an ally who …"
				}
				return h
			}
			if v.rel(verb) != "conj" || v.head(verb) == none {
				break
			}
			verb = v.head(verb)
		}
		if s >= 2 && v.low[s-1] == "," {
			return s - 2
		}
	}
	return s
}

// headOf is the head of the tokens of a source.
func (v *view) headOf(first, end int) int {
	if p, ok := v.phrase(first); ok && p.head < end {
		return p.head
	}
	return end - 1
}

// byAgent reads "was rejected by Smith": the agent is the subject, and the
// grammatical subject the object.
func (v *view) byAgent(f *frame) bool {
	i := f.group.verb
	_, stop := v.bounds(i)
	s := v.dependent(i, "nsubjpass")
	if h := v.head(i); s == none && h != none && v.noun(h) && (v.rel(i) == "acl" || v.rel(i) == "dep") {
		s = h
	}
	if s == none {
		return false
	}
	for k := i + 1; k < min(stop, i+6); k++ {
		if v.low[k] == "by" {
			p, ok := v.phrase(k + 1)
			if !ok || p.owner != none {
				return false
			}
			f.subject, f.st = p.head, int(v.cue[i])
			f.object = v.phraseOf(v.antecedent(s, i))
			f.class = v.classOfPhrase(f, f.object)
			if v.tag(s) == "PRP" {
				f.class = who
			}
			if f.verb.then != nil && !f.verb.then[v.at(p.end)] {
				return false // "was hit by a car"
			}
			return v.fits(f) && v.agent(f)
		}
		if v.verb(k) || v.low[k] == "," {
			return false
		}
	}
	return false
}

// phraseOf is the noun phrase whose head is h.
func (v *view) phraseOf(h int) phrase {
	first := h
	for first > 0 && v.sentence[first-1] == v.sentence[h] && h-first < phraseReach && v.under(first-1, h) {
		first--
	}
	for first < h && (v.rel(first) == "case" || v.rel(first) == "mark" || v.rel(first) == "punct" || v.rel(first) == "cc") {
		first++
	}
	if p, ok := v.phrase(first); ok && p.head == h {
		return p
	}
	return phrase{first: h, head: h, end: h + 1, owner: none, pronoun: none}
}

// under reports a token that h governs, itself or through one other: the mark
// of "Lee's remarks".
func (v *view) under(i, h int) bool {
	g := v.head(i)
	return g == h || g != none && g < h && v.head(g) == h
}

// agent reports a subject that can say something: a person, an institution, a
// group, a pronoun; for some kinds also a statement.
func (v *view) agent(f *frame) bool {
	s := f.subject
	w := v.low[s]
	if anyone[w] && (v.tag(s) == "PRP" || v.tag(s) == "WP" || v.tag(s) == "NN" || v.tag(s) == "DT" || v.tag(s) == "JJ") {
		return true
	}
	if len(v.r.Entities) == 0 && v.named(s) {
		return true
	}
	if f.st != none {
		switch v.kindOf(v.r.Statements[f.st].Speaker) {
		case onrecord.Person, onrecord.Organisation, onrecord.Country:
			return true
		}
	}
	if e := v.entity(s); e != nil && e.Kind != onrecord.UnknownKind && e.Kind != onrecord.Paper && e.Kind != onrecord.Group {
		return true
	}
	return v.noun(s) && (agents[v.lemma(s)] || papers[v.lemma(s)] && judges[f.verb.kind])
}

// judges are the kinds that a paper can say: a report that "confirms" may only
// show it.
var judges = map[onrecord.RelationKind]bool{onrecord.Criticises: true, onrecord.Endorses: true, onrecord.Denies: true, onrecord.Rejects: true}

// named reports a proper name, as the tags have it, where no entities are
// known yet.
func (v *view) named(i int) bool {
	switch v.r.Tokens[i].Name {
	case "PERSON", "ORGANIZATION":
		return strings.HasPrefix(v.tag(i), "NNP")
	}
	return false
}
