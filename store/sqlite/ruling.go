package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// A ruling's JSON; its ID is a column.
type ruling struct {
	Kind   string `json:"kind"`
	A      *place `json:"a,omitempty"`
	B      *place `json:"b,omitempty"`
	Undoes string `json:"undoes,omitempty"`
	Who    string `json:"who"`
	Why    string `json:"why,omitempty"`
	When   string `json:"when"`
}

type place struct {
	Doc       string `json:"doc"`
	Statement string `json:"statement"`
	Content   []span `json:"content,omitempty"`
	Cue       *span  `json:"cue,omitempty"`
	Source    *span  `json:"source,omitempty"`
}

// Rule implements store.Across.
func (s *Store) Rule(ctx context.Context, r onrecord.Ruling) (added bool, err error) {
	if err := store.CheckRuling(&r); err != nil {
		return false, err
	}
	err = s.changing(ctx, func(p *putter) error {
		named, err := p.named2(&r)
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

// named2 are the two documents that a ruling, or the one that it undoes, names.
func (p *putter) named2(r *onrecord.Ruling) (docs [2]held, err error) {
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

func loadRuled(ctx context.Context, tx *sql.Tx) ([]store.Ruled, error) {
	all, err := loadRulings(ctx, tx, 0)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	now := map[onrecord.StatementID]onrecord.StatementID{}
	rows, err := tx.QueryContext(ctx, `SELECT g.json->>'$.a.statement', coalesce(a.id, ''), g.json->>'$.b.statement', coalesce(b.id, '')
		FROM ruled r JOIN ruling g ON g.seq = r.ruling LEFT JOIN statement a ON a.at = r.a LEFT JOIN statement b ON b.at = r.b`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var a, nowA, b, nowB onrecord.StatementID
		err := rows.Scan(&a, &nowA, &b, &nowB)
		now[a], now[b] = nowA, nowB
		return err
	})
	return store.DecideRulings(all, func(p *onrecord.Place) onrecord.StatementID { return now[p.Statement] }), err
}

// loadRulings loads those that name a document, or for 0 all.
func loadRulings(ctx context.Context, tx *sql.Tx, seq int64) (list []onrecord.Ruling, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, json FROM ruling WHERE ?1 = 0 OR seq IN (
		SELECT ruling FROM ruled WHERE document_a = ?1 UNION SELECT ruling FROM ruled WHERE document_b = ?1) ORDER BY seq`, seq)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		r, err := decodeRuling(id, text)
		list = append(list, r)
		return err
	})
	return list, err
}

func encodeRuling(r *onrecord.Ruling) string {
	return encode(ruling{string(r.Kind), encodePlace(&r.A), encodePlace(&r.B), string(r.Undoes), r.Who, r.Why, string(r.When)})
}

func encodePlace(p *onrecord.Place) *place {
	if p.Statement == "" {
		return nil
	}
	return &place{string(p.Doc), string(p.Statement), spans(p.Content), spanOf(p.Cue), spanOf(p.Source)}
}

func decodeRuling(id, text string) (r onrecord.Ruling, err error) {
	var in ruling
	if err := json.Unmarshal([]byte(text), &in); err != nil {
		return r, fmt.Errorf("ruling %s: %w", id, err)
	}
	return onrecord.Ruling{ID: onrecord.RulingID(id), Kind: onrecord.RulingKind(in.Kind), A: in.A.place(), B: in.B.place(),
		Undoes: onrecord.RulingID(in.Undoes), Who: in.Who, Why: in.Why, When: onrecord.Instant(in.When)}, nil
}

func (p *place) place() onrecord.Place {
	if p == nil {
		return onrecord.Place{}
	}
	return onrecord.Place{Doc: onrecord.DocumentID(p.Doc), Statement: onrecord.StatementID(p.Statement),
		Content: toSpans(p.Content), Cue: toSpan(p.Cue), Source: toSpan(p.Source)}
}
