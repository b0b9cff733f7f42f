package sqlite

import (
	"fmt"

	"onrecord/store"
)

// A rule is what must hold of what is kept across documents: query lists what
// breaks it.
type rule struct{ query, says string }

// order is what onrecord.Report.Less compares of a statement t with its body b
// and its document d.
const order = `(SELECT coalesce(b.json->>'$.said.from', b.json->>'$.said.until', '~') || char(9)
	|| coalesce(d.head->>'$.published.from', d.head->>'$.published.until', '~') || char(9) || t.id
	FROM statement t JOIN body b ON b.at = t.at JOIN document d ON d.seq = t.at >> 20 WHERE t.at = `

var rules = []rule{
	{`SELECT id FROM document WHERE NOT current AND seq IN (SELECT document FROM pending)`, "document %s: pending, and not current"},
	{`SELECT id FROM document WHERE current AND seq NOT IN (SELECT document FROM pending UNION SELECT document FROM traced)`, "document %s: neither pending nor collated"},
	{`SELECT document FROM traced WHERE document NOT IN (SELECT seq FROM document WHERE current)`, "document at %s: collated, and not current"},
	{`SELECT d.id || ': ' || d.statements || ' statements and ' || (SELECT count(*) FROM sketch WHERE at BETWEEN d.seq << 20 AND (d.seq << 20) + 1048575) || ' sketches'
		FROM traced JOIN document d ON seq = document WHERE d.statements <> (SELECT count(*) FROM sketch WHERE at BETWEEN d.seq << 20 AND (d.seq << 20) + 1048575)`, "document %s"},
	{`SELECT k.at FROM sketch k LEFT JOIN statement t USING(at) LEFT JOIN traced ON document = k.at >> 20
		WHERE t.id IS NULL OR document IS NULL OR t.speaker IS NOT k.speaker`, "sketch at %s: of no statement that was collated, or of another speaker's"},
	{`SELECT a || ' and ' || b FROM same WHERE a = b OR a NOT IN (SELECT at FROM sketch) OR b NOT IN (SELECT at FROM sketch)
		OR EXISTS(SELECT * FROM same o WHERE o.a = same.b AND o.b = same.a)`, "match of %s: not of two statements that were collated, or twice"},
	{`SELECT a || ' and ' || b FROM same WHERE ` + order + `same.a) > ` + order + `same.b)`, "match of %s: the first is not before the second"},
	{`SELECT a || ' and ' || b FROM copy WHERE a = b OR a NOT IN (SELECT document FROM traced) OR b NOT IN (SELECT document FROM traced)
		OR EXISTS(SELECT * FROM copy o WHERE o.a = copy.b AND o.b = copy.a)`, "copy of %s: not of two documents that were collated, or twice"},
	{`SELECT at FROM report WHERE at NOT IN (SELECT at FROM sketch) OR first NOT IN (SELECT first FROM utterance)`, "report at %s: of no statement that was collated, or of no utterance"},
	{`SELECT first FROM utterance WHERE reports < 2 OR outlets NOT BETWEEN 1 AND reports OR independent NOT BETWEEN 1 AND reports
		OR reports <> (SELECT count(*) FROM report r WHERE r.first = utterance.first)
		OR reports <> (SELECT max(number) + 1 FROM report r WHERE r.first = utterance.first)
		OR 0 IS NOT (SELECT number FROM report WHERE at = utterance.first AND report.first = utterance.first)`, "utterance at %s: its counts are wrong"},
	{`SELECT one.at FROM report one JOIN report next ON next.first = one.first AND next.number = one.number + 1
		WHERE ` + order + `one.at) >= ` + order + `next.at)`, "report at %s: not before the one that follows"},
	{`SELECT at || ' ' || side FROM filled WHERE at NOT IN (SELECT at FROM relation) OR at >> 20 = statement >> 20
		OR statement >> 20 NOT IN (SELECT seq FROM document WHERE current) OR statement NOT IN (SELECT at FROM statement)`, "end at %s: filled with what is no statement of another current document"},
	{`SELECT s.id FROM stance s LEFT JOIN statement t USING(at) LEFT JOIN document d ON d.seq = t.at >> 20 WHERE t.id IS NOT s.id OR d.current IS NOT 1
		OR (t.kind, t.act, t.outlet, d.id) <> (s.kind, s.act, s.outlet, s.document) OR t.speaker IS NOT s.speaker`, "stance of statement %s: not of a current document, or its columns differ"},
	{`SELECT c.id FROM change c LEFT JOIN statement e ON e.at = c.earlier LEFT JOIN statement l ON l.at = c.later
		WHERE c.earlier = c.later OR e.id IS NULL OR l.id IS NULL
		OR c.earlier >> 20 NOT IN (SELECT seq FROM document WHERE current) OR c.later >> 20 NOT IN (SELECT seq FROM document WHERE current)
		OR c.added <> max(c.earlier, c.later) >> 20 OR c.earlier_speaker IS NOT e.speaker OR c.later_speaker IS NOT l.speaker
		OR c.day <> iif(l.place >> 44, l.place >> 44, l.place >> 25 & 524287)`, "change %s: not between statements of current documents, or its columns differ"},
	{`SELECT name FROM watch WHERE kind NOT IN ('statements', 'changes') OR name = ''`, "watch %s: of no kind"},
}

