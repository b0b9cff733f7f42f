package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/store/sqlite"
)

func newCorrectCmd() *cobra.Command {
	var d decision
	cmd := &cobra.Command{
		Use:   "correct [flags] STATEMENT",
		Short: "Correct what was read of a statement",
		Long: `Correct notes what a person decided of a statement: who said it, how its words
are given, when it was said, or that it is none. From then on that holds wherever
the record is searched, shown, counted or exported, marked as corrected with the
name and the reason; and it holds after the article is read again by a newer or
another model (onrecord reread). With none of these flags, --why is a note on the
statement.

Nothing is overwritten: what the reader found is kept beside it, and so is each
correction. Of two on the same the later one holds, so a correction is undone by
another. --from adds the corrections that another record's export holds, for
articles that this record has too.`,
		Example: `  onrecord correct s7lq3yx5o2mf6kta --speaker "Rex Tillerson" --by "B. Editor" --why "the paper corrected it on 14 December"
  onrecord correct s7lq3yx5o2mf6kta --speaker unknown --by "B. Editor" --why "both were in the room"
  onrecord correct s7lq3yx5o2mf6kta --said 2017-12-12 --by "B. Editor" --why "the transcript is dated"
  onrecord correct s7lq3yx5o2mf6kta --remove --by "B. Editor" --why "the title of a song"
  onrecord correct --from export.jsonl`,
		Args: args(cobra.MaximumNArgs(1)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, ids []string) error {
			d.changed = cmd.Flags().Changed
			switch {
			case d.from != "" && len(ids) == 0:
				return importCorrections(ctx, st, cmd.OutOrStdout(), cmd.InOrStdin(), d.from)
			case d.from != "" || len(ids) == 0:
				return usageError{errors.New("name one statement, or a file with --from: see onrecord correct --help")}
			}
			if err := d.check(); err != nil {
				return usageError{err}
			}
			return d.make(ctx, st, cmd.OutOrStdout(), onrecord.StatementID(ids[0]))
		}),
	}
	f := cmd.Flags()
	f.StringVar(&d.speaker, "speaker", "", `name of who said it, or "unknown"`)
	f.StringVar(&d.speakerKind, "speaker-kind", "", "person, organisation, group, country or document; the article's own where it names the speaker, else person")
	f.StringVar(&d.said, "said", "", `when it was said, as 2017-12-12, 2017-12 or ../2017-12-12, or "unknown"`)
	f.StringVar(&d.kind, "kind", "", "direct, indirect, mixed or act")
	f.BoolVar(&d.remove, "remove", false, "it is no statement")
	f.BoolVar(&d.restore, "restore", false, "it is one after all")
	f.StringVar(&d.by, "by", "", "who decides")
	f.StringVar(&d.why, "why", "", "the reason")
	f.StringVar(&d.from, "from", "", `JSON Lines of onrecord export to take corrections from, "-" for standard input`)
	return cmd
}
