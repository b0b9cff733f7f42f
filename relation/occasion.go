package relation

import "onrecord"

// occasions finds "Her remarks came two days after the test": what is said is
// said after an event, or set beside what somebody said before.
func (v *view) occasions() {
	for i := range v.low {
		if v.lemma(i) != "come" || !v.verb(i) || v.content[i] != none || v.onPage(i) {
			continue
		}
		s := v.dependent(i, "nsubj")
		if s == none || s > i || nounClass[v.lemma(s)] == 0 {
			continue
		}
		if g, ok := v.group(i); !ok || g.passive {
			continue
		}
		if after := v.afterwards(i); after != none {
			v.occasion(i, after, v.phraseOf(s))
		}
	}
}

// afterwards is the "after" of "came after", "came just two days after"; none
// when other words stand between.
func (v *view) afterwards(i int) int {
	_, stop := v.bounds(i)
	for k := i + 1; k < min(stop-1, i+6); k++ {
		switch {
		case v.low[k] == "after":
			return k
		case v.tag(k) == "RB", v.tag(k) == "DT", v.tag(k) == "CD", v.tag(k) == "JJ", v.r.Tokens[k].Name == "DATE", v.lemma(k) == "hour", v.lemma(k) == "minute":
		default:
			return none
		}
	}
	return none
}

// occasion adds that what p names was said after the words behind token after.
func (v *view) occasion(i, after int, p phrase) {
	f := frame{group: group{verb: i}, verb: &verb{kind: onrecord.AfterEvent, own: true}, st: none}
	f.speaker = v.entityID(p.head)
	if p.owner != none {
		f.speaker = v.possessor(p)
	} else if p.pronoun != none {
		f.speaker = v.otherThan(p.pronoun, "")
	}
	comment := onrecord.End{Owner: f.speaker, Noun: v.lemma(p.head), Words: v.span(p.first, p.end)}
	if st := v.before(&f); st != nil {
		comment = onrecord.End{Statement: st.ID, Owner: f.speaker, Words: comment.Words}
	}
	cue, event := v.span(i+1, after+1), v.span(after+1, v.clauseEnd(after+1))
	_, stop := v.bounds(i)
	if n := v.statementAfter(after+1, stop); n != none && v.r.Statements[n].Speaker != f.speaker && v.r.Statements[n].ID != comment.Statement {
		v.add(onrecord.Relation{Kind: onrecord.Recalls, From: onrecord.End{Statement: v.r.Statements[n].ID}, To: comment, Cue: cue}, occasionScore, "what was said before")
		return
	}
	v.add(onrecord.Relation{Kind: onrecord.AfterEvent, From: comment, To: onrecord.End{Words: event}, Cue: cue}, occasionScore, "event")
}
