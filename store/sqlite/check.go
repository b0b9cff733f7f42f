package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord/store"
)

// Check implements store.Store. It opens a connection of its own: on one that
// was open while another wrote, SQLite may report an index as corrupt that is
// not.
func (s *Store) Check(ctx context.Context) ([]string, error) {
	db, err := connect(s.path, 1)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, explain(s.path, err)
	}
	defer tx.Rollback() // the index's own check is an INSERT that changes nothing
	c := &checker{ctx: ctx, tx: tx, kept: newTallies()}
	for _, check := range []func() error{c.pages, c.foreign, c.identities, c.holdings, c.index, c.readings, c.corrections, c.versions, c.counts, c.across} {
		if err := check(); err != nil {
			return c.wrong, explain(s.path, err)
		}
	}
	return c.wrong, nil
}

type checker struct {
	ctx   context.Context
	tx    *sql.Tx
	ids   *store.Identities
	kept  tallies // what the counts should be
	wrong []string
}

func (c *checker) say(format string, values ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, values...))
}

// pages asks SQLite whether the file itself is whole.
func (c *checker) pages() error {
	rows, err := c.tx.QueryContext(c.ctx, `PRAGMA integrity_check`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var line string
		if err := rows.Scan(&line); err != nil {
			return err
		}
		if line != "ok" {
			c.say("file: %s", line)
		}
		return nil
	})
}

func (c *checker) foreign() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT "table", rowid, parent FROM pragma_foreign_key_check
		UNION ALL SELECT 'relation', at, 'document' FROM relation WHERE at >> 20 NOT IN (SELECT seq FROM document)`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var table, parent string
		var row sql.NullInt64
		err := rows.Scan(&table, &row, &parent)
		c.say("table %s, row %d: refers to a row of %s that is not there", table, row.Int64, parent)
		return err
	})
}

// index compares every word of the index with the texts, and sees that the
// statements of current documents are in it and no others.
func (c *checker) index() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT s.id, d.current FROM statement s JOIN document d ON d.seq = s.at >> 20
		LEFT JOIN words_docsize w ON w.id = s.place WHERE d.current <> (w.id IS NOT NULL)
		UNION ALL SELECT 'at place ' || w.id, 0 FROM words_docsize w LEFT JOIN statement s ON w.id = s.place WHERE s.place IS NULL`)
	if err != nil {
		return err
	}
	before := len(c.wrong)
	if err := each(rows, func() error {
		var id string
		var current bool
		err := rows.Scan(&id, &current)
		if current {
			c.say("statement %s: not in the index", id)
		} else {
			c.say("statement %s: in the index, where no current statement stands", id)
		}
		return err
	}); err != nil || len(c.wrong) > before {
		return err
	}
	return c.indexWords()
}

// indexWords has FTS5 read every word of the view again and compare.
func (c *checker) indexWords() error {
	_, err := c.tx.ExecContext(c.ctx, `INSERT INTO words(words, rank) VALUES('integrity-check', 1)`)
	if err != nil {
		c.say("index: not in step with the texts: %v", err)
	}
	return nil
}

// versions sees that each address has one current document, and that each that
// replaces another replaces the one before it.
func (c *checker) versions() error {
	rows, err := c.tx.QueryContext(c.ctx, `SELECT id, current, replaces, coalesce(lag(id) OVER w, ''), lead(id) OVER w IS NULL
		FROM document WINDOW w AS (PARTITION BY address ORDER BY seq)`)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id, replaces, before string
		var current, last bool
		err := rows.Scan(&id, &current, &replaces, &before, &last)
		if current != last {
			c.say("document %s: current should be %t", id, last)
		}
		if replaces != before {
			c.say("document %s: replaces %q, should replace %q", id, replaces, before)
		}
		return err
	})
}
