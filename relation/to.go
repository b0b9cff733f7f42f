package relation

import "onrecord"

// to is the end that is spoken of, and what it rests on.
func (v *view) to(f *frame) (onrecord.End, string, bool) {
	switch {
	case f.class == who:
		return v.toSomeone(f)
	case f.class == statement || f.class == charge || f.class == proposal:
		owner, why := v.ownerOf(f)
		return v.toStatement(f, f.object, owner, v.lemma(f.object.head)+why)
	case f.verb.kind == onrecord.Endorses && f.class == nothing:
		return v.toOther(f)
	case f.verb.kind == onrecord.RespondsTo && (f.class == clause || f.class == nothing):
		return v.toOther(f)
	case f.class == clause:
		return v.toClause(f)
	case f.class == it:
		return v.toIt(f)
	case f.class == nothing:
		return v.toOwn(f)
	case f.class == doing:
		return onrecord.End{Words: v.span(f.at, v.clauseEnd(f.at))}, "deed", true
	case f.verb.own && (f.verb.nouns != nil || f.class == thing && f.object.pronoun != none):
		return v.toPosition(f)
	}
	return v.toThing(f)
}

// toIt: "denied it".
func (v *view) toIt(f *frame) (onrecord.End, string, bool) {
	end := onrecord.End{Noun: "claim", Words: v.span(f.object.first, f.object.end)}
	if f.verb.own {
		end.Noun, end.Owner = "statement", f.speaker
	} else if st := v.lastOf(f, func(id onrecord.EntityID) bool { return id != "" && id != f.speaker }); st != nil {
		return onrecord.End{Statement: st.ID, Owner: st.Speaker, Words: end.Words}, "pronoun, told before", true
	}
	return end, "pronoun", true
}

// toOwn: "backtracked", from what the speaker said before.
func (v *view) toOwn(f *frame) (onrecord.End, string, bool) {
	if !f.verb.own {
		return onrecord.End{}, "", false
	}
	if st := v.before(f); st != nil {
		return onrecord.End{Statement: st.ID, Owner: f.speaker}, "own statement, said before", true
	}
	return onrecord.End{Noun: "statement", Owner: f.speaker}, "own earlier statement", true
}

// toPosition: "reversed course", "changed her mind".
func (v *view) toPosition(f *frame) (onrecord.End, string, bool) {
	noun := v.lemma(f.object.head)
	if nounClass[noun] == 0 && f.verb.nouns != nil {
		noun = "position"
	}
	return onrecord.End{Noun: noun, Owner: f.speaker, Words: v.span(f.object.first, f.object.end)}, noun + ", own", true
}

// toClause is what a clause says, and somebody may have said.
func (v *view) toClause(f *frame) (onrecord.End, string, bool) {
	first := f.at
	if v.low[first] == "that" {
		first++
	}
	e := onrecord.End{Noun: "claim", About: v.span(first, v.clauseEnd(first))}
	if f.verb.own {
		e.Noun, e.Owner = "statement", f.speaker
	}
	return e, "clause", true
}

// toOther is what somebody else said last before an answer.
func (v *view) toOther(f *frame) (onrecord.End, string, bool) {
	n, ok := v.indexOf(f.end.Statement)
	if !ok || f.speaker == "" || v.deed(f.after) || v.inAnswer[n] || v.answersNamed(f) {
		return onrecord.End{}, "", false
	}
	m := v.said(n, min(v.place(n), v.r.Tokens[f.group.verb].Start))
	if m != none && v.r.Statements[m].Speaker == f.speaker && !v.hasWords(m) { // "Lee contradicted him. “No,” Lee replied"
		m = v.said(n, v.place(m))
	}
	if m == none || v.sentenceOf(n)-v.sentenceOf(m) > sentencesBack {
		return onrecord.End{}, "", false
	}
	st := &v.r.Statements[m]
	if st.Speaker == "" && st.Act != onrecord.Asked || st.Speaker == f.speaker || v.kindOf(st.Speaker) == onrecord.Paper {
		return onrecord.End{}, "", false
	}
	return onrecord.End{Statement: st.ID, Owner: st.Speaker}, "the statement before, of somebody else", true
}

// deed: "by closing the pier", at k, is no saying, "by noting" is.
func (v *view) deed(k int) bool {
	if v.at(k) != "by" {
		return false
	}
	for k++; v.tag(k) == "RB"; k++ {
	}
	l := ""
	if k < len(v.low) {
		l = v.lemma(k)
	}
	return v.tag(k) == "VBG" && !plainly[l] && !conceding[l] && judging(l) == nil && l != "point" && l != "ask"
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
