package tag

import (
	"cmp"
	"maps"
	"slices"

	"onrecord"
)

// distinct lists the values of a field that occur, without the empty one.
func distinct(docs []*onrecord.Reading, field func(*onrecord.Token) string) []string {
	seen := map[string]bool{}
	for _, r := range docs {
		for i := range r.Tokens {
			seen[field(&r.Tokens[i])] = true
		}
	}
	delete(seen, "")
	return slices.Sorted(maps.Keys(seen))
}

const (
	knownCount   = 20    // occurrences before a form counts as known
	knownShare   = 0.997 // share of its commonest tag
	namelessPart = 0.998 // share of "O"
)

// collectKnown lists the forms that always have one tag, and those that are
// never names: they need no features.
func (t *Tagger) collectKnown(docs []*onrecord.Reading) *lexicon {
	type count struct {
		all, named int
		tags       map[uint8]int
	}
	counts := map[uint32]*count{}
	tags := index(t.tags)
	for _, r := range docs {
		for i := range r.Tokens {
			tok := &r.Tokens[i]
			if tok.Tag == "" {
				continue
			}
			form := newWord(r.Doc.Text, tok.Span).form
			c := counts[form]
			if c == nil {
				c = &count{tags: map[uint8]int{}}
				counts[form] = c
			}
			c.all++
			c.tags[tags[tok.Tag]]++
			if tok.Name != "O" {
				c.named++
			}
		}
	}
	entries := map[uint32]byte{}
	for form, c := range counts {
		if c.all < knownCount || form == 0 {
			continue
		}
		var v byte
		for tag, n := range c.tags {
			if float64(n) >= knownShare*float64(c.all) {
				v = tag + 1
			}
		}
		if float64(c.all-c.named) >= namelessPart*float64(c.all) {
			v |= neverName
		}
		if v != 0 {
			entries[form] = v
		}
	}
	return newLexicon(entries)
}

const (
	vocabularyCount = 5    // occurrences before the parser knows a word by itself
	classShare      = 0.02 // share of a word's tags from which one counts
	rareClass       = 255  // for sets of tags beyond the commonest 254
)

// collectVocabulary lists the words that are known by themselves, with the
// number of the set of tags that they had.
func (t *Tagger) collectVocabulary(docs []*onrecord.Reading) *lexicon {
	sets, sizes := map[uint32]uint64{}, map[uint64]int{}
	for low, counts := range t.countTags(docs) {
		all := 0
		for _, n := range counts {
			all += n
		}
		if all < vocabularyCount || low == 0 {
			continue
		}
		for tag, n := range counts {
			if float64(n) >= classShare*float64(all) {
				sets[low] |= 1 << tag
			}
		}
		sizes[sets[low]] += all
	}
	numbers := map[uint64]byte{}
	for i, set := range slices.SortedFunc(maps.Keys(sizes), func(a, b uint64) int {
		return cmp.Or(cmp.Compare(sizes[b], sizes[a]), cmp.Compare(a, b))
	}) {
		numbers[set] = byte(min(i+1, rareClass))
	}
	entries := map[uint32]byte{}
	for low, set := range sets {
		entries[low] = numbers[set]
	}
	return newLexicon(entries)
}

// countTags counts the tags of each word in small letters.
func (t *Tagger) countTags(docs []*onrecord.Reading) map[uint32]map[uint8]int {
	counts := map[uint32]map[uint8]int{}
	tags := index(t.tags)
	for _, r := range docs {
		for i := range r.Tokens {
			tok := &r.Tokens[i]
			if tok.Tag == "" {
				continue
			}
			low := newWord(r.Doc.Text, tok.Span).low
			if counts[low] == nil {
				counts[low] = map[uint8]int{}
			}
			counts[low][tags[tok.Tag]]++
		}
	}
	return counts
}
