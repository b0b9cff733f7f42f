package quote

import (
	"fmt"
	"io"
	"sync"
)

// Train learns a model. Tags of the examples must come from taggers that did
// not see them, or the model learns to trust tags that it will never get.
//
// The paragraph model drafts, the cascade reads each cue with the draft in
// view, the ranker judges what was read: so each stage learns from what the
// stage before says of documents it did not see (o.Folds parts).
func Train(examples []Example, o Options) *Finder {
	for i := range examples {
		r := examples[i].Reading
		r.Quotations = quotations(r.Doc.Text, r.Doc.Paragraphs)
	}
	t := &training{o: o, examples: examples, drafts: make([]*draft, len(examples)), cands: make([][]candidate, len(examples))}
	var lex *lexicon
	lex, t.views = trainViews(examples)
	models := make([]*model, o.Folds+1)
	t.each(func(fold int) {
		models[fold] = &model{lexicon: lex}
		t.learnParagraph(models[fold], fold)
	})
	t.each(func(fold int) { t.learnCascade(models[fold], fold) })
	last := models[o.Folds]
	last.ranker = trainRanker(t.views, t.drafts, t.cands, examples, o)
	return &Finder{m: last}
}

// A training holds what the folds share. Fold o.Folds learns from everything.
type training struct {
	o        Options
	examples []Example
	views    []*view
	drafts   []*draft
	cands    [][]candidate
}

// each runs f for every fold, two at a time.
func (t *training) each(f func(fold int)) {
	var wg sync.WaitGroup
	gate := make(chan struct{}, 2)
	for fold := range t.o.Folds + 1 {
		gate <- struct{}{}
		wg.Go(func() {
			f(fold)
			<-gate
		})
	}
	wg.Wait()
}

// split lists the examples that fold learns from and those it must not see.
func (t *training) split(fold int) (learn, held []int) {
	for i := range t.examples {
		if i%t.o.Folds == fold {
			held = append(held, i)
		} else {
			learn = append(learn, i)
		}
	}
	return learn, held
}

func pick[T any](all []T, which []int) []T {
	out := make([]T, len(which))
	for i, k := range which {
		out[i] = all[k]
	}
	return out
}

func (t *training) learnParagraph(m *model, fold int) {
	learn, held := t.split(fold)
	m.paragraph = trainParagraph(pick(t.views, learn), pick(t.examples, learn), t.o)
	var sc scratch
	for _, i := range held {
		t.drafts[i], _ = m.draft(t.views[i], nil, t.o.CueBias, &sc)
	}
}

func (t *training) learnCascade(m *model, fold int) {
	learn, held := t.split(fold)
	m.cascade = trainCascade(pick(t.views, learn), pick(t.drafts, learn), pick(t.examples, learn), t.o)
	var sc scratch
	for _, i := range held {
		t.cands[i] = m.candidates(t.views[i], t.o.CueBias, &sc)
	}
}

// Write keeps the model, with the command that made it, for Open.
func (f *Finder) Write(w io.Writer, command string) error {
	if err := f.m.write(w, command); err != nil {
		return fmt.Errorf("quote model: %w", err)
	}
	return nil
}
