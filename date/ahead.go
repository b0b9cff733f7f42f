package date

import (
	"sort"

	"onrecord"
)

// ahead gives a statement without a time that of the same speaker's next
// statement or appearance, where the article tells first what was said and then
// when: "She lashed out on Twitter. '…,' she wrote in a tweet on Sunday." "Lee
// wants a vote. ¶ She told a rally so on Sunday."
func (c *claimer) ahead() {
	for i := len(c.r.Statements) - 2; i >= 0; i-- {
		st := &c.r.Statements[i]
		if st.Said.Basis != "inferred" || st.Speaker == "" {
			continue
		}
		next := c.nextOf(i)
		if next == nil || next.Said.Words.IsZero() {
			continue
		}
		a, ok1 := c.place(st)
		b, ok2 := c.place(next)
		if ok1 && ok2 && c.leads(st, next, a, b) {
			c.copyTime(st, next.Said, "of the same speaker's statement that follows,")
		}
	}
}

// nextOf is the statement after statement i when it has the same speaker; for
// one in the first paragraph, such as a headline, two others may come between.
func (c *claimer) nextOf(i int) *onrecord.Statement {
	st := &c.r.Statements[i]
	far := 1
	if k := c.token(st.Cue.Start); k < len(c.low) && c.paragraph(k) == 0 {
		far = 3
	}
	for j := i + 1; j <= i+far && j < len(c.r.Statements); j++ {
		if c.r.Statements[j].Speaker == st.Speaker {
			return &c.r.Statements[j]
		}
	}
	return nil
}

// leads reports that what is said at a is told again, with its time, at b: in
// the same paragraph or the next, with no time before it; from the first words
// of the article, or by a quotation that follows at once.
func (c *claimer) leads(st, next *onrecord.Statement, a, b place) bool {
	apart := c.paragraph(b.cue) - c.paragraph(a.cue)
	if apart < 0 || apart > 1 || next.Said.Words.Start < st.Cue.Start || c.timesBetween(a.first, min(b.first, c.token(next.Said.Words.Start))) {
		return false
	}
	if posted(st) != posted(next) && c.paragraph(a.cue) > 1 {
		return false
	}
	if posted(st) && posted(next) {
		return true
	}
	if c.occasionOf(st, a).differs(c.occasionOf(next, b)) {
		return false
	}
	tense := c.tense(a)
	if next.Said.Until != dayAfter(next.Said.From) && (apart > 0 || tense != past) {
		return false // "in May" and what was said in the next paragraph
	}
	if tense == future || c.afterwards(a) || tense == present && c.tense(b) == past && c.paragraph(a.cue) > 2 {
		return false
	}
	return c.paragraph(a.cue) <= 2 || len(next.Verbatim) > 0
}

// timesBetween reports a time outside content in tokens [first, end).
func (c *claimer) timesBetween(first, end int) bool {
	k := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].first >= first })
	for ; k < len(c.phrases) && c.phrases[k].first < end; k++ {
		if p := c.phrases[k]; !p.goesOn && !c.quoted[p.first] && !c.content[p.first] {
			return true
		}
	}
	return false
}
