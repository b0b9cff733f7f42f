package relation

import "onrecord"

// Where the quotation may stand that gives the words of a judgement. Of 14 that
// a reach of five sentences found beyond two, 12 belonged to it; of 42 that open
// the next sentence and name nothing of its object, 37.
const (
	sentencesOn = 5
	tokensOn    = 2 * reach
	opening     = 3  // tokens into a sentence where a quotation opens it
	sourceRoom  = 60 // bytes of "Lee's aide, Quill, said:" before the quotation
)

// following calls take, with its score, for each statement behind the verb's
// sentence that may give the words of f.
func (v *view) following(f *frame, take func(n int, score float64)) {
	i := f.group.verb
	s := int(v.sentence[i])
	if s == none || v.aside(i) || v.rel(i) == "acl" && !v.issued(i) || v.conceded(i) {
		return
	}
	_, end := v.bounds(i)
	last := min(s+sentencesOn, len(v.r.Sentences)-1)
	tried := [3]int32{none, none, none} // statements that the token before was in
	for k := end; k < min(v.r.Sentences[last].End, len(v.low), end+tokensOn); k++ {
		for part, n := range [3]int32{v.content[k], v.cue[k], v.source[k]} {
			if n == none || n == tried[part] {
				continue
			}
			tried[part] = n
			if score, ok := v.followingScore(f, int(n), k, end); ok {
				take(int(n), score)
			}
		}
	}
}

// opens reports a quotation that begins at token k, or behind its source there.
func (v *view) opens(f *frame, st *onrecord.Statement, k int) bool {
	return st.Kind == onrecord.Direct && len(st.Content) > 0 && st.Content[0].Start < v.r.Tokens[k].End+sourceRoom && !v.earlierDeed(f.group.verb)
}

// earlierDeed: "After blasting them, he …": the next sentence goes on with what
// he did then.
func (v *view) earlierDeed(i int) bool {
	return v.tag(i) == "VBG" && (v.at(i-1) == "after" || v.at(i-1) == "before" || v.at(i-1) == "since")
}

// quotes reports a statement that is a quotation, or holds one that says
// something by itself.
func (v *view) quotes(st *onrecord.Statement) bool {
	quoted := 0
	for _, s := range st.Verbatim {
		quoted += s.Len()
	}
	return quoted >= quotedLeast || st.Kind == onrecord.Direct
}

// quotedLeast is the bytes of a quotation inside other words that says
// something by itself.
const quotedLeast = 20

// voice is what it costs to take statement n, met at token k, for words of who
// f's subject is; false when it is somebody else's. end is where the sentence
// of the verb ends.
func (v *view) voice(f *frame, n, k, end int) (cost float64, ok bool) {
	if f.speaker != "" && v.r.Statements[n].Speaker == f.speaker {
		return 0, true
	}
	return nobodyCost, k < end+opening && v.nobodys(n)
}

// issued: "issued a statement apologizing": one cue has both.
func (v *view) issued(i int) bool {
	h := v.head(i)
	return h != none && v.rel(h) == "dobj" && v.cue[i] != none && v.cue[h] == v.cue[i]
}
