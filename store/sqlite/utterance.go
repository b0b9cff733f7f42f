package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

const (
	reportsOf = `SELECT t.place, t.at FROM report r CROSS JOIN statement t ON t.at = r.at WHERE r.first = ?1 ORDER BY r.number`
	matchesIn = `SELECT a.id, b.id, m.score, m.why FROM report r CROSS JOIN same m ON m.a = r.at
		CROSS JOIN report o ON o.at = m.b AND o.first = ?1 CROSS JOIN statement a ON a.at = m.a CROSS JOIN statement b ON b.at = m.b
		WHERE r.first = ?1 ORDER BY 1, 2`
	copiesIn = `SELECT a.id, b.id, c.score, c.why FROM (SELECT DISTINCT at >> 20 AS seq FROM report WHERE first = ?1) r CROSS JOIN copy c ON c.a = r.seq
		CROSS JOIN document a ON a.seq = c.a CROSS JOIN document b ON b.seq = c.b
		WHERE c.b IN (SELECT at >> 20 FROM report WHERE first = ?1) ORDER BY 1, 2`
)

// Utterance implements store.Across.
func (s *Store) Utterance(ctx context.Context, id onrecord.StatementID) (*store.Utterance, error) {
	u := &store.Utterance{}
	err := s.asking(ctx, []string{reportsOf, matchesIn, copiesIn}, func(a *asker) error {
		var at, place, first int64
		err := a.tx.QueryRowContext(ctx, `SELECT t.at, t.place, coalesce(r.first, t.at) FROM statement t JOIN document d ON d.seq = t.at >> 20
			LEFT JOIN report r ON r.at = t.at WHERE t.id = ? AND d.current`, id).Scan(&at, &place, &first)
		if err := notFound(err, "statement of a current document", string(id)); err != nil {
			return err
		}
		places, err := a.reportsOf(first)
		if err != nil {
			return err
		}
		if len(places) == 0 {
			places = []int64{place}
		}
		l := &loader{ctx: ctx, tx: a.tx, ids: a.ids}
		for _, place := range places {
			h, err := l.hit(place)
			if err != nil {
				return err
			}
			u.Hits, u.Reports = append(u.Hits, *h), append(u.Reports, h.ID)
		}
		u.First, u.Outlets, u.Independent = u.Reports[0], u.Hits[0].Outlets, u.Hits[0].Independent
		if u.Matches, err = a.matches(matchesIn, first); err != nil {
			return err
		}
		u.Copies, err = a.copies(copiesIn, first)
		return err
	})
	if err != nil {
		return nil, err
	}
	return u, nil
}

// Utterances implements store.Across.
func (s *Store) Utterances(ctx context.Context) (out []onrecord.Utterance, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT t.id, u.outlets, u.independent FROM utterance u JOIN statement t ON t.at = u.first ORDER BY t.id`)
		if err != nil {
			return err
		}
		return each(rows, func() error {
			var u onrecord.Utterance
			err := rows.Scan(&u.First, &u.Outlets, &u.Independent)
			out = append(out, u)
			return err
		})
	})
	return out, err
}

func (a *asker) reportsOf(first int64) (places []int64, err error) {
	rows, err := a.rows(reportsOf, first)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var place, at int64
		err := rows.Scan(&place, &at)
		places = append(places, place)
		return err
	})
	return places, err
}

// joined fills in what a hit reports with others. One that is joined with none
// counts for itself.
func (l *loader) joined(h *store.Hit, at int64) error {
	h.Same = ""
	if !h.Doc.Current {
		return nil
	}
	h.Reports, h.Outlets, h.Independent = 1, 1, 1
	var first onrecord.StatementID
	err := l.tx.QueryRowContext(l.ctx, `SELECT t.id, u.reports, u.outlets, u.independent FROM report r JOIN utterance u ON u.first = r.first
		JOIN statement t ON t.at = r.first WHERE r.at = ?`, at).Scan(&first, &h.Reports, &h.Outlets, &h.Independent)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if first != h.ID {
		h.Same = first
	}
	h.Changes, err = listed[onrecord.ChangeKind](l.tx.QueryContext(l.ctx, `SELECT DISTINCT kind FROM change WHERE later = ? AND kind <> ? ORDER BY kind`, at, onrecord.Same))
	return err
}

// loadShown loads a document as the record shows it: which statements report
// one utterance is what was computed across documents.
func loadShown(ctx context.Context, tx *sql.Tx, seq int64) (*onrecord.Reading, error) {
	r, err := loadReading(ctx, tx, seq)
	if err != nil {
		return nil, err
	}
	for i := range r.Statements {
		r.Statements[i].Same = ""
	}
	rows, err := tx.QueryContext(ctx, `SELECT r.at, t.id FROM report r JOIN statement t ON t.at = r.first WHERE r.number > 0 AND r.at`+ofDocument, seq)
	if err != nil {
		return nil, err
	}
	return r, each(rows, func() error {
		var at int64
		var first onrecord.StatementID
		if err := rows.Scan(&at, &first); err != nil {
			return err
		}
		i := at & (1<<atBits - 1)
		if i >= int64(len(r.Statements)) {
			return fmt.Errorf("document %s has no statement %d", r.Doc.ID, i)
		}
		r.Statements[i].Same = first
		return nil
	})
}
