package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/collation"
	"onrecord/issue"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newIssuesCmd() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "issues",
		Short: "Declare issues, and see who stands where on them",
		Long: `Issues are declared, not guessed: a file says by which words a statement is on
an issue and what is said for and against. docs/issues.md shows how to write one
in five minutes. Import reads such files; from then on every statement of the
record, and every one that is added, is assigned by its own words, positions are
read from what the speakers themselves say, and onrecord changes says how later
positions stand to earlier ones. Where a statement takes no position that can be
read, none is noted.`,
		Example: `  onrecord issues import talks.issue
  onrecord issues list
  onrecord issues show talks-with-norrland
  onrecord issues suggest`,
	}
	cmd.AddCommand(newIssuesImportCmd(), newIssuesListCmd(), newIssuesShowCmd(), newIssuesRemoveCmd(), newIssuesSuggestCmd())
	return cmd
}

func newIssuesImportCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE...",
		Short: "Declare the issues in files, or again after a file was changed",
		Long: `Import declares the issue of each file and looks for its statements in the whole
record. An issue of the same name is replaced, with all that was computed for it.`,
		Example: "  onrecord issues import talks.issue levy.issue",
		Args:    args(cobra.MinimumNArgs(1)),
		RunE: upToDate(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, files []string) error {
			p := newPrinter(cmd.OutOrStdout())
			declared, err := readIssues(files)
			if err != nil {
				return err
			}
			for i, one := range declared {
				if _, _, err := collation.Declare(ctx, st, files[i], one.text, store.InstantOf(time.Now())); err != nil {
					return err
				}
			}
			if err := collation.Settle(ctx, st); err != nil {
				return err
			}
			for _, one := range declared {
				f, err := issueFile(ctx, st, string(one.is.ID))
				if err != nil {
					return err
				}
				p.line("%s: %s, %s, %s", f.ID, number(f.Statements, "statement"), number(f.Positions, "position"), number(f.Changes, "change"))
			}
			return p.err
		}),
	}
}

// A declaration is the file of an issue.
type declaration struct {
	is   *issue.Issue
	text string
}

// readIssues reads all files before anything is declared.
func readIssues(files []string) ([]declaration, error) {
	var out []declaration
	by := map[onrecord.IssueID]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("issue: %w", err)
		}
		is, err := issue.Parse(file, string(text))
		if err != nil {
			return nil, err
		}
		if by[is.ID] != "" {
			return nil, fmt.Errorf("%s: declares %q, as %s does; give it another name", file, is.Name, by[is.ID])
		}
		by[is.ID] = file
		out = append(out, declaration{is, string(text)})
	}
	return out, nil
}

func newIssuesListCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the issues that are declared",
		Example: "  onrecord issues list",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			files, err := st.Issues(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			if len(files) == 0 {
				p.line("no issue is declared: write one (docs/issues.md) and run onrecord issues import FILE")
				return p.err
			}
			var rows [][]string
			for i := range files {
				f := &files[i]
				rows = append(rows, []string{fmt.Sprint(f.Statements), fmt.Sprint(f.Positions), fmt.Sprint(f.Changes), string(f.ID), safe(f.Name)})
			}
			p.table([]string{"statements", "positions", "changes", "issue", "name"}, rows)
			return p.err
		}),
	}
}

func newIssuesRemoveCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "remove ISSUE",
		Short:   "Remove an issue, with what was computed for it",
		Long:    `Remove takes back the declaration of an issue. No statement is touched.`,
		Example: "  onrecord issues remove talks-with-norrland",
		Args:    args(cobra.ExactArgs(1)),
		RunE: withWritable(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
			f, err := issueFile(ctx, st, names[0])
			if err != nil {
				return err
			}
			if _, err := st.Declare(ctx, f.ID, "", "", store.InstantOf(time.Now())); err != nil {
				return err
			}
			_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s is no issue any more\n", f.ID)
			return err
		}),
	}
}

// issueFile is the issue of this ID or name.
func issueFile(ctx context.Context, st store.Store, name string) (*store.IssueFile, error) {
	files, err := st.Issues(ctx)
	if err != nil {
		return nil, err
	}
	for i := range files {
		if string(files[i].ID) == name || files[i].Name == name {
			return &files[i], nil
		}
	}
	return nil, fmt.Errorf("issue %q: %w; see onrecord issues list", name, errors.Join(store.ErrNotFound))
}
