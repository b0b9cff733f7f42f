package sqlite

import (
	"database/sql"
	"errors"
	"strings"

	"onrecord"
	"onrecord/store"
)

// rowOf is the row of a key and what it is merged into, 0 for none.
func (p *putter) rowOf(key string) (seq, root int64, err error) {
	err = p.tx.QueryRowContext(p.ctx, `SELECT seq, coalesce(root, 0) FROM speaker WHERE key = ?`, key).Scan(&seq, &root)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, 0, nil
	}
	return seq, root, err
}

// rootRow is the row that a key leads to, which is made when there is none.
func (p *putter) rootRow(key string) (int64, error) {
	name, _ := store.NameOfKey(p.ids.Root(key), "")
	return p.slotRow(p.ids.Root(key), name, byKey)
}

// recount counts the statements of a row, and of those merged into it, anew; a
// row that is merged into another has none of its own.
func (p *putter) recount(seq int64) error {
	marks, err := classMarks(p.ctx, p.tx, seq)
	if err != nil {
		return err
	}
	w := &writer{ctx: p.ctx, tx: p.tx}
	w.exec(`UPDATE speaker SET statements = 0, documents = 0, first = '', last = '' WHERE seq = ?`, seq)
	w.exec(`DELETE FROM role WHERE speaker = ?`, seq)
	w.exec(`UPDATE speaker SET (statements, documents, first, last) = (
		SELECT count(*), count(DISTINCT at >> 20), coalesce(min(`+day+`), ''), coalesce(max(`+day+`), '')
		FROM words JOIN statement ON place = words.rowid JOIN body USING(at) WHERE words MATCH ?2) WHERE seq = ?1 AND root IS NULL`, seq, marks)
	w.exec(`INSERT INTO role SELECT ?1, json->>'$.role', count(*)
		FROM words JOIN statement ON place = words.rowid JOIN body USING(at) WHERE words MATCH ?2 AND json->>'$.role' <> ''
		AND EXISTS(SELECT * FROM speaker WHERE seq = ?1 AND root IS NULL) GROUP BY 2`, seq, marks)
	return w.err
}

// speakerSeq is the row of an entity, 0 for nil: that of its name, or what a
// split of its document makes of it.
func (p *putter) speakerSeq(e *onrecord.Entity) (int64, error) {
	if e == nil {
		return 0, nil
	}
	own := store.KeyOf(e.Kind, e.Name)
	slot := p.ids.Slot(own, e.Doc)
	if slot == own {
		return p.slotRow(own, e.Name, printed)
	}
	name, began := store.NameOfKey(slot, e.Name)
	if began {
		return p.slotRow(slot, name, byPrefix)
	}
	return p.slotRow(slot, name, byKey)
}

// slotRow is the row of a key, which is made when there is none, with the row
// it is merged into. A name that is better known than the one kept replaces it.
func (p *putter) slotRow(key, name string, named int) (int64, error) {
	if seq, ok := p.speakers[key]; ok && p.named[key] >= named {
		return seq, nil
	}
	seq, err := p.speakerRow(key, name, named)
	if err != nil {
		return 0, err
	}
	if p.speakers == nil {
		p.speakers, p.named = map[string]int64{}, map[string]int{}
	}
	p.speakers[key], p.named[key] = seq, named
	if p.ids.Root(key) == key {
		return seq, nil
	}
	root, err := p.rootRow(key)
	if err != nil {
		return 0, err
	}
	return seq, p.exec(`UPDATE speaker SET root = ?2 WHERE seq = ?1 AND root IS NULL AND statements = 0`, seq, root)
}

func (p *putter) speakerRow(key, name string, named int) (seq int64, err error) {
	kind, _, _ := strings.Cut(key, ":")
	find, err := p.prepare(`SELECT seq, named FROM speaker WHERE key = ?`)
	if err != nil {
		return 0, err
	}
	var before int
	switch err := find.QueryRowContext(p.ctx, key).Scan(&seq, &before); {
	case errors.Is(err, sql.ErrNoRows):
		done, err := p.run(`INSERT INTO speaker(key, name, kind, words, named) VALUES(?, ?, ?, ?, ?)`, key, name, kind, spaced(name), named)
		if err != nil {
			return 0, err
		}
		return done.LastInsertId()
	case err != nil:
		return 0, err
	case before < named:
		return seq, p.exec(`UPDATE speaker SET name = ?, words = ?, named = ? WHERE seq = ?`, name, spaced(name), named, seq)
	}
	return seq, nil
}

// rootOf is the row that the statements of a row count for, 0 for 0.
func (p *putter) rootOf(seq int64) (root int64, err error) {
	if root, ok := p.roots[seq]; ok || seq == 0 {
		return root, nil
	}
	if p.roots == nil {
		p.roots = map[int64]int64{}
	}
	st, err := p.prepare(`SELECT coalesce(root, seq) FROM speaker WHERE seq = ?`)
	if err == nil {
		err = st.QueryRowContext(p.ctx, seq).Scan(&root)
	}
	p.roots[seq] = root
	return root, err
}
