package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"

	"onrecord/store"
)

// For the commonest of 460,000 statements' words, on two quiet cores: the first
// page takes 0.2 ms, a full count 30 ms, one up to 10,000 1 ms, facets of 10,000
// hits 8 ms, BM25 over all 1.2 s. See docs/decisions/store.md.
const (
	countTo  = 10_000 // where Total stops
	facetsOf = 10_000 // the newest hits that facets count
	bestOf   = 5_000  // the newest hits that Best ranks
	pageSize = 20     // when a Page asks for none
	maxPage  = 1000
)

// Find implements store.Store.
func (s *Store) Find(ctx context.Context, f store.Find) (result *store.Result, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		q, err := match(ctx, tx, ids, f.Where)
		if err != nil {
			return err
		}
		fi := &finder{loader: loader{ctx: ctx, tx: tx, ids: ids}, find: f, match: q}
		if err := fi.added(); err != nil {
			return err
		}
		result, err = fi.result()
		return err
	})
	return result, err
}

type finder struct {
	loader
	find  store.Find
	match string
	only  string // another condition on a row of the index
}

func (f *finder) result() (*store.Result, error) {
	r := &store.Result{}
	if err := f.page(r); err != nil {
		return nil, err
	}
	if err := f.count(r); err != nil {
		return nil, err
	}
	if f.find.Facets {
		return r, f.facets(r)
	}
	return r, nil
}

// A found is a row of the index: a place and the content with marks.
type found struct {
	place  int64
	marked sql.NullString
}

func (f *finder) page(r *store.Result) error {
	limit := limitOf(f.find.Page)
	rows, cursor, err := f.places(limit + 1)
	if err != nil {
		return err
	}
	if len(rows) > limit {
		rows = rows[:limit]
		r.Next = cursor(limit)
	}
	for _, row := range rows {
		h, err := f.hit(row.place)
		if err != nil {
			return err
		}
		if row.marked.Valid {
			h.Marks = marksIn(row.marked.String, clean(h.Content))
		}
		r.Hits = append(r.Hits, *h)
	}
	return nil
}

// places returns at most n rows of the page, and the cursor after i of them.
func (f *finder) places(n int) (rows []found, cursor func(i int) string, err error) {
	order := f.find.Order
	if order == "" || order == store.Best && !asks(f.find.Where) {
		order = store.Newest // no word by which one could be better
	}
	after, err := parseCursor(order, f.find.After)
	if err != nil {
		return nil, nil, err
	}
	cursor = func(i int) string { return formatCursor(order, rows[i-1].place) }
	switch order {
	case store.Newest:
		rows, err = f.query(`AND rowid < ? ORDER BY rowid DESC`, after, n)
	case store.Oldest:
		rows, err = f.oldest(after, n)
	case store.Best:
		rows, err = f.best(after, n)
		cursor = func(i int) string { return formatCursor(order, after+int64(i)) }
	default:
		err = fmt.Errorf("no order %q: %w", order, store.ErrQuestion)
	}
	return rows, cursor, err
}

// oldest puts the statements of unknown time, whose places are lowest, last.
func (f *finder) oldest(after int64, n int) (rows []found, err error) {
	const known = 1 << saidBits
	if after < 0 || after >= known {
		rows, err = f.query(`AND rowid >= `+strconv.Itoa(known)+` AND rowid > ? ORDER BY rowid`, after, n)
		if err != nil || len(rows) == n {
			return rows, err
		}
		after = -1
	}
	rest, err := f.query(`AND rowid < `+strconv.Itoa(known)+` AND rowid > ? ORDER BY rowid`, after, n-len(rows))
	return append(rows, rest...), err
}

func (f *finder) best(after int64, n int) ([]found, error) {
	return f.scan(`SELECT w.rowid, `+f.marked()+` FROM words w JOIN (
			SELECT rowid AS at, bm25 FROM (SELECT rowid, bm25(words) AS bm25 FROM words WHERE words MATCH ?1`+f.only+` ORDER BY rowid DESC LIMIT ?2)
			ORDER BY bm25, rowid DESC LIMIT ?4 OFFSET ?3) ON at = w.rowid WHERE words MATCH ?1 ORDER BY bm25, w.rowid DESC`,
		f.match, bestOf, after, n)
}

func (f *finder) query(where string, after int64, n int) ([]found, error) {
	return f.scan(`SELECT rowid, `+f.marked()+` FROM words WHERE words MATCH ?`+f.only+` `+where+` LIMIT ?`, f.match, after, n)
}

func (f *finder) marked() string {
	if asks(f.find.Where) {
		return `highlight(words, 0, '` + foundFrom + `', '` + foundTo + `')`
	}
	return `NULL`
}

func (f *finder) scan(query string, args ...any) (out []found, err error) {
	rows, err := f.tx.QueryContext(f.ctx, query, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var one found
		err := rows.Scan(&one.place, &one.marked)
		out = append(out, one)
		return err
	})
	return out, err
}

func (f *finder) count(r *store.Result) error {
	if n, ok, err := f.kept(); ok || err != nil {
		r.Total = n
		return err
	}
	err := f.tx.QueryRowContext(f.ctx, `SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ?`+f.only+` LIMIT ?)`, f.match, countTo+1).Scan(&r.Total)
	if r.Total > countTo {
		r.Total, r.AtLeast = countTo, true
	}
	return err
}

// kept looks the count up where the record keeps it.
func (f *finder) kept() (n int, ok bool, err error) {
	e := f.find.Where
	key := [2]string{string(e.Field), e.Text}
	query := `SELECT coalesce((SELECT n FROM tally WHERE field = ? AND value = ?), 0)`
	switch {
	case e.Op != "" || f.find.Added > 0:
		return 0, false, nil
	case e.Field == "":
		key[0] = "statements"
	case e.Field == store.KindIs || e.Field == store.ActIs || e.Field == store.AnonIs || e.Field == store.KeyIs && e.Text == "":
	default:
		return 0, false, nil
	}
	err = f.tx.QueryRowContext(f.ctx, query, key[0], key[1]).Scan(&n)
	return n, err == nil, err
}
