// Command onrecord reads news articles and keeps the record of who said what.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"onrecord/store"
)

// The exit statuses, beside 0.
const (
	failed      = 1 // something could not be done, and was said
	misused     = 2 // the command line is wrong
	interrupted = 130
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes one command line and returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRootCmd()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, syscall.EPIPE):
		return 0 // the reader of the output has seen enough
	case errors.Is(err, errTold):
		return failed
	}
	if ctx.Err() != nil {
		fmt.Fprintln(stderr, "onrecord:", errInterrupted)
		return interrupted
	}
	fmt.Fprintln(stderr, "onrecord:", err)
	switch {
	case errors.As(err, new(usageError)) || errors.Is(err, store.ErrQuestion) || errors.Is(err, store.ErrCorrection) || errors.Is(err, store.ErrIdentification) || errors.Is(err, store.ErrRuling) || strings.HasPrefix(err.Error(), "unknown command"):
		return misused
	}
	return failed
}

// errTold is returned when the failures were printed already.
var errTold = errors.New("some articles failed")

// errInterrupted is what is said after Ctrl-C, whatever it broke off.
var errInterrupted = errors.New("interrupted: the same command goes on from here")

// A usageError is about the command line.
type usageError struct{ error }

func newRootCmd() *cobra.Command {
	root := &cobra.Command{
		Use:   "onrecord",
		Short: "Who said what, when and where: a record of public statements from news articles",
		Long: `onrecord reads news articles and keeps the record of who said what, when,
where and through whom, every word traceable to its place in a page.

The record is one file: $ONRECORD_DB, else onrecord.db in the current folder;
--db names another. Nothing is sent anywhere but to a webhook that you name.`,
		Example: `  onrecord extract article.html
  onrecord add articles/
  onrecord search 'speaker:tillerson "north korea" said:2017-12'
  onrecord timeline "Rex Tillerson" --about "north korea"
  onrecord serve`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.PersistentFlags().String("db", defaultDB(), "file of the record")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{fmt.Errorf("%w: see %s --help", err, cmd.CommandPath())}
	})
	for _, group := range []struct {
		title    string
		commands []*cobra.Command
	}{
		{"Reading articles", []*cobra.Command{newExtractCmd(), newAddCmd(), newDemoCmd()}},
		{"Asking the record", []*cobra.Command{newSearchCmd(), newTimelineCmd(), newShowCmd(), newSpeakersCmd(), newOutletsCmd(), newCheckQuoteCmd(), newChangesCmd(), newCompareCmd(), newWatchCmd(), newServeCmd()}},
		{"Keeping the record", []*cobra.Command{newStatsCmd(), newFailuresCmd(), newExportCmd(), newBackupCmd(), newCheckCmd(), newRereadCmd(), newCorrectCmd(), newCorrectionsCmd(), newCollateCmd()}},
		{"Who is who", []*cobra.Command{newEntitiesCmd(), newMergeCmd(), newSplitCmd(), newPeopleCmd()}},
		{"Issues", []*cobra.Command{newIssuesCmd()}},
		{"What was said once", []*cobra.Command{newTogetherCmd(), newApartCmd(), newRulingsCmd()}},
	} {
		root.AddGroup(&cobra.Group{ID: group.title, Title: group.title})
		for _, cmd := range group.commands {
			cmd.GroupID = group.title
			root.AddCommand(cmd)
		}
	}
	root.AddCommand(newVersionCmd())
	return root
}

func defaultDB() string {
	if path := os.Getenv("ONRECORD_DB"); path != "" {
		return path
	}
	return "onrecord.db"
}

// args wraps a check of arguments so that its error counts as misuse.
func args(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{fmt.Errorf("%w: see %s --help", err, cmd.CommandPath())}
		}
		return nil
	}
}
