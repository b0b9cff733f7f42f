package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/search"
	"onrecord/store"
	"onrecord/store/sqlite"
)

// kindsOfChange are what --kind takes.
var kindsOfChange = []onrecord.ChangeKind{onrecord.Same, onrecord.AddsCondition, onrecord.DropsCondition, onrecord.Softens, onrecord.Hardens, onrecord.Turns, onrecord.Opposes}

func newChangesCmd() *cobra.Command {
	var c changes
	cmd := &cobra.Command{
		Use:   "changes [flags]",
		Short: "Print how positions on issues changed",
		Long: `Changes prints pairs of statements of which the later takes another position on a
declared issue than the earlier: of one speaker, or of two of one side. Each
stands with its words, when it was said and what that rests on, the reason, and
what else could explain it. The newest come first, by the day of the later
statement. Positions that were only repeated are left out without --repeats.

  repeats  adds_condition  drops_condition  softens  hardens  reverses
  contradicts (two speakers of one side)

Nothing is printed on what no issue was declared for: see onrecord issues.`,
		Example: `  onrecord changes --speaker "Rex Tillerson" --since 2017
  onrecord changes --issue talks-with-norrland --kind reverses
  onrecord changes --format atom > changes.atom`,
		Args: args(cobra.NoArgs),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			if err := c.ask(ctx, st); err != nil {
				return err
			}
			out, err := newChangeWriter(c.format, st, cmd.OutOrStdout(), c.title())
			if err != nil {
				return err
			}
			return c.print(ctx, st, out)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&c.speaker, "speaker", "", "of this speaker: words of a name, or a key")
	f.StringVar(&c.issue, "issue", "", "on this issue: its ID, as onrecord issues prints it")
	f.StringVar(&c.since, "since", "", "with a later statement of then or after: a year, month or day")
	f.StringVar(&c.kind, "kind", "", "of this kind")
	f.BoolVar(&c.query.Repeats, "repeats", false, "with positions that were repeated")
	f.StringVarP(&c.format, "format", "f", "text", "text, jsonl, csv or atom")
	f.IntVarP(&c.limit, "limit", "n", 20, "how many changes; 0 for all")
	f.StringVar(&c.query.After, "after", "", "go on after the page that ended so")
	return cmd
}

// changes is what the flags say, and the question that it is.
type changes struct {
	speaker, issue, since, kind, format string
	limit                               int
	query                               store.ChangeQuery
}

func (c *changes) ask(ctx context.Context, st store.Store) (err error) {
	if c.kind = strings.NewReplacer(" ", "_", "-", "_").Replace(c.kind); c.kind != "" && !slices.Contains(kindsOfChange, onrecord.ChangeKind(c.kind)) {
		return usageError{fmt.Errorf("--kind %s: write one of %v", c.kind, kindsOfChange)}
	}
	c.query.Kind = onrecord.ChangeKind(c.kind)
	if c.query.Since, err = sinceOf(c.since); err != nil {
		return err
	}
	if c.query.Issue, err = issueOf(ctx, st, c.issue); err != nil {
		return err
	}
	c.query.Key, err = speakerKey(ctx, st, c.speaker)
	return err
}

// title names the list, for a feed.
func (c *changes) title() string {
	out := "Changes of position"
	for _, part := range [][2]string{{"of", c.query.Key}, {"on", string(c.query.Issue)}, {"since", string(c.query.Since)}, {"that are", c.kind}} {
		if part[1] != "" {
			out += " " + part[0] + " " + part[1]
		}
	}
	return out
}

func sinceOf(text string) (onrecord.Day, error) {
	if text == "" {
		return "", nil
	}
	from, _, err := search.Days(text + "..")
	if err != nil {
		return "", usageError{fmt.Errorf("--since: %w", err)}
	}
	return from, nil
}

// issueOf is the ID of a declared issue, by its ID or its name; empty for none.
func issueOf(ctx context.Context, st store.Store, issue string) (onrecord.IssueID, error) {
	if issue == "" {
		return "", nil
	}
	list, err := st.Issues(ctx)
	if err != nil {
		return "", err
	}
	var names []string
	for i := range list {
		if string(list[i].ID) == issue || strings.EqualFold(list[i].Name, issue) {
			return list[i].ID, nil
		}
		names = append(names, string(list[i].ID))
	}
	if len(names) == 0 {
		return "", fmt.Errorf("--issue %s: no issue is declared: see onrecord issues --help", issue)
	}
	return "", fmt.Errorf("--issue %s: %w: there are %s", issue, store.ErrNotFound, strings.Join(names, ", "))
}

// mostNamed is how many of several speakers are named when one must be chosen.
const mostNamed = 6

// speakerKey is the key of the one speaker that is meant: by a key, a whole
// name, or words that stand in one name only. Empty for none.
func speakerKey(ctx context.Context, st store.Store, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	key, err := knownKey(ctx, st, name)
	if err == nil {
		id, err := st.Identity(ctx, key)
		if err != nil {
			return "", err
		}
		return id.Key, nil
	}
	if !errors.Is(err, store.ErrNotFound) || store.IsKey(name) {
		return "", err
	}
	list, _, failed := st.Speakers(ctx, name, store.Page{Limit: mostNamed})
	switch {
	case failed != nil:
		return "", failed
	case len(list) == 0:
		return "", err
	case len(list) == 1:
		return list[0].Key, nil
	}
	var keys []string
	for _, sp := range list {
		keys = append(keys, sp.Key)
	}
	return "", usageError{fmt.Errorf("%q can be several: write one of %s", name, strings.Join(keys, ", "))}
}

// print walks the pages of the list.
func (c *changes) print(ctx context.Context, st store.Store, out changeWriter) error {
	printed := 0
	for {
		c.query.Limit = 200
		if c.limit > 0 {
			c.query.Limit = min(200, c.limit-printed)
		}
		list, next, err := st.Changes(ctx, c.query)
		if err != nil {
			return err
		}
		for i := range list {
			if err := out.change(ctx, &list[i]); err != nil {
				return err
			}
		}
		printed += len(list)
		c.query.After = next
		if next == "" || c.limit > 0 && printed >= c.limit {
			return out.end(ctx, printed, next)
		}
	}
}
