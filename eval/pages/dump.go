package pages

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
)

// Dump turns a page into plain text as a careless scraper does: the text of
// every block element on a line of its own, navigation, teasers and footers
// with it, a blank line around paragraphs and headings.
func Dump(page []byte) (string, error) {
	r, err := charset.NewReader(strings.NewReader(string(page)), "text/html")
	if err != nil {
		return "", fmt.Errorf("pages: %w", err)
	}
	root, err := html.Parse(r)
	if err != nil {
		return "", fmt.Errorf("pages: %w", err)
	}
	var d dumper
	d.walk(root)
	d.flush()
	return d.out.String(), nil
}

type dumper struct {
	out, now strings.Builder
}

func (d *dumper) flush() {
	if s := strings.Join(strings.Fields(d.now.String()), " "); s != "" {
		d.out.WriteString(s)
		d.out.WriteByte('\n')
	}
	d.now.Reset()
}

var unseen = map[string]bool{"head": true, "script": true, "style": true, "noscript": true, "template": true}

var within = map[string]bool{"a": true, "abbr": true, "b": true, "em": true, "font": true, "i": true, "span": true, "strong": true, "small": true, "time": true, "sup": true, "sub": true, "label": true}

func (d *dumper) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		d.now.WriteString(n.Data)
		return
	case n.Type == html.CommentNode || n.Type == html.ElementNode && unseen[n.Data]:
		return
	}
	block := n.Type == html.ElementNode && !within[n.Data]
	if block {
		d.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.walk(c)
	}
	if block {
		d.flush()
		if n.Data == "p" || len(n.Data) == 2 && n.Data[0] == 'h' && n.Data != "hr" {
			d.out.WriteByte('\n')
		}
	}
}
