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
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newShowCmd() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "show [flags] ID",
		Short: "Print one statement or document",
		Long: `Show prints what is known of one statement, with the text around it and what
decided, or one document with all that was read in it. The ID is the one that
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
	return showStatement(newPrinter(w), h)
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

func showStatement(p *printer, h *store.Hit) error {
	p.line("%s", p.style(bold, safe(speakerOf(h))))
	for _, line := range wrap(safe(export.SaidWords(h.Kind, h.Content)), p.width-2) {
		p.line("  %s", line)
	}
	p.line("")
	var others []string
	for _, e := range h.Others {
		others = append(others, e.Name)
	}
	var via []string
	for _, hop := range h.Via {
		via = append(via, strings.TrimSpace(string(hop.Kind)+" "+hop.Name))
	}
	said := "unknown"
	if !h.Said.IsZero() {
		said = fmt.Sprintf("%s (%s)", h.Said.EDTF, h.Said.Basis)
	}
	published := "unknown"
	if !h.Doc.Published.IsZero() {
		published = fmt.Sprintf("%s (%s)", h.Doc.Published.EDTF, h.Doc.Published.Basis)
	}
	for _, row := range [][2]string{
		{"statement", string(h.ID)}, {"kind", string(h.Kind)}, {"act", string(h.Act)}, {"anonymity", string(h.Anonymity)},
		{"speaker", h.Key}, {"candidates", strings.Join(others, ", ")}, {"source", h.Source}, {"cue", h.Cue},
		{"said", said}, {"via", strings.Join(via, ", ")}, {"before", ellipsis(h.Before, true)}, {"after", ellipsis(h.After, false)},
		{"article", h.Doc.Title}, {"outlet", h.Doc.Outlet}, {"published", published}, {"address", h.Doc.Address()},
		{"document", string(h.Doc.ID)}, {"read by", readBy(h.Doc.Reader)}, {"score", fmt.Sprintf("%.2f", h.Score)}, {"why", strings.Join(h.Why, "; ")},
	} {
		lines := wrap(safe(row[1]), p.width-12)
		for i, line := range lines {
			name := row[0]
			if i > 0 {
				name = ""
			}
			p.line("%s %s", p.style(faint, fmt.Sprintf("%-11s", name)), line)
		}
	}
	for i := range h.Corrections {
		c := &h.Corrections[i]
		for _, line := range wrap(string(c.Field)+": "+decided(c), p.width-12) {
			p.line("%s %s", p.style(faint, fmt.Sprintf("%-11s", "corrected")), line)
		}
	}
	if !h.Doc.Current {
		p.line("%-11s %s", "", "This version of the article was replaced by a newer one.")
	}
	return p.err
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
