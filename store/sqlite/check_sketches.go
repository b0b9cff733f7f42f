package sqlite

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
