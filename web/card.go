package web

import (
	"net/url"
	"slices"
	"strings"
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
	Source    string   // as printed: "he"
	Others    []string // who an unknown speaker could be, best first
	Doubt     []string // why an unknown speaker is so, in sentences
	Cue       string
	Before    string // quotation mark that the words lack
	Words     []run
	After     string
	Cut       bool // the words go on
	Anonymity string
	Setting   []string // "to lawmakers", "at the State Department"
	Hops      []string // "told the Observer"
	Said      when
	SaidWords string // "on Tuesday"
	Published when
	Outlet    string
	Article   string // its title, else its path
	Score     string
	Corrected []correctedView
	Ties      []tieView
	MoreTies  int // left out
	Current   bool

	Counts  string     // "7 outlets, 3 independent reports"; empty where there is one report
	Departs []string   // how it differs from earlier positions of the speaker: "reverses"
	OnIssue []string   // why it is on the issue that it is shown as one of
	Stand   *standView // the position that it takes there, nil for none
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
		cards[i] = cardOf(&hits[i], true)
	}
	return cards
}

// cardOf shows a hit in a list, or whole.
func cardOf(h *store.Hit, inList bool) card {
	longest := len(h.Content)
	if inList {
		longest = longestInList
	}
	words, cut := shorten(h.Content, longest)
	c := card{
		ID: string(h.ID), Doc: string(h.Doc.ID), Kind: string(h.Kind), Key: h.Key, Role: h.Role,
		Source: h.Source, Cue: h.Cue, Words: runs(words, h.Marks), Cut: cut, Anonymity: export.AnonymityWords(h.Anonymity),
		Setting: wayOf(h).Setting(), Hops: wayOf(h).Hops(), Said: whenOf(h.Said, h.SaidWords), SaidWords: firstWords(h.SaidWords, 60), Published: whenOf(h.Doc.Published, ""), Outlet: h.Doc.Outlet,
		Article: h.Doc.Title, Score: percentOf(h.Score), Current: h.Doc.Current,
	}
	c.Before, c.After = export.Marks(h.Kind, words)
	if c.Article == "" {
		c.Article = h.Doc.Article
	}
	for i := range h.Others {
		c.Others = append(c.Others, h.Others[i].Name)
	}
	if c.Act = export.ActWords(h.Act); h.Speaker != nil {
		c.Speaker = h.Speaker.Name
	} else {
		c.Doubt = doubtOf(c.Others, h.Why)
	}
	c.Corrected = correctedViews(h.Corrections)
	c.Ties, c.MoreTies = tiesOf(h, inList)
	c.Counts = countsOf(h.Reports, h.Outlets, h.Independent)
	for _, k := range h.Changes {
		if words := export.ChangeWords(k); !slices.Contains(c.Departs, words) {
			c.Departs = append(c.Departs, words)
		}
	}
	return c
}

func wayOf(h *store.Hit) export.Way {
	return export.Way{Addressee: h.AddresseeWords, Venue: h.VenueWords, Occasion: h.OccasionWords, Medium: h.MediumWords, Via: h.Via}
}

// doubtOf says why a speaker is unknown, and who it could be where the reasons
// do not say so themselves.
func doubtOf(others, why []string) (out []string) {
	named := len(others) == 0
	for _, w := range why {
		if reason, ok := strings.CutPrefix(w, "speaker: "); ok {
			out = append(out, reason)
			named = named || strings.Contains(reason, others[0])
		}
	}
	if !named {
		out = append(out, "could be "+strings.Join(others, ", ")+"; the closest first")
	}
	return out
}

// Verb is the cue where it is words and the statement has words beside it:
// "denied" before "that the boats would stop".
func (c card) Verb() string {
	if len(c.Words) == 0 {
		return ""
	}
	return export.Verb(c.Cue)
}

// SpeakerHref is the address of the speaker's page.
func (c card) SpeakerHref() string { return speakerHref(c.Key) }

func speakerHref(key string) string { return "/speaker/" + url.PathEscape(key) }

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
