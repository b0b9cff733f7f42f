package web

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A card is a statement as lists and pages show it.
type card struct {
	ID, Doc   string
	Kind      string // "direct", "indirect", "mixed", "act"
	Act       string // empty for a plain assertion
	Speaker   string // empty when unknown
	Key       string
	Role      string
	Source    string // as printed: "he"
	Cue       string
	Before    string // quotation mark that the words lack
	Words     []run
	After     string
	Cut       bool // the words go on
	Anonymity string
	Via       []string // "told the Observer"
	Said      when
	Published when
	Outlet    string
	Article   string // its title, else its path
	Score     string
	Corrected []correctedView
	Current   bool
}

// A run is a stretch of words, marked where it answers the question.
type run struct {
	Text string
	Mark bool
}

// Lists cut what is longer: a page of twenty must stay a page.
const longestInList = 700 // bytes

func cardsOf(hits []store.Hit) []card {
	cards := make([]card, len(hits))
	for i := range hits {
		cards[i] = cardOf(&hits[i], longestInList)
	}
	return cards
}

func cardOf(h *store.Hit, longest int) card {
	words, cut := shorten(h.Content, longest)
	c := card{
		ID: string(h.ID), Doc: string(h.Doc.ID), Kind: string(h.Kind), Key: h.Key, Role: h.Role,
		Source: h.Source, Cue: h.Cue, Words: runs(words, h.Marks), Cut: cut, Anonymity: anonymityWords[h.Anonymity],
		Said: whenOf(h.Said, ""), Published: whenOf(h.Doc.Published, ""), Outlet: h.Doc.Outlet,
		Article: h.Doc.Title, Score: percentOf(h.Score), Current: h.Doc.Current,
	}
	c.Before, c.After = export.Marks(h.Kind, words)
	if c.Article == "" {
		c.Article = h.Doc.Article
	}
	if h.Act != onrecord.Asserted {
		c.Act = actWords(h.Act)
	}
	if h.Speaker != nil {
		c.Speaker = h.Speaker.Name
	}
	for _, hop := range h.Via {
		c.Via = append(c.Via, hopText(hop))
	}
	c.Corrected = correctedViews(h.Corrections)
	return c
}

// Verb is the cue where it is words and the statement has words beside it:
// "denied" before "that the boats would stop".
func (c card) Verb() string {
	if len(c.Words) == 0 {
		return ""
	}
	return verbOf(c.Cue)
}

// verbOf is a cue without the mark at its end; a cue that is only a mark has
// none.
func verbOf(cue string) string {
	if strings.IndexFunc(cue, unicode.IsLetter) < 0 {
		return ""
	}
	return strings.TrimRight(cue, " :,")
}

// SpeakerHref is the address of the speaker's page.
func (c card) SpeakerHref() string { return speakerHref(c.Key) }

func speakerHref(key string) string { return "/speaker/" + url.PathEscape(key) }

var anonymityWords = map[onrecord.Anonymity]string{
	onrecord.Spokesperson: "spokesperson", onrecord.TitleOnly: "title only", onrecord.Collective: "a group",
	onrecord.Unnamed: "not named", onrecord.Documentary: "a document",
}

func actWords(a onrecord.Act) string { return strings.ReplaceAll(string(a), "_", " ") }

// shorten cuts words at the last space before longest bytes.
func shorten(words string, longest int) (string, bool) {
	if len(words) <= longest {
		return words, false
	}
	cut := longest
	for cut > 0 && !utf8.RuneStart(words[cut]) {
		cut--
	}
	if space := strings.LastIndexByte(words[:cut], ' '); space > longest/2 {
		cut = space
	}
	return words[:cut], true
}

// runs cuts words at the marks, which are in order and may reach past the end.
func runs(words string, marks []onrecord.Span) []run {
	var out []run
	at := 0
	for _, m := range marks {
		if m.Start < at || m.End > len(words) || m.Len() <= 0 {
			continue
		}
		if m.Start > at {
			out = append(out, run{words[at:m.Start], false})
		}
		out = append(out, run{m.In(words), true})
		at = m.End
	}
	if at < len(words) {
		out = append(out, run{words[at:], false})
	}
	return out
}
