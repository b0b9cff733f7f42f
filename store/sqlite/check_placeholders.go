package sqlite

import (
	"fmt"

	"onrecord/store"
)

// placeholders compares the rows of placeholders with the relations of collated
// documents, and sees that only placeholders are filled.
func (c *checker) placeholders() error {
	kept, err := c.pairs(`SELECT concat_ws(' ', s.key, p.day, p.at, p.side) FROM placeholder p JOIN speaker s ON s.seq = p.owner`)
	if err != nil {
		return err
	}
	filled, err := c.pairs(`SELECT concat_ws(' ', at, side) FROM filled`)
	if err != nil {
		return err
	}
	seqs, err := listed[int64](c.tx.QueryContext(c.ctx, `SELECT seq FROM document WHERE current AND relations <> '' ORDER BY seq`))
	if err != nil {
		return err
	}
	traced, err := c.pairs(`SELECT document || '' FROM traced`)
	if err != nil {
		return err
	}
	for _, seq := range seqs {
		if err := c.placeholdersOf(seq, traced[fmt.Sprint(seq)], kept, filled); err != nil {
			return err
		}
	}
	for _, one := range sorted(kept, func(a, b string) bool { return a < b }) {
		c.say("placeholder %s: no relation that was collated has it", one)
	}
	for _, one := range sorted(filled, func(a, b string) bool { return a < b }) {
		c.say("end at %s: filled, and no placeholder", one)
	}
	return nil
}

// placeholdersOf takes those of a document off the lists.
func (c *checker) placeholdersOf(seq int64, traced bool, kept, filled map[string]bool) error {
	l := &loader{ctx: c.ctx, tx: c.tx, ids: c.ids}
	d, err := l.document(seq)
	if err != nil {
		return err
	}
	all, err := d.decoded()
	if err != nil {
		c.say("%v", err)
		return nil
	}
	for _, end := range placeholdersIn(all, seq) {
		delete(filled, fmt.Sprint(end.at, " ", end.side))
		one, err := l.placeholder(d, end)
		if err != nil {
			c.say("%v", err)
			continue
		}
		e := &all[end.at&(1<<atBits-1)].From
		if end.side == 1 {
			e = &all[end.at&(1<<atBits-1)].To
		}
		owner, _ := d.entity(e.Owner)
		if owner == nil {
			continue // said above
		}
		for _, day := range begins(one) {
			row := fmt.Sprint(c.ids.Slot(store.KeyOf(owner.Kind, owner.Name), d.head.ID), " ", day, " ", end.at, " ", end.side)
			if traced && !kept[row] {
				c.say("placeholder %s: not found by its owner and day", row)
			}
			if traced {
				delete(kept, row)
			}
		}
	}
	return nil
}

func (c *checker) pairs(query string) (map[string]bool, error) {
	all, err := listed[string](c.tx.QueryContext(c.ctx, query))
	out := make(map[string]bool, len(all))
	for _, one := range all {
		out[one] = true
	}
	return out, err
}
