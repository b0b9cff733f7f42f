package sqlite

import (
	"database/sql"

	"onrecord"
)

// retract takes a document that stops being current out of the index and the
// counts, and away what was computed across documents with it.
func (p *putter) retract(seq int64) error {
	// Rows of this transaction must be in the index before they can leave it.
	if err := p.index(); err != nil {
		return err
	}
	p.rows = nil
	doc, outlet, entities, err := loadHead(p.ctx, p.tx, seq)
	if err != nil {
		return err
	}
	if err := p.exec(`INSERT INTO words(words, rowid, content, source, cue, marks)
		SELECT 'delete', place, content, source, cue, marks FROM indexed
		WHERE place IN (SELECT place FROM statement WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575)`, seq); err != nil {
		return err
	}
	if err := p.exec(`DELETE FROM relation WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`, seq); err != nil {
		return err
	}
	tell := &told{doc: doc, outlet: outlet, sign: -1, entities: entities}
	rows, err := p.tx.QueryContext(p.ctx, `SELECT s.kind, s.act, s.anonymity, coalesce((SELECT coalesce(root, seq) FROM speaker WHERE seq = s.speaker), 0), s.relations, b.json
		FROM statement s JOIN body b USING(at) WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`, seq)
	if err != nil {
		return err
	}
	err = each(rows, func() error {
		var st onrecord.Statement
		var who int64
		var kinds, json string
		if err := rows.Scan(&st.Kind, &st.Act, &st.Anonymity, &who, &kinds, &json); err != nil {
			return err
		}
		if err := decodeBody(json, &st); err != nil {
			return err
		}
		tell.statement(&st, who, kinds)
		return nil
	})
	if err != nil {
		return err
	}
	p.tell(tell)
	return p.forget(seq)
}

// each calls f for every row and closes rows.
func each(rows *sql.Rows, f func() error) error {
	defer rows.Close()
	for rows.Next() {
		if err := f(); err != nil {
			return err
		}
	}
	return rows.Err()
}
