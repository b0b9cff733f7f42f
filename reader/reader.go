// Package reader runs the stages that read one document, in order.
package reader

import (
	"fmt"

	"onrecord"
	"onrecord/article"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/quote"
	"onrecord/relation"
	"onrecord/tag"
	"onrecord/token"
)

// A Reader holds the models. It may be used concurrently.
type Reader struct {
	model  Model
	tagger *tag.Tagger
	finder *quote.Finder
}

// A Model finds the statements; see onrecord.Model.
type Model = onrecord.Model

// The models.
const (
	Accurate = onrecord.Accurate
	Fast     = onrecord.Fast
)

// load is the one place that knows what each model is made of.
func load(model Model) (*quote.Finder, error) {
	switch model {
	case Accurate:
		return quote.LoadAccurate()
	case Fast:
		return quote.Load()
	}
	return nil, fmt.Errorf("model %q: there are %q", model, onrecord.Models)
}

// New loads the embedded models that model needs.
func New(model Model) (*Reader, error) {
	finder, err := load(model)
	if err != nil {
		return nil, err
	}
	tagger, err := tag.Load()
	if err != nil {
		return nil, err
	}
	return &Reader{model, tagger, finder}, nil
}

// Version is what readings of rd are marked with; those of a page that is raw
// say so too.
func (rd *Reader) Version() onrecord.ReaderVersion {
	return onrecord.ReaderVersion{Stages: Version, Model: rd.model}
}

// Read reads one page. A document that is kept but not read has Unread set and
// no statements.
func (rd *Reader) Read(p article.Page) (*onrecord.Reading, error) {
	doc, err := article.Read(p)
	if err != nil {
		return nil, err
	}
	r := rd.ReadDocument(doc)
	r.Reader.Raw = p.Raw
	return r, nil
}

// ReadDocument reads a Document that article.Read made, now or when a record
// got it: the stages that follow article, on the Text as it is.
func (rd *Reader) ReadDocument(doc *onrecord.Document) *onrecord.Reading {
	r := &onrecord.Reading{Doc: doc, Reader: rd.Version()}
	if doc.Unread != "" {
		return r
	}
	rd.extract(r)
	attribute(r)
	return r
}

// extract finds what was said.
func (rd *Reader) extract(r *onrecord.Reading) {
	token.Split(r)
	rd.tagger.Tag(r)
	rd.finder.Find(r)
}

// attribute finds who said it, when, how, in answer to what, and what is said
// twice.
func attribute(r *onrecord.Reading) {
	relation.Report(r)
	entity.Resolve(r)
	date.Claim(r)
	relation.State(r)
	relation.Within(r)
}
