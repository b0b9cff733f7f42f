// Package pages judges how well articles are taken out of pages, on pages that
// were written for the project in the manner of real templates.
//
// Two sets stand in testdata. lines holds plain texts as scrapers leave them,
// each line tagged with its part: R page, H headline, S sub-headline, Y byline
// or date, A article, 2 the headline printed again. The model of package
// article learns from lines/tune; lines/held was written for judging and is
// scored, but nothing was chosen by it and no error in it was looked at. html
// holds pages, each with its headline, byline, date and main text.
package pages

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"onrecord"
	"onrecord/eval"
)

//go:embed testdata
var testdata embed.FS

// A Reader makes a Document of a page, as article.Read does.
type Reader func(name string, page []byte) (*onrecord.Document, error)

// Evaluate measures read on all sets. It fails only when a page cannot be
// read at all.
func Evaluate(read Reader) ([]eval.Line, error) {
	lines, err := evaluateLines(read, "held")
	if err != nil {
		return nil, err
	}
	html, err := evaluateHTML(read)
	if err != nil {
		return nil, err
	}
	return append(lines, html...), nil
}

// files returns the names and contents of a folder of testdata.
func files(folder, ending string) (names []string, contents [][]byte, err error) {
	all, err := fs.Glob(testdata, path.Join("testdata", folder, "*"+ending))
	if err != nil {
		return nil, nil, fmt.Errorf("pages: %w", err)
	}
	for _, name := range all {
		b, err := testdata.ReadFile(name)
		if err != nil {
			return nil, nil, fmt.Errorf("pages: %w", err)
		}
		names, contents = append(names, strings.TrimPrefix(name, "testdata/")), append(contents, b)
	}
	return names, contents, nil
}

// prf is what is needed for an F1 score.
type prf struct{ both, have, want float64 }

func (p prf) f1() float64 {
	if p.have+p.want == 0 {
		return 100
	}
	return 200 * p.both / (p.have + p.want)
}
