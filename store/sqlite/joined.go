package sqlite

import (
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

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
