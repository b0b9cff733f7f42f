package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Holds implements store.Store.
func (s *Store) Holds(ctx context.Context, article, sha256 string, by onrecord.ReaderVersion) (held bool, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT EXISTS(SELECT * FROM page WHERE article = ? AND sha256 = ? AND reader = ?)`,
		article, sha256, by.String()).Scan(&held)
	return held, explain(s.path, err)
}

// Outdated implements store.Store.
func (s *Store) Outdated(ctx context.Context, by onrecord.ReaderVersion) (ids []onrecord.DocumentID, err error) {
	plain, raw := by, by
	plain.Raw, raw.Raw = false, true
	rows, err := s.read.QueryContext(ctx, `SELECT id FROM document WHERE reader NOT IN (?, ?) ORDER BY id`, plain.String(), raw.String())
	if err != nil {
		return nil, explain(s.path, err)
	}
	err = each(rows, func() error {
		var id onrecord.DocumentID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, explain(s.path, err)
}

// Document implements store.Store.
func (s *Store) Document(ctx context.Context, id onrecord.DocumentID) (r *onrecord.Reading, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		var seq int64
		err := tx.QueryRowContext(ctx, `SELECT seq FROM document WHERE id = ?`, id).Scan(&seq)
		if err := notFound(err, "document", string(id)); err != nil {
			return err
		}
		r, err = loadShown(ctx, tx, seq)
		return err
	})
	return r, err
}

// Versions implements store.Store.
func (s *Store) Versions(ctx context.Context, id onrecord.DocumentID) (heads []store.Head, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT `+headColumns+` FROM document d JOIN outlet o ON o.seq = d.outlet
			WHERE address = (SELECT address FROM document WHERE id = ?) ORDER BY d.seq`, id)
		if err != nil {
			return err
		}
		err = each(rows, func() error {
			h, _, err := scanHead(rows)
			heads = append(heads, h)
			return err
		})
		if err == nil && len(heads) == 0 {
			return notFound(sql.ErrNoRows, "document", string(id))
		}
		return err
	})
	return heads, err
}

// Each implements store.Store. f sees the record as it was when Each began.
func (s *Store) Each(ctx context.Context, f func(*onrecord.Reading) error) error {
	var stopped error
	err := s.inRead(ctx, func(tx *sql.Tx) error {
		rows, err := tx.QueryContext(ctx, `SELECT seq FROM document ORDER BY id`)
		if err != nil {
			return err
		}
		var all []int64
		if err := each(rows, func() error {
			var seq int64
			err := rows.Scan(&seq)
			all = append(all, seq)
			return err
		}); err != nil {
			return err
		}
		for _, seq := range all {
			r, err := loadShown(ctx, tx, seq)
			if err != nil {
				return err
			}
			if stopped = f(r); stopped != nil {
				return nil
			}
		}
		return nil
	})
	return errors.Join(err, stopped)
}

func notFound(err error, what, id string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s %s: %w", what, id, store.ErrNotFound)
	}
	return err
}

const headColumns = `d.seq, d.id, d.article, d.title, o.name, d.current, d.reader, d.statements, d.replaces, d.head`

// scanHead reads headColumns, and with more what follows them.
func scanHead(rows interface{ Scan(...any) error }, more ...any) (h store.Head, seq int64, err error) {
	var reader, json string
	into := []any{&seq, &h.ID, &h.Article, &h.Title, &h.Outlet, &h.Current, &reader, &h.Statements, &h.Replaces, &json}
	if err := rows.Scan(append(into, more...)...); err != nil {
		return h, 0, err
	}
	by, err1 := onrecord.ParseReaderVersion(reader)
	h.Reader = by
	if err := errors.Join(err1, decodeHead(json, &h.Document)); err != nil {
		return h, 0, fmt.Errorf("document %s: %w", h.ID, err)
	}
	return h, seq, nil
}

// loadHead loads a document without its text, the number of its outlet, and
// how many entities it names.
func loadHead(ctx context.Context, tx *sql.Tx, seq int64) (doc *onrecord.Document, outlet int64, entities int, err error) {
	row := tx.QueryRowContext(ctx, `SELECT `+headColumns+`, d.outlet, json_array_length(d.entities)
		FROM document d JOIN outlet o ON o.seq = d.outlet WHERE d.seq = ?`, seq)
	h, _, err := scanHead(row, &outlet, &entities)
	return &h.Document, outlet, entities, err
}

// loadWhole loads a document with its text, and its entities and relations in
// JSON.
func loadWhole(ctx context.Context, tx *sql.Tx, seq int64) (h store.Head, entities, relations string, err error) {
	var text string
	row := tx.QueryRowContext(ctx, `SELECT `+headColumns+`, d.text, d.entities, d.relations
		FROM document d JOIN outlet o ON o.seq = d.outlet WHERE d.seq = ?`, seq)
	h, _, err = scanHead(row, &text, &entities, &relations)
	h.Text = text
	return h, entities, relations, err
}

func loadReading(ctx context.Context, tx *sql.Tx, seq int64) (*onrecord.Reading, error) {
	h, entities, relations, err := loadWhole(ctx, tx, seq)
	if err != nil {
		return nil, err
	}
	r := &onrecord.Reading{Doc: &h.Document, Reader: h.Reader}
	if r.Entities, err = decodeEntities(entities, h.ID); err != nil {
		return nil, fmt.Errorf("document %s: %w", h.ID, err)
	}
	if r.Relations, err = decodeRelations(relations, h.ID); err != nil {
		return nil, err
	}
	rows, err := tx.QueryContext(ctx, `SELECT s.id, s.kind, s.act, s.anonymity, b.json FROM statement s JOIN body b USING(at)
		WHERE s.at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY s.at`, seq)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		st := onrecord.Statement{Doc: h.ID}
		var json string
		if err := rows.Scan(&st.ID, &st.Kind, &st.Act, &st.Anonymity, &json); err != nil {
			return err
		}
		if err := decodeBody(json, &st); err != nil {
			return fmt.Errorf("statement %s: %w", st.ID, err)
		}
		r.Statements = append(r.Statements, st)
		return nil
	})
	if err != nil {
		return nil, err
	}
	r.Corrections, err = loadCorrections(ctx, tx, seq, h.ID)
	return r, err
}
