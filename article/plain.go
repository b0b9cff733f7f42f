package article

import "onrecord"

// readPlain reads a plain text as scrapers leave it. The Text stays whole.
func readPlain(doc *onrecord.Document, text string) {
	doc.Text = text
	doc.Paragraphs = paragraphs(text)
	markPage(doc)
}

// markPage marks the paragraphs that are page, and what is printed twice, the
// headline or a quotation, and the byline, of which only the names and the date
// are taken.
func markPage(doc *onrecord.Document) {
	units := survey(doc.Text, doc.Paragraphs)
	path := learned().decode(units)
	key := takeHeadline(doc, units, path)
	for i, s := range path {
		if units[i].span == doc.Headline {
			continue
		}
		part := partOf[s]
		if part == bylinePart || s == pageHead && loneName(&units[i]) {
			takeByline(doc, &units[i], s)
		}
		again := key != 0 && units[i].key == key || s == bodyState && units[i].pulled && units[i].opensQuote
		if part == pagePart || part == bylinePart || again {
			doc.Boilerplate = append(doc.Boilerplate, units[i].span)
		}
	}
}

// takeHeadline fills the title unless it is known and returns the key of its
// words. Where the headline is printed twice the first print is taken.
func takeHeadline(doc *onrecord.Document, units []unit, path []state) uint32 {
	at := -1
	for i, s := range path {
		if doc.Headline == units[i].span || doc.Headline.IsZero() && s == headlineState {
			at = i
			break
		}
	}
	if at < 0 {
		return 0
	}
	for i := range at {
		if doc.Headline.IsZero() && units[i].key == units[at].key {
			at = i
			break
		}
	}
	doc.Headline, doc.Title = units[at].span, units[at].text
	return units[at].key
}

// takeByline reads names and the date of publication out of a byline or date
// line. A date that is only called updated is not the date of publication.
func takeByline(doc *onrecord.Document, u *unit, s state) {
	if s == bylineWithin {
		return // who else contributed, and where it was printed
	}
	for _, name := range names(u.text) {
		if !contains(doc.Byline, name) {
			doc.Byline = append(doc.Byline, name)
		}
	}
	if doc.Published.IsZero() {
		if doc.Published = published(publishedDay(u.text), "text"); !doc.Published.IsZero() {
			doc.Published.Words = u.span
		}
	}
}

// loneName recognises a line that is a name and nothing else. Between headline
// and body it is the author's: who took a picture or is in it is said with
// more words, or above the headline.
func loneName(u *unit) bool {
	return u.words <= 4 && !u.residue() && isName(u.text)
}
