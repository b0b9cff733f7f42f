// Package reader runs the stages that read one document, in order.
package reader

import (
	"onrecord"
	"onrecord/article"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/quote"
	"onrecord/tag"
	"onrecord/token"
)

// A Reader holds the models. It may be used concurrently.
type Reader struct {
	tagger *tag.Tagger
	finder *quote.Finder
}

// New loads the embedded models.
func New() (*Reader, error) {
	tagger, err := tag.Load()
	if err != nil {
		return nil, err
	}
	finder, err := quote.Load()
	if err != nil {
		return nil, err
	}
	return &Reader{tagger, finder}, nil
}

// Read reads one page. A document that is kept but not read has Unread set and
// no statements.
func (rd *Reader) Read(p article.Page) (*onrecord.Reading, error) {
	doc, err := article.Read(p)
	if err != nil {
		return nil, err
	}
	r := &onrecord.Reading{Doc: doc}
	if doc.Unread != "" {
		return r, nil
	}
	token.Split(r)
	rd.tagger.Tag(r)
	rd.finder.Find(r)
	entity.Resolve(r)
	date.Claim(r)
	return r, nil
}
