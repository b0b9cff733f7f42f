package main

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// exportRecord writes the whole record: its issues, the documents ordered by ID
// with what is known beyond them, what people ruled. What is known beyond is
// read first, so it is that of the documents unless somebody writes meanwhile.
func exportRecord(ctx context.Context, st store.Store, ex exporter) error {
	b, err := beyond(ctx, st)
	if err != nil {
		return err
	}
	lines, _ := ex.(*export.JSONL) // the only one with lines that are no article's
	if lines != nil {
		if err := b.writeIssues(lines); err != nil {
			return err
		}
	}
	if err := st.Each(ctx, func(r *onrecord.Reading) error {
		a := export.Of(r).With(b.of(r))
		b.places(a, r.Doc.ID)
		return ex.Article(a)
	}); err != nil || lines == nil {
		return err
	}
	return b.writeRulings(lines)
}

// A wider is what a record knows beyond its documents, found by them.
type wider struct {
	issues     []store.IssueFile
	utterances map[onrecord.StatementID]onrecord.Utterance
	filled     map[onrecord.DocumentID][]export.Filled
	stands     map[onrecord.StatementID][]export.Standing
	changes    map[onrecord.StatementID][]onrecord.Change // by either statement
	rulings    []store.Ruled
	ruled      map[onrecord.DocumentID][]ruledPlace
	at         map[onrecord.RulingID]*[2]*export.Place
}

type ruledPlace struct {
	ruling *onrecord.Ruling
	side   int
}

func beyond(ctx context.Context, st store.Store) (*wider, error) {
	b := &wider{
		utterances: map[onrecord.StatementID]onrecord.Utterance{}, filled: map[onrecord.DocumentID][]export.Filled{},
		stands: map[onrecord.StatementID][]export.Standing{}, changes: map[onrecord.StatementID][]onrecord.Change{},
		ruled: map[onrecord.DocumentID][]ruledPlace{}, at: map[onrecord.RulingID]*[2]*export.Place{},
	}
	for _, read := range []func(context.Context, store.Store) error{b.readUtterances, b.readFilled, b.readIssues, b.readChanges, b.readRulings} {
		if err := read(ctx, st); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *wider) readUtterances(ctx context.Context, st store.Store) error {
	list, err := st.Utterances(ctx)
	for _, u := range list {
		b.utterances[u.First] = u
	}
	return err
}

func (b *wider) readFilled(ctx context.Context, st store.Store) error {
	q := store.RelationQuery{Page: store.Page{Limit: 200}}
	for {
		links, next, err := st.Relations(ctx, q)
		if err != nil {
			return err
		}
		for i := range links {
			b.filled[links[i].Doc.ID] = append(b.filled[links[i].Doc.ID], filledOf(&links[i])...)
		}
		if q.After = next; next == "" {
			return nil
		}
	}
}

// filledOf are the ends of a relation that were found in other articles.
func filledOf(l *store.Link) (out []export.Filled) {
	for _, e := range []*store.LinkEnd{&l.From, &l.To} {
		if f := e.Filled; f != nil {
			out = append(out, export.Filled{Filled: f.Filled, Article: f.Doc.Article})
		}
	}
	return out
}

func (b *wider) readIssues(ctx context.Context, st store.Store) (err error) {
	if b.issues, err = st.Issues(ctx); err != nil {
		return err
	}
	for _, issue := range b.issues {
		list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: issue.ID, Page: store.Page{Limit: -1}})
		if err != nil {
			return fmt.Errorf("issue %s: %w", issue.ID, err)
		}
		for i := range list {
			id := list[i].Statement
			b.stands[id] = append(b.stands[id], export.Standing{Assignment: list[i].Assignment, Position: list[i].Position})
		}
	}
	return nil
}

func (b *wider) readChanges(ctx context.Context, st store.Store) error {
	list, _, err := st.Changes(ctx, store.ChangeQuery{Repeats: true, Bare: true, Page: store.Page{Limit: -1}})
	for i := range list {
		c := list[i].Change
		b.changes[c.Later] = append(b.changes[c.Later], c)
		b.changes[c.Earlier] = append(b.changes[c.Earlier], c)
	}
	return err
}

func (b *wider) readRulings(ctx context.Context, st store.Store) (err error) {
	b.rulings, err = st.Rulings(ctx)
	for i := range b.rulings {
		r := &b.rulings[i].Ruling
		if r.Kind == onrecord.RulingUndone {
			continue
		}
		b.at[r.ID] = &[2]*export.Place{}
		b.ruled[r.A.Doc] = append(b.ruled[r.A.Doc], ruledPlace{r, 0})
		b.ruled[r.B.Doc] = append(b.ruled[r.B.Doc], ruledPlace{r, 1})
	}
	return err
}

// of is what is known beyond one document.
func (b *wider) of(r *onrecord.Reading) *export.Beyond {
	out := &export.Beyond{Utterances: b.utterances, Filled: b.filled[r.Doc.ID], Stands: b.stands}
	seen := map[onrecord.ChangeID]bool{}
	for i := range r.Statements {
		for _, c := range b.changes[r.Statements[i].ID] {
			if !seen[c.ID] {
				seen[c.ID] = true
				out.Changes = append(out.Changes, c)
			}
		}
	}
	return out
}

// places keeps where the rulings on statements of a document stand in it.
func (b *wider) places(a *export.Article, id onrecord.DocumentID) {
	for _, p := range b.ruled[id] {
		place := &p.ruling.A
		if p.side == 1 {
			place = &p.ruling.B
		}
		b.at[p.ruling.ID][p.side] = a.Place(place)
	}
}

func (b *wider) writeIssues(lines *export.JSONL) error {
	for i := range b.issues {
		if err := lines.Line(export.IssueLine{Type: "issue", ID: string(b.issues[i].ID), Name: b.issues[i].Name, Text: b.issues[i].Text}); err != nil {
			return err
		}
	}
	return nil
}

func (b *wider) writeRulings(lines *export.JSONL) error {
	for i := range b.rulings {
		r := &b.rulings[i].Ruling
		var at [2]*export.Place
		if places := b.at[r.ID]; places != nil {
			at = *places
		}
		if err := lines.Line(export.RulingOf(r, at[0], at[1])); err != nil {
			return err
		}
	}
	return nil
}
