package search

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/wording"
)

// An alignment is the steps from the words of a report to those asked for.
type alignment struct {
	content      string
	words, asked []wording.Word
	edits        []wording.Edit
}

// endMarks end sentences; the dots stand for words left out, too.
const endMarks = ".!?…\n"

// share is how much of the asked words is kept; a word with content counts
// twice.
func (a alignment) share() float64 {
	weigh := func(words []wording.Word) (n int) {
		for _, w := range words {
			if n++; w.Content() {
				n++
			}
		}
		return n
	}
	kept := 0
	for _, e := range a.edits {
		if e.Kind == wording.Kept {
			kept += weigh(a.asked[e.Words[1][0]:e.Words[1][1]])
		}
	}
	return float64(kept) / float64(max(weigh(a.asked), 1))
}

// negations reports whether a negation is dropped, added or turned. It takes the
// mark off where one is only left out with its sentence, and everywhere where the
// words are too different to say.
func (a alignment) negations(alike bool) (any bool) {
	for i := range a.edits {
		e := &a.edits[i]
		if e.Negation = e.Negation && alike && !a.endsWithin(i); e.Negation {
			any = true
		}
	}
	return any
}

// endsWithin reports whether a sentence ends between the last negation that step
// i leaves out and what comes after the step.
func (a alignment) endsWithin(i int) bool {
	first, end := a.edits[i].Words[0][0], a.edits[i].Words[0][1]
	if a.edits[i].Kind != wording.LeftOut || end == len(a.words) {
		return false
	}
	for k := end - 1; k >= first; k-- {
		if a.words[k].Negation() {
			return strings.ContainsAny(a.content[a.words[k].End:a.words[end].Start], endMarks)
		}
	}
	return false
}

// altered counts the words that were added or changed, and those that were left
// out between words that are kept. What the report has before and after is no
// alteration.
func (a alignment) altered() (added, left int) {
	for i, e := range a.edits {
		was, is := e.Words[0][1]-e.Words[0][0], e.Words[1][1]-e.Words[1][0]
		inner := i > 0 && i < len(a.edits)-1
		switch {
		case e.Kind == wording.Kept:
		case e.Kind == wording.LeftOut && inner:
			left += was
		case e.Kind == wording.Changed && inner:
			added += max(was, is)
		default:
			added += is
		}
	}
	return added, left
}

// pieces counts the runs of words that are kept.
func (a alignment) pieces() (n int) {
	for _, e := range a.edits {
		if e.Kind == wording.Kept {
			n++
		}
	}
	return n
}

// longest is the longest run of words that are kept.
func (a alignment) longest() (n int) {
	for _, e := range a.edits {
		if e.Kind == wording.Kept {
			n = max(n, e.Words[1][1]-e.Words[1][0])
		}
	}
	return n
}

// sentences reports whether what is kept begins and ends where sentences of the
// report do.
func (a alignment) sentences() bool {
	first, last := -1, -1
	for _, e := range a.edits {
		if e.Kind == wording.Kept {
			if first < 0 {
				first = e.Words[0][0]
			}
			last = e.Words[0][1]
		}
	}
	if first < 0 {
		return false
	}
	ends := func(i int) bool { // between word i-1 and word i
		return i == 0 || i == len(a.words) || strings.ContainsAny(a.content[a.words[i-1].End:a.words[i].Start], endMarks)
	}
	return ends(first) && ends(last)
}

// within reports whether all that is kept lies in quotation marks.
func (a alignment) within(quoted []onrecord.Span) bool {
	for _, e := range a.edits {
		if e.Kind != wording.Kept {
			continue
		}
		for _, w := range a.words[e.Words[0][0]:e.Words[0][1]] {
			if !slices.ContainsFunc(quoted, func(q onrecord.Span) bool { return q.Contains(w.Span) }) {
				return false
			}
		}
	}
	return len(a.edits) > 0
}
