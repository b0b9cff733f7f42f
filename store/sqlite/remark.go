package sqlite

import (
	"context"
	"database/sql"
)

// remarked is the schema since which roles, ways and addressees are marked.
const remarked = 4

// remark marks the statements of a record from before as they are marked now,
// and indexes them anew: once, of 471,000 statements in 71 s on a busy machine.
func remark(ctx context.Context, tx *sql.Tx) error {
	p := &putter{ctx: ctx, tx: tx}
	defer p.close()
	rows, err := tx.QueryContext(ctx, `SELECT seq FROM document ORDER BY seq`)
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
		if err := p.remark(seq); err != nil {
			return err
		}
	}
	return p.exec(`INSERT INTO words(words) VALUES('rebuild')`)
}

// remark marks the statements of one document.
func (p *putter) remark(seq int64) error {
	r, err := loadReading(p.ctx, p.tx, seq)
	if err != nil {
		return err
	}
	rows, err := p.tx.QueryContext(p.ctx, `SELECT coalesce(speaker, 0) FROM statement
		WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY at`, seq)
	if err != nil {
		return err
	}
	var speakers []int64
	if err := each(rows, func() error {
		var who int64
		err := rows.Scan(&who)
		speakers = append(speakers, who)
		return err
	}); err != nil {
		return err
	}
	ends := endsOf(r)
	for i, who := range speakers {
		st := &r.Statements[i]
		marks := marksOf(r.Doc, st, ends.entities[st.Speaker], who, ends.kinds[st.ID])
		if err := p.exec(`UPDATE body SET marks = ? WHERE at = ?`, marks, seq<<atBits|int64(i)); err != nil {
			return err
		}
	}
	return nil
}