// across sees that what is kept across documents is in step with them, when
// these are sound.
func (c *checker) across() error {
	if len(c.wrong) > 0 {
		return nil
	}
	for _, r := range rules {
		wrong, err := listed[string](c.tx.QueryContext(c.ctx, `SELECT CAST(one AS TEXT) FROM (SELECT NULL AS one WHERE false UNION ALL `+r.query+`)`))
		if err != nil {
			return fmt.Errorf("%s: %w", r.says, err)
		}
		for _, what := range wrong {
			c.say(r.says, what)
		}
	}
	for _, check := range []func() error{c.sketches, c.placeholders, c.rulings, c.stances, c.changes} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// sketches sees that prints lead back to what has them, by a sum that does not
// depend on their order: a record has some ten million.
func (c *checker) sketches() error {
	var kept, should sum
	rows, err := c.tx.QueryContext(c.ctx, `SELECT at, class, day, days, length(terms), prints, true FROM sketch
		UNION ALL SELECT document, 9, 0, 0, 0, prints, false FROM traced`)
	if err != nil {
		return err
	}
	if err := each(rows, func() error {
		var of, terms int64
		var t stretch
		var blob []byte
		var sketch bool
		if err := rows.Scan(&of, &t.class, &t.day, &t.days, &terms, &blob, &sketch); err != nil {
			return err
		}
		if again, err := stretchOf(t.bounds()); err != nil || again != t || terms%4 != 0 || len(blob)%8 != 0 {
			c.say("sketch at %d: its time, its terms or its prints are not as they are written", of)
		}
		for _, p := range unpackPrints(blob) {
			should.add(p, of, sketch)
		}
		return nil
	}); err != nil {
		return err
	}
	if rows, err = c.tx.QueryContext(c.ctx, `SELECT print, at, true FROM print UNION ALL SELECT print, document, false FROM docprint`); err != nil {
		return err
	}
	err = each(rows, func() error {
		var print, of int64
		var sketch bool
		err := rows.Scan(&print, &of, &sketch)
		kept.add(uint64(print), of, sketch)
		return err
	})
	if kept != should {
		c.say("prints: %d lead to statements and documents, and these have %d, or others", kept.n, should.n)
	}
	return err
}

// A sum tells sets apart.
type sum struct {
	n    int
	hash uint64
}

func (s *sum) add(print uint64, of int64, sketch bool) {
	s.n++
	h := (print ^ uint64(of)*0x9e3779b97f4a7c15) * 0xff51afd7ed558ccd
	if sketch {
		h++
	}
	s.hash += (h ^ h>>32) * 0xc4ceb9fe1a85ec53
}

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
