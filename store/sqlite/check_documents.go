package sqlite

import (
	"fmt"
	"slices"

	"onrecord"
)

// readings loads every document whole and checks what package onrecord
// promises of it.
func (c *checker) readings() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT seq, id, current, address, outlet, published, statements FROM document ORDER BY seq`)
	if err != nil {
		return err
	}
	var all []stored
	if err := each(rows, func() error {
		var d stored
		err := rows.Scan(&d.seq, &d.id, &d.current, &d.address, &d.outlet, &d.published, &d.statements)
		all = append(all, d)
		return err
	}); err != nil {
		return err
	}
	for _, d := range all {
		if err := c.reading(d); err != nil {
			return err
		}
	}
	return nil
}

// stored is what the columns of a document say.
type stored struct {
	seq, outlet            int64
	current                bool
	id, address, published string
	statements             int
}

func (c *checker) reading(d stored) error {
	r, err := loadReading(c.ctx, c.tx, d.seq)
	if err != nil {
		c.say("%v", err)
		return nil
	}
	if err := validate(r); err != nil {
		c.say("%v", err)
	}
	doc := r.Doc
	if d.address != doc.Address() || d.published != string(doc.Published.From) || d.statements != len(r.Statements) {
		c.say("document %s: its columns differ from its content", doc.ID)
	}
	ends := endsOf(r)
	if err := c.relations(d, r, ends); err != nil {
		return err
	}
	return c.statements(d, r, ends)
}

// relations compares the rows of a document's relations with what it holds; a
// document that is not current has none.
func (c *checker) relations(d stored, r *onrecord.Reading, ends ends) error {
	var want []string
	for i := range r.Relations {
		if rel := &r.Relations[i]; d.current {
			want = append(want, fmt.Sprint(i, ends.day(rel), rel.Kind, c.ids.Slot(ends.key(rel.From.Owner), r.Doc.ID), c.ids.Slot(ends.key(rel.To.Owner), r.Doc.ID)))
		}
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT r.at - (?1 << 20), day, r.kind, coalesce(f.key, ''), coalesce(t.key, '')
		FROM relation r LEFT JOIN speaker f ON f.seq = r.from_owner LEFT JOIN speaker t ON t.seq = r.to_owner
		WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY at`, d.seq)
	if err != nil {
		return err
	}
	var have []string
	err = each(rows, func() error {
		var i, day int64
		var kind, from, to string
		err := rows.Scan(&i, &day, &kind, &from, &to)
		have = append(have, fmt.Sprint(i, day, kind, from, to))
		return err
	})
	if !slices.Equal(want, have) {
		c.say("document %s: the rows of its relations are %q, and should be %q", d.id, have, want)
	}
	return err
}

// statements checks the columns and marks of a document's statements.
func (c *checker) statements(d stored, r *onrecord.Reading, ends ends) error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT s.place, s.at, coalesce(s.speaker, 0), coalesce(sp.root, s.speaker, 0), coalesce(sp.key, ''), s.outlet, s.year, s.relations, b.marks
		FROM statement s JOIN body b USING(at) LEFT JOIN speaker sp ON sp.seq = s.speaker
		WHERE s.at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY s.at`, d.seq)
	if err != nil {
		return err
	}
	tell := &told{doc: r.Doc, outlet: d.outlet, sign: +1, entities: len(r.Entities)}
	i := 0
	err = each(rows, func() error {
		var place, at, speaker, root, outlet int64
		var key, year, relations, marks string
		if err := rows.Scan(&place, &at, &speaker, &root, &key, &outlet, &year, &relations, &marks); err != nil {
			return err
		}
		st := &r.Statements[i]
		i++
		kinds := ends.kinds[st.ID]
		if want := c.ids.Slot(ends.key(st.Speaker), r.Doc.ID); key != want {
			c.say("statement %s: its speaker is kept as %q, and is %q", st.ID, key, want)
		}
		if at != d.seq<<atBits|int64(i-1) || outlet != d.outlet || year != yearOf(st.Said) || relations != kinds || place>>adding != placeOf(st.Said, r.Doc.Published, 0)>>adding {
			c.say("statement %s: its columns differ from its content", st.ID)
		}
		if marks != marksOf(r.Doc, st, ends.entities[st.Speaker], speaker, kinds) {
			c.say("statement %s: its marks in the index are wrong", st.ID)
		}
		tell.statement(st, root, kinds)
		return nil
	})
	if d.current {
		c.kept.tell(tell)
	}
	return err
}
