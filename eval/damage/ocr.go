package damage

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// confusions are the shapes that recognition takes for one another; longer ones
// stand before those they begin with.
var confusions = []struct{ shape, read string }{
	{"rn", "m"}, {"m", "rn"}, {"cl", "d"}, {"d", "cl"},
	{"l", "1"}, {"1", "l"}, {"I", "l"}, {"l", "I"}, {"0", "O"}, {"O", "0"},
	{"e", "c"}, {"c", "e"}, {"h", "b"}, {"b", "h"},
}

// longWord is how many letters a word has at least that may be hyphenated.
const longWord = 8

// A Noise says how often recognition errs, each as a share, 0 to 1.
type Noise struct {
	Letters float64 // of the letters are misread, all among those that have a double
	Blanks  float64 // of the blanks are lost or doubled
	Breaks  float64 // of the words of eight letters or more are hyphenated at a line end
}

// OCR is the text as recognition reads a poor print of it.
func OCR(text string, noise Noise, seed uint64) *Copy {
	h := fnv.New64a()
	h.Write([]byte(text))
	rnd := rand.New(rand.NewPCG(seed, h.Sum64()))
	p := press{text: text, rnd: rnd, noise: noise, misread: min(1, noise.Letters*perSite(text))}
	for p.at < len(text) {
		p.step()
	}
	return rewrite(text, p.changes)
}

// perSite is how many letters the text has for each place where one can be
// misread.
func perSite(text string) float64 {
	letters, sites := 0, 0
	for i, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
		if len(readings(text[i:])) > 0 {
			sites++
		}
	}
	return float64(letters) / float64(max(sites, 1))
}

// readings are the indexes of the confusions that fit the beginning of a text.
func readings(text string) []int {
	var out []int
	for i, c := range confusions {
		if strings.HasPrefix(text, c.shape) {
			out = append(out, i)
		}
	}
	return out
}

// A press walks through a text and collects changes.
type press struct {
	text    string
	at      int
	rnd     *rand.Rand
	noise   Noise
	misread float64 // the chance of a letter that has a double
	hyphen  int     // where the word at hand is to be broken, 0 for nowhere
	changes []change
}

func (p *press) step() {
	r, size := utf8.DecodeRuneInString(p.text[p.at:])
	if unicode.IsLetter(r) && p.wordBegins() {
		p.hyphen = p.middle()
	}
	if p.at == p.hyphen && p.hyphen > 0 {
		p.put(0, "-\n")
	}
	switch can := readings(p.text[p.at:]); {
	case r == ' ' && p.rnd.Float64() < p.noise.Blanks:
		p.put(1, strings.Repeat(" ", 2*p.rnd.IntN(2)))
	case len(can) > 0 && p.rnd.Float64() < p.misread:
		c := confusions[can[p.rnd.IntN(len(can))]]
		p.put(len(c.shape), c.read)
	default:
		p.at += size
	}
}

// put replaces the next n bytes.
func (p *press) put(n int, words string) {
	p.changes = append(p.changes, change{onrecord.Span{Start: p.at, End: p.at + n}, words})
	p.at += n
}

func (p *press) wordBegins() bool {
	before, _ := utf8.DecodeLastRuneInString(p.text[:p.at])
	return p.at == 0 || !unicode.IsLetter(before)
}

// middle is where the word that begins here is broken, 0 when it stays whole.
func (p *press) middle() int {
	var edges []int
	for i, r := range p.text[p.at:] {
		if !unicode.IsLetter(r) {
			break
		}
		edges = append(edges, p.at+i)
	}
	if len(edges) < longWord || p.rnd.Float64() >= p.noise.Breaks {
		return 0
	}
	return edges[len(edges)/2]
}
