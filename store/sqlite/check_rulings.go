package sqlite

import (
	"encoding/json"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// rulings sees that each ruling is sound, and that what follows from it is kept.
func (c *checker) rulings() error {
	all, err := loadRulings(c.ctx, c.tx, 0)
	if err != nil {
		c.say("%v", err)
		return nil
	}
	readings := map[onrecord.DocumentID]*onrecord.Reading{}
	now := func(p *onrecord.Place) (onrecord.StatementID, int64) { return c.standing(readings, p) }
	should := map[onrecord.RulingID]string{}
	decided := store.DecideRulings(all, func(p *onrecord.Place) onrecord.StatementID { id, _ := now(p); return id })
	for i := range decided {
		r := &decided[i]
		if err := store.CheckRuling(&r.Ruling); err != nil {
			c.say("%v", err)
		}
		if r.Kind == onrecord.RulingUndone {
			continue
		}
		_, a := now(&r.A)
		_, b := now(&r.B)
		should[r.ID] = fmt.Sprint(r.A.Doc, " ", r.B.Doc, " ", a, " ", b, " ", r.Holds(), " ", r.Kind == onrecord.Together)
	}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT g.id, concat_ws(' ', x.id, y.id, coalesce(a, -1), coalesce(b, -1), iif(holds, 'true', 'false'), iif(together, 'true', 'false'))
		FROM ruled r JOIN ruling g ON g.seq = r.ruling JOIN document x ON x.seq = document_a JOIN document y ON y.seq = document_b`)
	if err != nil {
		return err
	}
	err = each(rows, func() error {
		var id onrecord.RulingID
		var kept string
		err := rows.Scan(&id, &kept)
		if want := should[id]; kept != want {
			c.say("ruling %s: what follows is kept as %q, and is %q", id, kept, want)
		}
		delete(should, id)
		return err
	})
	for _, id := range sorted(should, func(a, b onrecord.RulingID) bool { return a < b }) {
		c.say("ruling %s: nothing is kept of what follows", id)
	}
	return err
}

// standing is what stands at a place of a current document, and its number, -1
// for nothing.
func (c *checker) standing(readings map[onrecord.DocumentID]*onrecord.Reading, p *onrecord.Place) (onrecord.StatementID, int64) {
	var seq int64
	if err := c.tx.QueryRowContext(c.ctx, `SELECT seq FROM document WHERE id = ? AND current`, p.Doc).Scan(&seq); err != nil {
		return "", -1
	}
	r := readings[p.Doc]
	if r == nil {
		var err error
		if r, err = loadReading(c.ctx, c.tx, seq); err != nil {
			return "", -1 // said by readings
		}
		readings[p.Doc] = r
	}
	i := store.At(r, p)
	if i < 0 {
		return "", -1
	}
	return r.Statements[i].ID, seq<<atBits | int64(i)
}

// stances sees that the times of stances are those of their statements.
func (c *checker) stances() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT s.id, s.said, s.printed, s.time, s.published, s.position, b.json, d.head
		FROM stance s JOIN body b USING(at) JOIN document d ON d.seq = s.at >> 20`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id, taken, body, head string
		var kept facts
		if err := rows.Scan(&id, &kept.said, &kept.printed, &kept.time, &kept.published, &taken, &body, &head); err != nil {
			return err
		}
		should, err := factsOf(body, head)
		if err != nil {
			return nil // said by readings
		}
		if kept != should {
			c.say("stance of statement %s: its times are kept as %v, and are %v", id, kept, should)
		}
		if taken != "" && json.Unmarshal([]byte(taken), &position{}) != nil {
			c.say("stance of statement %s: its position is not JSON", id)
		}
		return nil
	})
}

// changes sees that each change has its own ID.
func (c *checker) changes() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT c.id, i.id, c.kind, e.id, l.id, c.json FROM change c JOIN issue i ON i.seq = c.issue
		JOIN statement e ON e.at = c.earlier JOIN statement l ON l.at = c.later`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var one onrecord.Change
		var text string
		if err := rows.Scan(&one.ID, &one.Issue, &one.Kind, &one.Earlier, &one.Later, &text); err != nil {
			return err
		}
		if one.ID != one.ComputeID() || json.Unmarshal([]byte(text), &change{}) != nil {
			c.say("change %s: its ID should be %s, or what it says is not JSON", one.ID, one.ComputeID())
		}
		return nil
	})
}
