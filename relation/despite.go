package relation

import "onrecord"

// despite finds "despite saying she would stay, Lee said …": what is said
// qualifies what was said before.
func (v *view) despite() {
	for i := range v.low {
		if v.low[i] != "despite" || i+2 >= len(v.low) || v.tag(i+1) != "VBG" || !saying[v.lemma(i+1)] || v.content[i] != none || v.onPage(i) {
			continue
		}
		_, stop := v.bounds(i)
		end := v.clauseEnd(i + 2)
		n := v.statementAfter(end, stop)
		if n == none {
			n = v.statementBefore(i)
		}
		if n == none || v.r.Statements[n].Speaker == "" {
			continue
		}
		v.despiteSaying(i, end, n)
	}
}

// saying are verbs under "despite".
var saying = set("say claim insist promise pledge vow tell call declare argue acknowledge state suggest deny")

func (v *view) despiteSaying(i, end, n int) {
	st := &v.r.Statements[n]
	from := onrecord.End{Statement: st.ID}
	about := v.span(i+2, end)
	to := onrecord.End{Owner: st.Speaker, Noun: "statement", Words: v.span(i+1, end), About: about}
	why := "own statement, not in the article"
	if m := v.find(st.Speaker, st.Speaker, about, &from, i, false); m != nil {
		to, why = onrecord.End{Statement: m.ID, Owner: st.Speaker, Words: to.Words}, "own statement, on the same subject"
	}
	v.found = append(v.found, onrecord.Relation{
		Kind: onrecord.Qualifies, Basis: onrecord.Stated, Cue: v.span(i, i+1), From: from, To: to, Score: 0.9,
		Why: []string{"cue: despite " + v.low[i+1], "target: " + why},
	})
}

// statementAfter is the first statement whose cue begins in [i, stop).
func (v *view) statementAfter(i, stop int) int {
	for k := i; k < min(stop, i+reach); k++ {
		if v.cue[k] != none {
			return int(v.cue[k])
		}
	}
	return none
}

// statementBefore is the last statement in the sentence whose cue stands
// before token i.
func (v *view) statementBefore(i int) int {
	first, _ := v.bounds(i)
	for k := i - 1; k >= max(first, i-reach); k-- {
		if v.cue[k] != none {
			return int(v.cue[k])
		}
	}
	return none
}
