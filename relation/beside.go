package relation

import (
	"fmt"

	"onrecord"
)

// Verbs that say how a statement goes on from the one before it.
var (
	adding    = set("add continue")
	answering = set("reply respond retort answer")
	conceding = set("caution acknowledge concede admit allow lament warn note stress")
	turns     = set("but though although")
	turned    = set("still however nevertheless but yet")
)

// Where the other statement may stand.
const (
	sentencesBack  = 3 // before the one that goes on
	statementsBack = 6
)

// besideEach finds the statements that go on from, answer or soften the one
// before, by the verb of their cue.
func (v *view) besideEach() {
	for n := range v.r.Statements {
		st := &v.r.Statements[n]
		first, end := v.tokens(st.Cue)
		for i := first; i < min(end, first+groupReach); i++ {
			if v.cue[i] != int32(n) || !v.verb(i) {
				continue
			}
			v.goesOn(n, i)
			v.answers(n, i)
			v.softens(n, i)
		}
	}
}

// goesOn: "he added", after a statement of the same speaker.
func (v *view) goesOn(n, i int) {
	on := v.lemma(i) == "go" && v.at(i+1) == "on"
	if v.tag(i+1) == "VBG" || v.tag(i+1) == "TO" { // "continued delivering"
		return
	}
	if !adding[v.lemma(i)] && !on || !v.hasWords(&v.r.Statements[n]) {
		return
	}
	if g, ok := v.group(i); !ok || g.passive {
		return
	}
	if m := v.earlier(n, true); m != none {
		end := i + 1
		if on {
			end++
		}
		v.join(onrecord.Elaborates, n, m, i, end, 0.9, "the speaker's statement before")
	}
}

// answers: "she replied", after a statement of somebody else.
func (v *view) answers(n, i int) {
	back := v.at(i+1) == "back" && (v.lemma(i) == "shoot" || v.lemma(i) == "fire" || v.lemma(i) == "write" || v.lemma(i) == "hit")
	if !answering[v.lemma(i)] && !back || !v.hasWords(&v.r.Statements[n]) {
		return
	}
	if g, ok := v.group(i); !ok || g.passive {
		return
	}
	end := i + 1
	if back {
		end++
	}
	if v.answersNamed(end) || v.inAnswer[n] {
		return
	}
	if m := v.earlier(n, false); m != none {
		v.join(onrecord.RespondsTo, n, m, i, end, 0.9, "the statement before, of somebody else")
	}
}

// answersNamed reports that what is answered is named: "responded on Sunday to …".
func (v *view) answersNamed(k int) bool {
	for n := k; n < min(k+4, len(v.low)) && v.sentence[n] == v.sentence[k]; n++ {
		if v.low[n] == "to" {
			return true
		}
		if v.low[n] == "," || v.verb(n) {
			return false
		}
	}
	return false
}

// softens: ", but cautioned that …" after a statement of the same speaker in
// the sentence; "Still, he acknowledged …" also after one in the sentence
// before.
func (v *view) softens(n, i int) {
	if st := &v.r.Statements[n]; !v.hasWords(st) || st.Act == onrecord.Declined {
		return
	}
	first, _ := v.bounds(i)
	k := i - 1
	for k > first && i-k <= 4 && (v.tag(k) == "RB" || v.tag(k) == "PRP" || v.noun(k) || v.auxiliary(k)) && !turned[v.low[k]] {
		k--
	}
	switch {
	case k >= first && turns[v.low[k]] && k > first:
		m := v.earlier(n, true)
		if m != none && v.sentenceOf(m) == int(v.sentence[i]) {
			v.join(onrecord.Qualifies, n, m, k, i+1, 0.9, "the speaker's statement in the sentence")
		}
	case conceding[v.lemma(i)] && turned[v.low[first]]:
		if m := v.earlier(n, true); m != none {
			v.join(onrecord.Qualifies, n, m, i, i+1, 0.8, "the speaker's statement before")
		}
	}
}

// earlier is the nearest statement with words before n, of the same speaker or
// of another one; none when a statement of the wrong side stands between, or
// it is too far.
func (v *view) earlier(n int, same bool) int {
	speaker := v.r.Statements[n].Speaker
	if speaker == "" {
		return none
	}
	here := v.sentenceOf(n)
	for m := n - 1; m >= max(0, n-statementsBack); m-- {
		st := &v.r.Statements[m]
		if !v.hasWords(st) || v.thought(st) {
			continue
		}
		s := v.sentenceOf(m)
		if st.Speaker == "" || s == none || here-s > sentencesBack || (st.Speaker == speaker) != same {
			return none
		}
		return m
	}
	return none
}

// thinking are verbs of what is held without being said.
var thinking = set("fear believe think hope want know see feel expect worry wish refer like love hate prefer doubt")

// thought reports a cue that is no saying.
func (v *view) thought(st *onrecord.Statement) bool {
	first, end := v.tokens(st.Cue)
	for k := first; k < min(end, first+groupReach); k++ {
		if v.verb(k) && !v.auxiliary(k) {
			return thinking[v.lemma(k)]
		}
	}
	return false
}

// sentenceOf is the sentence of a statement's cue, else of its content.
func (v *view) sentenceOf(n int) int {
	st := &v.r.Statements[n]
	s := st.Cue
	if s.IsZero() && len(st.Content) > 0 {
		s = st.Content[0]
	}
	if first, end := v.tokens(s); first < end {
		return int(v.sentence[first])
	}
	return none
}

// join adds a relation between two statements.
func (v *view) join(kind onrecord.RelationKind, from, to, first, end int, score float64, why string) {
	cue := v.span(first, end)
	if kind == onrecord.RespondsTo {
		if v.inAnswer == nil {
			v.inAnswer = map[int]bool{}
		}
		v.inAnswer[from] = true
	}
	v.found = append(v.found, onrecord.Relation{
		Kind: kind, Basis: onrecord.Stated, Cue: cue, Score: score,
		From: onrecord.End{Statement: v.r.Statements[from].ID}, To: onrecord.End{Statement: v.r.Statements[to].ID},
		Why: []string{fmt.Sprintf("cue: %s %.2f", cue.In(v.r.Doc.Text), score), "target: " + why},
	})
}
