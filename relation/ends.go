package relation

import (
	"fmt"
	"strings"

	"onrecord"
)

// relate turns a frame into a relation when both ends are found.
func (v *view) relate(f *frame) {
	from, speaker, by, ok := v.from(f)
	if !ok {
		return
	}
	if f.verb.own && f.object.owner != none && v.entityID(f.object.owner) != speaker && f.verb.kind != onrecord.WalksBack {
		return // "doubled down on her rival's plan"
	}
	if f.verb.kind == onrecord.RespondsTo && from.Statement == "" {
		return // "how the country responds to violence"
	}
	to, why, ok := v.to(f, speaker, &from)
	if !ok || to.Owner != "" && to.Is() == "entity" && to.Owner == speaker {
		return
	}
	score := v.score(f)
	v.found = append(v.found, onrecord.Relation{
		Kind: f.verb.kind, From: from, To: to, Basis: onrecord.Stated, Cue: f.cue, Hedge: f.hedge, By: by, Score: score,
		Why: []string{fmt.Sprintf("cue: %s %.2f", f.cue.In(v.r.Doc.Text), score), "target: " + why},
	})
}

func (v *view) score(f *frame) float64 { return 0.9 }

// from is the end that says it, who that is, and who tells of it.
func (v *view) from(f *frame) (end onrecord.End, speaker, by onrecord.EntityID, ok bool) {
	i := f.group.verb
	if f.st != none {
		st := &v.r.Statements[v.worded(f)]
		return onrecord.End{Statement: st.ID}, st.Speaker, "", true
	}
	if c := v.content[i]; c != none {
		st := &v.r.Statements[c]
		if st.Speaker == "" {
			return end, "", "", false
		}
		switch w := v.low[f.subject]; {
		case w == "i" || w == "we" || v.entityID(f.subject) == st.Speaker || v.speaksOfSelf(f, int(c)):
			return onrecord.End{Statement: st.ID}, st.Speaker, st.Speaker, true
		}
		end, ok = v.someone(f.subject)
		return end, end.Owner, st.Speaker, ok
	}
	if n := v.besides(f); n != none {
		st := &v.r.Statements[n]
		return onrecord.End{Statement: st.ID}, st.Speaker, "", true
	}
	end, ok = v.someone(f.subject)
	if n := v.next2(f, end.Owner); n != none && v.sentence[i] == 0 { // a headline
		return onrecord.End{Statement: v.r.Statements[n].ID}, end.Owner, "", true
	}
	return end, end.Owner, "", ok
}

// speaksOfSelf: "Lee said she applauded them": the verb that the cue governs
// has a pronoun for its subject that can be the speaker.
func (v *view) speaksOfSelf(f *frame, st int) bool {
	if genders[v.low[f.subject]] == 0 {
		return false
	}
	h := v.head(f.group.verb)
	i, ok := v.byID[v.r.Statements[st].Speaker]
	return ok && h != none && v.cue[h] == int32(st) && v.r.Entities[i].Kind == onrecord.Person && v.agrees(v.low[f.subject], &v.r.Entities[i])
}

// worded is the statement whose words the verb tells of: the verb's own where
// that has some, else one of the same speaker beside it.
func (v *view) worded(f *frame) int {
	own := &v.r.Statements[f.st]
	if v.ownWords(f) || own.Speaker == "" {
		return f.st
	}
	if n := v.besides(f); n != none {
		return n
	}
	if n := v.next2(f, own.Speaker); n != none {
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
		return v.hasWords(st)
	}
	_, end := v.tokens(st.Content[len(st.Content)-1])
	_, stop := v.bounds(f.group.verb)
	for k := f.object.end; k < min(end, stop); k++ {
		switch w := v.low[k]; {
		case w == "as", w == "that" && v.tag(k) == "IN", (w == "for" || w == "of" || w == "over") && strings.HasSuffix(v.at(k+1), "ing"), w == "to" && v.tag(k+1) == "VB" && nounClass[v.lemma(f.object.head)] != 0:
			return true
		}
	}
	return false
}

