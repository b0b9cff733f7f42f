package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Collate implements store.Across.
func (s *Store) Collate(ctx context.Context, c *store.Collated) error {
	return s.inState(ctx, c.State, func(p *putter) error {
		w := newCollator(p)
		for _, write := range []func(*store.Collated) error{w.documents, w.sketches, w.matches, w.copies, w.utterances, w.placeholders, w.stances, w.printed} {
			if err := write(c); err != nil {
				return err
			}
		}
		for _, seq := range w.order {
			if err := p.exec(`DELETE FROM pending WHERE document = ?`, seq); err != nil {
				return err
			}
		}
		return nil
	})
}

func newCollator(p *putter) *collator {
	return &collator{putter: p, docs: map[int64]onrecord.DocumentID{}, seqs: map[onrecord.DocumentID]int64{},
		ats: map[onrecord.StatementID]int64{}, rels: map[int64]map[onrecord.RelationID]int64{}}
}

// A collator writes what was computed for some documents.
type collator struct {
	*putter
	docs  map[int64]onrecord.DocumentID // of the Collated
	order []int64                       // their numbers, sorted
	seqs  map[onrecord.DocumentID]int64
	ats   map[onrecord.StatementID]int64
	rels  map[int64]map[onrecord.RelationID]int64 // of a document the numbers of its relations

	prints, docprints [][2]int64 // to be added, with what has them
}

func (w *collator) documents(c *store.Collated) error {
	for _, id := range c.Docs {
		seq, err := w.doc(id)
		if err != nil {
			return err
		}
		w.docs[seq] = id
	}
	w.order = slices.Sorted(maps.Keys(w.docs))
	return nil
}

// doc is the number of a current document.
func (w *collator) doc(id onrecord.DocumentID) (int64, error) {
	if seq := w.seqs[id]; seq != 0 {
		return seq, nil
	}
	var seq int64
	if err := w.value(&seq, `SELECT seq FROM document WHERE id = ? AND current`, id); err != nil {
		return 0, notFound(err, "current document", string(id))
	}
	w.seqs[id] = seq
	return seq, nil
}

// at is the number of a statement of a current document.
func (w *collator) at(id onrecord.StatementID) (int64, error) {
	if at, ok := w.ats[id]; ok {
		return at, nil
	}
	var at int64
	if err := w.value(&at, `SELECT t.at FROM statement t CROSS JOIN document d ON d.seq = t.at >> 20 WHERE t.id = ? AND d.current`, id); err != nil {
		return 0, notFound(err, "statement of a current document", string(id))
	}
	w.ats[id] = at
	return at, nil
}

// collated is the same of one that has a sketch.
func (w *collator) collated(id onrecord.StatementID) (int64, error) {
	at, err := w.at(id)
	if err != nil {
		return 0, err
	}
	var n int64
	return at, notFound(w.value(&n, `SELECT 1 FROM sketch WHERE at = ?`, at), "sketch of statement", string(id))
}

// value reads one value.
func (p *putter) value(into any, query string, args ...any) error {
	st, err := p.prepare(query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(p.ctx, args...).Scan(into)
}

func (w *collator) matches(c *store.Collated) error {
	for _, seq := range w.order {
		if err := errors.Join(w.exec(`DELETE FROM same WHERE a`+ofDocument, seq), w.exec(`DELETE FROM same WHERE b`+ofDocument, seq)); err != nil {
			return err
		}
	}
	for i := range c.Matches {
		if err := w.match(&c.Matches[i]); err != nil {
			return fmt.Errorf("match of %s and %s: %w", c.Matches[i].A, c.Matches[i].B, err)
		}
	}
	return nil
}

func (w *collator) match(m *onrecord.Match) error {
	a, err1 := w.collated(m.A)
	b, err2 := w.collated(m.B)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if w.docs[a>>atBits] == "" && w.docs[b>>atBits] == "" || a == b || !finite(m.Score) {
		return errors.New("not between a statement of the documents and another")
	}
	return w.exec(`INSERT INTO same SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT * FROM same WHERE a = ?2 AND b = ?1)`, a, b, m.Score, encodeWhy(m.Why))
}

func (w *collator) copies(c *store.Collated) error {
	for _, seq := range w.order {
		id := w.docs[seq]
		if err := w.traced(seq, c.DocPrints[id]); err != nil {
			return err
		}
		if err := w.exec(`DELETE FROM copy WHERE a = ?1 OR b = ?1`, seq); err != nil {
			return err
		}
	}
	for i := range c.Copies {
		one := &c.Copies[i]
		a, err1 := w.doc(one.A)
		b, err2 := w.doc(one.B)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if w.docs[a] == "" && w.docs[b] == "" || a == b || !finite(one.Score) {
			return fmt.Errorf("copy of %s and %s: not between one of the documents and another", one.A, one.B)
		}
		if err := w.exec(`INSERT INTO copy SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT * FROM copy WHERE a = ?2 AND b = ?1)`, a, b, one.Score, encodeWhy(one.Why)); err != nil {
			return err
		}
	}
	return nil
}

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

// utterances keeps which statements report one utterance.
func (w *collator) utterances(c *store.Collated) error {
	for _, component := range c.Components {
		for _, id := range component {
			if err := w.alone(id); err != nil {
				return err
			}
		}
	}
	for i := range c.Utterances {
		if err := w.utterance(&c.Utterances[i]); err != nil {
			return fmt.Errorf("utterance first reported by %s: %w", c.Utterances[i].First, err)
		}
	}
	return nil
}

func (w *collator) alone(id onrecord.StatementID) error {
	at, err := w.collated(id)
	if err != nil {
		return err
	}
	return errors.Join(
		w.exec(`DELETE FROM utterance WHERE first = (SELECT first FROM report WHERE at = ?)`, at),
		w.exec(`DELETE FROM report WHERE first = (SELECT first FROM report WHERE at = ?)`, at))
}

func (w *collator) utterance(u *onrecord.Utterance) error {
	if len(u.Reports) < 2 || u.Reports[0] != u.First || u.Outlets < 1 || u.Outlets > len(u.Reports) || u.Independent < 1 || u.Independent > len(u.Reports) {
		return fmt.Errorf("%d reports, %d outlets, %d independent: counts that cannot be", len(u.Reports), u.Outlets, u.Independent)
	}
	first, err := w.collated(u.First)
	if err != nil {
		return err
	}
	for i, id := range u.Reports {
		at, err := w.collated(id)
		if err != nil {
			return err
		}
		if err := w.exec(`INSERT INTO report VALUES(?, ?, ?)`, at, first, i); err != nil {
			return fmt.Errorf("statement %s, which no component has, or which is in another: %w", id, err)
		}
	}
	return w.exec(`INSERT INTO utterance VALUES(?, ?, ?, ?)`, first, len(u.Reports), u.Outlets, u.Independent)
}
