package article

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"onrecord"
)

// The extractor reads fewer than shortText bytes out of a page only when it
// missed the article, or there is none; then its slower fallbacks are tried,
// which are quadratic in the number of elements and so only up to
// fallbackElements. (libraries compared: docs/decisions/article.md)
const (
	shortText        = 300
	fallbackElements = 5000
)

// The extractor takes about 10 s for 700,000 paragraphs in 4 MB; the longest
// real article pages have some 20,000 nodes.
const maxNodes = 100_000

// readHTML takes the article out of a page. The Text is the headline and the
// paragraphs with a blank line between them.
func readHTML(doc *onrecord.Document, page, address string) error {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return fmt.Errorf("%w: HTML that cannot be parsed (%w); save the page from a browser and try again", onrecord.ErrNotText, err)
	}
	if n := nodes(root); n > maxNodes {
		return fmt.Errorf("%w: %d elements, at most %d are read; save the article alone", errTooLarge, n, maxNodes)
	}
	about := readMeta(root)
	doc.Extracted = true
	doc.URL = about.url(address)
	doc.Outlet = about.outlet()
	doc.Language = about.language
	blocks, found, err := mainText(root, address)
	if err != nil {
		return err
	}
	doc.Title = about.headline(found.Title, blocks)
	where := doc.URL
	if where == "" {
		where = address
	}
	doc.Published = about.published(root, where)
	layOut(doc, blocks)
	markPage(doc)
	if stated := about.byline(found.Author); len(stated) > 0 {
		doc.Byline = stated // the page's own data say it better than its text
	}
	return nil
}

// mainText runs the extractor: first alone, then with its fallbacks when that
// gave next to nothing. A page without main text has no blocks.
func mainText(root *html.Node, address string) (blocks []string, about trafilatura.Metadata, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: HTML that the extractor cannot read (%v); save the article as plain text", onrecord.ErrNotText, r)
		}
	}()
	opts := trafilatura.Options{ExcludeComments: true, HtmlDateOverride: &htmldate.Result{}}
	opts.OriginalURL, _ = url.Parse(address)
	keepQuotes(root)
	markBreaks(root)
	if found, err := trafilatura.ExtractDocument(root, opts); err == nil {
		blocks, about = blocksOf(found.ContentNode), found.Metadata
	}
	if size(blocks) >= shortText || nodes(root) > fallbackElements {
		return blocks, about, nil
	}
	opts.EnableFallback = true
	if found, err := trafilatura.ExtractDocument(root, opts); err == nil {
		if more := blocksOf(found.ContentNode); size(more) > size(blocks) {
			blocks, about = more, found.Metadata
		}
	}
	return blocks, about, nil
}

// keepQuotes takes the names off block quotes and what is in and close around
// them: the extractor throws out whatever has "embed" or "social" in its class,
// and an embedded post is a quotation.
func keepQuotes(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "blockquote" {
			continue
		}
		plain(n)
		for below := range n.Descendants() {
			plain(below)
		}
		const around = 3
		for up, k := n.Parent, 0; up != nil && k < around; up, k = up.Parent, k+1 {
			name := strings.ToLower(attr(up, "class") + " " + attr(up, "id"))
			if strings.Contains(name, "embed") || strings.Contains(name, "social") {
				plain(up)
			}
		}
	}
}

// gap stands in the text of the tree for two line breaks in a row, by which
// old pages divide paragraphs and which the extractor takes for one blank. It
// is of the code points that mean nothing (private use).
const gap = '\uE000'

// markBreaks puts a gap in the place of two or more line breaks in a row.
func markBreaks(root *html.Node) {
	var breaks []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "br" {
			breaks = append(breaks, n)
		}
	}
	for _, br := range breaks {
		if br.Parent == nil {
			continue // taken out with the one before
		}
		many := false
		for next := br.NextSibling; next != nil; next = br.NextSibling {
			if next.Type == html.ElementNode && next.Data == "br" {
				many = true
			} else if next.Type != html.TextNode || strings.TrimSpace(next.Data) != "" {
				break
			}
			br.Parent.RemoveChild(next)
		}
		if many {
			br.Type, br.Data, br.DataAtom = html.TextNode, string(gap), 0
		}
	}
}

func plain(n *html.Node) {
	kept := n.Attr[:0]
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "role" {
			kept = append(kept, a)
		}
	}
	n.Attr = kept
}

func nodes(root *html.Node) int {
	n := 0
	for range root.Descendants() {
		n++
	}
	return n
}

func size(blocks []string) int {
	n := 0
	for _, b := range blocks {
		n += len(b)
	}
	return n
}

// layOut writes the Text: the title, then the blocks. A block near the
// start that is the title again is left out.
func layOut(doc *onrecord.Document, blocks []string) {
	var text strings.Builder
	add := func(s string) onrecord.Span {
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(s)
		return onrecord.Span{Start: start, End: text.Len()}
	}
	if doc.Title != "" {
		doc.Headline = add(doc.Title)
		doc.Paragraphs = append(doc.Paragraphs, doc.Headline)
	}
	for i, b := range blocks {
		if i < headBlocks && sameWords(b, doc.Title) {
			continue
		}
		doc.Paragraphs = append(doc.Paragraphs, add(b))
	}
	doc.Text = text.String()
}

// blocksOf returns the text of the block elements under n, in order, white
// space as a browser shows it.
func blocksOf(n *html.Node) []string {
	w := &blockWriter{}
	w.walk(n)
	w.flush()
	return w.blocks
}

type blockWriter struct {
	blocks []string
	now    strings.Builder
}

func (w *blockWriter) flush() {
	for piece := range strings.SplitSeq(w.now.String(), string(gap)) {
		if s := clean(piece); s != "" {
			w.blocks = append(w.blocks, s)
		}
	}
	w.now.Reset()
}

func (w *blockWriter) walk(n *html.Node) {
	if n == nil {
		return
	}
	switch {
	case n.Type == html.TextNode:
		w.now.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && n.Data == "br":
		w.now.WriteString(" ")
		return
	}
	block := n.Type == html.ElementNode && !inline[n.Data]
	if block {
		w.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c)
	}
	if block {
		w.flush()
	}
}

var inline = map[string]bool{
	"a": true, "abbr": true, "acronym": true, "b": true, "bdi": true, "bdo": true, "big": true, "cite": true,
	"code": true, "data": true, "del": true, "dfn": true, "em": true, "font": true, "i": true, "ins": true,
	"kbd": true, "label": true, "mark": true, "q": true, "s": true, "samp": true, "small": true, "span": true,
	"strike": true, "strong": true, "sub": true, "sup": true, "time": true, "tt": true, "u": true, "var": true, "wbr": true,
}

// clean makes s one line: white space as a browser shows it, without the
// characters that show nothing at its ends or do not belong into a text.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == 0 || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	return trim(s, onrecord.Span{End: len(s)}).In(s)
}
