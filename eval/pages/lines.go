package pages

import (
	"fmt"
	"slices"
	"strings"

	"onrecord"
	"onrecord/eval"
)

// A tagged page is a plain text with the part of each line.
type tagged struct {
	name  string
	text  string
	lines []onrecord.Span // without white space around
	parts []byte
}

func parseTagged(name, file string) (*tagged, error) {
	p := &tagged{name: name}
	var text strings.Builder
	for i, row := range strings.Split(strings.TrimRight(file, "\n"), "\n") {
		if row != "" {
			if len(row) < 3 || row[1] != '|' || !strings.Contains("RHSYA2", row[:1]) {
				return nil, fmt.Errorf("%s:%d: %q is no line with a tag", name, i+1, row)
			}
			words := strings.TrimSpace(row[2:])
			at := text.Len() + strings.Index(row[2:], words)
			p.lines = append(p.lines, onrecord.Span{Start: at, End: at + len(words)})
			p.parts = append(p.parts, row[0])
			text.WriteString(row[2:])
		}
		text.WriteByte('\n')
	}
	p.text = text.String()
	return p, nil
}

// tally counts lines of one set.
type tally struct {
	article, page    prf
	right, all       int
	headlines, found int
}

func evaluateLines(read Reader, set string) ([]eval.Line, error) {
	names, contents, err := files("lines/"+set, ".txt")
	if err != nil {
		return nil, err
	}
	var t tally
	for i := range names {
		p, err := parseTagged(names[i], string(contents[i]))
		if err != nil {
			return nil, err
		}
		doc, err := read(p.name, []byte(p.text))
		if err != nil {
			return nil, err
		}
		t.add(p, doc)
	}
	line := func(measure string, value float64, of int) eval.Line {
		return eval.Line{Corpus: "pages-" + set, Stage: "article", Measure: measure, Value: value, Of: of}
	}
	return []eval.Line{
		line("article lines F1", t.article.f1(), int(t.article.want)),
		line("page lines F1", t.page.f1(), int(t.page.want)),
		line("lines right", 100*float64(t.right)/float64(t.all), t.all),
		line("headlines found", 100*float64(t.found)/float64(max(t.headlines, 1)), t.headlines),
	}, nil
}

func (t *tally) add(p *tagged, doc *onrecord.Document) {
	for i, span := range p.lines {
		have := !slices.ContainsFunc(doc.Boilerplate, span.Overlaps)
		want := strings.IndexByte("HSA", p.parts[i]) >= 0
		t.article.count(have, want)
		t.page.count(!have, !want)
		t.all++
		if have == want {
			t.right++
		}
		if p.parts[i] == 'H' {
			t.headlines++
			if doc.Headline == span {
				t.found++
			}
		}
	}
}

func (p *prf) count(have, want bool) {
	if have {
		p.have++
	}
	if want {
		p.want++
	}
	if have && want {
		p.both++
	}
}
