package web

import (
	"cmp"
	"context"
	"slices"
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
	Meant  *meantView // the statement of another article that a placeholder means, nil where none is known
	Paper  string     // the outlet of the article that says so, where it is another one
	Page   string     // and its address
}

// A meantView is the statement that a placeholder means, as it was computed.
type meantView struct {
	Href, Who, Words, Outlet string
	Said                     when
	Score                    string
	Why                      []string
}

func meantOf(f *store.FilledEnd) *meantView {
	if f == nil {
		return nil
	}
	b := &f.Brief
	v := &meantView{Href: "/statement/" + string(b.ID), Who: "speaker unknown", Words: export.InShort(b.Kind, b.Content, b.Cue), Outlet: f.Doc.Outlet, Said: whenOf(b.Said, ""), Score: percentOf(f.Score), Why: f.Why}
	if b.Speaker != nil {
		v.Who = b.Speaker.Name
	}
	return v
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

// mostElsewhere are the newest relations of a speaker that are looked through for
// those which mean a statement.
const mostElsewhere = 200

// elsewhere are relations that other articles tell of a statement, as far as it
// was computed that they mean it, or another report of the same.
func (s *server) elsewhere(ctx context.Context, h *store.Hit, ids []onrecord.StatementID) (out []tieView, err error) {
	if h.Key == "" {
		return nil, nil
	}
	links, _, err := s.st.Relations(ctx, store.RelationQuery{Key: h.Key, Page: store.Page{Limit: mostElsewhere}})
	for i := range links {
		l := &links[i]
		for _, end := range []*store.LinkEnd{&l.From, &l.To} {
			if end.Filled == nil || !slices.Contains(ids, end.Filled.Statement) {
				continue
			}
			v := tieOf(l, end == &l.From)
			v.Paper, v.Page = cmp.Or(l.Doc.Outlet, l.Doc.Title, "another article"), "/document/"+string(l.Doc.ID)+"#"+string(l.ID)
			v.Why = append(slices.Clone(v.Why), append([]string{"that it means this statement was computed, score " + percentOf(end.Filled.Score)}, end.Filled.Why...)...)
			out = append(out, v)
		}
	}
	return out, err
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
	v.Meant = meantOf(other.Filled)
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
