package web

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

type statementPage struct {
	frame
	Card       card
	Hit        *store.Hit
	Context    []block // the paragraphs around, with this statement marked
	SaidWords  string
	Chain      []box
	Office     *officeView // nil where no list says anything
	Narrowed   string      // what the lists make of the time; empty where they make nothing of it
	Replaced   bool        // a later version of the article is held
	Start, End int         // code points
	TextHref   string      // the page outside, at the words; empty where there is no such address
	Citation   string
	Markdown   string
	Reports    *reportsView // nil where the utterance has one report
	Moved      []movedView  // changes of which it is an end
	MoreMoved  int

	answer statementObject
}

type statementObject struct {
	Statement export.Statement  `json:"statement"`
	Relations []export.Relation `json:"relations"` // of which it is an end
	Office    *officeObject     `json:"office"`    // what imported lists say of the speaker's role then
	Document  export.Document   `json:"document"`  // without its text
	Before    string            `json:"before"`    // the text around
	After     string            `json:"after"`
	Current   bool              `json:"current"` // whether the document is the newest version held
	Citation  string            `json:"citation"`
	Utterance *utteranceObject  `json:"utterance"` // what it reports, with all reports; null in an earlier version of an article
	Changes   []export.Change   `json:"changes"`   // of which it, or another report of the utterance, is an end
}

func (p *statementPage) template() string { return "statement" }
func (p *statementPage) object() any      { return p.answer }
func (p *statementPage) text(format string) string {
	if format == "md" {
		return p.Markdown + "\n"
	}
	return p.Citation + "\n"
}

func (s *server) statement(ctx context.Context, req *request) (page, error) {
	h, err := s.st.Statement(ctx, onrecord.StatementID(req.id))
	if err != nil {
		return nil, err
	}
	r, err := s.st.Document(ctx, h.Doc.ID)
	if err != nil {
		return nil, err
	}
	h.Content = export.Join(r.Doc.Text, h.Statement.Content) // the store does not say which gaps are only white space
	p := &statementPage{Hit: h, Card: cardOf(h, false), Replaced: !h.Doc.Current}
	p.frame = frame{Title: p.who() + ": " + firstWords(cmp.Or(h.Content, h.Cue), 60), JSON: req.self("json")}
	p.words(r)
	if p.Office, err = s.officeOf(ctx, h); err != nil {
		return nil, err
	}
	if p.Narrowed, err = s.narrowedBy(ctx, h.Said, r); err != nil {
		return nil, err
	}
	p.Citation, p.Markdown = citations(h, p.Card, p.SaidWords)
	u, err := s.utterance(ctx, h)
	if err != nil {
		return nil, err
	}
	a := export.Of(r)
	d := a.Document()
	d.Text = nil
	p.answer = statementObject{a.Statement(&h.Statement), a.RelationsOf(h.ID), p.Office.object(), d, h.Before, h.After, h.Doc.Current, p.Citation, utteranceOf(u), nil}
	return p, s.across(ctx, p, u)
}

// utterance is what a statement reports; nil for one of an earlier version of an
// article, which is not collated.
func (s *server) utterance(ctx context.Context, h *store.Hit) (*store.Utterance, error) {
	if !h.Doc.Current {
		return nil, nil
	}
	u, err := s.st.Utterance(ctx, h.ID)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil // replaced in between
	}
	return u, err
}

// across fills in what other documents say of the statement.
func (s *server) across(ctx context.Context, p *statementPage, u *store.Utterance) (err error) {
	ids := []onrecord.StatementID{p.Hit.ID}
	if u != nil {
		ids = u.Reports
	}
	p.Reports = reportsOf(u, p.Hit.ID)
	ties, err := s.elsewhere(ctx, p.Hit, ids)
	if err != nil {
		return err
	}
	p.Card.Ties = append(p.Card.Ties, ties...)
	moved, more, err := s.movedOf(ctx, p.Hit.Key, ids)
	if err != nil {
		return err
	}
	p.MoreMoved, p.answer.Changes = more, []export.Change{}
	cache := articles{st: s.st}
	for i := range moved {
		line, err := cache.change(ctx, &moved[i])
		if err != nil {
			return err
		}
		p.answer.Changes = append(p.answer.Changes, line)
		p.Moved = append(p.Moved, movedView{pairOf(&moved[i]), slices.Contains(ids, moved[i].Later.ID)})
	}
	return nil
}

// Marked reports whether words of the article say how it stands to others.
func (p *statementPage) Marked() bool {
	return slices.ContainsFunc(p.Hit.Relations, func(l store.Link) bool { return l.Cue != "" })
}

// Sure is how sure the speaker is, empty where the reading does not say.
func (p *statementPage) Sure() string {
	if p.Hit.SpeakerScore == 0 {
		return ""
	}
	return percentOf(p.Hit.SpeakerScore)
}

func (p *statementPage) who() string {
	if p.Card.Speaker == "" {
		return "Speaker unknown"
	}
	return p.Card.Speaker
}

// words fills in what stands in the article's text.
func (p *statementPage) words(r *onrecord.Reading) {
	h, text := p.Hit, r.Doc.Text
	p.SaidWords, p.Chain = h.Said.Words.In(text), chainOf(h, text)
	p.Card.Said = whenOf(h.Said, p.SaidWords)
	at := extentOf(&h.Statement)
	offsets := onrecord.NewOffsets(text)
	p.Start, p.End = offsets.Point(at.Start), offsets.Point(at.End)
	if len(h.Statement.Content) > 0 {
		p.TextHref = textHref(h.Doc.URL, h.Statement.Content[0].In(text))
	}
	var relations []onrecord.Relation
	for i := range h.Relations {
		relations = append(relations, h.Relations[i].Relation)
	}
	p.Context = around(r, &h.Statement, at, relations)
}

// extentOf is the span from the statement's first byte to its last.
func extentOf(st *onrecord.Statement) onrecord.Span {
	var all onrecord.Span
	for _, s := range append(slices.Clone(st.Content), st.Cue, st.Source) {
		switch {
		case s.IsZero():
		case all.IsZero():
			all = s
		default:
			all = onrecord.Span{Start: min(all.Start, s.Start), End: max(all.End, s.End)}
		}
	}
	return all
}

// around marks one statement, and what is told of how it stands to others, in
// its paragraphs and the ones beside them.
func around(r *onrecord.Reading, st *onrecord.Statement, at onrecord.Span, relations []onrecord.Relation) []block {
	first, last := -1, -1
	for i, para := range r.Doc.Paragraphs {
		if para.Overlaps(at) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return nil
	}
	doc := *r.Doc
	doc.Paragraphs = doc.Paragraphs[max(0, first-1):min(len(doc.Paragraphs), last+2)]
	return mark(&doc, []*onrecord.Statement{st}, relations)
}

func firstWords(words string, n int) string {
	short, cut := shorten(strings.Join(strings.Fields(words), " "), n)
	if cut {
		return short + " …"
	}
	return short
}
