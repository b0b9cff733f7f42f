package article

import "onrecord"

// readPlain reads a plain text as scrapers leave it.
func readPlain(doc *onrecord.Document, text string) {
	doc.Text = text
	doc.Paragraphs = paragraphs(text)
}
