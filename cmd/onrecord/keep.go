package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"onrecord/reader"
	"onrecord/store/sqlite"
)

func newExportCmd() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "export [flags]",
		Short: "Print the whole record",
		Long: `Export prints every document of the record, older versions too, with all that
was read in it, ordered by ID, and what the record knows beyond them: which
statements report one utterance, what is meant by what an article only mentions,
issues, positions and changes, what people ruled. The same record gives the same
bytes, in whatever order its articles came. Formats: jsonl, csv (a row a
statement), and brat (standoff files in the folder that --out names).`,
		Example: `  onrecord export --format csv > statements.csv
  onrecord export --format brat --out standoff/`,
		Args: args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			ex, err := newExporter(format, out, cmd.OutOrStdout(), "jsonl", "csv", "brat")
			if err != nil {
				return err
			}
			if err := exportRecord(ctx, st, ex); err != nil {
				return err
			}
			return tellWaiting(ctx, st, cmd.ErrOrStderr(), ex.Close())
		}),
	}
	cmd.Flags().StringVarP(&format, "format", "f", "jsonl", "jsonl, csv or brat")
	cmd.Flags().StringVarP(&out, "out", "o", "", "folder for --format brat")
	return cmd
}

func newBackupCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Copy the record while it is in use",
		Long: `Backup writes a whole copy of the record to FILE, which must not exist. Other
programs may read and write the record meanwhile: the copy is of one moment.`,
		Example: "  onrecord backup onrecord-$(date +%F).db",
		Args:    args(cobra.ExactArgs(1)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, paths []string) error {
			return st.Backup(ctx, paths[0])
		}),
	}
}

func newCheckCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Verify the record",
		Long: `Check verifies every invariant of the record: that each span lies inside its
text, that each ID is that of what it names, that references resolve, that the
counts are right and the index is in step with the texts. It prints what is
wrong, and its exit status is 1 then.`,
		Example: "  onrecord check",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			wrong, err := st.Check(ctx)
			if err != nil {
				return err
			}
			for _, w := range wrong {
				fmt.Fprintln(cmd.OutOrStdout(), w)
			}
			if len(wrong) > 0 {
				return errors.New("the record is not sound: restore a backup, or add the articles to a new record")
			}
			s, err := st.Stats(ctx)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "ok: %s in %s\n", number(s.Statements, "statement"), number(s.Versions, "document"))
			return nil
		}),
	}
}

func newVersionCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  onrecord version",
		Args:    args(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "onrecord %s, reader %s (models %s), schema %d\n", version(), reader.Version, modelNames(), sqlite.Schema)
			return err
		},
	}
}

// version is the module's, or the commit that the program was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return "commit " + s.Value
		}
	}
	return "unversioned"
}
