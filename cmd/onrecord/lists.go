package main

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newSpeakersCmd() *cobra.Command {
	page := store.Page{}
	cmd := &cobra.Command{
		Use:   "speakers [flags] [WORDS]",
		Short: "List who spoke, most statements first",
		Long: `Speakers lists who is said to have said something, by the name and kind that
articles print; two people of one name are one line. WORDS must all stand in the
name.`,
		Example: `  onrecord speakers
  onrecord speakers --limit 5 clinton`,
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, words []string) error {
			list, next, err := st.Speakers(ctx, strings.Join(words, " "), page)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, sp := range list {
				rows = append(rows, []string{fmt.Sprint(sp.Statements), fmt.Sprint(sp.Documents), span(sp.First, sp.Last), safe(sp.Name), sp.Key, safe(strings.Join(sp.Roles, "; "))})
			}
			p := newPrinter(cmd.OutOrStdout())
			p.table([]string{"statements", "articles", "said", "name", "key", "roles"}, rows)
			if next != "" {
				p.line("go on with --after %s", next)
			}
			return p.err
		}),
	}
	cmd.Flags().IntVarP(&page.Limit, "limit", "n", 50, "how many")
	cmd.Flags().StringVar(&page.After, "after", "", "go on after the page that ended so")
	return cmd
}

// span is a range of days, "–" when none is known.
func span(first, last onrecord.Day) string {
	switch {
	case first == "":
		return "–"
	case first == last:
		return string(first)
	}
	return string(first) + "–" + string(last)
}

func newOutletsCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "outlets",
		Short:   "List who published, most articles first",
		Long:    "Outlets lists who published the articles of the record, and the share of their\nstatements whose speaker is unknown.",
		Example: "  onrecord outlets",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			list, err := st.Outlets(ctx)
			if err != nil {
				return err
			}
			var rows [][]string
			for _, o := range list {
				rows = append(rows, []string{fmt.Sprint(o.Documents), fmt.Sprint(o.Statements), percent(o.Unattributed, o.Statements), span(o.First, o.Last), safe(orUnknown(o.Name, "unknown"))})
			}
			p := newPrinter(cmd.OutOrStdout())
			p.table([]string{"articles", "statements", "unknown speaker", "published", "outlet"}, rows)
			return p.err
		}),
	}
}

func percent(n, of int) string {
	if of == 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f%%", 100*float64(n)/float64(of))
}

func newStatsCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "stats",
		Short:   "Count what the record holds",
		Long:    "Stats counts what the record holds. Statements and what follows are those of\ncurrent versions.",
		Example: "  onrecord stats",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			s, err := st.Stats(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			row := func(name string, value any) { p.line("%-22s %v", name, value) }
			row("articles", s.Documents)
			row("older versions", s.Versions-s.Documents)
			for _, c := range s.Readers {
				row("  "+c.Reader.String(), fmt.Sprintf("%d read by %s", c.Documents, readBy(c.Reader)))
			}
			row("kept but not read", s.Unread)
			row("failures", s.Failures)
			row("published", span(s.First, s.Last))
			row("statements", s.Statements)
			for _, k := range []onrecord.Kind{onrecord.Direct, onrecord.Indirect, onrecord.Mixed, onrecord.Reported} {
				row("  "+string(k), s.Kinds[k])
			}
			row("  of unknown speaker", s.Unknown)
			row("relations", total(s.Relations))
			for _, kind := range slices.Sorted(maps.Keys(s.Relations)) {
				row("  "+string(kind), s.Relations[kind])
			}
			row("entities", s.Entities)
			row("corrections", s.Corrections)
			row("schema", s.Schema)
			row("size", fmt.Sprintf("%.1f MB", float64(s.Bytes)/1e6))
			return p.err
		}),
	}
}

func total(counts map[onrecord.RelationKind]int) (n int) {
	for _, k := range counts {
		n += k
	}
	return n
}

func newFailuresCmd() *cobra.Command {
	return &cobra.Command{
		Use:     "failures",
		Short:   "List the articles that could not be read",
		Long:    "Failures lists the articles that add could not read, with the reason. An article\nthat is read later leaves the list.",
		Example: "  onrecord failures",
		Args:    args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			list, err := st.Failures(ctx)
			if err != nil {
				return err
			}
			p := newPrinter(cmd.OutOrStdout())
			for _, f := range list {
				p.line("%s  %s", f.When.UTC().Format(time.DateTime), safe(f.Reason))
			}
			if len(list) == 0 {
				p.line("No failures.")
			}
			return p.err
		}),
	}
}
