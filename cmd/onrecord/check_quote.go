package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/search"
	"onrecord/store/sqlite"
)

func newCheckQuoteCmd() *cobra.Command {
	var q search.Quotation
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check-quote [flags] TEXT...",
		Short: "Look up whether, and how, something was said",
		Long: `Check-quote looks words up that somebody is said to have said. It prints the
nearest statements of the record, an utterance each, with what differs: words
that the record has and TEXT leaves out as [-word-], words that TEXT adds as
{+word+}. TEXT is a sentence or a few; - reads it from standard input. Where parts
of it stand between quotation marks, only these are looked up.

  word for word    it stands there in a row, as whole sentences
  cut              it stands there, with words between or beside it left out
  differs          most of it stands there
  in other words   it says something alike
  not found        which is no proof that it was not said

The exit status is 0 when it stands there word for word, in quotation marks, and
no other report of the same quotes more; 1 when not, since of what was cut or only
reported a person must judge; 2 when it could not be looked up.`,
		Example: `  onrecord check-quote "We are ready to talk without conditions"
  onrecord check-quote --speaker "Rex Tillerson" - < quotation.txt`,
		Args: args(cobra.MinimumNArgs(1)),
		RunE: orMisused(withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, words []string) error {
			var err error
			if q.Text, err = textOf(cmd, strings.Join(words, " ")); err != nil {
				return err
			}
			c, err := search.Quote(ctx, st, q)
			if err != nil {
				return fmt.Errorf("check-quote: %w", err)
			}
			p := newPrinter(cmd.OutOrStdout())
			if asJSON {
				err = quoteLine(ctx, st, p, c)
			} else {
				err = (&quoteText{p, c, q.Speaker}).print()
			}
			if err == nil && !c.Holds() {
				return errTold
			}
			return err
		})),
	}
	cmd.Flags().StringVar(&q.Speaker, "speaker", "", "who is said to have said it: words of a name, or a key")
	cmd.Flags().IntVarP(&q.Limit, "limit", "n", 5, "how many utterances")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print a JSON object")
	return cmd
}

// orMisused tells what could not be done apart from what was not found, by the
// exit status, as grep and cmp do.
func orMisused(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, words []string) error {
		err := run(cmd, words)
		if err == nil || errors.Is(err, errTold) {
			return err
		}
		return usageError{err}
	}
}

// textOf is an argument, or standard input for "-".
func textOf(cmd *cobra.Command, arg string) (string, error) {
	if arg != "-" {
		return arg, nil
	}
	b, err := limited(cmd.InOrStdin())
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("standard input: %w", err)
	}
	return string(b), nil
}
