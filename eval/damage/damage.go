// Package damage makes the bad texts of an archive out of good ones: capitals,
// the errors of optical character recognition, lost or flattened quotation
// marks, lost paragraphs. An annotation is carried over, so that the loss can be
// measured.
//
// It promises that a damaged copy of valid UTF-8 is valid UTF-8; that the same
// text, form and seed give the same copy; that every character that was not
// changed maps to itself; and that a span maps to a span inside the copy, one
// inside another to one inside that other's.
package damage

import (
	"sort"
	"strings"

	"onrecord"
)

// A Copy is a damaged text, and where the words of the clean text stand in it.
type Copy struct {
	Text  string
	edits []edit // in order, not overlapping
}

// An edit says that the bytes from of the clean text became the bytes to of the
// copy. Either may be empty: what was put in, or taken out.
type edit struct{ from, to onrecord.Span }

// A change is what is to stand in the place of a span of the clean text.
type change struct {
	onrecord.Span
	words string
}

// rewrite makes the copy of a text with the changes, which are in order and do
// not overlap.
func rewrite(text string, changes []change) *Copy {
	var b strings.Builder
	b.Grow(len(text) + len(changes))
	edits := make([]edit, 0, len(changes))
	at := 0
	for _, c := range changes {
		b.WriteString(text[at:c.Start])
		to := onrecord.Span{Start: b.Len(), End: b.Len() + len(c.words)}
		b.WriteString(c.words)
		edits = append(edits, edit{c.Span, to})
		at = c.End
	}
	b.WriteString(text[at:])
	return &Copy{b.String(), edits}
}

// Span is where the words of a span of the clean text stand in the copy. A span
// that begins or ends inside a change takes the whole of what stands in its
// place; what was put in before or behind a span stays outside it. A span of
// which nothing is left is empty, and an empty one is zero.
func (c *Copy) Span(s onrecord.Span) onrecord.Span {
	if s.Len() <= 0 {
		return onrecord.Span{}
	}
	return onrecord.Span{Start: c.start(s.Start), End: c.end(s.End)}
}

func (c *Copy) start(at int) int {
	i := sort.Search(len(c.edits), func(i int) bool { return c.edits[i].from.Start > at }) - 1
	switch {
	case i < 0:
		return at
	case at < c.edits[i].from.End:
		return c.edits[i].to.Start
	}
	return at + c.edits[i].to.End - c.edits[i].from.End
}

func (c *Copy) end(at int) int {
	i := sort.Search(len(c.edits), func(i int) bool { return c.edits[i].from.Start >= at }) - 1
	switch {
	case i < 0:
		return at
	case at < c.edits[i].from.End:
		return c.edits[i].to.End
	}
	return at + c.edits[i].to.End - c.edits[i].from.End
}
