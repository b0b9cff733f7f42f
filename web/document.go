package web

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

type documentPage struct {
	frame
	Doc       *onrecord.Document
	Reader    string // "2 accurate", empty when unknown
	Published when
	Blocks    []block
	Notes     []note // statements with a known speaker, in document order
	Unknown   []note // and those without
	Anchors   []string
	Versions  []versionRow
	NewerHref string // of the newest version, when this is not it

	reading *onrecord.Reading
}

// A note is a statement in the list beside the article.
type note struct {
	N       int
	ID      string
	Cite    string // its page, empty where it has none
	Speaker string
	Source  string
	Verb    string // the cue, where it is words and Words are given
	Words   string
	Kind    string
	Said    when

	Corrected []correctedView
}

type versionRow struct {
	Href       string
	Published  when
	Statements int
	This       bool
	Current    bool
}

func (p *documentPage) template() string { return "document" }
func (p *documentPage) object() any {
	a := export.Of(p.reading)
	d := a.Document()
	d.Text = nil
	return documentObject{d, a.Entities(), a.Statements(), a.Corrections(), p.Doc.Text, versionObjects(p.Versions)}
}

type documentObject struct {
	Document    export.Document     `json:"document"`
	Entities    []export.Entity     `json:"entities"`
	Statements  []export.Statement  `json:"statements"`
	Corrections []export.Correction `json:"corrections"` // by people, also of statements that are not there now
	Text        string              `json:"text"`        // what the offsets count in
	Versions    []versionObject     `json:"versions"`    // oldest first, empty when there is one
}

type versionObject struct {
	ID         string `json:"id"`
	Statements int    `json:"statements"`
	Current    bool   `json:"current"`
}

func versionObjects(rows []versionRow) []versionObject {
	out := make([]versionObject, len(rows))
	for i, v := range rows {
		out[i] = versionObject{strings.TrimPrefix(v.Href, "/document/"), v.Statements, v.Current}
	}
	return out
}

func (p *documentPage) csv(s *server, w io.Writer, r *http.Request) error {
	out := export.NewCSV(w)
	if err := out.Reading(p.reading); err != nil {
		return err
	}
	return out.Close()
}

func (s *server) document(ctx context.Context, req *request) (page, error) {
	id := onrecord.DocumentID(req.id)
	r, err := s.st.Document(ctx, id)
	if err != nil {
		return nil, err
	}
	versions, err := s.st.Versions(ctx, id)
	if err != nil {
		return nil, err
	}
	p := newDocumentPage(r)
	p.frame = frame{Title: r.Doc.Title, JSON: req.self("json"), CSV: req.self("csv")}
	if p.Title == "" {
		p.Title = r.Doc.Article
	}
	p.versions(versions)
	p.cite()
	return p, nil
}

// newDocumentPage is the page of a reading, which a record may hold or not.
func newDocumentPage(r *onrecord.Reading) *documentPage {
	p := &documentPage{Doc: r.Doc, reading: r, Reader: r.Reader.String(), Published: whenOf(r.Doc.Published, "")}
	p.read(r)
	return p
}

// cite gives each note the address of its statement.
func (p *documentPage) cite() {
	for _, notes := range [][]note{p.Notes, p.Unknown} {
		for i := range notes {
			notes[i].Cite = "/statement/" + notes[i].ID
		}
	}
}

func (p *documentPage) versions(heads []store.Head) {
	if len(heads) < 2 {
		return
	}
	for _, h := range heads {
		row := versionRow{"/document/" + string(h.ID), whenOf(h.Published, ""), h.Statements, h.ID == p.Doc.ID, h.Current}
		if row.Current && !row.This {
			p.NewerHref = row.Href
		}
		p.Versions = append(p.Versions, row)
	}
}

// read marks the text and lists the statements, numbered by position.
func (p *documentPage) read(r *onrecord.Reading) {
	names := map[onrecord.EntityID]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	statements := make([]*onrecord.Statement, len(r.Statements))
	for i := range r.Statements {
		statements[i] = &r.Statements[i]
	}
	slices.SortStableFunc(statements, func(a, b *onrecord.Statement) int { return extentOf(a).Start - extentOf(b).Start })
	p.Blocks = mark(r.Doc, statements)
	for i, st := range statements {
		p.Anchors = append(p.Anchors, string(st.ID))
		n := noteOf(r.Doc.Text, st, names[st.Speaker])
		n.N, n.Corrected = i+1, correctedViews(correctionsOf(r, st))
		if st.Speaker == "" {
			p.Unknown = append(p.Unknown, n)
		} else {
			p.Notes = append(p.Notes, n)
		}
	}
}

func noteOf(text string, st *onrecord.Statement, speaker string) note {
	verb := verbOf(st.Cue.In(text))
	words := export.SaidWords(st.Kind, firstWords(export.Join(text, st.Content), 110))
	if len(st.Content) == 0 {
		words, verb = firstWords(st.Cue.In(text), 110), ""
	}
	return note{ID: string(st.ID), Speaker: speaker, Source: firstWords(st.Source.In(text), 80), Verb: verb, Words: words, Kind: string(st.Kind), Said: whenOf(st.Said, st.Said.Words.In(text))}
}

// Anchor is the ID of statement n, for links inside the page.
func (p *documentPage) Anchor(n int) string { return p.Anchors[n-1] }
