package date

// sharesClause gives ", saying …" and ", adding …" the time of the statement
// whose cue they hang on: "Earlier this week Lee called for an audit, saying …".
func (c *claimer) sharesClause(i int, at place) bool {
	st := &c.r.Statements[i]
	if c.r.Tokens[at.cue].Tag != "VBG" {
		return false
	}
	h := at.cue
	for range 2 * climb {
		if h = c.head(h); h < 0 {
			return false
		}
		if j := c.cueOf[h]; j > 0 && j-1 != i {
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

// cues marks the tokens of cues with one more than their statement's index.
func (c *claimer) cues() []int {
	out := make([]int, len(c.low))
	for i := range c.r.Statements {
		first, end := c.tokens(c.r.Statements[i].Cue)
		for k := first; k < end; k++ {
			out[k] = i + 1
		}
	}
	return out
}
