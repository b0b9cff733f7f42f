package tag

import (
	"math/rand/v2"
	"slices"
	"sync"

	"onrecord"
)

// Rows are 1<<bits: of the tables in the model file, and in training, where
// room is cheap.
const (
	posBits, posTrainBits   = 15, 18
	nameBits, nameTrainBits = 14, 19
	moveBits, moveTrainBits = 19, 23
	relBits, relTrainBits   = 16, 18
)

// Options are how a model is trained. The zero value trains the model of
// models/README.md.
type Options struct {
	Command      string                        // kept in the model file
	TagEpochs    int                           // passes over the corpus for parts of speech and names; 0: 6
	ParseEpochs  int                           // for the parser; 0: 8
	SelectEpochs int                           // passes that choose the features to keep; 0: 3
	Folds        int                           // into how many parts the corpus is divided to tag it for the parser; 0: 4
	Log          func(format string, a ...any) // told of progress; nil: silent
	fewer        uint                          // bits fewer to choose features among, for tests
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
	t.vocabulary, t.known, t.lemmas = t.collectVocabulary(docs), t.collectKnown(docs), t.collectLemmas(docs)
	examples := t.examples(docs)

	// The memory of the corpus is not written while folds read it.
	jackknife(examples, o.Folds, func(train, rest []document) {
		held := &Tagger{tags: t.tags, pos: t.trainTags(train, o)}
		held.predict(rest, func(words []word, _ *memory) { held.tagWords(words) }, func(w *word) uint8 { return w.tag })
	})
	keep(examples, func(w *word, label uint8) { w.tag = label })
	o.Log("tags of the corpus predicted")
	var done sync.WaitGroup
	done.Go(func() { t.pos = t.trainTags(examples, o) })
	jackknife(examples, o.Folds, func(train, rest []document) {
		held := &Tagger{names: t.names, nameless: t.nameless, name: t.trainNames(train, o)}
		held.predict(rest, held.nameWords, func(w *word) uint8 { return w.name })
	})
	done.Wait()
	keep(examples, func(w *word, label uint8) { w.name = label })
	o.Log("names of the corpus predicted")
	done.Go(func() { t.name = t.trainNames(examples, o) })
	t.moves, t.relate = t.trainParser(examples, o)
	done.Wait()
	return t, nil
}

// predict labels copies of the sentences and notes the labels in held.
func (t *Tagger) predict(docs []document, label func([]word, *memory), of func(*word) uint8) {
	for _, d := range docs {
		var seen memory
		for i := range d {
			words := slices.Clone(d[i].words)
			label(words, &seen)
			d[i].held = d[i].held[:0]
			for k := pad; k < len(words)-pad; k++ {
				d[i].held = append(d[i].held, of(&words[k]))
			}
		}
	}
}

// keep gives the words the labels in held.
func keep(docs []document, set func(*word, uint8)) {
	for _, d := range docs {
		for _, e := range d {
			for k, label := range e.held {
				set(&e.words[pad+k], label)
			}
		}
	}
}

func (o Options) withDefaults() Options {
	set := func(v *int, def int) {
		if *v == 0 {
			*v = def
		}
	}
	set(&o.SelectEpochs, 3)
	set(&o.TagEpochs, 6)
	set(&o.ParseEpochs, 8)
	set(&o.Folds, 4)
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
	return o
}

// jackknife calls each for every fold with the documents outside it and those
// inside, two folds at a time.
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
