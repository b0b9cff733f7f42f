package collation

import (
	"context"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/issue"
	"onrecord/store"
)

// A statement is assigned by its own words alone: what stands around it is not
// kept with it, and a statement must be on an issue or not whether its article
// came before the issue was declared or after.

// Issues makes a matcher of the issues that the record holds; nil where it
// holds none.
func Issues(ctx context.Context, st store.Store) (*issue.Matcher, error) {
	files, err := st.Issues(ctx)
	if err != nil || len(files) == 0 {
		return nil, err
	}
	var all []*issue.Issue
	for i := range files {
		is, err := parsed(&files[i])
		if err != nil {
			return nil, err
		}
		all = append(all, is)
	}
	return issue.NewMatcher(all...), nil
}

func parsed(f *store.IssueFile) (*issue.Issue, error) {
	is, err := issue.Parse("issue "+string(f.ID), f.Text)
	if err != nil {
		return nil, fmt.Errorf("%w; correct its file and run onrecord issues import", err)
	}
	return is, nil
}

// Declare keeps an issue's file; name is that of the file, for errors. What follows
// from it is computed by Settle or the next Run.
func Declare(ctx context.Context, st store.Store, name, text string, when onrecord.Instant) (is *issue.Issue, changed bool, err error) {
	if is, err = issue.Parse(name, text); err != nil {
		return nil, false, err
	}
	changed, err = st.Declare(ctx, is.ID, is.Name, text, when)
	return is, changed, err
}

// Settle does what is outstanding of issues: the assignments of those that were
// declared anew, the changes of those whose positions changed.
func Settle(ctx context.Context, st store.Store) error { return finishIssues(ctx, st) }

// stances assigns the statements of the batch to the declared issues.
func (b *batch) stances(ctx context.Context, c *store.Collated) error {
	m, err := Issues(ctx, b.st)
	if err != nil || m == nil {
		return err
	}
	for i := range b.reports {
		on, positions := m.Read(&b.reports[i], "")
		c.Assignments = append(c.Assignments, on...)
		c.Positions = append(c.Positions, positions...)
	}
	return nil
}

// finishIssues does what is outstanding of issues.
func finishIssues(ctx context.Context, st store.Store) error {
	files, err := st.Issues(ctx)
	if err != nil {
		return err
	}
	for i := range files {
		f := &files[i]
		if f.Unassigned {
			if err := settle(ctx, st, f, assign); err != nil {
				return fmt.Errorf("assigning statements to issue %s: %w", f.ID, err)
			}
		}
		if f.Unassigned || f.Outdated {
			if err := settle(ctx, st, f, recompute); err != nil {
				return fmt.Errorf("comparing positions on issue %s: %w", f.ID, err)
			}
		}
	}
	return nil
}

// settle does one thing for an issue, and again when the record changed
// meanwhile. An issue that somebody else removed meanwhile needs nothing.
func settle(ctx context.Context, st store.Store, f *store.IssueFile, do func(context.Context, store.Store, int64, *store.IssueFile) error) error {
	for n := 0; ; n++ {
		_, state, err := st.Pending(ctx, 1)
		if err != nil {
			return err
		}
		err = do(ctx, st, state, f)
		if errors.Is(err, store.ErrNotFound) {
			return nil
		}
		if !errors.Is(err, store.ErrStale) || n == retries {
			return err
		}
	}
}

// page is how many statements are looked at in one question.
const page = 1000

// assign looks for the statements of the whole record that are on an issue.
func assign(ctx context.Context, st store.Store, state int64, f *store.IssueFile) error {
	is, err := parsed(f)
	if err != nil {
		return err
	}
	m := issue.NewMatcher(is)
	var on []onrecord.Assignment
	var positions []onrecord.Position
	q := store.Find{Where: candidates(is), Order: store.Newest, Page: store.Page{Limit: page}}
	for {
		found, err := st.Find(ctx, q)
		if err != nil {
			return err
		}
		reports, err := st.ReportsOf(ctx, touched(m, found.Hits)...)
		if err != nil {
			return err
		}
		for i := range reports {
			a, p := m.Read(&reports[i], "")
			on, positions = append(on, a...), append(positions, p...)
		}
		if q.After = found.Next; q.After == "" {
			return st.Assign(ctx, state, f.ID, on, positions)
		}
	}
}

// touched are the hits with a word of the issue in what was said.
func touched(m *issue.Matcher, hits []store.Hit) []onrecord.StatementID {
	var ids []onrecord.StatementID
	for i := range hits {
		if m.Touches(hits[i].Content) {
			ids = append(ids, hits[i].ID)
		}
	}
	return ids
}

// candidates asks for all statements that can be on an issue. The search knows
// no open endings: an issue whose words are all open is looked for in the
// whole record.
func candidates(is *issue.Issue) store.Expr {
	any := store.Expr{Op: store.Or}
	for _, words := range is.Needs() {
		if len(words) == 0 {
			return store.Expr{}
		}
		all := store.Expr{Op: store.And}
		for _, w := range words {
			all.Args = append(all.Args, store.Expr{Field: store.Words, Text: w})
		}
		any.Args = append(any.Args, all)
	}
	return any
}

// recompute compares the positions on an issue.
func recompute(ctx context.Context, st store.Store, state int64, f *store.IssueFile) error {
	list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: f.ID, Positioned: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return err
	}
	var stands []issue.Stand
	for i := range list {
		if s := &list[i]; s.Position != nil {
			stands = append(stands, issue.Stand{Position: *s.Position, Utterance: s.Utterance, Kind: s.Kind, Act: s.Act, Said: s.Said})
		}
	}
	return st.Recompute(ctx, state, f.ID, issue.Compare(stands))
}
