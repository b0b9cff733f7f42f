package sqlite

import (
	"context"
	"database/sql"
	"time"

	"onrecord"
	"onrecord/store"
)

// Outlets implements store.Store.
func (s *Store) Outlets(ctx context.Context) (list []store.Outlet, err error) {
	rows, err := s.read.QueryContext(ctx, `SELECT name, documents, statements, unattributed, first, last
		FROM outlet WHERE documents > 0 ORDER BY documents DESC, name`)
	if err != nil {
		return nil, explain(s.path, err)
	}
	err = each(rows, func() error {
		var o store.Outlet
		err := rows.Scan(&o.Name, &o.Documents, &o.Statements, &o.Unattributed, &o.First, &o.Last)
		list = append(list, o)
		return err
	})
	return list, explain(s.path, err)
}

// Stats implements store.Store.
func (s *Store) Stats(ctx context.Context) (*store.Stats, error) {
	st := &store.Stats{Kinds: map[onrecord.Kind]int{}, Relations: map[onrecord.RelationKind]int{}}
	err := s.inRead(ctx, func(tx *sql.Tx) error {
		var pages, size int64
		if err := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM document), (SELECT count(*) FROM failure), (SELECT count(*) FROM correction),
			coalesce((SELECT min(first) FROM outlet WHERE first <> ''), ''), coalesce((SELECT max(last) FROM outlet), ''),
			user_version, page_count, page_size FROM pragma_user_version, pragma_page_count, pragma_page_size`).
			Scan(&st.Versions, &st.Failures, &st.Corrections, &st.First, &st.Last, &st.Schema, &pages, &size); err != nil {
			return err
		}
		st.Bytes = pages * size
		if err := readReaders(ctx, tx, st); err != nil {
			return err
		}
		if err := readRelations(ctx, tx, st); err != nil {
			return err
		}
		return readTally(ctx, tx, st)
	})
	return st, err
}

func readReaders(ctx context.Context, tx *sql.Tx, st *store.Stats) error {
	rows, err := tx.QueryContext(ctx, `SELECT reader, count(*) FROM document GROUP BY reader ORDER BY count(*) DESC, reader`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var c store.ReaderCount
		var by string
		err := rows.Scan(&by, &c.Documents)
		if err == nil {
			c.Reader, err = onrecord.ParseReaderVersion(by)
		}
		st.Readers = append(st.Readers, c)
		return err
	})
}

func readRelations(ctx context.Context, tx *sql.Tx, st *store.Stats) error {
	rows, err := tx.QueryContext(ctx, `SELECT kind, count(*) FROM relation GROUP BY kind`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var kind onrecord.RelationKind
		var n int
		err := rows.Scan(&kind, &n)
		st.Relations[kind] = n
		return err
	})
}

func readTally(ctx context.Context, tx *sql.Tx, st *store.Stats) error {
	rows, err := tx.QueryContext(ctx, `SELECT field, value, n FROM tally`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var k tallyKey
		var n int
		if err := rows.Scan(&k.field, &k.value, &n); err != nil {
			return err
		}
		switch k {
		case tallyKey{"documents", ""}:
			st.Documents = n
		case tallyKey{"statements", ""}:
			st.Statements = n
		case tallyKey{"entities", ""}:
			st.Entities = n
		case tallyKey{"unread", ""}:
			st.Unread = n
		case tallyKey{string(store.KeyIs), ""}:
			st.Unknown = n
		}
		if k.field == string(store.KindIs) {
			st.Kinds[onrecord.Kind(k.value)] = n
		}
		return nil
	})
}

// Fail implements store.Store.
func (s *Store) Fail(ctx context.Context, f store.Failure) error {
	return s.inWrite(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO failure VALUES(?, ?, ?)`, f.Article, f.Reason, f.When.UTC().Format(time.RFC3339))
		return err
	})
}

// Failures implements store.Store. They come by article.
func (s *Store) Failures(ctx context.Context) (list []store.Failure, err error) {
	rows, err := s.read.QueryContext(ctx, `SELECT article, reason, at FROM failure ORDER BY article`)
	if err != nil {
		return nil, explain(s.path, err)
	}
	err = each(rows, func() error {
		var f store.Failure
		var at string
		err := rows.Scan(&f.Article, &f.Reason, &at)
		if err == nil {
			f.When, err = time.Parse(time.RFC3339, at)
		}
		list = append(list, f)
		return err
	})
	return list, explain(s.path, err)
}
