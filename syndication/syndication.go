// Package syndication recognises copies of one text: a wire story and what
// outlets made of it; and it counts how many reports of an utterance are
// independent of each other.
//
// What is promised: comparing two articles does not depend on which comes
// first; two that have nothing in common but what they quote are no copies; the
// work is linear in the length of the texts.
package syndication

import (
	"fmt"
	"math"
	"slices"

	"onrecord"
)

// An Article is a Document as it is compared with others.
type Article struct {
	ID      onrecord.DocumentID
	grams   []uint64 // of all its words, sorted, each once
	told    []uint64 // of words outside quotation marks, likewise
	credits []string // agencies, by name
}

// Read prepares the article text of a Document, boilerplate left out.
func Read(doc *onrecord.Document) *Article {
	a := &Article{ID: doc.ID, credits: credits(doc)}
	for _, p := range body(doc) {
		a.add(p.In(doc.Text))
	}
	a.grams, a.told = sorted(a.grams), sorted(a.told)
	return a
}

// body are the paragraphs that are article.
func body(doc *onrecord.Document) []onrecord.Span {
	var out []onrecord.Span
	for _, p := range doc.Paragraphs {
		if !slices.ContainsFunc(doc.Boilerplate, p.Overlaps) {
			out = append(out, p)
		}
	}
	return out
}

// How much of the shorter text must stand in the longer, of all its words and
// of those outside quotation marks: less where both credit one agency. The
// figures stand in docs/decisions/syndication.md.
const (
	leastGrams    = 12 // of a text that is compared
	leastTold     = 8  // outside quotation marks, that count by themselves
	least         = 0.30
	leastCredited = 0.20
)

// Compare says whether two documents print one text. Two articles about one
// event are none, nor are two that quote one speech: the words that the authors
// chose themselves must be the same too.
func Compare(a, b *Article) (onrecord.Copy, bool) {
	if b.ID < a.ID {
		a, b = b, a
	}
	all, of := containment(a.grams, b.grams)
	told, ofTold := containment(a.told, b.told)
	want := least
	credit := common(a.credits, b.credits)
	if credit != "" {
		want = leastCredited
	}
	if of < leastGrams || all < want || ofTold >= leastTold && told < want {
		return onrecord.Copy{}, false
	}
	c := onrecord.Copy{A: a.ID, B: b.ID, Score: round(all)}
	c.Why = append(c.Why, fmt.Sprintf("%.0f %% of the shorter text stands in the other", 100*all))
	if credit != "" {
		c.Why = append(c.Why, "both credit "+credit)
	}
	return c, true
}

// Explain says in figures what two articles have in common.
func Explain(a, b *Article) string {
	all, of := containment(a.grams, b.grams)
	told, ofTold := containment(a.told, b.told)
	near := len(a.Prints()) > 0 && slices.ContainsFunc(a.Prints(), func(p uint64) bool { return slices.Contains(b.Prints(), p) })
	return fmt.Sprintf("%.2f of %d and %d grams, %.2f of %d outside quotation marks, print in common %t, credits %q %q",
		all, of, max(len(a.grams), len(b.grams)), told, ofTold, near, a.credits, b.credits)
}

// containment is the share of the shorter list that stands in the longer too
// (Broder, "On the resemblance and containment of documents", 1997), and how
// long the shorter is.
func containment(a, b []uint64) (share float64, of int) {
	of = min(len(a), len(b))
	if of == 0 {
		return 0, 0
	}
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return float64(n) / float64(of), of
}

// common is the first name that both lists hold, empty for none.
func common(a, b []string) string {
	for _, name := range a {
		if slices.Contains(b, name) {
			return name
		}
	}
	return ""
}

// round keeps two digits, so that a score is printed as it is kept.
func round(x float64) float64 { return math.Round(100*x) / 100 }
