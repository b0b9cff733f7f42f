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
		return &hitLines{docs, enc}, nil
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

// hitLines prints the objects that extract prints.
type hitLines struct {
	*documents
	enc *json.Encoder
}

func (l *hitLines) hit(ctx context.Context, h *store.Hit) error {
	a, err := l.of(ctx, h)
	if err != nil {
		return err
	}
	return l.enc.Encode(a.Statement(&h.Statement))
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
	return r.csv.Statement(a, &h.Statement)
}

func (r *hitRows) end(*store.Result, int, string) error { return r.csv.Close() }

// hitText prints a statement in three parts: when, who and where; the words;
// the ID to ask for more by.
type hitText struct{ p *printer }

func (t *hitText) hit(_ context.Context, h *store.Hit) error {
	p := t.p
	where := orUnknown(h.Doc.Outlet, "outlet unknown")
	if !h.Doc.Published.IsZero() {
		where += " " + string(h.Doc.Published.EDTF)
	}
	p.line("%-13s  %s  %s", whenOf(h.Said), p.style(bold, safe(speakerOf(h))), p.style(faint, safe(where)))
	for _, line := range wrap(safe(export.SaidWords(h.Kind, h.Content)), p.width-15) {
		p.line("%15s%s", "", line)
	}
	facts := []string{string(h.Kind)}
	if h.Act != onrecord.Asserted && h.Act != "" {
		facts = append(facts, strings.ReplaceAll(string(h.Act), "_", " "))
	}
	if h.Cue != "" {
		facts = append(facts, "“"+safe(h.Cue)+"”")
	}
	if n := len(h.Corrections); n > 0 {
		facts = append(facts, "corrected by "+safe(h.Corrections[n-1].Who))
	}
	p.line("%15s%s", "", p.style(faint, strings.Join(append(facts, string(h.ID)), " · ")))
	p.line("")
	return p.err
}

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

// whenOf is a time in as few words as it takes.
func whenOf(c onrecord.Claimed) string {
	switch {
	case c.From == "" && c.Until == "":
		return "time unknown"
	case c.From == "":
		return "by " + strings.Trim(string(c.EDTF), "./")
	case c.Until == "":
		return "from " + strings.Trim(string(c.EDTF), "./")
	}
	return string(c.EDTF)
}

func totalOf(res *store.Result) string {
	if res.AtLeast {
		return fmt.Sprintf("more than %d", res.Total)
	}
	return fmt.Sprint(res.Total)
}

// speakerOf is the speaker with the role, or that it is unknown and what words
// stand for the source.
func speakerOf(h *store.Hit) string {
	switch {
	case h.Speaker == nil && h.Source == "":
		return "speaker unknown"
	case h.Speaker == nil:
		return "speaker unknown (“" + h.Source + "”)"
	case h.Role != "":
		return h.Speaker.Name + ", " + h.Role
	}
	return h.Speaker.Name
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
