package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

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

// relationRows finds a page of relations and one more. Each end is a question
// of its own, so that both are answered by an index in order.
func relationRows(ctx context.Context, tx *sql.Tx, ids *store.Identities, q store.RelationQuery) (out []relationRow, err error) {
	day, at, err := twoCursor(q.After)
	if err != nil {
		return nil, err
	}
	where, args := `(day, at) < (?, ?)`, []any{day, at}
	if q.Kind != "" {
		where, args = where+` AND kind = ?`, append(args, q.Kind)
	}
	query, all := `SELECT day, at FROM relation WHERE `+where, args
	if q.Key != "" {
		seqs, err := members(ctx, tx, ids, q.Key)
		if err != nil || len(seqs) == 0 {
			return nil, err
		}
		var parts []string
		all = nil
		for _, seq := range seqs {
			for _, column := range ownerColumns(q.Side) {
				parts = append(parts, query+` AND `+column+` = ?`)
				all = append(append(all, args...), seq)
			}
		}
		query = strings.Join(parts, ` UNION `)
	}
	rows, err := tx.QueryContext(ctx, query+` ORDER BY day DESC, at DESC LIMIT ?`, append(all, limitOf(q.Page)+1)...)
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

func ownerColumns(side store.Side) []string {
	switch side {
	case store.FromSide:
		return []string{"from_owner"}
	case store.ToSide:
		return []string{"to_owner"}
	}
	return []string{"from_owner", "to_owner"}
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
	return l.link(d, &all[i])
}
