package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"onrecord"
	"onrecord/search"
	"onrecord/store"
	"onrecord/store/sqlite"
)

func newCompareCmd() *cobra.Command {
	var c compare
	cmd := &cobra.Command{
		Use:   "compare [flags] SPEAKER [SPEAKER]",
		Short: "Lay positions on an issue beside each other",
		Long: `Compare prints where two speakers stand on a declared issue, or one speaker before
a day and since: the positions on each side with their words, the latest
first, then the changes that lead from one side to the other. It judges nothing
beyond these; what takes no position is counted, not printed.

A position counts as of the day it was said, of which only the last may be known,
else of the day it was printed; one that could be of either side is of neither,
and counted.`,
		Example: `  onrecord compare "Ada Brandt" "Ole Falk" --issue ferry
  onrecord compare "Rex Tillerson" --before 2017-12 --issue talks-with-norrland`,
		Args: args(cobra.RangeArgs(1, 2)),
		RunE: withRecord(func(ctx context.Context, cmd *cobra.Command, st *sqlite.Store, names []string) error {
			sides, err := c.sides(ctx, st, names)
			if err != nil {
				return err
			}
			return c.print(ctx, st, newPrinter(cmd.OutOrStdout()), sides)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&c.name, "issue", "", "the issue: its ID, as onrecord issues prints it")
	f.StringVar(&c.before, "before", "", "for one speaker: the first day of the later side, a year, month or day")
	f.IntVarP(&c.limit, "limit", "n", 5, "how many positions of each side; 0 for all")
	return cmd
}

// compare is what the flags say.
type compare struct {
	name, before string
	limit        int
	issue        onrecord.IssueID
}

// A compared is one side.
type compared struct {
	title, key  string
	from, until onrecord.Day // when, empty where open

	positions []held         // newest first, one an utterance
	at        map[string]int // where in positions
	without   int            // statements on the issue without a position
	apart     int            // positions whose day cannot be told from the bound
	has       map[onrecord.StatementID]bool
}

// A held position, and how many more reports of its utterance take it.
type held struct {
	store.Stance
	again int
}

func (c *compare) sides(ctx context.Context, st store.Store, names []string) ([2]compared, error) {
	var sides [2]compared
	if c.name == "" {
		return sides, usageError{errors.New("--issue must name the issue: see onrecord issues")}
	}
	if (len(names) == 1) != (c.before != "") {
		return sides, usageError{errors.New("name two speakers, or one and --before a day")}
	}
	var err error
	if c.issue, err = issueOf(ctx, st, c.name); err != nil {
		return sides, err
	}
	for i, name := range names {
		if sides[i].key, err = speakerKey(ctx, st, name); err != nil {
			return sides, err
		}
	}
	if c.before != "" {
		day, _, err := search.Days(c.before)
		if err != nil || day == "" {
			return sides, usageError{fmt.Errorf("--before %s: write a year, month or day", c.before)}
		}
		sides[1].key = sides[0].key
		sides[0].until, sides[1].from = day, day
	}
	for i := range sides {
		if err := sides[i].load(ctx, st, c.issue); err != nil {
			return sides, err
		}
	}
	return sides, nil
}

// load finds what the side said on the issue.
func (s *compared) load(ctx context.Context, st store.Store, issue onrecord.IssueID) error {
	sp, err := st.Speaker(ctx, s.key)
	if err != nil {
		return err
	}
	s.title = sp.Name
	switch {
	case s.until != "":
		s.title += " before " + string(s.until)
	case s.from != "":
		s.title += " from " + string(s.from) + " on"
	}
	list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: issue, Key: s.key, Page: store.Page{Limit: -1}})
	if err != nil {
		return err
	}
	s.has, s.at = map[onrecord.StatementID]bool{}, map[string]int{}
	for i := len(list) - 1; i >= 0; i-- {
		switch in, sure := s.holds(&list[i]); {
		case !sure && list[i].Position != nil:
			s.apart++
		case !in || !sure:
		case list[i].Position == nil:
			s.without++
		default:
			s.take(&list[i])
		}
	}
	return nil
}

// take adds a position, to those of its utterance where it is the same. Of
// several reports one that gives it word for word stands for all.
func (s *compared) take(x *store.Stance) {
	s.has[x.Statement] = true
	same := fmt.Sprintf("%s %s %q", x.Utterance, x.Position.Pole, x.Position.Conditions)
	at, ok := s.at[same]
	if !ok {
		s.at[same] = len(s.positions)
		s.positions = append(s.positions, held{*x, 0})
		return
	}
	p := &s.positions[at]
	p.again++
	if x.Kind == onrecord.Direct && p.Kind != onrecord.Direct {
		p.Stance = *x
	}
}

// holds reports whether a statement is of the side's time, and whether that is
// sure.
func (s *compared) holds(x *store.Stance) (in, sure bool) {
	if s.from == "" && s.until == "" {
		return true, true
	}
	said := x.Said
	if said.From == "" && said.Until == "" {
		said = x.Published
	}
	first, last, bound := said.From, lastDayOf(said), s.from+s.until
	if first == "" {
		first = last
	}
	switch {
	case first == "" || last == "" || first < bound && last >= bound:
		return false, false
	case s.until != "":
		return last < bound, true
	}
	return first >= bound, true
}

// lastDayOf is the last day of a time, empty when it has none.
func lastDayOf(c onrecord.Claimed) onrecord.Day {
	t, err := time.Parse(time.DateOnly, string(c.Until))
	if err != nil {
		return ""
	}
	return onrecord.Day(t.AddDate(0, 0, -1).Format(time.DateOnly))
}
