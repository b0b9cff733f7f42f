package main

import (
	"context"
	"fmt"
	"sync"

	"onrecord"
	"onrecord/article"
	"onrecord/date"
	"onrecord/reader"
	"onrecord/web"
)

// pasted reads the texts that somebody pastes into a page of the server. The
// model is loaded when the first one comes, so that the server starts at once.
func pasted(model reader.Model) func(context.Context, web.Pasted) (*onrecord.Reading, error) {
	load := sync.OnceValues(func() (*reader.Reader, error) { return reader.New(model) })
	return func(_ context.Context, p web.Pasted) (*onrecord.Reading, error) {
		if p.Published != "" {
			if _, err := date.Parse(string(p.Published)); err != nil {
				return nil, fmt.Errorf("%w: published %s: %w: write a date such as 2017-12-13", web.ErrPasted, p.Published, err)
			}
		}
		rd, err := load()
		if err != nil {
			return nil, err
		}
		r, err := rd.Read(article.Page{Article: "-", Bytes: []byte(p.Text), Published: p.Published})
		if err != nil {
			return nil, fmt.Errorf("%w: %w", web.ErrPasted, err)
		}
		return r, nil
	}
}
