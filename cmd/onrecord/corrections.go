package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newCorrectionsCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "corrections",
		Short: "List what people corrected",
		Long: `Corrections lists what people decided of statements, in the order of time, with
the statement that each is about now: after a rereading one whose edges moved, or
"no statement now" where none stands there any more. The correction is kept, and
holds again when the statement comes back.`,
		Example: "  onrecord corrections",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			list, err := st.Corrections(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			for i := range list {
				p.line("%s  %s: %s", standsNow(&list[i]), list[i].Field, decided(&list[i].Correction))
			}
			if len(list) == 0 {
				p.line("No corrections.")
			}
			return p.err
		}),
	}
}

// standsNow is the statement that a correction is about now.
func standsNow(d *store.Decision) string {
	switch {
	case d.Now == nil:
		return string(d.Statement) + " (no statement now)"
	case d.Now.ID != d.Statement && d.Superseded:
		return string(d.Now.ID) + " (was " + string(d.Statement) + "; corrected again)"
	case d.Now.ID != d.Statement:
		return string(d.Now.ID) + " (was " + string(d.Statement) + ")"
	case d.Superseded:
		return string(d.Now.ID) + " (corrected again)"
	}
	return string(d.Now.ID)
}

// importCorrections adds the corrections among the lines of an export.
func importCorrections(ctx context.Context, st store.Store, stdout io.Writer, stdin io.Reader, path string) error {
	if path != "-" {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close() // it was only read
		stdin = f
	}
	im := &importer{st: st}
	r := bufio.NewReaderSize(stdin, 1<<16)
	for n := 1; ; n++ {
		line, err := readLine(r)
		if len(bytes.TrimSpace(line)) > 0 {
			if err := im.line(ctx, line); err != nil {
				return fmt.Errorf("%s:%d: %w", path, n, err)
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	_, err := fmt.Fprintf(stdout, "%s added, %d held before, %d of articles that are not in the record\n", number(im.added, "correction"), im.held, im.elsewhere)
	return err
}

type importer struct {
	st                     store.Store
	added, held, elsewhere int
}

func (im *importer) line(ctx context.Context, line []byte) error {
	var kind struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(line, &kind); err != nil {
		return fmt.Errorf("not a line of onrecord export: %w", err)
	}
	if kind.Type != "correction" {
		return nil
	}
	var c export.Correction
	if err := json.Unmarshal(line, &c); err != nil {
		return fmt.Errorf("not a correction of onrecord export: %w", err)
	}
	r, err := im.st.Document(ctx, onrecord.DocumentID(c.Document))
	if errors.Is(err, store.ErrNotFound) {
		im.elsewhere++
		return nil
	}
	if err != nil {
		return err
	}
	added, err := im.st.Correct(ctx, c.Correction(r.Doc.Text))
	switch {
	case added:
		im.added++
	case err == nil:
		im.held++
	}
	return err
}
