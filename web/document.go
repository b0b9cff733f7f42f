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
	Notes     []note   // statements with a known speaker, in document order
	Unknown   []note   // and those without
	Ties      []tieRow // relations, in order of their cue
	Anchors   []string // IDs of the statements, by number
	Cues      []string // IDs of the relations, by number
	Versions  []versionRow
	NewerHref string // of the newest version, when this is not it

	reading *onrecord.Reading
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
	return documentObject{d, a.Entities(), a.Statements(), a.Relations(), a.Corrections(), p.Doc.Text, versionObjects(p.Versions)}
}

type documentObject struct {
	Document    export.Document     `json:"document"`
	Entities    []export.Entity     `json:"entities"`
	Statements  []export.Statement  `json:"statements"`
	Relations   []export.Relation   `json:"relations"`
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

// cite gives each note the address of its statement, and each end of a relation
// that of whose it is.
func (p *documentPage) cite() {
	for _, notes := range [][]note{p.Notes, p.Unknown} {
		for i := range notes {
			notes[i].Cite = "/statement/" + notes[i].ID
		}
	}
	hrefs := map[onrecord.EntityID]string{}
	for i := range p.reading.Entities {
		e := &p.reading.Entities[i]
		hrefs[e.ID] = speakerHref(store.KeyOf(e.Kind, e.Name))
	}
	for i := range p.Ties {
		row, rel := &p.Ties[i], &p.reading.Relations[i]
		row.From.Who, row.To.Who = hrefs[rel.From.Owner], hrefs[rel.To.Owner]
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

// read marks the text and lists the statements and relations, numbered by
// position.
func (p *documentPage) read(r *onrecord.Reading) {
	names := namesOf(r)
	statements := make([]*onrecord.Statement, len(r.Statements))
	for i := range r.Statements {
		statements[i] = &r.Statements[i]
	}
	slices.SortStableFunc(statements, func(a, b *onrecord.Statement) int { return extentOf(a).Start - extentOf(b).Start })
	p.Blocks = mark(r.Doc, statements, r.Relations)
	number := map[onrecord.StatementID]int{}
	for i, st := range statements {
		p.Anchors = append(p.Anchors, string(st.ID))
		number[st.ID] = i + 1
	}
	beside := p.tie(r, names, number)
	for i, st := range statements {
		n := noteOf(r.Doc.Text, st, names)
		n.N, n.Corrected, n.Ties = i+1, correctedViews(correctionsOf(r, st)), beside[st.ID]
		if st.Speaker == "" {
			p.Unknown = append(p.Unknown, n)
		} else {
			p.Notes = append(p.Notes, n)
		}
	}
}

func namesOf(r *onrecord.Reading) map[onrecord.EntityID]string {
	names := make(map[onrecord.EntityID]string, len(r.Entities))
	for i := range r.Entities {
		names[r.Entities[i].ID] = r.Entities[i].Name
	}
	return names
}

// Marked reports whether words of the article say how statements stand to each
// other.
func (p *documentPage) Marked() bool {
	return slices.ContainsFunc(p.Ties, func(row tieRow) bool { return row.Marked })
}

// Anchor is the ID that the address of a statement in its article ends in.
func (p *documentPage) Anchor(n int) string { return p.Anchors[n-1] }

// CueAnchor is the same of a relation.
func (p *documentPage) CueAnchor(n int) string { return p.Cues[n-1] }
