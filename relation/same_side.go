package relation

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
	"onrecord/wording"
)

// How many words and terms of a report are compared: a longer one is a speech
// that is printed whole.
const (
	mostWords = 200
	mostTerms = 80
)

// A side is what is looked at of a report.
type side struct {
	*onrecord.Report
	words     []wording.Word
	terms     []sideTerm // each once, in the order of the text
	weight    float64    // of all terms
	beyond    float64    // of those that are no names
	numbers   []string   // sorted
	names     []uint32   // sorted terms of words with a capital inside a sentence
	negations int
	quoted    bool
	mean      [meaningWidth]float64 // of the vectors of the terms, by weight
}

// meaningWidth is the width of the vectors at most.
const meaningWidth = 64

// A sideTerm is a word with content.
type sideTerm struct {
	term
	norm   string
	weight float64
	name   bool
}

// side looks at the words of a report.
func (m *sameModel) side(r *onrecord.Report, words []wording.Word) *side {
	s := &side{Report: r, words: words[:min(len(words), mostWords)], quoted: len(r.Quoted) > 0}
	seen := map[uint32]bool{}
	for i, w := range s.words {
		if w.Negation() {
			s.negations++
		}
		if !w.Content() {
			continue
		}
		at := w.Term()
		if c := w.Norm[0]; c >= '0' && c <= '9' {
			s.numbers = append(s.numbers, w.Norm)
		} else if i > 0 && !r.Headline && capital(r.Content, w.Start) {
			s.names = append(s.names, at)
		}
		if !seen[at] && len(s.terms) < mostTerms {
			seen[at] = true
			t := sideTerm{term{at, known().of(w.Norm)}, w.Norm, m.rarityOf(at), false}
			s.terms, s.weight = append(s.terms, t), s.weight+t.weight
			for k, x := range t.vector {
				s.mean[k] += t.weight * float64(int8(x))
			}
		}
	}
	for i := range s.terms {
		t := &s.terms[i]
		if t.name = slices.Contains(s.names, t.stem); !t.name {
			s.beyond += t.weight
		}
	}
	slices.Sort(s.numbers)
	slices.Sort(s.names)
	s.numbers, s.names = slices.Compact(s.numbers), slices.Compact(s.names)
	return s
}

// capital reports a capital letter that begins no sentence.
func capital(text string, at int) bool {
	r, _ := utf8.DecodeRuneInString(text[at:])
	if !unicode.IsUpper(r) {
		return false
	}
	before := strings.TrimRight(text[:at], " “\"‘'(")
	return before != "" && !strings.ContainsAny(before[len(before)-1:], ".?!:\n")
}

// cover is how much of the weight of a the terms of b have: all of a term that
// is the same, and of another as much as it means the same; by the same terms
// alone, and how many these are.
func cover(a, b *side) (near, same float64, count int) {
	for i := range a.terms {
		t, most := &a.terms[i], 0.0
		for j := range b.terms {
			o := &b.terms[j]
			if t.stem == o.stem {
				most = 1
				break
			}
			most = max(most, t.like(o))
		}
		if most == 1 {
			same += t.weight
			count++
		}
		near += t.weight * most
	}
	return ratio(near, a.weight), ratio(same, a.weight), count
}

// likeLeast is the nearness from which on two words are taken as like.
const likeLeast = 0.35

// like is how much of a term another stands for: one of the same beginning, or
// near in meaning.
func (t *sideTerm) like(o *sideTerm) float64 {
	if t.number() != o.number() {
		return 0
	}
	if t.number() {
		return 0
	}
	n := t.near(&o.term)
	if beginsAlike(t.norm, o.norm) {
		n = max(n, 0.8)
	}
	if n < likeLeast {
		return 0
	}
	return min(n, 0.95)
}

func (t *sideTerm) number() bool { return '0' <= t.norm[0] && t.norm[0] <= '9' }

// beginsAlike: five letters and more than half of both in common from the first
// on ("Norrland", "Norrlandic").
func beginsAlike(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 5 && 2*n > max(len(a), len(b))
}

// cosine is that of the sums of the vectors of two sides, each by its weight.
func cosine(a, b *side) float64 {
	dot, aa, bb := 0.0, 0.0, 0.0
	for i := range a.mean {
		dot, aa, bb = dot+a.mean[i]*b.mean[i], aa+a.mean[i]*a.mean[i], bb+b.mean[i]*b.mean[i]
	}
	return ratio(dot, math.Sqrt(aa*bb))
}
