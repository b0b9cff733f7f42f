package sqlite

import (
	"database/sql"
	"errors"
	"fmt"

	"onrecord/store"
)

// traced keeps the prints of a document.
func (w *collator) traced(seq int64, prints []uint64) error {
	if err := w.untraced(seq); err != nil {
		return err
	}
	for _, one := range prints {
		w.docprints = append(w.docprints, [2]int64{int64(one), seq})
	}
	return w.exec(`INSERT OR REPLACE INTO traced VALUES(?, ?)`, seq, packPrints(prints))
}

// sketches keeps those of the statements of the documents, each of which must
// have one.
func (w *collator) sketches(c *store.Collated) error {
	count := map[int64]int{}
	for _, seq := range w.order {
		if err := errors.Join(w.unprint(seq), w.exec(`DELETE FROM sketch WHERE at`+ofDocument, seq)); err != nil {
			return err
		}
	}
	for i := range c.Sketches {
		k := &c.Sketches[i]
		at, err := w.at(k.Statement)
		if err != nil {
			return err
		}
		count[at>>atBits]++
		if err := w.sketch(at, k); err != nil {
			return fmt.Errorf("sketch of statement %s: %w", k.Statement, err)
		}
	}
	for _, seq := range w.order {
		id := w.docs[seq]
		var n int
		if err := w.value(&n, `SELECT statements FROM document WHERE seq = ?`, seq); err != nil || n != count[seq] {
			return errors.Join(err, fmt.Errorf("document %s: %d sketches of %d statements", id, count[seq], n))
		}
	}
	return nil
}

func (w *collator) sketch(at int64, k *store.Sketch) error {
	if w.docs[at>>atBits] == "" {
		return errors.New("not of the documents")
	}
	t, err := stretchOf(k.First, k.Last)
	if err != nil {
		return err
	}
	var speaker sql.NullInt64
	if err := w.value(&speaker, `SELECT speaker FROM statement WHERE at = ?`, at); err != nil {
		return err
	}
	if err := w.exec(`INSERT INTO sketch VALUES(?, ?, ?, ?, ?, ?, ?)`, at, speaker, t.class, t.day, t.days, packTerms(k.Terms), packPrints(k.Prints)); err != nil {
		return err
	}
	for _, one := range k.Prints {
		w.prints = append(w.prints, [2]int64{int64(one), at})
	}
	return nil
}

// printed adds prints all at once and in order, so that each page of the index
// is written once.
func (w *collator) printed(*store.Collated) error {
	return errors.Join(
		w.exec(`INSERT OR IGNORE INTO print SELECT value->>0, value->>1 FROM json_each(?) ORDER BY 1, 2`, encode(w.prints)),
		w.exec(`INSERT OR IGNORE INTO docprint SELECT value->>0, value->>1 FROM json_each(?) ORDER BY 1, 2`, encode(w.docprints)))
}
