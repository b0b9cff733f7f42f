package tag

import (
	"onrecord"
	"onrecord/linear"
)

// pad is the number of words before and after a sentence.
const pad = 2

// fill appends the words of a sentence: pad words, the tokens, the root and
// one more pad.
func (t *Tagger) fill(words []word, text string, tokens []onrecord.Token) []word {
	words = append(words, outside, outside)
	for i := range tokens {
		w := newWord(text, tokens[i].Span)
		w.known, _ = t.known.find(w.form)
		if class, ok := t.vocabulary.find(w.low); ok {
			w.class, w.tree = class, w.low
		} else {
			w.tree = w.suf3*0x9e3779b1 ^ w.shape
		}
		words = append(words, w)
	}
	return append(words, rootPad, outside)
}

// tagWords fills the tags of a padded sentence.
func (t *Tagger) tagWords(words []word) {
	var rows [posRows]uint32
	var scores [posWidth]int32
	for i := pad; i < len(words)-pad; i++ {
		if words[i].setKnownTag() {
			continue
		}
		posFeatures(&rows, words, i)
		t.pos.Score(rows[:], scores[:])
		words[i].tag = uint8(linear.Best(scores[:len(t.tags)]))
	}
}

// nameWords fills the names of a padded sentence.
func (t *Tagger) nameWords(words []word, seen *memory) {
	var rows [nameRows]uint32
	var scores [nameWidth]int32
	for i := pad; i < len(words)-pad; i++ {
		w := &words[i]
		if w.nameless() {
			w.name = t.nameless
			continue
		}
		nameFeatures(&rows, words, i, seen)
		t.name.Score(rows[:], scores[:])
		w.name = uint8(linear.Best(scores[:len(t.names)]))
		seen.note(w)
	}
}

// parse builds the tree of a sentence: words followed by the root and one pad.
func (t *Tagger) parse(m *scratch, words []word) {
	m.beam.search(t.moves, words)
	s := &m.state
	s.reset(words)
	for _, move := range m.beam.moves {
		if move == shift {
			s.shift()
			continue
		}
		head := s.headOf(int(move))
		s.attach(head, t.relation(s, head))
	}
}

// relation decides the relation of s0 to head.
func (t *Tagger) relation(s *state, head int32) uint8 {
	if head == s.n {
		return t.root
	}
	var rows [relRows]uint32
	var scores [relWidth]int32
	relFeatures(&rows, s, head, s.at(0))
	t.relate.Score(rows[:], scores[:])
	scores[t.root] = -1 << 30
	return uint8(linear.Best(scores[:len(t.rels)]))
}
