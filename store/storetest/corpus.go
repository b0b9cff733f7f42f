package storetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"onrecord"
)

// A Corpus invents articles whose numbers are those of a news archive: 23
// statements an article, words and speakers by Zipf's law, days of ten years; a
// role with one statement of three, an addressee with one of twenty, a way with
// one of twelve, and a relation an article. The same seed gives the same
// articles.
type Corpus struct {
	more     *rand.Rand
	random   *rand.Rand
	words    *rand.Zipf
	speakers *rand.Zipf
	n        int
}

// NewCorpus begins a corpus of articles.
func NewCorpus(seed uint64) *Corpus {
	r := rand.New(rand.NewPCG(seed, 1))
	return &Corpus{rand.New(rand.NewPCG(seed, 2)), r, rand.NewZipf(r, 1.1, 8, 50_000), rand.NewZipf(r, 1.2, 20, 30_000), 0}
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
			rank := int(c.speakers.Uint64())
			s.Speaker = Name(rank)
			if c.more.IntN(2) == 0 {
				s.Role = Title(rank)
			}
		}
		c.way(&s)
		a.Sayings = append(a.Sayings, s)
	}
	a.Relations = []Related{c.related(len(a.Sayings))}
	return a
}

// way gives some sayings an addressee and hops.
func (c *Corpus) way(s *Saying) {
	if c.more.IntN(20) == 0 {
		s.To = Word(c.more.IntN(100))
	}
	if c.more.IntN(12) == 0 {
		s.Via = []string{"told ", "cited ", "reported "}[c.more.IntN(3)] + fmt.Sprintf("Outlet %d", c.more.IntN(40))
	}
}

// related relates a saying to another, to a person or to a placeholder.
func (c *Corpus) related(sayings int) Related {
	rel := Related{Kind: Kinds[c.more.IntN(len(Kinds))], From: Ending{Saying: 1 + c.more.IntN(sayings)}, Cue: Word(c.more.IntN(500))}
	switch c.more.IntN(3) {
	case 0:
		rel.To.Saying = 1 + c.more.IntN(sayings)
	case 1:
		rel.To = Ending{Owner: Name(c.more.IntN(3000)), Words: Word(c.more.IntN(500))}
	case 2:
		rel.To = Ending{Owner: Name(c.more.IntN(3000)), Noun: "remark", Words: Word(c.more.IntN(500))}
	}
	return rel
}

// Kinds are the kinds of relations that articles of a Corpus have.
var Kinds = []onrecord.RelationKind{onrecord.Denies, onrecord.WalksBack, onrecord.Contradicts, onrecord.Criticises, onrecord.Repeats, onrecord.RespondsTo}

// Title is the role of the speaker of a rank.
func Title(rank int) string {
	return Word(rank%40) + " of " + Word(rank%200) + " " + Word(rank%90)
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
