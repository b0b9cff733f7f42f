package sqlite

import "errors"

// forget takes away what was computed across documents with a document whose
// statements go. What it was joined with is pending then.
func (p *putter) forget(seq int64) error {
	for _, q := range neighbours {
		if err := p.exec(`INSERT OR IGNORE INTO pending SELECT n FROM (`+q+`) JOIN document ON seq = n WHERE current AND n <> ?1`, seq); err != nil {
			return err
		}
	}
	if err := errors.Join(p.unprint(seq), p.untraced(seq), p.unchange(seq)); err != nil {
		return err
	}
	for _, q := range forgotten {
		if err := p.exec(q, seq); err != nil {
			return err
		}
	}
	return p.unplace(seq)
}

// neighbours are the documents that what is joined with the document ?1 belongs to.
var neighbours = []string{
	`SELECT b >> 20 AS n FROM same WHERE a` + ofDocument + ` UNION SELECT a >> 20 FROM same WHERE b` + ofDocument,
	`SELECT b AS n FROM copy WHERE a = ?1 UNION SELECT a FROM copy WHERE b = ?1`,
	`SELECT at >> 20 AS n FROM filled WHERE statement` + ofDocument,
	`SELECT document_b AS n FROM ruled WHERE document_a = ?1 UNION SELECT document_a FROM ruled WHERE document_b = ?1`,
}

var forgotten = []string{
	`DELETE FROM utterance WHERE first IN (SELECT first FROM report WHERE at` + ofDocument + `)`,
	`DELETE FROM report WHERE first IN (SELECT first FROM report WHERE at` + ofDocument + `)`,
	`DELETE FROM sketch WHERE at` + ofDocument,
	`DELETE FROM same WHERE a` + ofDocument,
	`DELETE FROM same WHERE b` + ofDocument,
	`DELETE FROM traced WHERE document = ?1`,
	`DELETE FROM copy WHERE a = ?1 OR b = ?1`,
	`DELETE FROM placeholder WHERE at` + ofDocument,
	`DELETE FROM filled WHERE at` + ofDocument,
	`DELETE FROM filled WHERE statement` + ofDocument,
	`DELETE FROM pending WHERE document = ?1`,
}

// unprint takes away the prints of a document's statements.
func (p *putter) unprint(seq int64) error {
	return p.eachBlob(`SELECT at, prints FROM sketch WHERE at`+ofDocument, seq, func(at int64, prints []uint64) error {
		return p.unprinted(`DELETE FROM print WHERE print = ? AND at = ?`, prints, at)
	})
}

// untraced takes away the prints of a document.
func (p *putter) untraced(seq int64) error {
	return p.eachBlob(`SELECT document, prints FROM traced WHERE document = ?1`, seq, func(seq int64, prints []uint64) error {
		return p.unprinted(`DELETE FROM docprint WHERE print = ? AND document = ?`, prints, seq)
	})
}

func (p *putter) unprinted(query string, prints []uint64, of int64) error {
	for _, one := range prints {
		if err := p.exec(query, int64(one), of); err != nil {
			return err
		}
	}
	return nil
}

// eachBlob calls f for rows of a number and prints, when all are read.
func (p *putter) eachBlob(query string, seq int64, f func(n int64, prints []uint64) error) error {
	rows, err := p.query(query, seq)
	if err != nil {
		return err
	}
	type row struct {
		n      int64
		prints []byte
	}
	var all []row
	if err := each(rows, func() error {
		var one row
		err := rows.Scan(&one.n, &one.prints)
		all = append(all, one)
		return err
	}); err != nil {
		return err
	}
	for _, one := range all {
		if err := f(one.n, unpackPrints(one.prints)); err != nil {
			return err
		}
	}
	return nil
}

// unchange takes away the stances and changes of a document's statements.
func (p *putter) unchange(seq int64) error {
	return errors.Join(
		p.exec(`UPDATE issue SET outdated = 1 WHERE seq IN (SELECT issue FROM stance WHERE at`+ofDocument+` AND position <> ''
			UNION SELECT issue FROM change WHERE earlier`+ofDocument+` UNION SELECT issue FROM change WHERE later`+ofDocument+`)`, seq),
		p.exec(`DELETE FROM stance WHERE at`+ofDocument, seq),
		p.exec(`DELETE FROM change WHERE earlier`+ofDocument, seq),
		p.exec(`DELETE FROM change WHERE later`+ofDocument, seq))
}
