package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
)

func compareCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "compare BEFORE AFTER",
		Short: "Say what two readings, or two scoreboards, have different",
		Long: `Compare takes two files of the same kind. Of two that onrecord extract --raw
printed, it lists the gold attributions that the second reading won, lost, or
gets wrong in another way, and both scores. Of two scoreboards (.txt), it lists
the lines whose values differ.`,
		Example: "  onrecord extract --raw eval/testdata/gold/text > after.jsonl\n  lab compare before.jsonl after.jsonl\n  lab compare old-scoreboard.txt eval/scoreboard.txt",
		Args:    cobra.ExactArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			if filepath.Ext(args[0]) == ".txt" && filepath.Ext(args[1]) == ".txt" {
				return compareBoards(c.OutOrStdout(), args[0], args[1])
			}
			gold, err := corpus.ReadPolNeAR(dir)
			if err != nil {
				return err
			}
			return comparePredictions(c.OutOrStdout(), gold, args[0], args[1])
		},
	}
	c.Flags().StringVar(&dir, "gold", goldFolder, "folder with text/ and attributions/")
	return c
}

func compareBoards(w io.Writer, before, after string) error {
	a, err1 := eval.ReadBoard(before)
	b, err2 := eval.ReadBoard(after)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	for _, change := range a.Changes(b, 0.05) {
		fmt.Fprintln(w, change)
	}
	return nil
}

func comparePredictions(w io.Writer, gold []corpus.Article, before, after string) error {
	texts := map[string]string{}
	for _, a := range gold {
		texts[a.Name] = a.Text
	}
	a, err1 := readPredictions(before, texts)
	b, err2 := readPredictions(after, texts)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	won, lost := 0, 0
	for _, change := range eval.Compare(gold, a, b) {
		kind := "other"
		switch {
		case change.Won():
			kind, won = "won", won+1
		case change.Lost():
			kind, lost = "lost", lost+1
		}
		g := change.Gold
		fmt.Fprintf(w, "%-5s %s: %s -> %s\n      %s\n", kind, change.Article, change.Before, change.After, spansText(texts[change.Article], g.Source, g.Cue, g.Content))
	}
	fmt.Fprintf(w, "won %d, lost %d\n", won, lost)
	const same = "both"
	scores := eval.Board(eval.Score(gold, a).Lines(same))
	for _, change := range scores.Changes(eval.Score(gold, b).Lines(same), 0) {
		fmt.Fprintln(w, strings.TrimPrefix(change, same+" "))
	}
	return nil
}

// readPredictions reads what extract printed, for the articles of texts.
func readPredictions(path string, texts map[string]string) (map[string][]onrecord.Statement, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	out, err := eval.ReadPrinted(f, texts)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return out, nil
}
