package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"onrecord"
)

// A Corpus invents articles whose numbers are those of a news archive: 23
// statements an article, words and speakers by Zipf's law, days of ten years.
// The same seed gives the same articles.
type Corpus struct {
	random   *rand.Rand
	words    *rand.Zipf
	speakers *rand.Zipf
	n        int
}

// NewCorpus begins a corpus of articles.
func NewCorpus(seed uint64) *Corpus {
	r := rand.New(rand.NewPCG(seed, 1))
	return &Corpus{r, rand.NewZipf(r, 1.1, 8, 50_000), rand.NewZipf(r, 1.2, 20, 30_000), 0}
}

// Next makes another article.
func (c *Corpus) Next() Article {
	c.n++
	day := time.Date(2010, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, c.random.IntN(3650))
	a := Article{
		Address: fmt.Sprintf("%d.txt", c.n), Outlet: fmt.Sprintf("Outlet %d", c.random.IntN(40)),
		Title: c.sentence(8), Published: day.Format(time.DateOnly),
	}
	for range 12 + c.random.IntN(24) {
		s := Saying{Content: c.sentence(10 + c.random.IntN(25)), Said: day.AddDate(0, 0, -c.random.IntN(4)).Format(time.DateOnly)}
		s.Kind = []onrecord.Kind{onrecord.Direct, onrecord.Indirect, onrecord.Mixed}[c.random.IntN(3)]
		switch c.random.IntN(10) {
		case 0, 1, 2:
		case 3:
			s.Said = day.Format("2006-01")
			fallthrough
		default:
			s.Speaker = Name(int(c.speakers.Uint64()))
		}
		a.Sayings = append(a.Sayings, s)
	}
	return a
}

// Word is the word of a rank: word 0 is the commonest. Like words of a
// language, no two share a stem.
func Word(rank int) string { return syllables(rank) + "o" }

// Name is the name of the speaker of a rank.
func Name(rank int) string {
	first := syllables(rank % 150)
	last := syllables(rank)
	return strings.ToUpper(first[:1]) + first[1:] + " " + strings.ToUpper(last[:1]) + last[1:] + "an"
}

func syllables(n int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for n += 71; n > 0; n /= 70 {
		b.WriteByte(consonants[n%14])
		b.WriteByte(vowels[n/14%5])
	}
	return b.String()
}

func (c *Corpus) sentence(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = Word(int(c.words.Uint64()))
	}
	return strings.Join(words, " ")
}
