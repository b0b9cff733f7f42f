package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A changeWriter prints changes in some format.
type changeWriter interface {
	change(ctx context.Context, d *store.Departure) error
	end(ctx context.Context, printed int, next string) error
}

func newChangeWriter(format string, st store.Store, w io.Writer, title string) (changeWriter, error) {
	lines := changeLines{&documents{st: st}, &documents{st: st}}
	switch format {
	case "text":
		return &changeText{newPrinter(w), st}, nil
	case "jsonl":
		return &changeJSON{lines, newPrinter(w)}, nil
	case "csv":
		return &changeTable{lines, export.NewChangeCSV(w)}, nil
	case "atom":
		return &changeFeed{w, &export.Feed{Of: title, Title: title, About: "Statements that take another position than an earlier one, as onrecord computed it; never without both."}}, nil
	}
	return nil, usageError{fmt.Errorf("--format %s: write text, jsonl, csv or atom", format)}
}

// changeText prints both statements one below the other, then why and what else
// could explain it.
type changeText struct {
	p  *printer
	st store.Store
}

func (t *changeText) change(_ context.Context, d *store.Departure) error {
	p := t.p
	p.line("%s", p.style(bold, safe(headOf(d))))
	t.side("earlier", &d.Earlier)
	t.side("later", &d.Later)
	p.row("why", strings.Join(d.Why, "; "))
	p.row("or", strings.Join(d.Caveats, "; "))
	p.row("change", string(d.ID)+" · "+fmt.Sprintf("%.2f", d.Score))
	p.line("")
	return p.err
}

// headOf says who did what, on which issue: "Ada Brandt reverses · Ferry".
func headOf(d *store.Departure) string {
	who := nameOf(&d.Later)
	if d.Position[1].For != "" {
		who += " (for " + principalOf(&d.Position[1]) + ")"
	}
	verb := export.ChangeWords(d.Kind)
	if earlier := nameOf(&d.Earlier); earlier != nameOf(&d.Later) {
		verb += ", compared with " + earlier
	}
	return who + " " + verb + " · " + d.IssueName
}

// principalOf is the name of whom somebody speaks for.
func principalOf(p *onrecord.Position) string {
	name, _ := store.NameOfKey(p.For, "")
	return name
}

func nameOf(h *store.Hit) string {
	if h.Speaker == nil {
		return "Speaker unknown"
	}
	return h.Speaker.Name
}

// side prints one of the two statements.
func (t *changeText) side(name string, h *store.Hit) {
	p := t.p
	who, rest := speakerOf(h)
	p.row(name, timeOf(h.Said, h.SaidWords))
	p.row("", who+rest)
	p.row("", export.SaidWords(h.Kind, h.Content))
	p.row("", strings.Join(append(factsOf(h), placeOf(h), string(h.ID)), " · "))
}

func (t *changeText) end(ctx context.Context, printed int, next string) error {
	p := t.p
	if printed > 0 {
		p.line("%s", number(printed, "change"))
		if next != "" {
			p.line("go on with --after %s", next)
		}
		return p.err
	}
	issues, err := t.st.Issues(ctx)
	if err != nil {
		return err
	}
	positions := 0
	for i := range issues {
		positions += issues[i].Positions
	}
	if len(issues) == 0 {
		p.line("No changes: no issue is declared, and changes are computed on declared issues only. See onrecord issues.")
	} else {
		p.line("No changes found: the record has %s on %s.", number(positions, "position"), number(len(issues), "issue"))
	}
	return p.err
}

// changeLines makes the line of a change.
type changeLines struct{ earlier, later *documents }

func (l changeLines) of(ctx context.Context, d *store.Departure) (export.Change, error) {
	earlier, err := l.earlier.of(ctx, &d.Earlier)
	if err != nil {
		return export.Change{}, err
	}
	later, err := l.later.of(ctx, &d.Later)
	if err != nil {
		return export.Change{}, err
	}
	return export.ChangeOf(&d.Change, d.IssueName, earlier, later)
}

type changeJSON struct {
	changeLines
	p *printer
}

func (j *changeJSON) change(ctx context.Context, d *store.Departure) error {
	line, err := j.of(ctx, d)
	if err != nil {
		return err
	}
	j.p.json(line)
	return j.p.err
}

func (j *changeJSON) end(context.Context, int, string) error { return j.p.err }

type changeTable struct {
	changeLines
	csv *export.ChangeCSV
}

func (r *changeTable) change(ctx context.Context, d *store.Departure) error {
	line, err := r.of(ctx, d)
	if err != nil {
		return err
	}
	return r.csv.Change(&line)
}

func (r *changeTable) end(context.Context, int, string) error { return r.csv.Close() }

type changeFeed struct {
	w    io.Writer
	feed *export.Feed
}

func (f *changeFeed) change(_ context.Context, d *store.Departure) error {
	earlier, later := sayingOf(&d.Earlier), sayingOf(&d.Later)
	f.feed.Change(&d.Change, d.IssueName, &earlier, &later)
	return nil
}

func (f *changeFeed) end(context.Context, int, string) error { return export.Atom(f.w, f.feed) }

// sayingOf is a statement as a feed shows it.
func sayingOf(h *store.Hit) export.Saying {
	s := export.Saying{
		ID: h.ID, Kind: h.Kind, Act: h.Act, Role: h.Role, Source: h.Source, Candidates: candidatesOf(h), Content: h.Content, Cue: h.Cue, Way: wayOf(h),
		Said: h.Said, Published: h.Doc.Published, Outlet: h.Doc.Outlet, Article: h.Doc.Title, Address: h.Doc.Address(),
		Reports: h.Reports, Outlets: h.Outlets, Sources: h.Independent,
	}
	if h.Speaker != nil {
		s.Speaker = h.Speaker.Name
	}
	return s
}
