package quote

import (
	"fmt"
	"math"
	"sync"

	"onrecord"
)

// proposalBias is the log odds by which more cues are proposed than the
// paragraph model would choose; the ranker throws most of them out again. It
// is the same in training.
const proposalBias = 2

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// statement turns what was found into the noun.
func (v *view) statement(c *candidate) onrecord.Statement {
	st := onrecord.Statement{Doc: v.r.Doc.ID, Cue: v.span(c.cue), Source: v.span(c.source), Score: math.Round(100*c.score) / 100}
	for _, r := range c.content {
		st.Content = append(st.Content, v.span(r))
	}
	st.Verbatim = verbatim(v.r.Quotations, st.Content)
	st.Kind = onrecord.Indirect
	switch shape := v.shapeOfContent(c); {
	case c.spoken:
		st.Kind = onrecord.Direct
		if shape != allQuoted {
			st.Verbatim = st.Content
		}
	case shape == allQuoted:
		st.Kind = onrecord.Direct
	case shape == someQuoted:
		st.Kind = onrecord.Mixed
	}
	st.Why = v.why(c)
	st.ID = st.ComputeID()
	return st
}

func (v *view) span(r tokenRange) onrecord.Span {
	if r.End == 0 {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: v.r.Tokens[r.First].Start, End: v.r.Tokens[r.End-1].End}
}

// verbatim lists what of the content stands inside outermost quotation marks.
func verbatim(quotes []onrecord.Quotation, content []onrecord.Span) []onrecord.Span {
	var out []onrecord.Span
	for _, c := range content {
		for i := firstAfter(quotes, c.Start); i < len(quotes) && quotes[i].Start < c.End; i++ {
			in := onrecord.Span{Start: max(c.Start, quotes[i].Inner.Start), End: min(c.End, quotes[i].Inner.End)}
			if quotes[i].Depth == 0 && in.Start < in.End {
				out = append(out, in)
			}
		}
	}
	return out
}

// firstAfter is the first outermost quotation that ends after at.
func firstAfter(quotes []onrecord.Quotation, at int) int {
	lo, hi := 0, len(quotes)
	for lo < hi {
		mid := (lo + hi) / 2
		if quotes[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for lo > 0 && (quotes[lo-1].End > at || quotes[lo-1].Depth > 0) {
		lo--
	}
	return lo
}

// why says what decided, stage by stage.
func (v *view) why(c *candidate) []string {
	if c.cue.End == 0 || c.contP == 0 {
		return c.why
	}
	cue, content, source := "", "", ""
	if c.alone != nil {
		cue, content, source = " ("+c.alone.cue.String()+")", " ("+c.alone.content.String()+")", " ("+c.alone.source.String()+")"
	}
	out := []string{fmt.Sprintf("cue: %.2f%s", c.cueP, cue), fmt.Sprintf("content: %.2f%s", c.contP, content)}
	if c.source.End > 0 {
		out = append(out, fmt.Sprintf("source: %.2f%s", c.sourceP, source))
	} else {
		out = append(out, "source: none found")
	}
	if c.alone != nil {
		out = append(out, fmt.Sprintf("score: ranker %.2f", c.alone.ranker))
	}
	return append(out, c.why...)
}
