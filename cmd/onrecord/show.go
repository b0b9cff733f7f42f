package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
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
took with the words that say so, how it stands to others and what decided; or
one document with all that was read in it. The ID is the one that other commands
print: it begins with s for a statement, d for a document.

Of an utterance that several statements report all are printed, each told apart
from the one that quotes most of it: words that it leaves out as [-word-], words
that it adds as {+word+}.`,
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
	holdings, err := st.Holdings(ctx)
	if err != nil {
		return err
	}
	beyond, err := beyondRows(ctx, st, h)
	if err != nil {
		return err
	}
	return showStatement(newPrinter(w), h, r, people.New(holdings), beyond)
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
