// Package tag gives each token its part of speech, lemma, kind of name and
// place in the sentence's dependency tree.
//
// Every token gets a Tag, a Name, a Lemma and a Rel; the Heads of a sentence
// form one tree whose edges do not cross, with one root. The same Reading
// gives the same answer, whatever was tagged before it.
//
// The learners are averaged perceptrons over hashed features that decide from
// left to right without taking anything back; see docs/decisions/parser.md for
// what each choice is worth.
package tag

import (
	"fmt"
	"sync"

	"onrecord"
	"onrecord/linear"
	"onrecord/models"
)

// A Tagger is a loaded model. It may be used concurrently.
type Tagger struct {
	tags, names, rels        []string
	pos, name, moves, relate *linear.Table
	known                    *lexicon // form → tag and whether it can be a name
	lemmas                   *lemmatizer
	vocabulary               *lexicon
	nameless, root           uint8 // indexes of "O" and "root"
	command                  string
	scratch                  sync.Pool
}

// Load opens the embedded model.
func Load() (*Tagger, error) {
	b := models.Bytes("tag")
	if b == nil {
		return nil, fmt.Errorf("%w tag is not built in: run lab train tag", linear.ErrModel)
	}
	return Open(b)
}

// A scratch is the memory of one call.
type scratch struct {
	words  []word
	state  state
	seen   memory
	arena  []byte  // lemmas that are no part of the text
	lemmas []lemma // where they stand in it
}

type lemma struct{ token, start, end int }

// Tag fills the Lemma, Tag, Name, Head and Rel of r.Tokens, whose sentences are
// known.
func (t *Tagger) Tag(r *onrecord.Reading) {
	m, _ := t.scratch.Get().(*scratch)
	if m == nil {
		m = &scratch{}
	}
	defer t.scratch.Put(m)
	m.seen = memory{}
	m.arena, m.lemmas = m.arena[:0], m.lemmas[:0]
	for _, sent := range r.Sentences {
		tokens := r.Tokens[sent.First:sent.End]
		m.words = fill(m.words[:0], r.Doc.Text, tokens, t.vocabulary)
		t.tagWords(m.words)
		t.nameWords(m.words, &m.seen)
		t.parse(&m.state, m.words[pad:])
		t.write(tokens, sent.First, m)
		for i := range tokens {
			t.lemma(r.Doc.Text, &tokens[i], &m.words[pad+i], sent.First+i, m)
		}
	}
	all := string(m.arena)
	for _, l := range m.lemmas {
		r.Tokens[l.token].Lemma = all[l.start:l.end]
	}
}

// pad is the number of words before and after a sentence.
const pad = 2

// fill appends the words of a sentence: pad words, the tokens, the root and
// one more pad.
func fill(words []word, text string, tokens []onrecord.Token, vocabulary *lexicon) []word {
	words = append(words, outside, outside)
	for i := range tokens {
		w := newWord(text, tokens[i].Span)
		w.tree = w.low
		if _, ok := vocabulary.find(w.low); !ok {
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
		if tag, ok := t.known.tag(words[i].form); ok {
			words[i].tag = tag
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
		if t.known.nameless(w.form) {
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
func (t *Tagger) parse(s *state, words []word) {
	var rows [moveRows]uint32
	s.reset(words)
	for !s.done() {
		move, forced := s.forced()
		if !forced {
			moveFeatures(&rows, s)
			move = best(t.moves.Score4(rows[:]), s.legal())
		}
		if move == shift {
			s.shift()
			continue
		}
		head := s.headOf(move)
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

// best returns the legal move with the highest score.
func best(scores [4]int32, legal [4]bool) int {
	move := none
	for m := range scores {
		if legal[m] && (move == none || scores[m] > scores[move]) {
			move = m
		}
	}
	return move
}

// write copies what was found into the tokens of the sentence that begins with
// token number first.
func (t *Tagger) write(tokens []onrecord.Token, first int, m *scratch) {
	for i := range tokens {
		w, n := &m.words[pad+i], &m.state.nodes[i]
		tokens[i].Tag, tokens[i].Name, tokens[i].Rel = t.tags[w.tag], t.names[w.name], t.rels[n.rel]
		tokens[i].Head = first + int(n.head)
		if n.head == m.state.n {
			tokens[i].Head = -1
		}
	}
}
