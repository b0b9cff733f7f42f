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
	f := frame{group: group{verb: i}, verb: &verb{kind: onrecord.Qualifies, own: true}, st: n}
	v.fromStatement(&f, n)
	about := v.span(i+2, end)
	to := onrecord.End{Owner: f.speaker, Noun: "statement", Words: v.span(i+1, end), About: about}
	why := "own statement, not in the article"
	if m := v.find(&f, f.speaker, about, false); m != nil {
		to, why = onrecord.End{Statement: m.ID, Owner: f.speaker, Words: to.Words}, "own statement, on the same subject"
	}
	v.add(onrecord.Relation{Kind: onrecord.Qualifies, From: f.end, To: to, Cue: v.span(i, i+1)}, f.score(), why)
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
