package date

import (
	"slices"
	"sort"
	"strings"

	"onrecord"
)

// simplePast reports the tense of a cue that carrying over needs: "said", or a
// participle beside it; not "had said" and not "was saying".
func (c *claimer) simplePast(at place) bool {
	for i := at.cue; i < at.cueEnd; i++ {
		switch c.r.Tokens[i].Tag {
		case "VBD":
			progressive := i+1 < at.cueEnd && c.r.Tokens[at.cueEnd-1].Tag == "VBG" && (c.low[i] == "was" || c.low[i] == "were")
			return !progressive && (c.low[i] != "had" || i+1 >= at.cueEnd)
		case "VBG":
			return true
		case "VBZ", "VBP", "MD", "VB":
			return false
		}
	}
	return false
}

// carry gives a statement the time of its speaker's last one, when both are
// plainly of one appearance.
func (c *claimer) carry(i int, at place) bool {
	st := &c.r.Statements[i]
	last, ok := c.carried[st.Speaker]
	if !ok || st.Speaker == "" || last.statement >= i || !c.simplePast(at) && (c.tense(at) != present || last.tense != present) {
		return false
	}
	from := &c.r.Statements[last.statement]
	if posted(st) != posted(from) && c.sentence[last.cue] != c.sentence[at.cue] {
		return false // a post and a speech are two appearances
	}
	if last.coarse && c.paragraph(at.cue)-c.paragraph(last.origin) > 1 || c.newTime(last.cue, at) {
		delete(c.carried, st.Speaker)
		return false
	}
	last.cue = at.cue
	c.carried[st.Speaker] = last
	st.Said = from.Said
	st.Why = append(st.Why, "time: carried over from the same speaker's “"+oneLine(st.Said.Words.In(c.r.Doc.Text))+"”")
	return true
}

// posted reports what was put on the net.
func posted(st *onrecord.Statement) bool {
	return slices.ContainsFunc(st.Via, func(h onrecord.Hop) bool { return h.Kind == "posted" })
}

// announced gives a post without a time that of the same speaker's next
// statement, in the same or the next paragraph, when that is a post too: "She
// lashed out on Twitter. '…,' she wrote in a tweet on Sunday."
func (c *claimer) announced() {
	for i := range max(0, len(c.r.Statements)-1) {
		st, next := &c.r.Statements[i], &c.r.Statements[i+1]
		if st.Said.Basis != "inferred" || st.Speaker == "" || next.Speaker != st.Speaker || !posted(st) || !posted(next) || next.Said.Words.IsZero() {
			continue
		}
		a, ok1 := c.place(st)
		b, ok2 := c.place(next)
		if !ok1 || !ok2 || c.paragraph(b.cue)-c.paragraph(a.cue) > 1 {
			continue
		}
		st.Said = next.Said
		st.Why = append(st.Why, "time: of the same speaker's post that follows")
	}
}

func (c *claimer) paragraph(token int) int { return c.r.Sentences[c.sentence[token]].Paragraph }

// newTime reports that between the two cues a sentence begins with another
// time, or that the later one's sentence has a time of its own that does not
// date the saying: "after Sunday's fire, he said".
func (c *claimer) newTime(from int, at place) bool {
	k := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].first > from })
	for ; k < len(c.phrases) && c.phrases[k].first < min(at.end, at.cueEnd+reach); k++ {
		p := c.phrases[k]
		if source, _ := at.in(c, p.first); source || !c.outside(p, at) {
			continue
		}
		if p.first >= at.first || p.first == c.r.Sentences[c.sentence[p.first]].First {
			return true
		}
	}
	return false
}

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
