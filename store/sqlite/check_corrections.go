package sqlite

import "onrecord/store"

// corrections sees that each correction is sound, and that each document holds
// what follows from what the reader found and what people decided of it.
func (c *checker) corrections() error {
	if err := c.foundWithout(); err != nil {
		return err
	}
	return eachCorrected(c.ctx, c.tx, func(seq int64) error {
		r, err := loadReading(c.ctx, c.tx, seq)
		if err != nil {
			c.say("%v", err)
			return nil
		}
		for i := range r.Corrections {
			if err := store.CheckCorrection(&r.Corrections[i]); err != nil {
				c.say("%v", err)
			} else if err := fits(&r.Corrections[i], r.Doc); err != nil {
				c.say("%v", err)
			}
		}
		found, err := loadFound(c.ctx, c.tx, seq)
		if err != nil {
			c.say("%v", err)
			return nil
		}
		if err := validate(found); err != nil {
			c.say("as it was found: %v", err)
		}
		if should := store.Apply(found, r.Corrections); encodeFound(should) != encodeFound(r) {
			c.say("document %s: it holds something else than what was found and corrected", r.Doc.ID)
		}
		return nil
	})
}

// foundWithout sees that what was found is kept beside a document where people
// corrected it, and only there.
func (c *checker) foundWithout() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT id, found <> '' FROM document
		WHERE (found <> '') <> (seq IN (SELECT document FROM correction))`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id string
		var kept bool
		err := rows.Scan(&id, &kept)
		if kept {
			c.say("document %s: kept as it was found, without a correction", id)
		} else {
			c.say("document %s: corrected, and not kept as it was found", id)
		}
		return err
	})
}
