package pages

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html/charset"

	"onrecord"
	"onrecord/eval"
)

// wanted is what a page holds, from its .want file: lines "key: value", a
// blank line, then the paragraphs of the main text.
type wanted struct {
	title, byline, outlet, published, text string
}

func parseWanted(file string) wanted {
	head, text, _ := strings.Cut(file, "\n\n")
	w := wanted{text: text}
	for line := range strings.Lines(head) {
		key, value, _ := strings.Cut(line, ":")
		value = strings.TrimSpace(value)
		switch key {
		case "title":
			w.title = value
		case "byline":
			w.byline = value
		case "outlet":
			w.outlet = value
		case "published":
			w.published = value
		}
	}
	return w
}

// dates counts what was said of dates.
type dates struct{ right, wrong, none int }

func (d *dates) add(have, want string) {
	switch have {
	case want:
		d.right++
	case "":
		d.none++
	default:
		d.wrong++
	}
}

// A Score is what one page gave.
type Score struct {
	Name                    string
	HTML, Plain, Library    float64 // F1 of the words of the main text
	Title, Byline, Outlet   bool
	Date, LibraryDate, Want string
	PlainDate               string
	PlainTitle              bool
}

// Scores reads each page three times: as HTML, as the plain text that a
// scraper makes of it, and with the extractor library alone.
func Scores(read Reader) ([]Score, error) {
	names, contents, err := files("html", ".html")
	if err != nil {
		return nil, err
	}
	_, wants, err := files("html", ".want")
	if err != nil || len(wants) != len(names) {
		return nil, fmt.Errorf("pages: %d pages with %d wants: %v", len(names), len(wants), err)
	}
	var all []Score
	for i, name := range names {
		s, err := score(read, name, contents[i], parseWanted(string(wants[i])))
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, nil
}

func score(read Reader, name string, page []byte, want wanted) (Score, error) {
	doc, err := read(name, page)
	if err != nil {
		return Score{}, err
	}
	dump, err := Dump(page)
	if err != nil {
		return Score{}, err
	}
	plain, err := read(name+".txt", []byte(dump))
	if err != nil {
		return Score{}, err
	}
	text, day := library(page)
	return Score{
		Name: name, HTML: textF1(mainText(doc), want.text), Plain: textF1(mainText(plain), want.text), Library: textF1(text, want.text),
		Title: doc.Title == want.title, Byline: strings.Join(doc.Byline, "; ") == want.byline, Outlet: doc.Outlet == want.outlet,
		Date: string(doc.Published.EDTF), LibraryDate: day, Want: want.published,
		PlainDate: string(plain.Published.EDTF), PlainTitle: plain.Title == want.title,
	}, nil
}

// library is go-trafilatura as its README shows it, without fallback.
func library(page []byte) (text, day string) {
	r, err := charset.NewReader(strings.NewReader(string(page)), "text/html")
	if err != nil {
		return "", ""
	}
	found, err := trafilatura.Extract(r, trafilatura.Options{ExcludeComments: true})
	if err != nil {
		return "", ""
	}
	if !found.Metadata.Date.IsZero() {
		day = found.Metadata.Date.Format("2006-01-02")
	}
	return found.ContentText, day
}

// mainText is the paragraphs that are article, without the headline.
func mainText(doc *onrecord.Document) string {
	var b strings.Builder
	for _, p := range doc.Paragraphs {
		if p != doc.Headline && !slices.ContainsFunc(doc.Boilerplate, p.Overlaps) {
			b.WriteString(p.In(doc.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// textF1 compares two texts as bags of words, in per cent.
func textF1(have, want string) float64 {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	count := map[string]int{}
	for _, w := range words(want) {
		count[w]++
	}
	p := prf{have: float64(len(words(have))), want: float64(len(words(want)))}
	for _, w := range words(have) {
		if count[w] > 0 {
			count[w]--
			p.both++
		}
	}
	return p.f1()
}

func evaluateHTML(read Reader) ([]eval.Line, error) {
	scores, err := Scores(read)
	if err != nil {
		return nil, err
	}
	var html, plain, lib float64
	var ours, theirs, fromPlain dates
	titles, bylines := 0, 0
	for _, s := range scores {
		html, plain, lib = html+s.HTML, plain+s.Plain, lib+s.Library
		ours.add(s.Date, s.Want)
		theirs.add(s.LibraryDate, s.Want)
		fromPlain.add(s.PlainDate, s.Want)
		if s.Title {
			titles++
		}
		if s.Byline {
			bylines++
		}
	}
	n := len(scores)
	line := func(measure string, sum float64) eval.Line {
		return eval.Line{Corpus: "pages-html", Stage: "article", Measure: measure, Value: sum / float64(n), Of: n}
	}
	share := func(measure string, count int) eval.Line { return line(measure, 100*float64(count)) }
	return []eval.Line{
		line("main text F1", html), line("main text F1 as plain text", plain), line("main text F1 of go-trafilatura", lib),
		share("dates right", ours.right), share("dates wrong", ours.wrong),
		share("dates right of go-trafilatura", theirs.right), share("dates wrong of go-trafilatura", theirs.wrong),
		share("dates right as plain text", fromPlain.right), share("dates wrong as plain text", fromPlain.wrong),
		share("titles right", titles), share("bylines right", bylines),
	}, nil
}
