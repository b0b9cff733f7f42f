// Package article turns a page into a Document: main text, title, byline,
// outlet, date, and which parts of a plain text are page rather than article.
//
// It promises that the Text is valid UTF-8; that nothing of a plain text is
// cut, moved or changed (a plain text that is valid UTF-8 is its own Text);
// that Paragraphs and Boilerplate are in order and inside the Text; that the
// same page gives the same Document; and that no page makes it panic or hang.
package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"onrecord"
)

// A Page is what was fetched or found on disk, with what is known of it from
// elsewhere. Fields that the page itself states win over those given here.
type Page struct {
	Article     string // the path or URL that was read
	Bytes       []byte
	Raw         bool   // the whole of Bytes is article text: nothing is marked as page
	ContentType string // as HTTP said it, "text/html; charset=iso-8859-1"; empty when unknown
	URL         string
	Title       string
	Byline      []string
	Outlet      string
	Published   onrecord.EDTF // used when the page does not give it
}

// The largest pages that are read, in bytes. Extraction from HTML cannot be
// interrupted and the slowest template takes about two seconds for 5 MB.
const (
	MaxText = 20 << 20
	MaxHTML = 5 << 20
)

// Read makes a Document of a page. The error wraps onrecord.ErrNotText when
// there is nothing to read, and says why and what to do. A page that is text
// but no article, or not English, is a Document with Unread set.
func Read(p Page) (*onrecord.Document, error) {
	text, html, err := decode(p)
	if err != nil {
		return nil, fmt.Errorf("article %s: %w", p.Article, err)
	}
	sum := sha256.Sum256(p.Bytes)
	doc := &onrecord.Document{Article: p.Article, SHA256: hex.EncodeToString(sum[:])}
	switch {
	case p.Raw:
		readRaw(doc, text)
	case html:
		if err := readHTML(doc, text, p.address()); err != nil {
			return nil, fmt.Errorf("article %s: %w", p.Article, err)
		}
	default:
		readPlain(doc, text)
	}
	fillFrom(doc, p)
	judge(doc, p.Raw)
	doc.ID = doc.ComputeID()
	return doc, nil
}

// readRaw takes the whole text as article.
func readRaw(doc *onrecord.Document, text string) {
	doc.Text = text
	doc.Paragraphs = paragraphs(text)
}

// fillFrom takes from p what the page itself did not say.
func fillFrom(doc *onrecord.Document, p Page) {
	if doc.URL == "" {
		doc.URL = p.URL
	}
	if doc.Title == "" {
		doc.Title = p.Title
		doc.Headline = find(doc.Text, p.Title)
	}
	if len(doc.Byline) == 0 {
		doc.Byline = p.Byline
	}
	if doc.Outlet == "" {
		doc.Outlet = p.Outlet
	}
	if doc.Published.IsZero() && p.Published != "" {
		doc.Published = published(string(p.Published), "given")
	}
	if doc.Published.IsZero() && !p.Raw {
		doc.Published = published(dayInURL(p.address()), "url")
	}
}

// address is the URL that the page was read from, as far as it is known.
func (p *Page) address() string {
	if p.URL == "" && strings.Contains(p.Article, "://") {
		return p.Article
	}
	return p.URL
}

// find returns where a title known from elsewhere stands as a whole line among
// the first lines of text, zero when it does not.
func find(text, title string) onrecord.Span {
	title = strings.TrimSpace(title)
	if title == "" {
		return onrecord.Span{}
	}
	for _, span := range firstLines(text, 40) {
		if span.In(text) == title {
			return span
		}
	}
	return onrecord.Span{}
}
