package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/export"
	"onrecord/reader"
)

func newExtractCmd() *cobra.Command {
	var in input
	var format, out string
	cmd := &cobra.Command{
		Use:   "extract [flags] PATH...",
		Short: "Print what articles say; no record is needed",
		Long: `Extract reads articles and prints who said what: files, folders, and "-" for
standard input; HTML or plain text by content; files ending in .jsonl hold an
article a line. The results come in the order of the input, whatever the number
of cores.

In a folder, files ending in .txt .text .md .html .htm .xhtml .jsonl .ndjson or
in nothing are read, in the order of their names; hidden files and links to
folders are passed over.

Two models find statements: accurate, the default, and fast. Each document says
what read it ("reader": "2 accurate"), each statement what found it ("model").

Formats: jsonl (JSON Lines: a line a document, entity, statement and relation
between statements, offsets in Unicode code points), text (minutes to read: when,
who, to whom, through whom, the words, and how they stand to each other; a guess
begins with ~), csv (a row a statement), and brat (standoff files in the folder
that --out names).`,
		Example: `  onrecord extract article.html
  onrecord extract --format text article.txt
  onrecord extract --raw --published 2017-12-13 --outlet "The Hill" article.txt
  curl -s https://example.org/story | onrecord extract - | jq .speaker.name`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, paths []string) error {
			in.paths, in.stdin = paths, cmd.InOrStdin()
			if err := in.check(); err != nil {
				return err
			}
			return extract(cmd.Context(), &in, cmd.OutOrStdout(), cmd.ErrOrStderr(), format, out)
		},
	}
	in.flags(cmd)
	cmd.Flags().StringVarP(&format, "format", "f", "jsonl", "jsonl, text, csv or brat")
	cmd.Flags().StringVarP(&out, "out", "o", "", "folder for --format brat")
	return cmd
}

// flags are those that extract and add share.
func (in *input) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&in.raw, "raw", false, "the whole of each file is article text: nothing is cleaned away")
	cmd.Flags().StringVar(&in.published, "published", "", "date of publication where the page does not give it, as 2017-12-13")
	cmd.Flags().StringVar(&in.outlet, "outlet", "", "who published, where the page does not say")
	modelFlag(cmd, &in.model)
}

// An exporter writes readings in some format.
type exporter interface {
	Reading(*onrecord.Reading) error
	Article(*export.Article) error
	Close() error
}

// newExporter makes the exporter of a format.
func newExporter(format, dir string, w io.Writer, formats ...string) (exporter, error) {
	if !slices.Contains(formats, format) {
		return nil, usageError{fmt.Errorf("--format %s: write one of %s", format, strings.Join(formats, ", "))}
	}
	switch format {
	case "text":
		return export.NewText(w, isColour(w)), nil
	case "csv":
		return export.NewCSV(w), nil
	case "brat":
		if dir == "" {
			return nil, usageError{errors.New("--format brat writes two files an article: name a folder with --out")}
		}
		return export.NewBrat(dir), nil
	}
	return export.NewJSONL(w), nil
}

func extract(ctx context.Context, in *input, stdout, stderr io.Writer, format, dir string) error {
	ex, err := newExporter(format, dir, stdout, "jsonl", "text", "csv", "brat")
	if err != nil {
		return err
	}
	rd, err := reader.New(in.model)
	if err != nil {
		return err
	}
	failures := 0
	for res := range rd.All(ctx, in.jobs()) {
		if res.Err != nil {
			failures++
			fmt.Fprintln(stderr, "onrecord:", res.Err)
			continue
		}
		if err := ex.Reading(res.Reading); err != nil {
			return err
		}
	}
	if err := errors.Join(ex.Close(), ctx.Err()); err != nil {
		return err
	}
	if failures > 0 {
		return errTold
	}
	return nil
}
