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
	length    float64               // of mean, squared
	grams     [3][]uint64           // of one, two and three words
	day       int                   // when it was printed, 0 when unknown
	dated     bool
	oneDay    bool     // it was said on one day that is known
	occasion  []uint32 // terms
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
	for n := range s.grams {
		s.grams[n] = wording.Grams(s.words, n+1)
	}
	for _, x := range s.mean {
		s.length += x * x
	}
	s.day, s.dated = dayNumber(r.Published.From)
	s.oneDay = oneDay(&r.Said)
	if r.Occasion != "" {
		s.occasion = wording.Terms(wording.Words(strings.ToLower(r.Occasion)))
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

// A covering is what two sides have in common, for each of the two.
type covering struct {
	near, same [2]float64 // shares of the weight of a and of b
	beyond     [2]float64 // weight of what both have and neither has as a name
	exact      int        // terms that both have
}

// cover is how much of the weight of each side the terms of the other have: all
// of a term that is the same, and of another as much as it means the same; and
// by the same terms alone.
func cover(a, b *side) (c covering) {
	var mostA, mostB [mostTerms]float64
	for i := range a.terms {
		for j := range b.terms {
			if s, t := &a.terms[i], &b.terms[j]; s.stem == t.stem {
				mostA[i], mostB[j] = 1, 1
				c.exact++
				c.same[0], c.same[1] = c.same[0]+s.weight, c.same[1]+t.weight
				if !s.name && !t.name {
					c.beyond[0], c.beyond[1] = c.beyond[0]+s.weight, c.beyond[1]+t.weight
				}
				break
			}
		}
	}
	for i := range a.terms {
		for j := range b.terms {
			if mostA[i] == 1 && mostB[j] == 1 {
				continue
			}
			n := a.terms[i].like(&b.terms[j])
			mostA[i], mostB[j] = max(mostA[i], n), max(mostB[j], n)
		}
	}
	c.near = [2]float64{a.weighed(&mostA), b.weighed(&mostB)}
	c.same = [2]float64{ratio(c.same[0], a.weight), ratio(c.same[1], b.weight)}
	return c
}

// weighed is the share of the weight of a side that the other has so much of.
func (s *side) weighed(most *[mostTerms]float64) (share float64) {
	for i := range s.terms {
		share += s.terms[i].weight * most[i]
	}
	return ratio(share, s.weight)
}

// likeLeast is the nearness from which on two words are taken as like.
const likeLeast = 0.35

// like is how much of a term another stands for: one of the same beginning, or
// near in meaning.
func (t *sideTerm) like(o *sideTerm) float64 {
	if t.number() || o.number() {
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
	dot := 0.0
	for i := range a.mean {
		dot += a.mean[i] * b.mean[i]
	}
	return ratio(dot, math.Sqrt(a.length*b.length))
}
