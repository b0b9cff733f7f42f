package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/eval/damage"
	"onrecord/reader"
)

func robustCommand() *cobra.Command {
	rb := robust{model: reader.Accurate}
	c := &cobra.Command{
		Use:   "robust",
		Short: "Read damaged copies of the annotated corpora and write their lines of " + scoreboard,
		Long: `Robust reads the project's own articles and PolNeAR's dev part as they are and
in damaged forms, prints for each form its scores and what it costs, and writes
the lines of the forms, as corpora "gold/FORM" and "polnear-dev/FORM", into
` + scoreboard + `. A form and its figures are the same in every run.

` + formsText() + `
With --lost it prints instead the attributions that are exact in the clean text
and not in the damaged one, and their classes. Only figures of the accurate
reader are kept.`,
		Example: "  lab robust\n  lab robust --form capitals,ocr-3% --model fast\n  lab robust --form no-marks --lost",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			rd, err := reader.New(rb.model)
			if err != nil {
				return err
			}
			rb.reader, rb.out, rb.errs = rd, c.OutOrStdout(), c.ErrOrStderr()
			return rb.run()
		},
	}
	polnearFlag(c, &rb.polnear)
	c.Flags().StringVar((*string)(&rb.model), "model", string(rb.model), "the reader: accurate or fast")
	c.Flags().StringSliceVar(&rb.only, "form", nil, "only these forms")
	c.Flags().BoolVar(&rb.lost, "lost", false, "print what is lost instead of figures; write nothing")
	return c
}

func formsText() string {
	var b strings.Builder
	for _, f := range damage.Forms() {
		fmt.Fprintf(&b, "  %-14s %s\n", f.Name, f.About)
	}
	return b.String()
}

// A robust compares readings of damaged copies with that of the clean texts.
type robust struct {
	polnear string
	model   reader.Model
	only    []string
	lost    bool
	reader  *reader.Reader
	out     io.Writer
	errs    io.Writer
}

func (rb *robust) run() error {
	forms, err := chosen(rb.only)
	if err != nil {
		return err
	}
	if _, err := os.Stat(goldFolder); err != nil {
		return fmt.Errorf("%w: run lab robust in the root of the repository", err)
	}
	old, err := eval.ReadBoard(scoreboard)
	if err != nil {
		return err
	}
	var lines []eval.Line
	for _, c := range []struct{ name, dir string }{{"gold", goldFolder}, {"polnear-dev", filepath.Join(rb.polnear, "dev")}} {
		clean, err := annotatedIn(c.dir)
		if errors.Is(err, fs.ErrNotExist) {
			fmt.Fprintf(rb.errs, "skipped %s: %v\n", c.name, err)
			continue
		}
		if err != nil {
			return err
		}
		found, err := rb.corpus(c.name, clean, forms)
		if err != nil {
			return err
		}
		lines = append(lines, found...)
	}
	if rb.lost || rb.model != reader.Accurate {
		return nil
	}
	return os.WriteFile(scoreboard, []byte(old.With(lines).String()), 0o666)
}

// chosen are the forms of those names, all of them without any.
func chosen(names []string) ([]damage.Form, error) {
	var known []string
	for _, f := range damage.Forms() {
		known = append(known, f.Name)
	}
	for _, name := range names {
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("no form %q; there are %s", name, strings.Join(known, ", "))
		}
	}
	return slices.DeleteFunc(damage.Forms(), func(f damage.Form) bool {
		return len(names) > 0 && !slices.Contains(names, f.Name)
	}), nil
}

// corpus reads one corpus in every form, prints, and returns the lines of the
// forms.
func (rb *robust) corpus(name string, clean []corpus.Article, forms []damage.Form) ([]eval.Line, error) {
	read, err := readAll(rb.reader, clean)
	if err != nil {
		return nil, err
	}
	before := fair(eval.Score(clean, statementsOf(read)).Chosen(name, "quote"))
	if !rb.lost {
		printHead(rb.out, before)
		printRow(rb.out, name, before, before)
	}
	var out []eval.Line
	for _, f := range forms {
		copies := damaged(f, clean)
		again, err := readAll(rb.reader, copies)
		if err != nil {
			return nil, err
		}
		if rb.lost {
			printLost(rb.out, name+"/"+f.Name, clean, read, copies, again)
			continue
		}
		lines := fair(eval.ScoreDamaged(clean, copies, statementsOf(again)).Chosen(name+"/"+f.Name, "quote"))
		printRow(rb.out, name+"/"+f.Name, lines, before)
		out = append(out, lines...)
	}
	return out, nil
}

// fair drops the exact content of direct quotations. Without marks an
// annotated content still has the comma that stood inside them, which no reader
// would take in.
func fair(lines []eval.Line) []eval.Line {
	return slices.DeleteFunc(lines, func(l eval.Line) bool { return l.Measure == "direct content exact" })
}

func damaged(f damage.Form, clean []corpus.Article) []corpus.Article {
	var out []corpus.Article
	for _, a := range clean {
		out = append(out, f.Article(a))
	}
	return out
}
