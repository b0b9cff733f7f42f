package date

import "onrecord"

// sharesClause gives ", saying …", and "and added …" without a source of its
// own, the time of the statement whose cue they hang on: "Earlier this week Lee
// called for an audit, saying …".
func (c *claimer) sharesClause(i int, at place) bool {
	st := &c.r.Statements[i]
	joined := c.r.Tokens[at.cue].Rel == "conj" && st.Source.IsZero() && c.finite(at.cue)
	if c.r.Tokens[at.cue].Tag != "VBG" && !joined {
		return false
	}
	h := at.cue
	for range 2 * climb {
		if h = c.head(h); h < 0 {
			return false
		}
		if j := c.cueOf[h]; j > 0 && int(j-1) != i {
			from := &c.r.Statements[j-1]
			if from.Said.Words.IsZero() || st.Speaker != "" && from.Speaker != st.Speaker || c.newTime(h, at) {
				return false
			}
			c.copyTime(st, from.Said, "of the clause it shares,")
			return true
		}
	}
	return false
}

// beside gives "even as Hill said no" the time of the clause that it stands
// beside, and "an interview on Sunday, in which Lee said so" that of the
// interview.
func (c *claimer) beside(i int, at place) bool {
	st := &c.r.Statements[i]
	if at.sourceEnd == at.source+1 && c.low[at.source] == "which" && at.source > 0 {
		return c.ofAntecedent(i, at, at.source) // "a letter this month, which urged"
	}
	for k := at.cue - 1; k >= max(at.first, at.cue-8); k-- {
		if c.content[k] || c.low[k] == ";" {
			return false
		}
		switch {
		case c.low[k] == "as" && k > at.first && (c.low[k-1] == "even" || c.low[k-1] == "just"):
			return c.ofMain(st, k)
		case c.low[k] == "where", c.low[k] == "which" && k > 0 && (c.low[k-1] == "in" || c.low[k-1] == "during" || c.low[k-1] == "at"):
			return c.ofAntecedent(i, at, k)
		}
	}
	return false
}

// ofMain takes the time of the last statement before token k in its sentence.
func (c *claimer) ofMain(st *onrecord.Statement, k int) bool {
	for i := k - 1; i >= max(0, k-reach) && c.sentence[i] == c.sentence[k]; i-- {
		if j := c.cueOf[i]; j > 0 {
			from := &c.r.Statements[j-1]
			if from.Said.Words.IsZero() || from.Said.Words.Start < c.r.Tokens[max(0, c.r.Sentences[c.sentence[k]].First)].Start {
				return false
			}
			c.copyTime(st, from.Said, "of the clause beside it,")
			return true
		}
	}
	return false
}

// ofAntecedent takes the time of the appearance told last before token k in its
// sentence.
func (c *claimer) ofAntecedent(i int, at place, k int) bool {
	st := &c.r.Statements[i]
	last := c.toldBefore(k)
	for n := last; n >= 0 && n > last-mostTold; n-- {
		a := &c.told[n]
		if a.noun == "" {
			continue
		}
		if c.sentence[a.token] != c.sentence[k] {
			return false
		}
		if t, ok := c.claimed(c.phrases[a.phrase]); ok {
			c.copyTime(st, t, "of the "+a.noun+" at which it was said,")
			c.keep(i, at, t, c.phrases[a.phrase].coarse)
			return true
		}
	}
	return false
}

// cues marks the tokens of cues with one more than their statement's index.
func (c *claimer) cues() []int32 {
	out := make([]int32, len(c.low))
	for i := range c.r.Statements {
		first, end := c.tokens(c.r.Statements[i].Cue)
		for k := first; k < end; k++ {
			out[k] = int32(i + 1)
		}
	}
	return out
}
