package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Pending implements store.Across.
func (s *Store) Pending(ctx context.Context, limit int) (docs []onrecord.DocumentID, state int64, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		if state, err = stateOf(ctx, tx); err != nil || limit <= 0 {
			return err
		}
		rows, err := tx.QueryContext(ctx, `SELECT d.id FROM pending p CROSS JOIN document d ON d.seq = p.document ORDER BY p.document LIMIT ?`, limit)
		if err != nil {
			return err
		}
		docs, err = listed[onrecord.DocumentID](rows, nil)
		return err
	})
	return docs, state, err
}

func stateOf(ctx context.Context, tx *sql.Tx) (state int64, err error) {
	err = tx.QueryRowContext(ctx, `SELECT state FROM counter`).Scan(&state)
	return state, err
}

// inState runs f in a transaction, alone, when the record is in a state still.
func (s *Store) inState(ctx context.Context, state int64, f func(*putter) error) error {
	return s.changing(ctx, func(p *putter) error {
		now, err := stateOf(ctx, p.tx)
		if err == nil && now != state {
			err = fmt.Errorf("it was in state %d, and is in %d: %w", state, now, store.ErrStale)
		}
		if err != nil {
			return err
		}
		if err := f(p); err != nil {
			return err
		}
		return p.changed()
	})
}

// changing runs f in a transaction, alone.
func (s *Store) changing(ctx context.Context, f func(*putter) error) error {
	return s.inWrite(ctx, func(tx *sql.Tx) error {
		ids, err := s.identitiesToWrite(ctx, tx)
		if err != nil {
			return err
		}
		p := &putter{ctx: ctx, tx: tx, tallies: newTallies(), ids: ids}
		defer p.close()
		return f(p)
	})
}

// changed brings the record into another state.
func (p *putter) changed() error { return p.exec(`UPDATE counter SET state = state + 1`) }

// pend makes a document pending.
func (p *putter) pend(seq int64) error { return p.exec(`INSERT OR IGNORE INTO pending VALUES(?)`, seq) }

// listed reads rows of one column.
func listed[T any](rows *sql.Rows, err error) (out []T, _ error) {
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var one T
		err := rows.Scan(&one)
		out = append(out, one)
		return err
	})
	return out, err
}
