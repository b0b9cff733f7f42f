package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"onrecord/collation"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newCollateCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "collate",
		Short: "Compare the articles with each other that were not yet",
		Long: `Collate compares the articles of the record with each other that were not yet:
which statements report one utterance, which articles are copies of one text,
what is meant by the remarks that an article only mentions. Add does so for what
it adds; what is left is of a record that an older program made, or of a command
that was interrupted. It goes on where it stopped, and the record can be served
and searched meanwhile.`,
		Example: "  onrecord collate",
		Args:    args(cobra.NoArgs),
		RunE: withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			bar := newProgress(cmd.ErrOrStderr(), func() int { return -1 })
			defer bar.close()
			done, err := collation.New(st).Run(ctx, func(d collation.Done) {
				for range d.Documents {
					bar.one(false)
				}
			})
			bar.close()
			if err == nil {
				_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s compared; %s joined with others\n", number(done.Documents, "article"), number(done.Joined, "statement"))
			}
			return err
		}),
	}
}

// upToDate runs f on the record, to be written to, and then brings it up to
// date with what f changed.
func upToDate(f onRecord) func(*cobra.Command, []string) error {
	return withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, args []string) error {
		if err := f(ctx, cmd, st, args); err != nil {
			return err
		}
		few, err := fewWait(ctx, st)
		if err != nil || !few {
			return tellWaiting(ctx, st, cmd.ErrOrStderr(), err)
		}
		_, err = collation.Run(ctx, st)
		return err
	})
}

// many articles that wait are compared by a command of its own: of a record
// that an older program made it takes long.
const many = 1000

func fewWait(ctx context.Context, st store.Store) (bool, error) {
	docs, _, err := st.Pending(ctx, many+1)
	return len(docs) <= many, err
}

// tellWaiting says how many articles wait to be compared, unless none do or
// something failed before.
func tellWaiting(ctx context.Context, st store.Store, w io.Writer, failed error) error {
	if failed != nil {
		return failed
	}
	docs, _, err := st.Pending(ctx, many+1)
	if err != nil || len(docs) == 0 {
		return err
	}
	waiting := number(len(docs), "article")
	if len(docs) > many {
		waiting = fmt.Sprintf("more than %d articles", many)
	}
	_, err = fmt.Fprintf(w, "onrecord: %s not yet compared with the others: run onrecord collate\n", waiting)
	return err
}
