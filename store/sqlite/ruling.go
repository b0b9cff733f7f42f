package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Rule implements store.Across.
func (s *Store) Rule(ctx context.Context, r onrecord.Ruling) (added bool, err error) {
	if err := store.CheckRuling(&r); err != nil {
		return false, err
	}
	err = s.changing(ctx, func(p *putter) error {
		named, err := p.ruledOn(&r)
		if err != nil {
			return err
		}
		done, err := p.run(`INSERT INTO ruling VALUES(NULL, ?, ?) ON CONFLICT(id) DO NOTHING`, r.ID, encodeRuling(&r))
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); n == 0 || err != nil {
			return err
		}
		seq, err := done.LastInsertId()
		if err != nil {
			return err
		}
		added = true
		return p.ruled(&r, seq, named)
	})
	return added && err == nil, err
}

// ruled keeps what follows from a ruling that is new.
func (p *putter) ruled(r *onrecord.Ruling, seq int64, docs [2]held) error {
	if r.Kind != onrecord.RulingUndone {
		if err := p.exec(`INSERT INTO ruled VALUES(?, ?, ?, NULL, NULL, 0, ?)`, seq, docs[0].seq, docs[1].seq, r.Kind == onrecord.Together); err != nil {
			return err
		}
	}
	for _, doc := range docs {
		if !doc.current {
			continue
		}
		if err := errors.Join(p.pend(doc.seq), p.place(doc.seq)); err != nil {
			return err
		}
	}
	return errors.Join(p.rule(), p.changed())
}

// ruledOn are the two documents that a ruling, or the one that it undoes, names.
func (p *putter) ruledOn(r *onrecord.Ruling) (docs [2]held, err error) {
	if r.Kind == onrecord.RulingUndone {
		var text string
		err := p.tx.QueryRowContext(p.ctx, `SELECT json FROM ruling WHERE id = ?`, r.Undoes).Scan(&text)
		if err := notFound(err, "ruling", string(r.Undoes)); err != nil {
			return docs, err
		}
		one, err := decodeRuling(string(r.Undoes), text)
		if err == nil && one.Kind == onrecord.RulingUndone {
			err = fmt.Errorf("ruling %s: %w: it is an undo itself: rule again instead", r.Undoes, store.ErrRuling)
		}
		if err != nil {
			return docs, err
		}
		r = &one
	}
	for i, at := range []onrecord.Place{r.A, r.B} {
		if docs[i], err = p.held(at.Doc); err != nil {
			return docs, err
		}
		if docs[i].seq == 0 {
			return docs, fmt.Errorf("document %s: %w", at.Doc, store.ErrNotFound)
		}
		if err := p.inText(r.ID, &at, docs[i].seq); err != nil {
			return docs, err
		}
	}
	return docs, nil
}

// inText sees that the spans of a place lie in the text of its document.
func (p *putter) inText(id onrecord.RulingID, at *onrecord.Place, seq int64) error {
	r, err := loadReading(p.ctx, p.tx, seq)
	if err != nil {
		return err
	}
	return standsIn(id, at, r.Doc)
}

func standsIn(id onrecord.RulingID, at *onrecord.Place, doc *onrecord.Document) error {
	st := onrecord.Statement{ID: at.Statement, Kind: onrecord.Reported, Content: at.Content, Cue: at.Cue, Source: at.Source}
	if err := (&onrecord.Reading{Doc: doc, Statements: []onrecord.Statement{st}}).Check(); err != nil {
		return fmt.Errorf("ruling %s: %w: %w", id, store.ErrRuling, err)
	}
	return nil
}

// place finds anew which statements of a current document rulings are on.
func (p *putter) place(seq int64) error {
	all, err := loadRulings(p.ctx, p.tx, seq)
	if err != nil || len(all) == 0 {
		return err
	}
	r, err := loadReading(p.ctx, p.tx, seq)
	if err != nil {
		return err
	}
	for i := range all {
		for column, at := range map[string]*onrecord.Place{"a": &all[i].A, "b": &all[i].B} {
			if at.Doc != r.Doc.ID {
				continue
			}
			if err := p.exec(`UPDATE ruled SET `+column+` = ?2 WHERE ruling = (SELECT seq FROM ruling WHERE id = ?1)`, all[i].ID, placed(r, at, seq)); err != nil {
				return err
			}
		}
	}
	return p.rule()
}

func placed(r *onrecord.Reading, at *onrecord.Place, seq int64) sql.NullInt64 {
	i := store.At(r, at)
	return sql.NullInt64{Int64: seq<<atBits | int64(i), Valid: i >= 0}
}

// unplace notes that the statements of a document are gone.
func (p *putter) unplace(seq int64) error {
	done, err := p.run(`UPDATE ruled SET a = iif(document_a = ?1, NULL, a), b = iif(document_b = ?1, NULL, b) WHERE document_a = ?1 OR document_b = ?1`, seq)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); n == 0 || err != nil {
		return err
	}
	return p.rule()
}

// rule sets which rulings hold.
func (p *putter) rule() error {
	all, err := loadRuled(p.ctx, p.tx)
	for i := range all {
		if err == nil {
			err = p.exec(`UPDATE ruled SET holds = ?2 WHERE ruling = (SELECT seq FROM ruling WHERE id = ?1) AND holds <> ?2`, all[i].ID, all[i].Holds())
		}
	}
	return err
}

// Rulings implements store.Across.
func (s *Store) Rulings(ctx context.Context) (list []store.Ruled, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		list, err = loadRuled(ctx, tx)
		return err
	})
	return list, err
}
