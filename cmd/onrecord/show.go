package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/export"
	"onrecord/people"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newShowCmd() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "show [flags] ID",
		Short: "Print one statement or document",
		Long: `Show prints what is known of one statement, with the text around it, the way it
took with the words that say so, how it stands to others and what decided; or one document with all that was read in it. The ID is the one that
other commands print: it begins with s for a statement, d for a document.`,
		Example: `  onrecord show s7lq3yx5o2mf6kta
  onrecord show --format jsonl d2cvx4eqznyrb6hp`,
		Args: args(cobra.ExactArgs(1)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			err := show(ctx, st, cmd.OutOrStdout(), ids[0], format)
			if errors.Is(err, store.ErrNotFound) {
				err = fmt.Errorf("%w: see the IDs that search, timeline and extract print", err)
			}
			return err
		}),
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "text or jsonl")
	return cmd
}

func show(ctx context.Context, st store.Store, w io.Writer, id, format string) error {
	if format != "text" && format != "jsonl" {
		return usageError{fmt.Errorf("--format %s: write text or jsonl", format)}
	}
	if strings.HasPrefix(id, "d") {
		return showDocument(ctx, st, w, onrecord.DocumentID(id), format)
	}
	h, err := st.Statement(ctx, onrecord.StatementID(id))
	if errors.Is(err, store.ErrNotFound) {
		return showRemoved(ctx, st, id, err)
	}
	if err != nil {
		return err
	}
	if format == "jsonl" {
		out, err := newHitWriter(format, st, w)
		if err != nil {
			return err
		}
		return out.hit(ctx, h)
	}
	r, err := st.Document(ctx, h.Doc.ID)
	if err != nil {
		return err
	}
	office, err := officeOf(ctx, st, h)
	if err != nil {
		return err
	}
	return showStatement(newPrinter(w), h, r.Doc.Text, office)
}

func showDocument(ctx context.Context, st store.Store, w io.Writer, id onrecord.DocumentID, format string) error {
	r, err := st.Document(ctx, id)
	if err != nil {
		return err
	}
	ex, err := newExporter(format, "", w, "text", "jsonl")
	if err != nil {
		return err
	}
	if err := errors.Join(ex.Reading(r), ex.Close()); err != nil || format != "text" {
		return err
	}
	heads, err := st.Versions(ctx, id)
	if err != nil {
		return err
	}
	p := newPrinter(w)
	for i, h := range heads {
		now := ""
		if h.Current {
			now = ", the current one"
		}
		p.line("version %d: %s, %s, %s%s", i+1, h.ID, number(h.Statements, "statement"), readBy(h.Reader), now)
	}
	return p.err
}

// officeOf is what imported lists of office-holders say of the speaker's role at
// the date of the article, or who held an office that is named without its
// holder; nothing where they say nothing.
func officeOf(ctx context.Context, st store.Store, h *store.Hit) (lines []string, err error) {
	if h.Role == "" && h.Anonymity != onrecord.TitleOnly {
		return nil, nil
	}
	holdings, err := st.Holdings(ctx)
	if err != nil || len(holdings) == 0 {
		return nil, err
	}
	lists, claim := people.New(holdings), people.ClaimOf(&h.Statement, h.Speaker, h.Source, h.Doc.Published)
	if c := lists.Compare(claim); c.Verdict != people.Unlisted {
		return []string{string(c.Verdict) + ": " + c.Words}, nil
	}
	return lists.Hint(claim), nil
}

func showStatement(p *printer, h *store.Hit, text string, office []string) error {
	name, rest := speakerOf(h)
	for i, line := range wrap(safe(name+rest), p.width) {
		if i == 0 {
			line = strings.Replace(line, safe(name), p.style(bold, safe(name)), 1)
		}
		p.line("%s", line)
	}
	for _, line := range wrap(safe(export.SaidWords(h.Kind, h.Content)), p.width-2) {
		p.line("  %s", line)
	}
	p.line("")
	for _, row := range statementRows(h, text) {
		p.row(row[0], row[1])
		if row[0] == "speaker" {
			p.row("in lists", strings.Join(office, "; "))
		}
	}
	if !h.Doc.Current {
		p.line("%-11s %s", "", "This version of the article was replaced by a newer one.")
	}
	return p.err
}

