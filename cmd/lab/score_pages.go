package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"onrecord"
	"onrecord/article"
	"onrecord/eval"
)

// pageFolder holds invented plain-text pages, as scrapers leave them, that no
// rule and no weight was tuned on. A line begins with its part and a bar: R
// page, H headline, S sub-headline, Y byline or date, A article, 2 the headline
// printed again.
const pageFolder = "eval/pages/testdata/lines/held"

// pages scores which lines of a page are taken for the article.
func (s *scorer) pages() ([]eval.Line, error) {
	files, err := filepath.Glob(filepath.Join(pageFolder, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("%w: no pages in %s", os.ErrNotExist, pageFolder)
	}
	var t lineTally
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if err := t.page(file, string(b)); err != nil {
			return nil, err
		}
	}
	share := func(measure string, n, of int) eval.Line {
		return eval.Line{Corpus: "pages-held", Stage: "article", Measure: measure, Value: 100 * float64(n) / float64(max(of, 1)), Of: of}
	}
	return []eval.Line{
		share("article lines kept", t.kept, t.article),
		share("page lines marked", t.marked, t.residue),
		share("headlines found", t.found, t.headlines),
	}, nil
}

type lineTally struct{ article, kept, residue, marked, headlines, found int }

func (t *lineTally) page(name, tagged string) error {
	rows := strings.Split(strings.TrimRight(tagged, "\n"), "\n")
	var text strings.Builder
	starts := make([]int, len(rows))
	for i, row := range rows {
		starts[i] = text.Len()
		if len(row) > 1 {
			text.WriteString(row[2:])
		}
		text.WriteByte('\n')
	}
	doc, err := article.Read(article.Page{Article: name, Bytes: []byte(text.String())})
	if err != nil {
		return err
	}
	for i, row := range rows {
		if len(row) < 3 {
			continue
		}
		words := strings.TrimSpace(row[2:])
		at := starts[i] + strings.Index(row[2:], words)
		t.line(row[0], onrecord.Span{Start: at, End: at + len(words)}, doc)
	}
	return nil
}

func (t *lineTally) line(part byte, line onrecord.Span, doc *onrecord.Document) {
	boilerplate := false
	for _, s := range doc.Boilerplate {
		boilerplate = boilerplate || s.Overlaps(line)
	}
	switch part {
	case 'A', 'S':
		t.article++
		if !boilerplate {
			t.kept++
		}
	case 'R', 'Y', '2':
		t.residue++
		if boilerplate {
			t.marked++
		}
	case 'H':
		t.headlines++
		if doc.Headline.Overlaps(line) {
			t.found++
		}
	}
}
