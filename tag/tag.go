// Package tag gives each token its part of speech, lemma, kind of name and
// place in the sentence's dependency tree.
//
// Every token gets a Tag, a Name, a Lemma and a Rel; the Heads of a sentence
// form one tree whose edges do not cross, with one root. The same Reading
// gives the same answer, whatever was tagged before it.
//
// The learners are averaged perceptrons over hashed features. Tags and names
// are decided from left to right without taking anything back; the parser
// searches with a narrow beam. What each choice is worth stands in
// docs/decisions/parser.md.
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
	tags, names, rels []string
	pos, name, relate *linear.Table
	moves             *linear.Table3
	known             *lexicon // form → the tag it always has, and whether it can be a name
	vocabulary        *lexicon // word → the set of tags it had
	lemmas            *lemmatizer
	nameless, root    uint8 // indexes of "O" and "root"
	command           string
	scratch           sync.Pool
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
	beam   beam
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
		m.words = t.fill(m.words[:0], r.Doc.Text, tokens)
		t.tagWords(m.words)
		t.nameWords(m.words, &m.seen)
		t.parse(m, m.words[pad:])
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
