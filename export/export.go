// Package export writes readings in other programs' formats: JSON Lines, a
// readable transcript, brat standoff, CSV, Atom feeds.
//
// What is promised: offsets are Unicode code points into the Document's Text,
// end excluded; the words beside them are those words; the same readings give
// the same bytes; nothing of a reading is changed.
package export

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// extent is the span from a statement's first byte to its last, of content,
// cue and source.
func extent(st *onrecord.Statement) onrecord.Span {
	var all onrecord.Span
	for _, spans := range [][]onrecord.Span{st.Content, {st.Cue}, {st.Source}} {
		all = cover(all, spans)
	}
	return all
}

// cover widens all until it holds spans; zero spans count as not present.
func cover(all onrecord.Span, spans []onrecord.Span) onrecord.Span {
	for _, s := range spans {
		switch {
		case s.IsZero():
		case all.IsZero():
			all = s
		default:
			all = onrecord.Span{Start: min(all.Start, s.Start), End: max(all.End, s.End)}
		}
	}
	return all
}

// inOrder returns the statements by position, those at one position by ID.
func inOrder(statements []onrecord.Statement) []*onrecord.Statement {
	type placed struct {
		at onrecord.Span
		st *onrecord.Statement
	}
	sorted := make([]placed, len(statements))
	for i := range statements {
		sorted[i] = placed{extent(&statements[i]), &statements[i]}
	}
	slices.SortStableFunc(sorted, func(a, b placed) int {
		return cmp.Or(a.at.Start-b.at.Start, a.at.End-b.at.End, strings.Compare(string(a.st.ID), string(b.st.ID)))
	})
	out := make([]*onrecord.Statement, len(sorted))
	for i, p := range sorted {
		out[i] = p.st
	}
	return out
}

// Join returns the words of spans. Pieces that only white space parts are
// joined by a space, others by " … ", so that nobody reads a gap as a whole.
func Join(text string, spans []onrecord.Span) string {
	if len(spans) == 1 {
		return spans[0].In(text)
	}
	var b strings.Builder
	for i, s := range spans {
		if i > 0 {
			b.WriteString(between(text, spans[i-1], s))
		}
		b.WriteString(s.In(text))
	}
	return b.String()
}

func between(text string, a, b onrecord.Span) string {
	if a.End <= b.Start && strings.TrimSpace(text[a.End:b.Start]) == "" {
		return " "
	}
	return " … "
}
