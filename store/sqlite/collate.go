package sqlite

import (
	"context"
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
		ats: map[onrecord.StatementID]int64{}, ends: map[int64]map[store.PlaceholderID]placing{}}
}

// A collator writes what was computed for some documents.
type collator struct {
	*putter
	docs  map[int64]onrecord.DocumentID // of the Collated
	order []int64                       // their numbers, sorted
	seqs  map[onrecord.DocumentID]int64
	ats   map[onrecord.StatementID]int64
	ends  map[int64]map[store.PlaceholderID]placing // of a document its placeholders

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
