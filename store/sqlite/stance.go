package sqlite

import (
	"context"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Assign implements store.Across.
func (s *Store) Assign(ctx context.Context, state int64, id onrecord.IssueID, on []onrecord.Assignment, positions []onrecord.Position) error {
	return s.inState(ctx, state, func(p *putter) error {
		issue, err := p.issue(id)
		if err != nil {
			return err
		}
		if err := p.exec(`DELETE FROM stance WHERE issue = ?`, issue); err != nil {
			return err
		}
		w := newCollator(p)
		if err := w.assign(on, positions, func(a *onrecord.Assignment, _ int64) error {
			if a.Issue != id {
				return fmt.Errorf("it is on issue %s, not on %s", a.Issue, id)
			}
			return nil
		}); err != nil {
			return err
		}
		return p.exec(`UPDATE issue SET unassigned = 0, outdated = 1 WHERE seq = ?`, issue)
	})
}

// stances keeps those of the documents' statements.
func (w *collator) stances(c *store.Collated) error {
	before, err := w.onIssues()
	if err != nil {
		return err
	}
	for _, seq := range w.order {
		if err := w.exec(`DELETE FROM stance WHERE at`+ofDocument, seq); err != nil {
			return err
		}
	}
	if err := w.assign(c.Assignments, c.Positions, func(_ *onrecord.Assignment, at int64) error {
		if w.docs[at>>atBits] == "" {
			return fmt.Errorf("its document is not one of those that are collated")
		}
		return nil
	}); err != nil {
		return err
	}
	after, err := w.onIssues()
	if err != nil {
		return err
	}
	for _, one := range [][2]map[int64]string{{before, after}, {after, before}} {
		for issue, text := range one[0] {
			if one[1][issue] != text {
				if err := w.exec(`UPDATE issue SET outdated = 1 WHERE seq = ?`, issue); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// onIssues is what positions the documents' statements take, by issue.
func (w *collator) onIssues() (map[int64]string, error) {
	out := map[int64]string{}
	for _, seq := range w.order {
		rows, err := w.query(`SELECT issue, at || position FROM stance WHERE at`+ofDocument+` AND position <> '' ORDER BY at, issue`, seq)
		if err != nil {
			return nil, err
		}
		if err := each(rows, func() error {
			var issue int64
			var text string
			err := rows.Scan(&issue, &text)
			out[issue] += text + "\n"
			return err
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// assign adds stances that fit.
func (w *collator) assign(on []onrecord.Assignment, positions []onrecord.Position, fits func(*onrecord.Assignment, int64) error) error {
	type key struct {
		issue onrecord.IssueID
		id    onrecord.StatementID
	}
	taken := map[key]*onrecord.Position{}
	for i := range positions {
		taken[key{positions[i].Issue, positions[i].Statement}] = &positions[i]
	}
	for i := range on {
		a := &on[i]
		at, err := w.at(a.Statement)
		if err == nil {
			err = fits(a, at)
		}
		if err == nil {
			err = w.assigned(a, at, taken[key{a.Issue, a.Statement}])
		}
		if err != nil {
			return fmt.Errorf("statement %s on issue %s: %w", a.Statement, a.Issue, err)
		}
		delete(taken, key{a.Issue, a.Statement})
	}
	for i := range positions {
		if p := &positions[i]; taken[key{p.Issue, p.Statement}] != nil {
			return fmt.Errorf("statement %s takes a position on issue %s, and is not assigned to it", p.Statement, p.Issue)
		}
	}
	return nil
}

func (w *collator) assigned(a *onrecord.Assignment, at int64, taken *onrecord.Position) error {
	issue, err := w.issue(a.Issue)
	if err != nil {
		return err
	}
	if !finite(a.Score) {
		return fmt.Errorf("its score is %v", a.Score)
	}
	f, err := w.facts(at)
	if err != nil {
		return err
	}
	return w.exec(`INSERT INTO stance SELECT ?1, ?2, ?3, t.id, t.at, ?5, ?6, ?7, ?8, t.speaker, t.kind, t.act, ?9, ?10, t.outlet, d.id
		FROM statement t CROSS JOIN document d ON d.seq = t.at >> 20 WHERE t.at = ?4`,
		issue, f.said, f.printed, at, a.Score, encodeSpans(a.Words), encodeWhy(a.Why), encodeTaken(a, taken), f.time, f.published)
}

func (w *collator) facts(at int64) (f facts, err error) {
	var body, head string
	if err := w.value(&body, `SELECT json FROM body WHERE at = ?`, at); err != nil {
		return f, err
	}
	if err := w.value(&head, `SELECT head FROM document WHERE seq = ?`, at>>atBits); err != nil {
		return f, err
	}
	return factsOf(body, head)
}
