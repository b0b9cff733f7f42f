package tag

import (
	"cmp"
	"maps"
	"slices"

	"onrecord"
)

const (
	lemmaCount = 2   // occurrences before an exception is kept
	maxEdits   = 255 // an edit is a byte
)

// collectLemmas learns which edit makes a lemma.
func (t *Tagger) collectLemmas(docs []*onrecord.Reading) *lemmatizer {
	kinds, perKey := t.countEdits(docs)
	l := &lemmatizer{edits: mostFrequent(kinds, maxEdits)}
	number := map[edit]byte{}
	for i, e := range l.edits {
		number[e] = byte(i)
	}
	entries := map[uint32]byte{}
	for level := range perKey {
		for key, c := range perKey[level] {
			e, n := c.best(number)
			if n < lemmaCount {
				continue
			}
			if shorter, ok := backoff(entries, c.keys[:level]); !ok || l.edits[shorter] != e {
				entries[key] = number[e]
			}
		}
	}
	l.table = newLexicon(entries)
	return l
}

// An editCount counts the edits seen under one key; keys are those of a word
// that has it, up to its own level.
type editCount struct {
	edits map[edit]int
	keys  [5]uint32
}

// best returns the commonest edit that has a number, and its count.
func (c *editCount) best(number map[edit]byte) (best edit, most int) {
	for e, n := range c.edits {
		_, ok := number[e]
		if ok && (n > most || n == most && number[e] < number[best]) {
			best, most = e, n
		}
	}
	return best, most
}

// backoff returns what the shorter keys say.
func backoff(entries map[uint32]byte, keys []uint32) (byte, bool) {
	for i := len(keys) - 1; i >= 0; i-- {
		if v, ok := entries[keys[i]]; ok {
			return v, true
		}
	}
	return 0, false
}

// countEdits counts the edits of the corpus, and per level those under a key.
func (t *Tagger) countEdits(docs []*onrecord.Reading) (kinds map[edit]int, perKey [5]map[uint32]*editCount) {
	kinds = map[edit]int{}
	for i := range perKey {
		perKey[i] = map[uint32]*editCount{}
	}
	tags := index(t.tags)
	for _, r := range docs {
		for i := range r.Tokens {
			tok := &r.Tokens[i]
			if tok.Tag == "" || tok.Lemma == "" {
				continue
			}
			w := newWord(r.Doc.Text, tok.Span)
			e := editOf(tok.In(r.Doc.Text), tok.Lemma)
			keys := lemmaKeys(&w, tags[tok.Tag])
			kinds[e]++
			for level, key := range keys {
				c := perKey[level][key]
				if c == nil {
					c = &editCount{map[edit]int{}, keys}
					perKey[level][key] = c
				}
				c.edits[e]++
			}
		}
	}
	return kinds, perKey
}

// mostFrequent lists the commonest edits, at most so many.
func mostFrequent(kinds map[edit]int, most int) []edit {
	edits := slices.SortedFunc(maps.Keys(kinds), func(a, b edit) int {
		return cmp.Or(cmp.Compare(kinds[b], kinds[a]), cmp.Compare(a.strip, b.strip), cmp.Compare(a.add, b.add))
	})
	return edits[:min(most, len(edits))]
}
