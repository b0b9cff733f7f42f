package article

import (
	"strings"

	"github.com/RadhiFadlillah/whatlanggo"

	"onrecord"
)

// judge sets Unread when the document is no article, or not English, and
// Language when the page did not say.
func judge(doc *onrecord.Document, raw bool) {
	prose := proseOf(doc)
	if !raw {
		doc.Unread = noArticle(doc, prose)
	}
	found := languageOf(prose)
	if found != "" {
		doc.Language = found
	}
	if found != "" && found != "en" && doc.Unread == "" {
		doc.Unread = "not English: " + found
	}
}

// proseOf returns the paragraphs that are article, up to 20,000 bytes of them.
func proseOf(doc *onrecord.Document) []string {
	var prose []string
	total, next := 0, 0
	for _, p := range doc.Paragraphs {
		for next < len(doc.Boilerplate) && doc.Boilerplate[next].End <= p.Start {
			next++
		}
		if p == doc.Headline || next < len(doc.Boilerplate) && doc.Boilerplate[next].Overlaps(p) {
			continue
		}
		s := p.In(doc.Text)
		prose = append(prose, s[:min(len(s), 4000)])
		if total += len(s); total > 20000 {
			break
		}
	}
	return prose
}

// languageOf tells the language of prose from its words. It is empty when
// there are too few of them to tell.
func languageOf(prose []string) string {
	sample := strings.Join(prose, "\n")
	words := strings.FieldsFunc(strings.ToLower(sample[:min(len(sample), 4000)]), func(r rune) bool { return !wordRune(r) })
	stops := 0
	for _, w := range words {
		if stopWords[w] {
			stops++
		}
	}
	if len(words) >= 20 && stops*4 >= len(words) {
		return "en"
	}
	if len(sample) < 250 {
		return ""
	}
	found := whatlanggo.Detect(strings.ToValidUTF8(sample[:min(len(sample), 4000)], ""))
	if !found.IsReliable() {
		return ""
	}
	return found.Lang.Iso6391()
}

// languageCode takes "en" from "en-GB".
func languageCode(lang string) string {
	lang, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(lang)), "-")
	lang, _, _ = strings.Cut(lang, "_")
	if len(lang) != 2 {
		return ""
	}
	return lang
}

// stopWords are the commonest words of English news that few other languages
// share.
var stopWords = wordSet(`the of and to that is was for it with as his on be at by had not are but from or have an they which
	you were all her she there would their we him been has when who will more no if out so said what up its about than into them
	can only other new some could these two may then do first any my now such like our over me even most also after did many
	before must through this he in`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// noArticle says why a document is no article, "" when it may be one. Only
// plain cases are refused: a short text may be a short article.
func noArticle(doc *onrecord.Document, prose []string) string {
	words, sentences := 0, 0
	for _, s := range prose {
		n := len(strings.Fields(s))
		words += n
		if n >= 8 && closes(strings.TrimSpace(s)) {
			sentences++
		}
	}
	head := normal(openingOf(doc))
	switch {
	case words == 0 && len(doc.Boilerplate) == 0:
		return "not an article: no text"
	case words < 150 && anyIn(head, errorPages):
		return "not an article: an error page"
	case words < 150 && anyIn(head, loginWalls):
		return "not an article: a login or subscription wall"
	case sentences == 0 && len(doc.Paragraphs) >= 8:
		return "not an article: a list of links or titles"
	case words == 0:
		return "not an article: nothing but page"
	}
	return ""
}

// openingOf returns the title and the first 600 bytes.
func openingOf(doc *onrecord.Document) string {
	return doc.Title + "\n" + strings.ToValidUTF8(doc.Text[:min(len(doc.Text), 600)], "")
}

func anyIn(s string, phrases []string) bool {
	for _, p := range phrases {
		if strings.Contains(s, p) {
			return true
		}
	}
	return false
}

// In the form that normal gives.
var errorPages = []string{"404 not found", "404 error", "error 404", "page not found", "page you requested", "page you are looking for",
	"page you were looking for", "access denied", "403 forbidden", "500 internal server error", "502 bad gateway", "503 service",
	"service unavailable", "this page isn t available", "this page is not available", "no longer available at this address", "page cannot be found",
	"page can t be found", "couldn t find that page", "could not find that page", "checking your browser", "are you a robot", "verify you are human",
	"unusual traffic"}

var loginWalls = []string{"log in to continue", "sign in to continue", "subscribe to continue", "subscribe to read", "log in to read", "sign in to read",
	"subscribers only", "for subscribers only", "create a free account to", "please log in", "please sign in", "already a subscriber",
	"register to continue", "register to read", "to continue reading", "enable javascript and cookies"}
