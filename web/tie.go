package web

import (
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A tieView is a relation as a page shows it from one of its ends, with the
// addresses of what it leads to.
type tieView struct {
	export.Tie
	ID     string
	Verb   string // "walks back", "walked back by"
	Href   string // of the statement that it leads to, empty for another end
	Who    string // of whose the other end is, empty when unknown
	Before string // the text around the cue
	After  string
	Score  string
	Why    []string
}

// Ties that a list shows of one statement; its page shows all.
const mostTies = 4

// tiesOf are the relations of a hit. A list leaves out that the speaker goes
// on, which is said where it does.
func tiesOf(h *store.Hit, inList bool) (ties []tieView, more int) {
	for i := range h.Relations {
		l := &h.Relations[i]
		switch {
		case inList && l.Side == store.ToSide && l.Kind == onrecord.Elaborates:
		case inList && len(ties) == mostTies:
			more++
		default:
			ties = append(ties, tieOf(l, l.Side == store.FromSide))
		}
	}
	return ties, more
}

// tieOf is a link seen from one of its ends.
func tieOf(l *store.Link, from bool) tieView {
	other := &l.To
	if !from {
		other = &l.From
	}
	v := tieView{Tie: export.Tie{Kind: l.Kind, From: from, Other: otherOf(other), Cue: l.Cue, Hedge: l.Hedge, Basis: l.Basis},
		ID: string(l.ID), Verb: export.RelationWords(l.Kind, from), Before: wholeWords(l.Before, true), After: wholeWords(l.After, false), Score: percentOf(l.Score), Why: l.Why}
	if l.By != nil {
		v.By = l.By.Name
	}
	switch b := other.Statement; {
	case b != nil:
		v.Href, v.Who = "/statement/"+string(b.ID), hrefOrNone(b.Key)
	default:
		v.Who = hrefOrNone(other.Key)
	}
	return v
}

// wholeWords takes away the piece of a word at the far end of a long text
// before or after some words.
func wholeWords(text string, before bool) string {
	const long = 100 // bytes; a shorter one begins or ends with its article
	space := strings.LastIndexByte(text, ' ')
	if before {
		space = strings.IndexByte(text, ' ')
	}
	switch {
	case len(text) < long || space < 0:
		return text
	case before:
		return text[space+1:]
	}
	return text[:space+1]
}

func hrefOrNone(key string) string {
	if key == "" {
		return ""
	}
	return speakerHref(key)
}

func otherOf(e *store.LinkEnd) export.Other {
	o := export.Other{Is: e.Is(), Noun: e.Noun, Words: e.Words, About: e.About}
	who, said := e.Owner, e.Said
	if b := e.Statement; b != nil {
		who, said, o.Words = b.Speaker, b.Said, export.InShort(b.Kind, b.Content, b.Cue)
	}
	if o.Said = export.Stated(said); who != nil {
		o.Owner = who.Name
	}
	return o
}
