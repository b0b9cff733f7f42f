package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A hitWriter prints hits in some format.
type hitWriter interface {
	hit(ctx context.Context, h *store.Hit) error
	end(res *store.Result, printed int, none string) error
}

func newHitWriter(format string, st store.Store, w io.Writer) (hitWriter, error) {
	docs := &documents{st: st}
	switch format {
	case "text":
		return &hitText{p: newPrinter(w)}, nil
	case "jsonl":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return &hitLines{docs, enc, map[onrecord.RelationID]bool{}}, nil
	case "csv":
		return &hitRows{docs, export.NewCSV(w)}, nil
	}
	return nil, usageError{fmt.Errorf("--format %s: write text, jsonl or csv", format)}
}

// documents keeps the last document that was loaded.
type documents struct {
	st   store.Store
	id   onrecord.DocumentID
	last *export.Article
}

func (d *documents) of(ctx context.Context, h *store.Hit) (*export.Article, error) {
	if d.id == h.Doc.ID && d.last != nil {
		return d.last, nil
	}
	r, err := d.st.Document(ctx, h.Doc.ID)
	if err != nil {
		return nil, err
	}
	d.id, d.last = h.Doc.ID, export.Of(r)
	return d.last, nil
}

// hitLines prints the objects that extract prints: after each statement the
// relations of which it is an end, each once.
type hitLines struct {
	*documents
	enc     *json.Encoder
	printed map[onrecord.RelationID]bool
}

func (l *hitLines) hit(ctx context.Context, h *store.Hit) error {
	a, err := l.of(ctx, h)
	if err != nil {
		return err
	}
	a = a.With(beyondHit(h))
	if err := l.enc.Encode(a.Statement(&h.Statement)); err != nil {
		return err
	}
	for i := range h.Relations {
		rel := &h.Relations[i].Relation
		if l.printed[rel.ID] {
			continue
		}
		l.printed[rel.ID] = true
		if err := l.enc.Encode(a.Relation(rel)); err != nil {
			return err
		}
	}
	return nil
}

func (l *hitLines) end(*store.Result, int, string) error { return nil }

type hitRows struct {
	*documents
	csv *export.CSV
}

func (r *hitRows) hit(ctx context.Context, h *store.Hit) error {
	a, err := r.of(ctx, h)
	if err != nil {
		return err
	}
	return r.csv.Statement(a.With(beyondHit(h)), &h.Statement)
}

// beyondHit is what the record knows of a hit that its article does not say.
func beyondHit(h *store.Hit) *export.Beyond {
	b := &export.Beyond{}
	if h.Reports > 1 {
		first := h.Same
		if first == "" {
			first = h.ID
		}
		b.Utterances = map[onrecord.StatementID]onrecord.Utterance{first: {First: first, Outlets: h.Outlets, Independent: h.Independent}}
	}
	for i := range h.Relations {
		b.Filled = append(b.Filled, filledOf(&h.Relations[i])...)
	}
	return b
}

func (r *hitRows) end(*store.Result, int, string) error { return r.csv.Close() }

func (t *hitText) end(res *store.Result, printed int, none string) error {
	p := t.p
	switch {
	case printed == 0:
		p.line("%s", none)
	case res.Next != "":
		p.line("%d of %s; go on with --after %s", printed, totalOf(res), res.Next)
	default:
		p.line("%s", number(max(printed, 1), "statement"))
	}
	return p.err
}

func totalOf(res *store.Result) string {
	if res.AtLeast {
		return fmt.Sprintf("more than %d", res.Total)
	}
	return fmt.Sprint(res.Total)
}

func orUnknown(s, unknown string) string {
	if s == "" {
		return unknown
	}
	return s
}

// isKey reports whether s is a key as the list of speakers prints it.
func isKey(s string) bool {
	kind, name, ok := strings.Cut(s, ":")
	kinds := []onrecord.EntityKind{onrecord.Person, onrecord.Organisation, onrecord.Group, onrecord.Country, onrecord.Paper, onrecord.UnknownKind}
	return ok && name != "" && slices.Contains(kinds, onrecord.EntityKind(kind))
}
