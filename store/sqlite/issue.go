package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Declare implements store.Across.
func (s *Store) Declare(ctx context.Context, id onrecord.IssueID, name, text string, when onrecord.Instant) (changed bool, err error) {
	err = s.changing(ctx, func(p *putter) error {
		if text == "" {
			changed, err = p.undeclare(id)
		} else {
			changed, err = p.affects(`INSERT INTO issue VALUES(NULL, ?1, ?2, ?3, ?4, 1, 1) ON CONFLICT(id) DO UPDATE
				SET name = ?2, text = ?3, declared = ?4, unassigned = 1, outdated = 1 WHERE name <> ?2 OR text <> ?3`, id, name, text, when)
		}
		if err != nil || !changed {
			return err
		}
		return p.changed()
	})
	return changed && err == nil, err
}

// undeclare removes an issue with all that is on it.
func (p *putter) undeclare(id onrecord.IssueID) (removed bool, err error) {
	for _, q := range []string{
		`DELETE FROM change WHERE issue = (SELECT seq FROM issue WHERE id = ?)`,
		`DELETE FROM stance WHERE issue = (SELECT seq FROM issue WHERE id = ?)`,
	} {
		if err := p.exec(q, id); err != nil {
			return false, err
		}
	}
	return p.affects(`DELETE FROM issue WHERE id = ?`, id)
}

// affects runs a statement, and reports whether it changed a row.
func (p *putter) affects(query string, args ...any) (bool, error) {
	done, err := p.run(query, args...)
	if err != nil {
		return false, err
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// Issues implements store.Across.
func (s *Store) Issues(ctx context.Context) (list []store.IssueFile, err error) {
	rows, err := s.read.QueryContext(ctx, `SELECT id, name, text, declared, unassigned, outdated,
		(SELECT count(*) FROM stance WHERE issue = issue.seq), (SELECT count(*) FROM stance WHERE issue = issue.seq AND position <> ''),
		(SELECT count(*) FROM change WHERE issue = issue.seq AND kind <> ?) FROM issue ORDER BY name, id`, onrecord.Same)
	if err != nil {
		return nil, explain(s.path, err)
	}
	err = each(rows, func() error {
		var one store.IssueFile
		err := rows.Scan(&one.ID, &one.Name, &one.Text, &one.Declared, &one.Unassigned, &one.Outdated, &one.Statements, &one.Positions, &one.Changes)
		list = append(list, one)
		return err
	})
	return list, explain(s.path, err)
}

// issue is the number of an issue.
func (p *putter) issue(id onrecord.IssueID) (seq int64, err error) {
	return seq, notFound(p.value(&seq, `SELECT seq FROM issue WHERE id = ?`, id), "issue", string(id))
}

// Recompute implements store.Across.
func (s *Store) Recompute(ctx context.Context, state int64, id onrecord.IssueID, changes []onrecord.Change) error {
	return s.inState(ctx, state, func(p *putter) error {
		issue, err := p.issue(id)
		if err != nil {
			return err
		}
		if err := p.exec(`DELETE FROM change WHERE issue = ?`, issue); err != nil {
			return err
		}
		w := newCollator(p)
		for i := range changes {
			if err := w.change(issue, id, &changes[i]); err != nil {
				return fmt.Errorf("change %s: %w", changes[i].ID, err)
			}
		}
		return p.exec(`UPDATE issue SET outdated = 0 WHERE seq = ?`, issue)
	})
}

func (w *collator) change(issue int64, id onrecord.IssueID, c *onrecord.Change) error {
	earlier, err1 := w.at(c.Earlier)
	later, err2 := w.at(c.Later)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if c.Issue != id || c.ID != c.ComputeID() || c.Earlier == c.Later || !finite(c.Score) {
		return fmt.Errorf("not a change on issue %s between two statements, or its ID is not its own", id)
	}
	return w.exec(`INSERT INTO change SELECT NULL, ?1, ?2, ?3, iif(l.place >> 44, l.place >> 44, l.place >> 25 & 524287), max(?4, ?5) >> 20, ?4, ?5, e.speaker, l.speaker, ?6, ?7
		FROM statement e, statement l WHERE e.at = ?4 AND l.at = ?5`, c.ID, issue, c.Kind, earlier, later, c.Score, encodeChange(c))
}

// A change's JSON; the rest are columns.
type change struct {
	Why      []string     `json:"why,omitempty"`
	Caveats  []string     `json:"caveats,omitempty"`
	Position [2]*position `json:"position"`
}

func encodeChange(c *onrecord.Change) string {
	return encode(change{c.Why, c.Caveats, [2]*position{positionOf(&c.Position[0]), positionOf(&c.Position[1])}})
}

// Changes implements store.Across.
func (s *Store) Changes(ctx context.Context, q store.ChangeQuery) (list []store.Departure, next string, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		l := &changes{loader: loader{ctx: ctx, tx: tx, ids: ids}}
		list, next, err = l.list(q)
		return err
	})
	return list, next, err
}

// Coverage implements store.Across.
func (s *Store) Coverage(ctx context.Context) (months []store.Month, err error) {
	rows, err := s.read.QueryContext(ctx, `SELECT substr(published, 1, 7), count(*) FROM document INDEXED BY document_outlet WHERE current GROUP BY 1 ORDER BY 1`)
	if err != nil {
		return nil, explain(s.path, err)
	}
	err = each(rows, func() error {
		var m store.Month
		err := rows.Scan(&m.Month, &m.Documents)
		months = append(months, m)
		return err
	})
	return months, explain(s.path, err)
}
