package relation

import (
	"strings"

	"onrecord"
)

// toThing is a thing; where it belongs to somebody and is praised or
// criticised, that one is meant.
func (v *view) toThing(f *frame) (onrecord.End, string, bool) {
	p := f.object
	if strings.HasSuffix(v.low[p.head], "self") || strings.HasSuffix(v.low[p.head], "selves") {
		return onrecord.End{}, "", false
	}
	end := onrecord.End{Words: v.span(p.first, v.extent(p))}
	if f.verb.then["of"] { // "accused the mayor of theft"
		end.Words = v.span(p.first, p.end)
	}
	if f.verb.kind != onrecord.Criticises && f.verb.kind != onrecord.Endorses {
		return end, "thing", true
	}
	if kin[v.lemma(p.head)] && (p.owner != none || p.pronoun != none) {
		return end, "thing", true // "his mother" is not he
	}
	if p.owner != none {
		end.Owner = v.possessor(p)
	} else if p.pronoun != none && v.low[p.pronoun] != "my" && v.low[p.pronoun] != "our" && v.lemma(f.group.verb) != "defend" {
		end.Owner = v.otherThan(p.pronoun, f.speaker)
	}
	if end.Owner != "" {
		return end, "whose thing it is", true
	}
	if id := v.bearer(p); id != "" && id != f.speaker {
		end.Owner = id
		return end, "title with one bearer", true
	}
	return end, "thing", true
}

// toSomeone is a person, institution or group; or, where they are criticised
// for them, their words.
func (v *view) toSomeone(f *frame) (onrecord.End, string, bool) {
	id, words := v.entityID(f.object.head), v.span(f.object.first, f.object.end)
	why := "name"
	if genders[v.low[f.object.head]] != 0 || v.tag(f.object.head) == "PRP" {
		id, why = v.pronoun(f), "pronoun"
	}
	if id == "" || id == f.speaker {
		return onrecord.End{}, "", false
	}
	if f.object.end < len(v.low) && (v.low[f.object.end] == "for" || v.low[f.object.end] == "over") {
		if p, ok := v.phrase(f.object.end + 1); ok && p.pronoun != none && nounClass[v.lemma(p.head)] != 0 && v.sentence[p.head] == v.sentence[f.group.verb] {
			return v.toStatement(f, p, id, "person, for "+v.lemma(p.head))
		}
	}
	if f.verb.kind == onrecord.Contradicts {
		if st := v.find(f, id, v.about(f.object.end), true); st != nil {
			return onrecord.End{Statement: st.ID, Owner: id, Words: words}, "person, on the same subject", true
		}
	}
	return onrecord.End{Owner: id, Words: words}, why, true
}

// toStatement is a statement of owner, named by the phrase p.
func (v *view) toStatement(f *frame, p phrase, owner onrecord.EntityID, why string) (onrecord.End, string, bool) {
	if p.end <= f.group.verb {
		return v.apposed(f, p, owner, why)
	}
	end := v.extent(p)
	e := onrecord.End{Owner: owner, Noun: v.lemma(p.head), Words: v.span(p.first, end), About: v.about(end)}
	if st := v.find(f, owner, e.About, false); st != nil && f.verb.kind != onrecord.Repeats {
		return onrecord.End{Statement: st.ID, Owner: owner, Words: e.Words}, why + ", on the same subject", true
	}
	if f.verb.own && f.verb.kind != onrecord.Repeats && owner == f.speaker {
		if st := v.before(f); st != nil {
			return onrecord.End{Statement: st.ID, Owner: owner, Words: e.Words}, why + ", said before", true
		}
	}
	if st := v.pointedAt(f, p); st != nil {
		return onrecord.End{Statement: st.ID, Owner: st.Speaker, Words: e.Words}, why + ", told before", true
	}
	if st := v.toldOf(f, p, owner); st != nil {
		return onrecord.End{Statement: st.ID, Owner: owner, Words: e.Words}, why + ", told of in the article", true
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
	if st := v.pointedAt(f, p); st != nil {
		return onrecord.End{Statement: st.ID, Owner: st.Speaker, Words: words}, why + ", told before", true
	}
	return onrecord.End{Owner: owner, Noun: v.lemma(p.head), Words: words}, why, true
}

// after is who stands after "of", "by" or "from" behind a noun.
func (v *view) after(p phrase) onrecord.EntityID {
	_, stop := v.bounds(p.head)
	k := p.end
	if v.at(k) == "made" || v.at(k) == "leveled" || v.at(k) == "levelled" || v.at(k) == "posted" { // "remarks made on Tuesday by"
		k++
		for k < stop && (v.tag(k) == "RB" || v.tag(k) == "RBR" || v.r.Tokens[k].Name == "DATE" || v.low[k] == "on" && v.beforeDay(k)) {
			k++
		}
	}
	if k+1 < stop && (v.low[k] == "of" || v.low[k] == "by" || v.low[k] == "from") {
		if q, ok := v.phrase(k + 1); ok && v.speaks(q.head) && q.owner == none && q.pronoun == none {
			return v.entityID(q.head)
		}
	}
	return ""
}

// ownerOf is whose statement the object is.
func (v *view) ownerOf(f *frame) (onrecord.EntityID, string) {
	p := f.object
	if p.owner != none {
		return v.possessor(p), ", owner possessive"
	}
	if p.pronoun != none {
		switch w := v.low[p.pronoun]; {
		case w == "my" || w == "our" || f.verb.own || v.lemma(f.group.verb) == "defend":
			return f.speaker, ", own"
		}
		id := v.otherThan(p.pronoun, f.speaker)
		if id == "" {
			id = v.namesake(p.pronoun, f.speaker)
		}
		return id, ", owner pronoun"
	}
	if id := v.after(p); id != "" && !f.verb.own {
		return id, ", owner behind it"
	}
	if f.verb.own && v.tag(p.end) != "VBN" && v.lemma(f.group.verb) != "disavow" { // "remarks made by an ally"
		return f.speaker, ", own"
	}
	return "", ", owner not said"
}
