package sqlite

import (
	"onrecord"
	"onrecord/store"
)

// readings loads every document whole and checks what package onrecord
// promises of it.
func (c *checker) readings() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT seq, current, address, outlet, published, statements FROM document ORDER BY seq`)
	if err != nil {
		return err
	}
	var all []stored
	if err := each(rows, func() error {
		var d stored
		err := rows.Scan(&d.seq, &d.current, &d.address, &d.outlet, &d.published, &d.statements)
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
	seq, outlet        int64
	current            bool
	address, published string
	statements         int
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
	return c.statements(d, r)
}

// statements checks the columns and marks of a document's statements.
func (c *checker) statements(d stored, r *onrecord.Reading) error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT s.place, s.at, coalesce(s.speaker, 0), coalesce(sp.key, ''), s.outlet, s.year, b.marks
		FROM statement s JOIN body b USING(at) LEFT JOIN speaker sp ON sp.seq = s.speaker
		WHERE s.at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575 ORDER BY s.at`, d.seq)
	if err != nil {
		return err
	}
	entities := map[onrecord.EntityID]*onrecord.Entity{}
	for i := range r.Entities {
		entities[r.Entities[i].ID] = &r.Entities[i]
	}
	tell := &told{doc: r.Doc, outlet: d.outlet, sign: +1, entities: len(r.Entities)}
	i := 0
	err = each(rows, func() error {
		var place, at, speaker, outlet int64
		var key, year, marks string
		if err := rows.Scan(&place, &at, &speaker, &key, &outlet, &year, &marks); err != nil {
			return err
		}
		st := &r.Statements[i]
		i++
		e, want := entities[st.Speaker], ""
		if e != nil {
			want = store.KeyOf(e.Kind, e.Name)
		}
		if key != want {
			c.say("statement %s: its speaker is kept as %q, and is %q", st.ID, key, want)
		}
		if at != d.seq<<atBits|int64(i-1) || outlet != d.outlet || year != yearOf(st.Said) || place>>adding != placeOf(st.Said, r.Doc.Published, 0)>>adding {
			c.say("statement %s: its columns differ from its content", st.ID)
		}
		if marks != marksOf(r.Doc, st, e, speaker) {
			c.say("statement %s: its marks in the index are wrong", st.ID)
		}
		tell.statement(st, speaker)
		return nil
	})
	if d.current {
		c.kept.tell(tell)
	}
	return err
}
