// Package quote finds statements: content, cue and source, and how the words
// are given.
//
// It is a cascade of linear models, beside which an encoder reads in the accurate
// finder ([LoadAccurate]). A conditional random field reads each
// paragraph and proposes cues; a second one reads the surroundings of each cue
// and finds its source and content; a ranker scores what was read and decides
// between candidates that overlap. Whatever stands in quotation marks and was
// claimed by none is recovered by rules.
//
// Promise: statements are in order of their first word, their spans lie in the
// text on the edges of tokens, no word is in the content of two statements, and
// content is never empty.
package quote

import (
	"errors"

	"onrecord"
	"onrecord/encoder"
	"onrecord/models"
)

// threshold is the least score of a statement that is kept. On the development
// articles it makes F1 of whole attributions largest, and the curve is flat
// around it.
const threshold = 0.4

// A Finder is a loaded model. It may be used concurrently.
type Finder struct{ m *model }

// Load opens the embedded model.
func Load() (*Finder, error) {
	b := models.Bytes("quote")
	if b == nil {
		return nil, errors.New("model quote is not built in: run lab train quote and build again")
	}
	return Open(b)
}

// LoadAccurate opens the embedded model with the encoder beside it: more
// accurate, about ten times as slow.
func LoadAccurate() (*Finder, error) {
	f, err := Load()
	if err != nil {
		return nil, err
	}
	enc, err := encoder.Load()
	if err != nil {
		return nil, err
	}
	blend, err := openBlend(models.Bytes("blend"))
	if err != nil {
		return nil, err
	}
	f.m.deep = &deep{encoder: enc, blend: *blend}
	return f, nil
}

// Open reads a model that Write wrote; see linear.Open for what it refuses.
func Open(b []byte) (*Finder, error) {
	m, err := openModel(b)
	if err != nil {
		return nil, err
	}
	return &Finder{m: m}, nil
}

// Find fills r.Quotations and r.Statements; speakers and times are left open.
func (f *Finder) Find(r *onrecord.Reading) {
	r.Quotations = quotations(r.Doc.Text, r.Doc.Paragraphs)
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	v := newView(r, f.m.lexicon)
	cands := f.m.candidates(v, proposalBias, sc)
	found := assemble(v, cands, threshold)
	r.Statements = make([]onrecord.Statement, len(found))
	for i := range found {
		r.Statements[i] = v.statement(&found[i])
	}
}
