package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/eval/pages"
	"onrecord/reader"
)

const (
	goldFolder = "eval/testdata/gold"
	scoreboard = "eval/scoreboard.txt"
	fastStage  = "quote-fast"
)

// tolerance is how much worse than the scoreboard a check lets a value be, in
// points: less than one attribution of the project's own gold set.
const tolerance = 0.4

func scoreCommand() *cobra.Command {
	var s scorer
	var check bool
	c := &cobra.Command{
		Use:   "score",
		Short: "Read every corpus that is there and write " + scoreboard,
		Long: `Score runs the reader over every annotated corpus that is there and rewrites
their lines in ` + scoreboard + `. Lines of a corpus that is not there stay as
they are; which were skipped is said. Lines are of the accurate reader; those of
stage ` + fastStage + ` of the fast one. Damaged texts are the business of lab robust.

Run it in the root of the repository. Corpora: the project's own articles in
` + goldFolder + `; PolNeAR's dev part; a hand-made record of one article,
which is looked for in gold/ and seeds/ beside PolNeAR's folder; hand-made
labels of PolNeAR's train part.`,
		Example: "  lab score\n  lab score --check          # exit status 1 when something became worse\n  lab score --polnear ~/polnear",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			var err error
			if s.reader, err = reader.New(reader.Accurate); err != nil {
				return err
			}
			if s.fast, err = reader.New(reader.Fast); err != nil {
				return err
			}
			s.errs = c.ErrOrStderr()
			return s.run(c.OutOrStdout(), check)
		},
	}
	polnearFlag(c, &s.polnear)
	c.Flags().BoolVar(&check, "check", false, "write nothing; fail when a value is worse than the scoreboard says")
	return c
}

// A scorer reads corpora and collects lines.
type scorer struct {
	polnear string
	reader  *reader.Reader // the accurate one
	fast    *reader.Reader
	errs    io.Writer
	lines   []eval.Line
}

func (s *scorer) run(out io.Writer, check bool) error {
	if _, err := os.Stat(goldFolder); err != nil {
		return fmt.Errorf("%w: run lab score in the root of the repository", err)
	}
	old, err := eval.ReadBoard(scoreboard)
	if err != nil {
		return err
	}
	for _, part := range []struct {
		corpus  string
		measure func() ([]eval.Line, error)
	}{
		{"gold", func() ([]eval.Line, error) { return s.annotated("gold", goldFolder) }},
		{"polnear-dev", func() ([]eval.Line, error) { return s.annotated("polnear-dev", filepath.Join(s.polnear, "dev")) }},
		{"pages", s.pages},
		{silverName, s.silver},
		{"polnear-people", s.people},
		{"hill", s.hill},
		{"labels", s.labelled},
		{"relations", s.related},
		{"across documents", s.across},
		{"CoreNLP's coreference", s.chains},
	} {
		lines, err := part.measure()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			fmt.Fprintf(s.errs, "skipped %s: %v\n", part.corpus, err)
		case err != nil:
			return err
		}
		s.lines = append(s.lines, lines...)
	}
	board := old.With(s.lines)
	if check {
		return worse(old, board)
	}
	for _, change := range old.Changes(board, 0.05) {
		fmt.Fprintln(out, change)
	}
	return os.WriteFile(scoreboard, []byte(board.String()), 0o666)
}

// worse fails when a value fell, where falling is worse.
func worse(old, board eval.Board) error {
	var lines []string
	for _, l := range old {
		now, ok := board.Get(l.Corpus, l.Stage, l.Measure)
		if !ok || l.Fall(now.Value) > tolerance {
			lines = append(lines, fmt.Sprintf("  %s %s %s: %s says %.1f, have %.1f", l.Corpus, l.Stage, l.Measure, scoreboard, l.Value, now.Value))
		}
	}
	if len(lines) > 0 {
		return fmt.Errorf("worse than before:\n%s\nmend it, or run go run ./cmd/lab score and explain the change", strings.Join(lines, "\n"))
	}
	return nil
}

// people scores the annotators of PolNeAR against each other.
func (s *scorer) people() ([]eval.Line, error) {
	train, err := s.train()
	if err != nil {
		return nil, err
	}
	dev, err := corpus.ReadPolNeAR(filepath.Join(s.polnear, "dev"))
	if err != nil {
		return nil, err
	}
	return eval.Agreement(append(train, dev...)).Lines("polnear-people"), nil
}

func (s *scorer) train() ([]corpus.Article, error) {
	dir := filepath.Join(s.polnear, "train")
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	return corpus.ReadPolNeAR(dir)
}

// pages scores the article taken out of invented pages.
func (s *scorer) pages() ([]eval.Line, error) {
	return pages.Evaluate(func(name string, page []byte) (*onrecord.Document, error) {
		return article.Read(article.Page{Article: name, Bytes: page})
	})
}

// hill scores the hand-made record of one article with its page around it.
func (s *scorer) hill() ([]eval.Line, error) {
	gold, err := s.hillRecord()
	if err != nil {
		return nil, err
	}
	r, err := s.reader.Read(article.Page{Article: "hill.txt", Bytes: []byte(gold.Text), Outlet: gold.Outlet, Published: gold.Published})
	if err != nil {
		return nil, err
	}
	return eval.Hold(gold, r).Lines("hill"), nil
}

func (s *scorer) hillRecord() (*corpus.Record, error) {
	beside := filepath.Dir(s.polnear)
	text, err := os.ReadFile(filepath.Join(beside, "seeds", "004_e26f05b979aa93f7.txt"))
	if err != nil {
		return nil, err
	}
	return corpus.ReadRecord(filepath.Join(beside, "gold", "hill.jsonl"), "hill", string(text))
}
