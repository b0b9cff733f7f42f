package sqlite

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/store"
)

// undated stands for a day where none is known.
const undated = -farOff - 1

// begins are the days on which a placeholder is looked for: those that By and
// Published begin with.
func begins(p *store.Placeholder) (days []int64) {
	for _, c := range []onrecord.Claimed{p.By, p.Published} {
		first, _, _ := known(c)
		if n, ok, err := countDays(first); ok && err == nil {
			days = append(days, n)
		}
	}
	if len(days) == 0 {
		return []int64{undated}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// placeholders keeps those of the documents, and what was found for them.
func (w *collator) placeholders(c *store.Collated) error {
	l := &loader{ctx: w.ctx, tx: w.tx, ids: w.ids}
	for _, seq := range w.order {
		if err := w.placed(l, seq); err != nil {
			return err
		}
	}
	for _, id := range c.Placeholders {
		at, err := w.end(id)
		if err == nil {
			err = w.exec(`DELETE FROM filled WHERE at = ? AND side = ?`, at.at, at.side)
		}
		if err != nil {
			return err
		}
	}
	for i := range c.Filled {
		f := &c.Filled[i]
		at, err1 := w.end(store.PlaceholderID{Doc: f.Doc, Relation: f.Relation, To: f.To})
		st, err2 := w.at(f.Statement)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if st>>atBits == at.at>>atBits || !finite(f.Score) {
			return fmt.Errorf("relation %s: filled with a statement of its own document", f.Relation)
		}
		if err := w.exec(`INSERT OR REPLACE INTO filled VALUES(?, ?, ?, ?, ?)`, at.at, at.side, st, f.Score, encodeWhy(f.Why)); err != nil {
			return err
		}
	}
	return nil
}

// placed keeps the placeholders of a document, to be found by owner and day.
func (w *collator) placed(l *loader, seq int64) error {
	if err := w.exec(`DELETE FROM placeholder WHERE at`+ofDocument, seq); err != nil {
		return err
	}
	var n int
	if err := w.value(&n, `SELECT count(*) FROM relation WHERE at`+ofDocument, seq); err != nil || n == 0 {
		return err
	}
	d, err := l.document(seq)
	if err != nil {
		return err
	}
	all, err := d.decoded()
	if err != nil {
		return err
	}
	for _, end := range placeholdersIn(all, seq) {
		one, err := l.placeholder(d, end)
		if err != nil {
			return err
		}
		for _, day := range begins(one) {
			if err := w.exec(`INSERT INTO placeholder SELECT iif(?3, to_owner, from_owner), ?1, at, ?3 FROM relation WHERE at = ?2`, day, end.at, end.side); err != nil {
				return err
			}
		}
	}
	return nil
}

// end is the number of a placeholder of a current document.
func (w *collator) end(id store.PlaceholderID) (at placing, err error) {
	seq, err := w.doc(id.Doc)
	if err != nil {
		return at, err
	}
	if w.ends[seq] == nil {
		if err := w.numbered(seq, id.Doc); err != nil {
			return at, err
		}
	}
	at, ok := w.ends[seq][id]
	if !ok {
		return at, notFound(sql.ErrNoRows, "placeholder of relation", string(id.Relation))
	}
	return at, nil
}

// numbered loads the numbers of a document's placeholders.
func (w *collator) numbered(seq int64, id onrecord.DocumentID) error {
	var text string
	if err := w.value(&text, `SELECT relations FROM document WHERE seq = ?`, seq); err != nil {
		return err
	}
	all, err := decodeRelations(text, id)
	if err != nil {
		return err
	}
	w.ends[seq] = map[store.PlaceholderID]placing{}
	for _, end := range placeholdersIn(all, seq) {
		rel := all[end.at&(1<<atBits-1)].ID
		w.ends[seq][store.PlaceholderID{Doc: id, Relation: rel, To: end.side == 1}] = end
	}
	return nil
}