// hasWords reports content that says more than a noun phrase does: something
// verbatim, a verb outside a relative clause, or what somebody is called.
func (v *view) hasWords(st *onrecord.Statement) bool {
	if len(st.Verbatim) > 0 {
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
	for k := i + 1; k < min(end, i+reach) && !turning[v.low[k]]; k++ {
		if v.same(f, k) {
			return int(v.cue[k])
		}
	}
	for k := i - 1; k >= max(first, i-reach) && !turning[v.low[k]]; k-- {
		if v.same(f, k) {
			return int(v.cue[k])
		}
	}
	return none
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
	id := v.entityID(f.subject)
	if f.st != none {
		id = v.r.Statements[f.st].Speaker
	}
	return (f.subject >= sf && f.subject < se || id != "" && st.Speaker == id) && v.hasWords(st) && v.tells(st) && !v.aside(f.group.verb)
}

// touches reports a statement that names what the object of f names, or shares
// a telling word with it.
func (v *view) touches(f *frame, st *onrecord.Statement) bool {
	if f.object.head == none {
		return false
	}
	topic := v.topic(v.span(f.object.first, v.extent(f.object)))
	id := v.mention[f.object.head]
	if f.object.owner != none {
		id = v.mention[f.object.owner]
	}
	read := 0
	for _, c := range st.Content {
		first, end := v.tokens(c)
		for k := first; k < end && read < wordsRead; k++ {
			read++
			if id != none && v.mention[k] == id || topic[v.lemma(k)] {
				return true
			}
		}
	}
	return false
}

// judges reports a cue that has a verb of the lexicon: it tells of a relation
// of its own.
func (v *view) judges(st *onrecord.Statement) bool {
	first, end := v.tokens(st.Cue)
	for k := first; k < min(end, first+groupReach); k++ {
		if v.verb(k) && lexicon[v.lemma(k)] != nil && v.lemma(k) != "call" {
			return true
		}
	}
	return false
}

// tells reports a cue that goes with what another verb tells: a participle, or
// a plain verb of saying.
func (v *view) tells(st *onrecord.Statement) bool {
	first, end := v.tokens(st.Cue)
	for k := first; k < min(end, first+groupReach); k++ {
		if v.verb(k) && !v.auxiliary(k) {
			return v.tag(k) == "VBG" && v.low[k] != "appearing" || plainly[v.lemma(k)] && !(v.lemma(k) == "call" && (v.at(k+1) == "for" || v.at(k+1) == "on"))
		}
		if v.low[k] == ":" || v.low[k] == "according" {
			return true
		}
	}
	return false
}

var plainly = set("say tell call argue claim write describe accuse declare insist contend charge suggest tweet add explain note")

// aside reports a verb in a relative clause, which tells of another occasion.
func (v *view) aside(i int) bool {
	for range chain {
		switch v.rel(i) {
		case "acl:relcl":
			return true
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

// next2 is the quotation of the same speaker in the next sentence or the one
// after, before anybody else speaks.
func (v *view) next2(f *frame, speaker onrecord.EntityID) int {
	s := int(v.sentence[f.group.verb])
	if s == none || speaker == "" || v.aside(f.group.verb) {
		return none
	}
	_, end := v.bounds(f.group.verb)
	last := min(s+2, len(v.r.Sentences)-1)
	for k := end; k < min(v.r.Sentences[last].End, len(v.low), end+reach); k++ {
		for _, n := range [2]int32{v.content[k], v.cue[k]} {
			if n == none {
				continue
			}
			st := &v.r.Statements[n]
			if st.Speaker != speaker {
				return none
			}
			if len(st.Verbatim) > 0 && !v.judges(st) && v.touches(f, st) {
				return int(n)
			}
		}
	}
	return none
}

// someone is the end for whom token i names.
func (v *view) someone(i int) (onrecord.End, bool) {
	e := v.entity(i)
	if e == nil || e.Kind == onrecord.UnknownKind {
		return onrecord.End{}, false
	}
	return onrecord.End{Owner: e.ID, Words: v.mentionSpan(i)}, true
}

// mentionSpan is the mention that holds token i.
func (v *view) mentionSpan(i int) onrecord.Span {
	first := int(v.start[i])
	end := i + 1
	for end < len(v.low) && v.mention[end] == v.mention[i] && int(v.start[end]) == first {
		end++
	}
	return v.span(first, end)
}

func (v *view) entityID(i int) onrecord.EntityID {
	if e := v.entity(i); e != nil {
		return e.ID
	}
	return ""
}

// to is the end that is spoken of.
func (v *view) to(f *frame, speaker onrecord.EntityID, from *onrecord.End) (onrecord.End, string, bool) {
	switch f.class {
	case who:
		return v.toSomeone(f, speaker, from)
	case statement, charge, proposal:
		return v.toStatement(f, speaker, from)
	case clause:
		if f.verb.kind == onrecord.RespondsTo {
			return v.toOther(f, speaker, from)
		}
		return v.toClause(f, speaker, from)
	case it:
		end := onrecord.End{Noun: "claim", Words: v.span(f.object.first, f.object.end)}
		if f.verb.own {
			end.Noun, end.Owner = "statement", speaker
		}
		return end, "pronoun", true
	case nothing:
		if !f.verb.own {
			return v.toOther(f, speaker, from)
		}
		if st := v.before(speaker, from, f.group.verb); st != nil {
			return onrecord.End{Statement: st.ID, Owner: speaker}, "own statement, said before", true
		}
		return onrecord.End{Noun: "statement", Owner: speaker}, "own earlier statement", true
	case doing:
		return onrecord.End{Words: v.span(f.at, v.clauseEnd(f.at))}, "deed", true
	}
	if f.verb.own && f.verb.nouns != nil {
		noun := v.lemma(f.object.head)
		if nounClass[noun] == 0 {
			noun = "position"
		}
		return onrecord.End{Noun: noun, Owner: speaker, Words: v.span(f.object.first, f.object.end)}, noun + ", own", true
	}
	return v.toThing(f, speaker)
}

// toOther is what somebody else said last before an answer.
func (v *view) toOther(f *frame, speaker onrecord.EntityID, from *onrecord.End) (onrecord.End, string, bool) {
	n, ok := v.statement(from.Statement)
	if !ok || speaker == "" || f.verb.kind != onrecord.RespondsTo || v.inAnswer[n] || v.answersNamed(f) {
		return onrecord.End{}, "", false
	}
	m := v.said(n, min(v.place(n), v.r.Tokens[f.group.verb].Start))
	if m == none || v.sentenceOf(n)-v.sentenceOf(m) > sentencesBack {
		return onrecord.End{}, "", false
	}
	st := &v.r.Statements[m]
	if st.Speaker == "" || st.Speaker == speaker {
		return onrecord.End{}, "", false
	}
	return onrecord.End{Statement: st.ID, Owner: st.Speaker}, "the statement before, of somebody else", true
}

// answersNamed reports that what is answered is named after the verb, in words
// that the lexicon does not take: "responded with a letter to the board".
func (v *view) answersNamed(f *frame) bool {
	_, stop := v.bounds(f.group.verb)
	for k := f.after; k < min(f.after+4, stop); k++ {
		if v.low[k] == "to" {
			return true
		}
		if v.low[k] == "," || v.verb(k) {
			return false
		}
	}
	return false
}

// toThing is a thing; where it belongs to somebody and is praised or
// criticised, that one is meant.
func (v *view) toThing(f *frame, speaker onrecord.EntityID) (onrecord.End, string, bool) {
	p := f.object
	if strings.HasSuffix(v.low[p.head], "self") || strings.HasSuffix(v.low[p.head], "selves") {
		return onrecord.End{}, "", false
	}
	end := onrecord.End{Words: v.span(p.first, v.extent(p))}
	if f.verb.kind != onrecord.Criticises && f.verb.kind != onrecord.Endorses {
		return end, "thing", true
	}
	if p.owner != none {
		end.Owner = v.entityID(p.owner)
	} else if p.pronoun != none && v.low[p.pronoun] != "my" && v.low[p.pronoun] != "our" && v.lemma(f.group.verb) != "defend" {
		end.Owner = v.otherThan(p.pronoun, speaker)
	}
	if end.Owner != "" {
		return end, "whose thing it is", true
	}
	return end, "thing", true
}

// toSomeone is a person, institution or group; or, where they are criticised
// for them, their words.
func (v *view) toSomeone(f *frame, speaker onrecord.EntityID, from *onrecord.End) (onrecord.End, string, bool) {
	id, words := v.entityID(f.object.head), v.span(f.object.first, f.object.end)
	why := "name"
	if genders[v.low[f.object.head]] != 0 || v.tag(f.object.head) == "PRP" {
		id, why = v.pronoun(f, speaker), "pronoun"
	}
	if id == "" || id == speaker {
		return onrecord.End{}, "", false
	}
	if f.object.end < len(v.low) && (v.low[f.object.end] == "for" || v.low[f.object.end] == "over") {
		if p, ok := v.phrase(f.object.end + 1); ok && p.pronoun != none && nounClass[v.lemma(p.head)] != 0 && v.sentence[p.head] == v.sentence[f.group.verb] {
			return v.theirs(f, p, id, speaker, from, "person, for "+v.lemma(p.head))
		}
	}
	if f.verb.kind == onrecord.Contradicts {
		if st := v.find(id, speaker, v.about(f.object.end), from, f.group.verb, true); st != nil {
			return onrecord.End{Statement: st.ID, Owner: id, Words: words}, "person, on the same subject", true
		}
	}
	return onrecord.End{Owner: id, Words: words}, why, true
}

// theirs is a statement of owner, named by the phrase p.
func (v *view) theirs(f *frame, p phrase, owner, speaker onrecord.EntityID, from *onrecord.End, why string) (onrecord.End, string, bool) {
	if p.end <= f.group.verb {
		return v.apposed(f, p, owner, why)
	}
	end := v.extent(p)
	e := onrecord.End{Owner: owner, Noun: v.lemma(p.head), Words: v.span(p.first, end), About: v.about(end)}
	if st := v.find(owner, speaker, e.About, from, f.group.verb, false); st != nil && f.verb.kind != onrecord.Repeats {
		return onrecord.End{Statement: st.ID, Owner: owner, Words: e.Words}, why + ", on the same subject", true
	}
	if f.verb.own && f.verb.kind != onrecord.Repeats {
		if st := v.before(owner, from, f.group.verb); st != nil {
			return onrecord.End{Statement: st.ID, Owner: owner, Words: e.Words}, why + ", said before", true
		}
	}
	return e, why, true
}

// apposed is what "a claim that Lee denies" stands beside: the statement in the
// sentence before it, where there is one.
func (v *view) apposed(f *frame, p phrase, owner onrecord.EntityID, why string) (onrecord.End, string, bool) {
	words := v.span(p.first, p.end)
	if n := v.statementBefore(p.first); n != none && v.r.Statements[n].Speaker != "" && n != f.st {
		return onrecord.End{Statement: v.r.Statements[n].ID, Owner: v.r.Statements[n].Speaker, Words: words}, why + ", of the statement beside it", true
	}
	return onrecord.End{Owner: owner, Noun: v.lemma(p.head), Words: words}, why, true
}

// toStatement is a statement that a noun names.
func (v *view) toStatement(f *frame, speaker onrecord.EntityID, from *onrecord.End) (onrecord.End, string, bool) {
	owner, why := v.ownerOf(f, speaker)
	return v.theirs(f, f.object, owner, speaker, from, v.lemma(f.object.head)+why)
}

// ownerOf is whose statement the object is.
func (v *view) ownerOf(f *frame, speaker onrecord.EntityID) (onrecord.EntityID, string) {
	p := f.object
	if p.owner != none {
		return v.entityID(p.owner), ", owner possessive"
	}
	if p.pronoun != none {
		switch w := v.low[p.pronoun]; {
		case w == "my" || w == "our" || f.verb.own || v.lemma(f.group.verb) == "defend":
			return speaker, ", own"
		}
		return v.otherThan(p.pronoun, speaker), ", owner pronoun"
	}
	_, stop := v.bounds(p.head)
	if k := p.end; !f.verb.own && k+1 < stop && (v.low[k] == "of" || v.low[k] == "by" || v.low[k] == "from") {
		if q, ok := v.phrase(k + 1); ok && v.speaks(q.head) && q.owner == none && q.pronoun == none {
			return v.entityID(q.head), ", owner after " + v.low[k]
		}
	}
	if f.verb.own && v.tag(p.end) != "VBN" && v.lemma(f.group.verb) != "disavow" { // "remarks made by an ally"
		return speaker, ", own"
	}
	return "", ", owner not said"
}

// speaks reports a token that names a person or an institution.
func (v *view) speaks(i int) bool {
	e := v.entity(i)
	return e != nil && (e.Kind == onrecord.Person || e.Kind == onrecord.Organisation || e.Kind == onrecord.Country)
}

// toClause is what a clause says, and somebody may have said.
func (v *view) toClause(f *frame, speaker onrecord.EntityID, from *onrecord.End) (onrecord.End, string, bool) {
	first := f.at
	if v.low[first] == "that" {
		first++
	}
	e := onrecord.End{Noun: "claim", About: v.span(first, v.clauseEnd(first))}
	if f.verb.own {
		e.Noun, e.Owner = "statement", speaker
	}
	return e, "clause", true
}

// pronoun is whom the object of f means: of "accused Lee of lying and chided
// him" the object before it, of "it" the institution or country just named.
func (v *view) pronoun(f *frame, speaker onrecord.EntityID) onrecord.EntityID {
	i, w := f.group.verb, v.low[f.object.head]
	if w == "it" {
		return v.institution(f.object.head, speaker)
	}
	if h := v.head(i); h != none && v.rel(i) == "conj" {
		if o := v.dependent(h, "dobj"); o != none && o < i {
			if e := v.entity(o); e != nil && e.Kind == onrecord.Person && e.ID != speaker && v.agrees(w, e) {
				return e.ID
			}
		}
	}
	return v.otherThan(f.object.head, speaker)
}

// institution is the one institution or country named before i in its
// sentence, but speaker.
func (v *view) institution(i int, speaker onrecord.EntityID) (id onrecord.EntityID) {
	first, _ := v.bounds(i)
	for k := max(first, i-reach); k < i; k++ {
		e := v.entity(k)
		if e == nil || e.ID == speaker || e.ID == id || e.Kind != onrecord.Organisation && e.Kind != onrecord.Country {
			continue
		}
		if id != "" {
			return ""
		}
		id = e.ID
	}
	return id
}

// otherThan is whom a pronoun at i means when that is not speaker: the only
// other person named before it in its sentence, else in the one before; empty
// when there are several.
func (v *view) otherThan(i int, speaker onrecord.EntityID) onrecord.EntityID {
	first, _ := v.bounds(i)
	if id, n := v.onlyPerson(v.low[i], first, i, speaker); n > 0 {
		return id
	}
	if first == 0 {
		return ""
	}
	before, _ := v.bounds(first - 1)
	id, _ := v.onlyPerson(v.low[i], before, first, speaker)
	return id
}

// onlyPerson is the one person but speaker whom the pronoun can mean among
// those named in [first, end), empty when there are several; and how many
// there are, at most two.
func (v *view) onlyPerson(pronoun string, first, end int, speaker onrecord.EntityID) (id onrecord.EntityID, n int) {
	for k := max(first, end-phraseReach*4); k < end; k++ {
		e := v.entity(k)
		if e == nil || e.Kind != onrecord.Person || e.ID == speaker || e.ID == id || !v.agrees(pronoun, e) {
			continue
		}
		if n > 0 {
			return "", 2
		}
		id, n = e.ID, 1
	}
	return id, n
}
