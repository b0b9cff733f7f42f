package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord/store"
)

// Relations implements store.Store.
func (s *Store) Relations(ctx context.Context, q store.RelationQuery) (list []store.Link, next string, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		rows, err := relationRows(ctx, tx, ids, q)
		if err != nil {
			return err
		}
		if n := limitOf(q.Page); len(rows) > n {
			rows = rows[:n]
			next = fmt.Sprintf("%d.%d", rows[n-1].day, rows[n-1].at)
		}
		l := &loader{ctx: ctx, tx: tx, ids: ids}
		for _, row := range rows {
			link, err := l.relation(row.at)
			if err != nil {
				return err
			}
			list = append(list, *link)
		}
		return nil
	})
	return list, next, err
}

// A relationRow says where a relation stands in time and in the record.
type relationRow struct{ day, at int64 }

// relationRows finds a page of relations and one more.
func relationRows(ctx context.Context, tx *sql.Tx, ids *store.Identities, q store.RelationQuery) (out []relationRow, err error) {
	day, at, err := twoCursor(q.After)
	if err != nil {
		return nil, err
	}
	owned, err := ownedOn(q.Side)
	if err != nil {
		return nil, err
	}
	where, args := `(day, at) < (?1, ?2)`, []any{day, at, limitOf(q.Page) + 1, q.Kind}
	if q.Kind != "" {
		where += ` AND kind = ?4`
	}
	if q.Key != "" {
		seqs, err := members(ctx, tx, ids, q.Key)
		if err != nil {
			return nil, err
		}
		where += ` AND at IN (` + owned + `)`
		args = append(args, encode(seqs))
	}
	rows, err := tx.QueryContext(ctx, `SELECT day, at FROM relation WHERE `+where+` ORDER BY day DESC, at DESC LIMIT ?3`, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var row relationRow
		err := rows.Scan(&row.day, &row.at)
		out = append(out, row)
		return err
	})
	return out, err
}

// ownedOn finds the relations of which an end on that side is of one of the
// speakers ?5. Of a speaker of many they are some thousands.
func ownedOn(side store.Side) (string, error) {
	const from, to = `SELECT at FROM relation WHERE from_owner IN (SELECT value FROM json_each(?5))`,
		`SELECT at FROM relation WHERE to_owner IN (SELECT value FROM json_each(?5))`
	switch side {
	case "":
		return from + ` UNION ` + to, nil
	case store.FromSide:
		return from, nil
	case store.ToSide:
		return to, nil
	}
	return "", fmt.Errorf("no side %q of a relation: %w", side, store.ErrQuestion)
}

func (l *loader) relation(at int64) (*store.Link, error) {
	d, err := l.document(at >> atBits)
	if err != nil {
		return nil, err
	}
	all, err := d.decoded()
	if err != nil {
		return nil, err
	}
	i := at & (1<<atBits - 1)
	if i >= int64(len(all)) {
		return nil, fmt.Errorf("document %s has no relation %d", d.head.ID, i)
	}
	return l.link(d, int(i))
}
