package relation

import (
	"fmt"
	"strings"

	"onrecord"
)

// relate turns a frame into a relation when both ends are found.
func (v *view) relate(f *frame) {
	switch {
	case !v.from(f):
		return
	case f.verb.own && f.verb.kind != onrecord.WalksBack && v.anothers(f):
		return // "doubled down on her rival's plan"
	case f.verb.kind == onrecord.RespondsTo && (f.end.Statement == "" || f.object.head != none && v.deed(f.object.end)):
		return // "how the country responds to violence", "responded to it by leaving"
	}
	to, why, ok := v.to(f)
	if !ok || to.Is() == "entity" && to.Owner == f.speaker {
		return
	}
	v.add(onrecord.Relation{Kind: f.verb.kind, From: f.end, To: to, Cue: f.cue, Hedge: f.hedge, By: f.by}, f.score(), why)
}

// anothers reports an object that belongs to somebody but the speaker.
func (v *view) anothers(f *frame) bool {
	if f.object.owner != none {
		return v.possessor(f.object) != f.speaker
	}
	if f.object.head == none {
		return false
	}
	id := v.after(f.object)
	return id != "" && id != f.speaker
}

// add adds a stated relation with its score and what decided.
func (v *view) add(rel onrecord.Relation, score float64, target string) {
	rel.Basis, rel.Score = onrecord.Stated, score
	rel.Why = []string{fmt.Sprintf("cue: %s %.2f", strings.ReplaceAll(rel.Cue.In(v.r.Doc.Text), "\n", " "), score), "target: " + target}
	v.found = append(v.found, rel)
}

// from finds the end that says it, who that is, and who tells of it.
func (v *view) from(f *frame) bool {
	if f.st != none {
		v.fromStatement(f, v.worded(f))
		return true
	}
	if c := v.content[f.group.verb]; c != none {
		return v.fromWithin(f, int(c))
	}
	if n := v.besides(f); n != none {
		v.fromStatement(f, n)
		return true
	}
	e := v.entity(f.subject)
	words := v.span(f.subject, f.subject+1)
	switch {
	case e != nil && e.Kind != onrecord.UnknownKind:
		words = v.mentionSpan(f.subject)
	case genders[v.low[f.subject]] != 0:
		if e = v.personOf(v.otherThan(f.subject, v.governor(f.subject))); e == nil {
			return false
		}
	default:
		return v.fromGroup(f)
	}
	f.speaker, f.end = e.ID, onrecord.End{Owner: e.ID, Words: words}
	v.fromChosen(f)
	return true
}

// governor is the subject of the verb that token i is an object of, whom a
// pronoun there does not mean; empty for none.
func (v *view) governor(i int) onrecord.EntityID {
	h := v.head(i)
	if h == none || v.rel(i) != "dobj" {
		return ""
	}
	if s := v.grammatical(h); s != none {
		return v.entityID(s)
	}
	return ""
}

// personOf is the entity named id, nil for none.
func (v *view) personOf(id onrecord.EntityID) *onrecord.Entity {
	if i, ok := v.byID[id]; ok {
		return &v.r.Entities[i]
	}
	return nil
}

// fromGroup: "was rebuked by opponents": those who speak, and are no entity of
// the article, are their words.
func (v *view) fromGroup(f *frame) bool {
	paper := papers[v.lemma(f.subject)]
	if !v.noun(f.subject) || !agents[v.lemma(f.subject)] && !paper {
		return false
	}
	p := v.phraseOf(f.subject)
	words := v.span(p.first, p.end)
	switch id := v.bearer(p); {
	case id != "":
		f.speaker, f.end = id, onrecord.End{Owner: id, Words: words}
	case !paper && v.tag(f.subject) == "NN" && v.low[p.first] != "a" && v.low[p.first] != "an" && !strings.HasPrefix(v.tag(f.subject-1), "NNP"):
		return false // "the senator", one of several
	default:
		f.end = onrecord.End{Words: words}
	}
	if f.verb.kind != onrecord.RespondsTo { // "the company is reacting to a change"
		v.fromChosen(f)
	}
	return true
}

// fromChosen takes the words of who was found instead, where some are told.
func (v *view) fromChosen(f *frame) {
	if n := v.chosen(f, wordlessOwn, false); n != none {
		v.fromStatement(f, n)
	}
}

func (v *view) fromStatement(f *frame, n int) {
	st := &v.r.Statements[n]
	f.speaker, f.end = st.Speaker, onrecord.End{Statement: st.ID}
}

// fromWithin is from for a verb in the content of statement n, whose speaker
// says it, of themselves or of somebody else.
func (v *view) fromWithin(f *frame, n int) bool {
	st := &v.r.Statements[n]
	f.by = st.Speaker
	if f.by == "" {
		return false
	}
	w := v.low[f.subject]
	e := v.entity(f.subject)
	switch {
	case w == "i" || w == "we" || e != nil && e.ID == st.Speaker || v.speaksOfSelf(f, n):
		v.fromStatement(f, n)
		return true
	case e == nil || e.Kind == onrecord.UnknownKind:
		p := v.phraseOf(f.subject)
		id := v.bearer(p)
		f.speaker, f.end = id, onrecord.End{Owner: id, Words: v.span(p.first, p.end)}
		return id != ""
	}
	f.speaker, f.end = e.ID, onrecord.End{Owner: e.ID, Words: v.mentionSpan(f.subject)}
	return true
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
