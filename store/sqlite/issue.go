package sqlite

import (
	"context"

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
