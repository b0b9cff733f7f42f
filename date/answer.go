package date

import (
	"strings"

	"onrecord"
)

// answering are lemmas of verbs that answer what was said just before; putting
// those that want an answer.
var (
	answering = set("reply respond answer interject retort counter interrupt")
	putting   = set("ask press question wonder")
)

// answers gives an answer the time of what it answers, when that was said in
// the paragraph before or in the same: "In an interview this week Hill asked
// whether …. '…,' Lee replied."; and a question the time of the interview.
func (c *claimer) answers(i int, at place) bool {
	if i == 0 || !c.simplePast(at) {
		return false
	}
	st, to := &c.r.Statements[i], &c.r.Statements[i-1]
	before, ok := c.place(to)
	if !ok || to.Said.Words.IsZero() || c.paragraph(at.cue)-c.paragraph(before.cue) > 1 || to.Speaker == st.Speaker {
		return false
	}
	cue, first := c.lemmas(at), c.lemmas(before)
	asked := first(putting) && c.speaksTo(before, st)
	if c.occasionOf(st, at).class != 0 {
		return false
	}
	exchange := asked || cue(answering) && (len(to.Verbatim) > 0 || first(putting)) || c.interviewer(st, c.occasionOf(to, before).names)
	if !exchange || c.newTime(before.cue, at) || posted(st) != posted(to) {
		return false
	}
	c.copyTime(st, to.Said, "of what was said before it,")
	return true
}

// wasAsked gives "Lee was asked" the time of what Lee said or did in the same
// paragraph or the one before.
func (c *claimer) wasAsked(i int, at place) bool {
	st := &c.r.Statements[i]
	if !c.lemmas(at)(putting) || c.r.Tokens[at.cueEnd-1].Tag != "VBN" {
		return false
	}
	if at.cueEnd-at.cue > 1 && !c.finite(at.cue) || strings.HasPrefix(c.low[at.cue], "ha") {
		return false // "has often asked"
	}
	for _, who := range c.subjects(at.cueEnd - 1) {
		last, ok := c.carried[c.id(who)]
		if ok && !last.posted && c.paragraph(at.cue)-c.paragraph(last.cue) <= 1 && !c.newTime(last.cue, at) && !c.occasionOf(st, at).differs(last.occasion) {
			c.copyTime(st, last.time, "of the answering speaker's")
			return true
		}
	}
	return false
}

// speaksTo reports a question whose sentence names the one who answers: not
// "asked for money".
func (c *claimer) speaksTo(at place, answer *onrecord.Statement) bool {
	for i := max(at.first, at.cue-reach); i < min(at.end, at.cueEnd+reach); i++ {
		if source, _ := at.in(c, i); !source && c.entity[i] > 0 && c.id(c.entity[i]) == answer.Speaker {
			return at.cueEnd >= len(c.low) || c.low[at.cueEnd] != "for"
		}
	}
	return false
}

// lemmas tells whether a cue has one of some lemmas.
func (c *claimer) lemmas(at place) func(map[string]bool) bool {
	return func(words map[string]bool) bool {
		for i := at.cue; i < at.cueEnd; i++ {
			if words[c.r.Tokens[i].Lemma] {
				return true
			}
		}
		return false
	}
}
