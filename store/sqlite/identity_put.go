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

// Identify implements store.Store: it notes the identifications, stores the
// documents anew in which splits now say something else, and counts anew what
// was merged or parted.
func (s *Store) Identify(ctx context.Context, list []onrecord.Identification) (added int, err error) {
	for i := range list {
		if err := store.CheckIdentification(&list[i]); err != nil {
			return 0, err
		}
	}
	err = s.inWrite(ctx, func(tx *sql.Tx) error {
		before, err := s.identitiesToWrite(ctx, tx)
		if err != nil {
			return err
		}
		p := &putter{ctx: ctx, tx: tx, tallies: newTallies(), ids: before}
		defer p.close()
		if added, err = p.note(list); err != nil || added == 0 {
			return err
		}
		after, err := loadIdentities(ctx, tx)
		if err != nil {
			return err
		}
		return errors.Join(p.identify(before, after), p.changed())
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// note adds rows, and says how many were new.
func (p *putter) note(list []onrecord.Identification) (added int, err error) {
	for i := range list {
		one := &list[i]
		if p.ids.Again(one) {
			return 0, fmt.Errorf("%s and %s: %w: it was undone, and evidence does not decide it again: merge or split by hand", one.Key, one.Other, store.ErrIdentification)
		}
		if one.Kind == onrecord.Undone {
			if err := p.undoable(one.Undoes); err != nil {
				return 0, err
			}
		}
		done, err := p.run(`INSERT INTO identification VALUES(NULL, ?, ?) ON CONFLICT(id) DO NOTHING`, one.ID, encodeIdentification(one))
		if err != nil {
			return 0, err
		}
		n, err := done.RowsAffected()
		if err != nil {
			return 0, err
		}
		added += int(n)
	}
	return added, nil
}

func (p *putter) undoable(id onrecord.IdentificationID) error {
	var text string
	err := p.tx.QueryRowContext(p.ctx, `SELECT json FROM identification WHERE id = ?`, id).Scan(&text)
	if err := notFound(err, "identification", string(id)); err != nil {
		return err
	}
	i, err := decodeIdentification(string(id), text)
	if err == nil && i.Kind == onrecord.Undone {
		err = fmt.Errorf("identification %s: %w: it is an undo itself: merge or split again instead", id, store.ErrIdentification)
	}
	return err
}

// identify makes the rows follow from after what followed from before.
func (p *putter) identify(before, after *store.Identities) error {
	p.ids = after
	if err := p.resplit(before, after); err != nil {
		return err
	}
	if err := p.index(); err != nil {
		return err
	}
	if err := p.tallies.write(p.ctx, p.tx); err != nil {
		return err
	}
	return p.reroot(before, after)
}

// resplit stores the documents anew in which a name has another row now.
func (p *putter) resplit(before, after *store.Identities) error {
	docs := map[onrecord.DocumentID]bool{}
	for _, ids := range []*store.Identities{before, after} {
		for _, id := range ids.Splitting() {
			docs[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(docs)) {
		old, err := p.held(id)
		if err != nil {
			return err
		}
		if old.seq == 0 {
			continue // it holds when the document is added
		}
		r, err := loadFound(p.ctx, p.tx, old.seq)
		if err != nil {
			return err
		}
		shown, err := loadReading(p.ctx, p.tx, old.seq)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(shown.Entities, func(e onrecord.Entity) bool {
			own := store.KeyOf(e.Kind, e.Name)
			return before.Slot(own, id) != after.Slot(own, id)
		}) {
			continue
		}
		if err := p.again(r, old); err != nil {
			return err
		}
	}
	return nil
}

// reroot sets what each row is merged into, and counts anew where that changed.
func (p *putter) reroot(before, after *store.Identities) error {
	keys := map[string]bool{}
	for _, key := range append(before.Leading(), after.Leading()...) {
		keys[key] = true
	}
	counted, moved := map[int64]bool{}, map[string]bool{}
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		seq, was, err := p.rowOf(key)
		if err != nil {
			return err
		}
		if seq == 0 {
			continue // it is set when a document prints the name
		}
		root, err := p.rootRow(key)
		if err != nil {
			return err
		}
		if was == root || was == 0 && root == seq {
			continue
		}
		if err := p.exec(`UPDATE speaker SET root = nullif(?2, seq) WHERE seq = ?1`, seq, root); err != nil {
			return err
		}
		if err := p.rekeyed(seq); err != nil {
			return err
		}
		counted[seq], counted[root] = true, true
		moved[key], moved[before.Root(key)], moved[after.Root(key)] = true, true, true
		if was != 0 {
			counted[was] = true
		}
	}
	for _, seq := range slices.Sorted(maps.Keys(counted)) {
		if err := p.recount(seq); err != nil {
			return err
		}
	}
	return p.restand(moved)
}

// rekeyed makes the documents pending in which the speaker of a row speaks, owns
// a placeholder, or made a statement that an end is filled with. Those that were
// not collated are in any case.
func (p *putter) rekeyed(seq int64) error {
	for _, q := range []string{
		`SELECT DISTINCT at >> 20 FROM sketch WHERE speaker = ?`,
		`SELECT DISTINCT at >> 20 FROM placeholder WHERE owner = ?`,
		`SELECT DISTINCT f.at >> 20 FROM sketch s CROSS JOIN filled f ON f.statement = s.at WHERE s.speaker = ?`,
	} {
		if err := p.exec(`INSERT OR IGNORE INTO pending `+q, seq); err != nil {
			return err
		}
	}
	return nil
}

// restand makes the documents pending in which somebody speaks for one of some
// keys; who takes which position has changed.
func (p *putter) restand(keys map[string]bool) error {
	if len(keys) == 0 {
		return nil
	}
	return errors.Join(
		p.exec(`INSERT OR IGNORE INTO pending SELECT DISTINCT at >> 20 FROM stance WHERE position->>'$.for' IN (SELECT value FROM json_each(?))`,
			encode(slices.Sorted(maps.Keys(keys)))),
		p.exec(`UPDATE issue SET outdated = 1 WHERE seq IN (SELECT issue FROM stance WHERE position <> '')`))
}
