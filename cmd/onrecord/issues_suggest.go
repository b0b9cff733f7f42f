package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/collation"
	"onrecord/issue"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// suggest is what the flags say.
type suggest struct {
	least, limit int
}

func newIssuesSuggestCmd() *cobra.Command {
	var s suggest
	cmd := &cobra.Command{
		Use:   "suggest",
		Short: "Suggest issues: what many statements are about",
		Long: `Suggest counts what statements are said about, on, over or regarding, and lists
what is frequent and is on no declared issue, with statements as examples. It
declares nothing.`,
		Example: "  onrecord issues suggest --least 5",
		Args:    args(cobra.NoArgs),
		RunE:    withRecord(s.run),
	}
	cmd.Flags().IntVar(&s.least, "least", 3, "in how many statements the words must stand")
	cmd.Flags().IntVarP(&s.limit, "limit", "n", 30, "how many to list")
	return cmd
}

func (s *suggest) run(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
	m, err := collation.Issues(ctx, st)
	if err != nil {
		return err
	}
	var counted issue.Suggester
	q := store.Find{Order: store.Newest, Page: store.Page{Limit: 1000}}
	for {
		found, err := st.Find(ctx, q)
		if err != nil {
			return err
		}
		for i := range found.Hits {
			counted.Add(found.Hits[i].ID, found.Hits[i].Content)
		}
		if q.After = found.Next; q.After == "" {
			break
		}
	}
	list := counted.Candidates(s.least, m)
	p := newPrinter(cmd.OutOrStdout())
	if len(list) == 0 {
		p.line("nothing that is not on an issue is spoken of in %s", number(s.least, "statement"))
		return p.err
	}
	var rows [][]string
	for _, c := range list[:min(s.limit, len(list))] {
		rows = append(rows, []string{fmt.Sprint(c.Count), safe(c.Words), ids(c.Examples)})
	}
	p.table([]string{"statements", "about", "for example"}, rows)
	return p.err
}

// ids joins the IDs of statements.
func ids(list []onrecord.StatementID) string {
	out := ""
	for i, id := range list {
		if i > 0 {
			out += " "
		}
		out += string(id)
	}
	return out
}
