package date

import (
	"strings"

	"onrecord"
)

// How many statements are looked at in a headline, and for each in the body.
const (
	maxHeadline = 8
	maxBody     = 100
)

// headline gives statements of the headline the time of the same speaker's
// statement in the body that has a run of their quoted words.
func (c *claimer) headline() {
	text := c.r.Doc.Text
	for i := range c.r.Statements[:min(len(c.r.Statements), maxHeadline)] {
		st := &c.r.Statements[i]
		if st.Said.Basis != "inferred" || st.Speaker == "" || !c.r.Doc.Headline.Contains(st.Cue) || len(st.Verbatim) == 0 {
			continue
		}
		for j := i + 1; j < min(len(c.r.Statements), i+maxBody); j++ {
			body := &c.r.Statements[j]
			if body.Speaker == st.Speaker && !body.Said.Words.IsZero() && quotes(text, st.Verbatim, body.Verbatim) {
				st.Said = body.Said
				st.Why = append(st.Why, "time: of the statement in the body that the headline quotes")
				break
			}
		}
	}
}

// quotes reports that one of the short spans, of three words or more, stands
// in one of the long ones.
func quotes(text string, short, long []onrecord.Span) bool {
	for _, s := range short {
		words := fold(s.In(text))
		for _, l := range long {
			if strings.Count(words, " ") >= 2 && strings.Contains(fold(l.In(text)), words) {
				return true
			}
		}
	}
	return false
}

// fold makes quoted words comparable: lower case, single spaces, no stop at
// the end.
func fold(s string) string {
	return strings.Trim(strings.ToLower(oneLine(s)), ".,!? ")
}
