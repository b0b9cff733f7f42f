package relation

import (
	"slices"
	"strings"
	"sync"

	"onrecord/linear"
	"onrecord/models"
	"onrecord/wording"
)

// meanings are vectors of words, as train/words.py writes them: about which
// words one thinks of one thing. They are never taken for more than a hint.
type meanings struct {
	words   []string // sorted
	vectors []byte   // width for each, as signed bytes, of length 127
	width   int
}

const meaningsVersion = "words 1"

func openMeanings(b []byte) (*meanings, error) {
	f, err := linear.Open(b, "words", meaningsVersion)
	if err != nil {
		return nil, err
	}
	list, err := f.Section("words")
	if err != nil {
		return nil, err
	}
	m := &meanings{words: strings.Split(string(list), "\n"), width: int(f.Params["width"])}
	m.vectors, err = f.Bytes("vectors", len(m.words)*m.width)
	return m, err
}

// known are the meanings that are built in; a test says that they open.
var known = sync.OnceValue(func() *meanings {
	m, err := openMeanings(models.Bytes("words"))
	if err != nil {
		panic(err) // the program was built from a damaged file
	}
	return m
})

// endings are taken off a word that has no vector, and what comes in their
// place.
var endings = [...][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ing", ""}, {"ing", "e"}, {"ers", "er"}}

// of is the vector of a word, of what is left of it without an ending, or of
// the last part of a compound: of "footbridge" that of "bridge"; nil when there
// is none.
func (m *meanings) of(word string) []byte {
	if v := m.inflected(word); v != nil {
		return v
	}
	const part = 3 // letters at least
	for i := part; i <= len(word)-part-1; i++ {
		if m.vector(word[:i]) != nil {
			if v := m.inflected(word[i:]); v != nil {
				return v
			}
		}
	}
	return nil
}

func (m *meanings) inflected(word string) []byte {
	if v := m.vector(word); v != nil {
		return v
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e[0]); ok {
			if v := m.vector(stem + e[1]); v != nil {
				return v
			}
		}
	}
	return nil
}

func (m *meanings) vector(word string) []byte {
	i, ok := slices.BinarySearch(m.words, word)
	if !ok {
		return nil
	}
	return m.vectors[i*m.width : (i+1)*m.width]
}

// A term is a word with content as its meaning is compared.
type term struct {
	stem   uint32
	vector []byte // nil when unknown
}

// termsOf are the words with content, at most most, each stem once.
func termsOf(words []wording.Word, most int) []term {
	var out []term
	seen := map[uint32]bool{}
	m := known()
	for _, w := range words {
		if !w.Content() || seen[w.Term()] || len(out) == most {
			continue
		}
		seen[w.Term()] = true
		out = append(out, term{w.Term(), m.of(w.Norm)})
	}
	return out
}

// near is how much two words mean one thing: 1 for one stem, 0 for words that
// have nothing to do with each other or are not known.
func (t *term) near(o *term) float64 {
	if t.stem == o.stem {
		return 1
	}
	if t.vector == nil || o.vector == nil {
		return 0
	}
	sum := 0
	for i, x := range t.vector {
		sum += int(int8(x)) * int(int8(o.vector[i]))
	}
	return max(float64(sum)/(127*127), 0)
}

// topic is how much a content is about something: the mean nearness to about
// of the three words of the content that are nearest to it.
func topic(about, content []term) float64 {
	const words = 3
	var nearest []float64
	for i := range content {
		nearest = append(nearest, content[i].nearest(about))
	}
	slices.Sort(nearest)
	sum := 0.0
	for _, n := range nearest[max(len(nearest)-words, 0):] {
		sum += n
	}
	return sum / words
}

// nearest is how near the nearest of some words is.
func (t *term) nearest(words []term) float64 {
	most := 0.0
	for i := range words {
		most = max(most, t.near(&words[i]))
	}
	return most
}
