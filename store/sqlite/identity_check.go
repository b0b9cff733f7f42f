package sqlite

import "onrecord/store"

// identities sees that each identification is sound, and that each row is
// merged into the one that follows from them.
func (c *checker) identities() (err error) {
	c.ids = &store.Identities{}
	rows, err := c.tx.QueryContext(c.ctx, `SELECT id, json FROM identification ORDER BY seq`)
	if err != nil {
		return err
	}
	before := len(c.wrong)
	if err := each(rows, func() error {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		i, err := decodeIdentification(id, text)
		if err == nil {
			err = store.CheckIdentification(&i)
		}
		if err != nil {
			c.say("%v", err)
		}
		return nil
	}); err != nil || len(c.wrong) > before {
		return err
	}
	if c.ids, err = loadIdentities(c.ctx, c.tx); err != nil {
		return err
	}
	return c.roots()
}

func (c *checker) roots() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT s.key, coalesce(r.key, s.key), s.name, s.words
		FROM speaker s LEFT JOIN speaker r ON r.seq = s.root ORDER BY s.seq`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var key, root, name, words string
		err := rows.Scan(&key, &root, &name, &words)
		if want := c.ids.Root(key); root != want {
			c.say("speaker %s: merged into %s, should be into %s", key, root, want)
		}
		if words != spaced(name) {
			c.say("speaker %s: its words differ from its name", key)
		}
		return err
	})
}

// holdings sees that each imported list is what it was imported as.
func (c *checker) holdings() error {
	lists, err := loadLists(c.ctx, c.tx)
	if err != nil {
		return err
	}
	for _, l := range lists {
		holdings, err := loadHoldings(c.ctx, c.tx, l.Name)
		if err != nil {
			c.say("%v", err)
			continue
		}
		if have := hashOf(holdings); have != l.SHA256 || len(holdings) == 0 {
			c.say("list %s: its lines are not those that were imported", l.Name)
		}
	}
	return nil
}
