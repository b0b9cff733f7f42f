package tag

import (
	"fmt"
	"math/rand/v2"
	"sync"

	"onrecord"
	"onrecord/linear"
)

// Options are how a model is trained. The zero value trains the model of
// models/README.md.
type Options struct {
	Command     string                        // kept in the model file
	TagEpochs   int                           // passes over the corpus for parts of speech and names; 0: 6
	ParseEpochs int                           // for the parser; 0: 10
	Folds       int                           // into how many parts the corpus is divided to tag it for the parser; 0: 4
	Log         func(format string, a ...any) // told of progress; nil: silent
}

// Train learns from readings whose tokens have their gold fields. An empty Tag
// or Name, and a Head of -1 with an empty Rel, are unknown and teach nothing.
//
// The parser and the names are trained on tags that were predicted by models
// which did not see the document, as they will be in use.
func Train(docs []*onrecord.Reading, o Options) (*Tagger, error) {
	o = o.withDefaults()
	t := &Tagger{command: o.Command}
	if err := t.collectLabels(docs); err != nil {
		return nil, err
	}
	t.vocabulary = collectVocabulary(docs)
	examples := t.examples(docs)
	t.known = t.collectKnown(docs)
	t.lemmas = t.collectLemmas(docs)

	jackknife(examples, o.Folds, func(train, rest []document) {
		held := &Tagger{tags: t.tags, known: t.known, pos: t.trainTags(train, o)}
		for _, d := range rest {
			for _, e := range d {
				held.tagWords(e.words)
			}
		}
	})
	o.Log("tags of the corpus predicted")
	var done sync.WaitGroup
	done.Go(func() { t.pos = t.trainTags(examples, o) })
	jackknife(examples, o.Folds, func(train, rest []document) {
		held := &Tagger{names: t.names, nameless: t.nameless, known: t.known, name: t.trainNames(train, o)}
		for _, d := range rest {
			var seen memory
			for _, e := range d {
				held.nameWords(e.words, &seen)
			}
		}
	})
	done.Wait()
	o.Log("names of the corpus predicted")
	done.Go(func() { t.name = t.trainNames(examples, o) })
	t.moves, t.relate = t.trainParser(examples, o)
	done.Wait()
	return t, nil
}

func (o Options) withDefaults() Options {
	set := func(v *int, def int) {
		if *v == 0 {
			*v = def
		}
	}
	set(&o.TagEpochs, 6)
	set(&o.ParseEpochs, 10)
	set(&o.Folds, 4)
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
	return o
}

// An example is a padded sentence with its gold labels; gold slices are as
// long as the sentence. A document is a list of them.
type example struct {
	words []word
	tags  []uint8 // unknownLabel where not known
	names []uint8
	tree  *goldTree
}

type document []example

const unknownLabel = 255

func (t *Tagger) examples(docs []*onrecord.Reading) []document {
	tags, names, rels := index(t.tags), index(t.names), index(t.rels)
	out := make([]document, len(docs))
	for i, r := range docs {
		for _, sent := range r.Sentences {
			tokens := r.Tokens[sent.First:sent.End]
			e := example{words: fill(nil, r.Doc.Text, tokens, t.vocabulary)}
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

// jackknife calls each for every fold with the documents outside it and those
// inside, as many folds at once as there are processors.
func jackknife(docs []document, folds int, each func(train, rest []document)) {
	var done sync.WaitGroup
	slots := make(chan struct{}, 2)
	for fold := range folds {
		var train, rest []document
		for i, d := range docs {
			if i%folds == fold {
				rest = append(rest, d)
			} else {
				train = append(train, d)
			}
		}
		done.Go(func() {
			slots <- struct{}{}
			each(train, rest)
			<-slots
		})
	}
	done.Wait()
}

// order returns the numbers below n in the order of one epoch.
func order(n, epoch int) []int {
	return rand.New(rand.NewPCG(uint64(epoch), 20161122)).Perm(n)
}

// trainTags trains parts of speech on its own predictions. Words are copied,
// as folds share them.
func (t *Tagger) trainTags(docs []document, o Options) *linear.Table {
	p := linear.NewPerceptron(1<<posBits, posWidth)
	var rows [posRows]uint32
	scores := make([]int32, len(t.tags))
	var words []word
	for epoch := range o.TagEpochs {
		for _, d := range order(len(docs), epoch) {
			for _, e := range docs[d] {
				words = append(words[:0], e.words...)
				for i, gold := range e.tags {
					w := &words[pad+i]
					if tag, ok := t.known.tag(w.form); ok {
						w.tag = tag
						continue
					}
					posFeatures(&rows, words, pad+i)
					p.Score(rows[:], scores)
					w.tag = uint8(linear.Best(scores))
					learn(p, rows[:], gold, w.tag)
				}
			}
		}
	}
	return p.Table()
}

// trainNames trains kinds of names on words that are tagged.
func (t *Tagger) trainNames(docs []document, o Options) *linear.Table {
	p := linear.NewPerceptron(1<<nameBits, nameWidth)
	var rows [nameRows]uint32
	scores := make([]int32, len(t.names))
	var words []word
	for epoch := range o.TagEpochs {
		for _, d := range order(len(docs), epoch) {
			var seen memory
			for _, e := range docs[d] {
				words = append(words[:0], e.words...)
				for i, gold := range e.names {
					w := &words[pad+i]
					if t.known.nameless(w.form) {
						w.name = t.nameless
						continue
					}
					nameFeatures(&rows, words, pad+i, &seen)
					p.Score(rows[:], scores)
					w.name = uint8(linear.Best(scores))
					learn(p, rows[:], gold, w.name)
					seen.note(w)
				}
			}
		}
	}
	return p.Table()
}

func learn(p *linear.Perceptron, rows []uint32, gold, predicted uint8) {
	if gold == unknownLabel {
		return
	}
	p.Step()
	if gold != predicted {
		p.Update(rows, int(gold), int(predicted))
	}
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
