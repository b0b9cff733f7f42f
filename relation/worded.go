package relation

import (
	"strings"

	"onrecord"
)

// worded is the statement whose words the verb tells of: the verb's own where
// that has some, else one of the same speaker beside it. A reason ("for siding
// with them") gives way to the quotation that gives it in full.
func (v *view) worded(f *frame) int {
	f.speaker = v.r.Statements[f.st].Speaker
	own := v.ownWords(f)
	least := wordlessOwn
	switch {
	case own && !v.reason(f):
		return f.st
	case own:
		least = reasonOwn
	}
	if n := v.chosen(f, least, own); n != none {
		return n
	}
	return f.st
}

// ownWords reports that the statement of the verb gives words: a clause, what
// is verbatim, or a reason behind the object: "for siding with them".
func (v *view) ownWords(f *frame) bool {
	st := &v.r.Statements[f.st]
	if len(st.Verbatim) > 0 || f.class == clause || f.class == doing || len(st.Content) == 0 {
		return len(st.Content) > 0
	}
	if f.object.head == none {
		return v.hasWords(f.st)
	}
	_, end := v.tokens(st.Content[len(st.Content)-1])
	_, stop := v.bounds(f.group.verb)
	said := !f.verb.own && nounClass[v.lemma(f.object.head)] != 0 // "the claim that" gives another's words
	for k := f.object.end; k < min(end, stop); k++ {
		switch w := v.low[k]; {
		case v.tag(k) == "WDT", v.tag(k) == "WP":
			return false
		case said && (w == "that" || w == "to"):
			return false
		case w == "as" && v.at(k+1) != "well" && v.at(k-1) != "well" && v.at(k-1) != "such",
			w == "that" && v.tag(k) == "IN", w == "of" && strings.HasSuffix(v.at(k+1), "ing"), v.because(k),
			w == "to" && v.tag(k+1) == "VB" && nounClass[v.lemma(f.object.head)] != 0:
			return true
		}
	}
	return false
}

// reason reports that the words of the verb's statement are only why.
func (v *view) reason(f *frame) bool {
	return f.object.head != none && len(v.r.Statements[f.st].Verbatim) == 0 && v.because(f.object.end)
}

// because: "for siding", "over siding".
func (v *view) because(k int) bool {
	return (v.at(k) == "for" || v.at(k) == "over") && strings.HasSuffix(v.at(k+1), "ing")
}

// naming are verbs whose content says what somebody is called.
var naming = set("call compare liken brand label dub describe")

// hasWords reports a statement whose content says more than a noun phrase does:
// something verbatim, a verb outside a relative clause, or what somebody is
// called.
func (v *view) hasWords(n int) bool {
	st := &v.r.Statements[n]
	if i := v.cueVerb(n); len(st.Verbatim) > 0 || i != none && naming[v.lemma(i)] && len(st.Content) > 0 {
		return true
	}
	for _, c := range st.Content {
		first, end := v.tokens(c)
		for k := first; k < min(end, first+maxSpan); k++ {
			if t := v.tag(k); t == "WDT" || t == "WP" {
				break
			}
			if v.verb(k) || v.tag(k) == "MD" || v.low[k] == "as" && k > first {
				return true
			}
		}
	}
	return false
}

// besides is the statement of the same source in the sentence of the verb,
// nearest after it, else before: "Lee criticised the plan, saying …".
func (v *view) besides(f *frame) int {
	first, end := v.bounds(f.group.verb)
	i := f.group.verb
	if v.conceded(i) {
		return none
	}
	for k := i + 1; k < min(end, i+reach) && !turning[v.low[k]]; k++ {
		if v.same(f, k) {
			return int(v.cue[k])
		}
	}
	for k := i - 1; k >= max(first, i-reach) && !turning[v.low[k]]; k-- {
		if v.low[k] == "and" && v.rel(i) == "conj" && v.tag(i) != "VBG" {
			return none // "she said it was late and praised the crew"
		}
		if v.same(f, k) {
			return int(v.cue[k])
		}
	}
	return none
}

// conceded reports a verb in a clause that the rest of the sentence turns
// against: "While they praised the plan, they said it was late".
func (v *view) conceded(i int) bool {
	s := v.grammatical(i)
	if s == none || s > i {
		return false
	}
	switch v.at(v.phraseOf(s).first - 1) {
	case "while", "although", "though":
		return true
	}
	return false
}

// turning words begin what is said beside, or against, the rest.
var turning = set("but though although while whereas yet however who which ;")

// same reports that token k is in the cue of another statement with words, of
// who is the subject of f, and that it hangs together with the verb.
func (v *view) same(f *frame, k int) bool {
	n := int(v.cue[k])
	if n == none || n == f.st {
		return false
	}
	st := &v.r.Statements[n]
	sf, se := v.tokens(st.Source)
	id := f.speaker
	if f.st == none {
		id = v.entityID(f.subject)
	}
	return (f.subject >= sf && f.subject < se || id != "" && st.Speaker == id) && v.hasWords(n) && v.tells(n) && !v.aside(f.group.verb)
}

// touches reports a statement that names what the object of f names, or shares
// a telling word with it; or, of a person, has a pronoun for them and names
// nobody else.
func (v *view) touches(f *frame, st *onrecord.Statement) bool {
	if f.object.head == none {
		return false
	}
	topic := v.topic(v.span(f.object.first, v.extent(f.object)))
	id := v.meant(f)
	read, pronoun, others := 0, false, false
	for _, c := range st.Content {
		first, end := v.tokens(c)
		for k := first; k < end && read < wordsRead; k++ {
			read++
			if id != none && v.mention[k] == id || topic[v.lemma(k)] {
				return true
			}
			e := v.entity(k)
			others = others || e != nil && e.Kind == onrecord.Person && e.ID != f.speaker
			pronoun = pronoun || id != none && genders[v.low[k]] != 0 && v.r.Entities[id].Kind == onrecord.Person && v.agrees(v.low[k], &v.r.Entities[id])
		}
	}
	return pronoun && !others
}

// meant is the entity that the object of f names, or belongs to; or none.
func (v *view) meant(f *frame) int32 {
	if f.object.owner != none {
		return v.mention[f.object.owner]
	}
	if genders[v.low[f.object.head]] != 0 {
		if i, ok := v.byID[v.pronoun(f)]; ok {
			return i
		}
		return none
	}
	return v.mention[f.object.head]
}

// tells reports a cue that goes with what another verb tells: a participle, or
// a plain verb of saying; or one without a verb.
func (v *view) tells(n int) bool {
	i := v.cueVerb(n)
	if i == none {
		return true
	}
	return v.tag(i) == "VBG" && !softening[v.low[i]] && v.lemma(i) != "cite" && v.lemma(i) != "refer" || plainly[v.lemma(i)] && v.at(i+1) != "for" && (v.lemma(i) != "call" || v.at(i+1) != "on")
}

// plainly are verbs that say no more than that something was said.
var plainly = set("say tell call argue claim write describe accuse declare insist contend charge suggest tweet add explain note")

// aside reports a verb in a relative clause, which tells of another occasion.
func (v *view) aside(i int) bool {
	for range chain {
		switch v.rel(i) {
		case "acl:relcl": // but "…, something that Lee mocked" goes on
			return v.head(i) == none || v.low[v.head(i)] != "something"
		case "conj":
			if v.head(i) == none {
				return false
			}
			i = v.head(i)
		default:
			return false
		}
	}
	return false
}
