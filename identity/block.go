package identity

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/people"
)

// Pairs are looked for in blocks: those who share a last name, or a name with
// one letter taken out. A block larger than this says nothing of any pair in it
// and is passed over: the commonest last name of a record of 100,000 speakers
// has some 700 bearers.
const largest = 1500

// A pair is two facts that could be one, with what speaks for it.
type pair struct {
	a, b     *fact // a.Key < b.Key
	class    Class
	score    float64
	evidence []string
}

// blocks groups facts by the values of key; each block is in order.
func blocks(facts []*fact, key func(*fact) []string) [][]*fact {
	by := map[string][]*fact{}
	var order []string
	for _, f := range facts {
		for _, k := range key(f) {
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], f)
		}
	}
	var out [][]*fact
	for _, k := range order {
		if len(by[k]) > 1 && len(by[k]) <= largest {
			out = append(out, by[k])
		}
	}
	return out
}

func (x *index) of(kind onrecord.EntityKind) (out []*fact) {
	for _, f := range x.facts {
		if f.Kind == kind && len(f.names) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// lastName is the block of a person's name.
func lastName(f *fact) []string { return []string{f.names[0].Last} }

// lettersOut are the ways to write a name of two words or more with one letter
// left out of it, and the name itself: two names that differ by one letter put
// in, left out, changed or swapped share one of them (Garbe, SymSpell).
func lettersOut(f *fact) []string {
	words := append(slices.Clone(f.names[0].First), strings.Fields(f.names[0].Last)...)
	name := strings.Join(words, " ")
	if len(words) < 2 || len(name) > 60 {
		return nil
	}
	out := []string{name}
	r := []rune(name)
	for i := range r {
		if r[i] != ' ' {
			out = append(out, string(r[:i])+string(r[i+1:]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// misspelt reports two names of as many words that are equal but for one word,
// which differs by one letter put in, left out, changed or swapped (Damerau and
// Levenshtein). Short words are other words.
func misspelt(a, b people.Name) bool {
	x := append(slices.Clone(a.First), strings.Fields(a.Last)...)
	y := append(slices.Clone(b.First), strings.Fields(b.Last)...)
	if len(x) != len(y) || len(x) < 2 || a.Suffix != b.Suffix {
		return false
	}
	at := -1
	for i := range x {
		if x[i] != y[i] {
			if at >= 0 {
				return false
			}
			at = i
		}
	}
	return at >= 0 && min(len(x[at]), len(y[at])) >= 4 && oneEdit([]rune(x[at]), []rune(y[at]))
}

func oneEdit(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) || slices.Equal(x[i+1:], y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}
