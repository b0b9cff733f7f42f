package relation

import "onrecord"

// Where the quotation may stand that gives the words of a judgement. Of 14 that
// a reach of five sentences found beyond two, 12 belonged to it; of 42 that open
// the next sentence and name nothing of its object, 37.
const (
	sentencesOn = 5
	tokensOn    = 2 * reach
	opening     = 3 // tokens into a sentence where a quotation opens it
)

// following is the quotation of the same speaker that opens the next sentence,
// or one further on that has to do with the object. What a headline tells may
// be told there once more with words.
func (v *view) following(f *frame) int {
	s := int(v.sentence[f.group.verb])
	if s == none || f.speaker == "" || v.aside(f.group.verb) || v.rel(f.group.verb) == "acl" || v.conceded(f.group.verb) {
		return none
	}
	_, end := v.bounds(f.group.verb)
	last := min(s+sentencesOn, len(v.r.Sentences)-1)
	tried := [2]int32{none, none} // statements that the token before was in
	for k := end; k < min(v.r.Sentences[last].End, len(v.low), end+tokensOn); k++ {
		for i, n := range [2]int32{v.content[k], v.cue[k]} {
			if n == none || v.r.Statements[n].Speaker != f.speaker || n == tried[i] && k >= end+opening {
				continue
			}
			tried[i] = n
			if k < end+opening && v.r.Statements[n].Kind == onrecord.Direct && !v.earlierDeed(f.group.verb) || v.gives(f, int(n), s == 0) {
				return int(n)
			}
		}
	}
	return none
}

// earlierDeed: "After blasting them, he …": the next sentence goes on with what
// he did then.
func (v *view) earlierDeed(i int) bool {
	return v.tag(i) == "VBG" && (v.at(i-1) == "after" || v.at(i-1) == "before" || v.at(i-1) == "since")
}

// gives reports a statement that gives the words of what f tells: a quotation;
// or, told, a statement that judges alike.
func (v *view) gives(f *frame, n int, told bool) bool {
	if i := v.cueVerb(n); i != none && judging(v.lemma(i)) != nil {
		return told && judging(v.lemma(i)).kind == f.verb.kind && v.hasWords(n) && v.touches(f, &v.r.Statements[n])
	}
	quoted := 0
	for _, s := range v.r.Statements[n].Verbatim {
		quoted += s.Len()
	}
	return (quoted >= quotedLeast || v.r.Statements[n].Kind == onrecord.Direct) && v.touches(f, &v.r.Statements[n])
}

// quotedLeast is the bytes of a quotation inside other words that says
// something by itself.
const quotedLeast = 20
