package tag

import (
	"fmt"

	"onrecord"
)

// An example is a padded sentence with its gold labels; gold slices are as
// long as the sentence. A document is a list of them.
type example struct {
	words []word
	tags  []uint8 // unknownLabel where not known
	names []uint8
	tree  *goldTree
	held  []uint8 // labels predicted by a model that did not see the document
	moves []uint8 // that build the tree
}

type document []example

const unknownLabel = 255

func (t *Tagger) examples(docs []*onrecord.Reading) []document {
	tags, names, rels := index(t.tags), index(t.names), index(t.rels)
	out := make([]document, len(docs))
	for i, r := range docs {
		for _, sent := range r.Sentences {
			tokens := r.Tokens[sent.First:sent.End]
			e := example{words: t.fill(nil, r.Doc.Text, tokens)}
			heads, labels := make([]int32, len(tokens)), make([]uint8, len(tokens))
			for k := range tokens {
				tok := &tokens[k]
				e.tags = append(e.tags, lookup(tags, tok.Tag))
				e.names = append(e.names, lookup(names, tok.Name))
				heads[k], labels[k] = goldHead(tok, sent), lookup(rels, tok.Rel)
			}
			e.tree = newGoldTree(heads, labels)
			out[i] = append(out[i], e)
		}
	}
	return out
}

// goldHead is the head as the parser counts, in the sentence.
func goldHead(tok *onrecord.Token, sent onrecord.Sentence) int32 {
	switch {
	case tok.Rel == "":
		return unknown
	case tok.Head < 0:
		return int32(sent.End - sent.First)
	}
	return int32(tok.Head - sent.First)
}

func index(labels []string) map[string]uint8 {
	m := map[string]uint8{}
	for i, l := range labels {
		m[l] = uint8(i)
	}
	return m
}

func lookup(m map[string]uint8, label string) uint8 {
	if i, ok := m[label]; ok {
		return i
	}
	return unknownLabel
}

// collectLabels lists the labels of the corpus in the order of their bytes.
func (t *Tagger) collectLabels(docs []*onrecord.Reading) error {
	if len(docs) == 0 {
		return fmt.Errorf("tag: no documents to learn from")
	}
	t.tags = distinct(docs, func(k *onrecord.Token) string { return k.Tag })
	t.names = distinct(docs, func(k *onrecord.Token) string { return k.Name })
	t.rels = distinct(docs, func(k *onrecord.Token) string { return k.Rel })
	if err := t.labels(); err != nil {
		return fmt.Errorf("tag: the corpus has %w", err)
	}
	return nil
}
