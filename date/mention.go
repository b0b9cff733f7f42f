package date

import (
	"strings"

	"onrecord"
)

// mentioned marks each token with the entity that is meant there: by a mention;
// as the source of a statement; by a last name that the article's sources give
// to one speaker; by "he" or "she" between two statements of one speaker.
func (c *claimer) mentioned() []entityIndex {
	out := make([]entityIndex, len(c.low))
	if len(c.phrases) == 0 {
		return out // nobody asks
	}
	index := map[onrecord.EntityID]entityIndex{}
	c.index = index
	for n := range c.r.Entities {
		index[c.r.Entities[n].ID] = entityIndex(n + 1)
		for _, m := range c.r.Entities[n].Mentions {
			first, end := c.tokens(m)
			for i := first; i < end; i++ {
				out[i] = entityIndex(n + 1)
			}
		}
	}
	surnames := c.sources(out, index)
	c.rest(out, surnames, index)
	return out
}

// sources marks the last tokens of sources with their speakers, and returns
// whom the names among them mean; -1 where several.
func (c *claimer) sources(out []entityIndex, index map[onrecord.EntityID]entityIndex) map[string]entityIndex {
	surnames := map[string]entityIndex{}
	for n := range c.r.Statements {
		st := &c.r.Statements[n]
		first, end := c.tokens(st.Source)
		who := index[st.Speaker]
		if who == 0 || end <= first {
			continue
		}
		if end == first+1 {
			out[first] = who
		}
		if last := end - 1; c.r.Tokens[last].Tag == "NNP" {
			if old, ok := surnames[c.low[last]]; ok && old != who {
				who = -1
			}
			surnames[c.low[last]] = who
		}
	}
	return surnames
}

// rest marks last names and pronouns that are neither mentions nor sources, in
// the sentences that have a time.
func (c *claimer) rest(out []entityIndex, surnames map[string]entityIndex, index map[onrecord.EntityID]entityIndex) {
	next, done := 0, int32(-1)
	for _, p := range c.phrases {
		n := c.sentence[p.first]
		if n == done {
			continue
		}
		done = n
		first, end := c.near(p.first)
		for i := first; i < end; i++ {
			for next < len(c.r.Statements) && c.r.Statements[next].Cue.Start <= c.r.Tokens[i].Start {
				next++
			}
			switch {
			case out[i] > 0 || c.quoted[i]:
			case c.r.Tokens[i].Tag == "NNP" && surnames[c.low[i]] > 0 && (i+1 == len(out) || !c.noun(i+1)):
				out[i] = surnames[c.low[i]]
			case (c.low[i] == "he" || c.low[i] == "she") && next > 0 && next < len(c.r.Statements) && c.r.Statements[next-1].Speaker == c.r.Statements[next].Speaker:
				out[i] = index[c.r.Statements[next].Speaker]
			}
		}
	}
}

// interviewer reports a speaker whose last name is among names: "in an interview
// with Fox News's Ann Lee".
func (c *claimer) interviewer(st *onrecord.Statement, names map[string]bool) bool {
	if len(names) == 0 || st.Source.IsZero() {
		return false
	}
	_, end := c.tokens(st.Source)
	w := strings.ToLower(c.low[end-1])
	return end > 0 && c.r.Tokens[end-1].Tag == "NNP" && names[w]
}