// row prints a name and a value, which may be long; nothing for an empty one.
func (p *printer) row(name, value string) {
	for _, line := range wrap(safe(value), p.width-12) {
		p.line("%s %s", p.style(faint, fmt.Sprintf("%-11s", name)), line)
		name = ""
	}
}

// statementRows are what is known of a statement; what says nothing beyond the
// plain case is empty.
func statementRows(h *store.Hit, text string) [][2]string {
	rows := [][2]string{
		{"statement", string(h.ID)}, {"kind", string(h.Kind)}, {"act", export.ActWords(h.Act)}, {"named", export.AnonymityWords(h.Anonymity)},
		{"speaker", h.Key}, {"sure", sure(h)}, {"candidates", strings.Join(candidatesOf(h), ", ")}, {"source", h.Source}, {"cue", h.Cue},
		{"said", timeOf(h.Said, h.SaidWords)}, {"to", h.AddresseeWords}, {"at", h.VenueWords}, {"during", h.OccasionWords}, {"medium", h.MediumWords},
	}
	for i, hop := range h.Via {
		rows = append(rows, [2]string{once("via", i), export.HopWords(hop) + quoted(hop.Words.In(text))})
	}
	for i := range h.Relations {
		l := &h.Relations[i]
		t := tieOf(h, l)
		t.Cue = l.Cue
		rows = append(rows, [2]string{once("relations", i), t.String() + " · " + string(l.ID)})
	}
	rows = append(rows, [][2]string{
		{"before", ellipsis(h.Before, true)}, {"after", ellipsis(h.After, false)},
		{"article", h.Doc.Title}, {"outlet", h.Doc.Outlet}, {"published", timeOf(h.Doc.Published, "")}, {"address", h.Doc.Address()},
		{"document", string(h.Doc.ID)}, {"read by", readBy(h.Doc.Reader)}, {"score", fmt.Sprintf("%.2f", h.Score)}, {"why", strings.Join(h.Why, "; ")},
	}...)
	for i := range h.Corrections {
		c := &h.Corrections[i]
		rows = append(rows, [2]string{"corrected", string(c.Field) + ": " + decided(c)})
	}
	return rows
}

// once is the name of the first of several rows.
func once(name string, i int) string {
	if i > 0 {
		return ""
	}
	return name
}

func quoted(words string) string {
	if words == "" {
		return ""
	}
	return ": “" + words + "”"
}

// sure is how sure the speaker is.
func sure(h *store.Hit) string {
	if h.SpeakerScore == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f of the speaker", h.SpeakerScore)
}

func timeOf(c onrecord.Claimed, words string) string {
	switch {
	case c.IsZero():
		return "unknown"
	case c.Basis == "inferred":
		return "~ " + string(c.EDTF) + " (inferred: no words say when)"
	}
	return string(c.EDTF) + " (" + string(c.Basis) + quoted(words) + ")"
}

// readBy is what read a document, in words.
func readBy(v onrecord.ReaderVersion) string {
	words := "reader " + v.Stages
	switch {
	case v.Stages == "":
		return "unknown"
	case v.Model == "":
		words += ", before there were two models"
	default:
		words += ", the " + string(v.Model) + " model"
	}
	if v.Raw {
		words += ", the whole file as text"
	}
	return words
}

// showRemoved says why a statement is not there, where people decided so.
func showRemoved(ctx context.Context, st store.Store, id string, err error) error {
	c, failed := removal(ctx, st, onrecord.StatementID(id))
	if c == nil || failed != nil {
		return errors.Join(err, failed)
	}
	return fmt.Errorf("statement %s: %s", id, decided(&c.Correction))
}

func ellipsis(s string, before bool) string {
	switch {
	case s == "":
		return ""
	case before:
		return "…" + s
	}
	return s + "…"
}
