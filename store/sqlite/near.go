package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"onrecord"
	"onrecord/store"
)

const (
	nearPrints = `SELECT s.at, coalesce(p.key, ''), s.class, s.day, s.days, s.terms, s.prints
		FROM (SELECT DISTINCT at FROM print WHERE print IN (SELECT value FROM json_each(?1))) k
		CROSS JOIN sketch s ON s.at = k.at LEFT JOIN speaker p ON p.seq = s.speaker`
	nearNames = `SELECT k.key, t.id FROM json_each(?1) k CROSS JOIN statement t ON t.at = k.value`
	nearDays  = `WITH bin(class, low, high) AS (VALUES (0, ?3, ?4), (1, ?5, ?6), (2, ?7, ?8), (3, ?9, ?10), (4, ?11, ?12), (5, ?13, ?14),
			(6, ?15, ?16), (7, ?17, ?18), (8, ?19, ?20), (9, ?21, ?22))
		SELECT t.id, p.key, s.class, s.day, s.days, s.terms
		FROM json_each(?1) k CROSS JOIN speaker p ON p.key = k.value CROSS JOIN bin
		CROSS JOIN sketch s ON s.speaker = p.seq AND s.class = bin.class AND s.day BETWEEN bin.low AND bin.high
		CROSS JOIN statement t ON t.at = s.at WHERE s.class > 6 OR s.day + s.days >= ?2`
)

// Near implements store.Across.
func (s *Store) Near(ctx context.Context, q store.Nearby) (out []store.Sketch, err error) {
	bounds, first, err := stretches(q.From, q.Until)
	if err != nil {
		return nil, err
	}
	err = s.asking(ctx, []string{nearPrints, nearNames, nearDays}, func(a *asker) error {
		if len(q.Prints) > 0 {
			if out, err = a.printed(&q); err != nil {
				return err
			}
		}
		if q.Key == "" {
			return nil
		}
		root := a.ids.Root(q.Key)
		return a.sketches(&out, nearDays, append([]any{encode(append([]string{root}, a.ids.Merged(root)...)), first}, bounds...)...)
	})
	// Of two rows of one statement the one with prints comes first, and stays.
	slices.SortStableFunc(out, func(a, b store.Sketch) int { return cmp.Compare(a.Statement, b.Statement) })
	return slices.CompactFunc(out, func(a, b store.Sketch) bool { return a.Statement == b.Statement }), err
}

// printed are the sketches with one of the prints that fit. Common words lead to
// thousands, so what their statements are called is asked of the few that fit.
func (a *asker) printed(q *store.Nearby) (out []store.Sketch, err error) {
	rows, err := a.rows(nearPrints, encode(signed(q.Prints)))
	if err != nil {
		return nil, err
	}
	var ats []int64
	var one store.Sketch
	err = each(rows, func() error {
		var at int64
		var t stretch
		var terms, prints sql.RawBytes
		if err := rows.Scan(&at, &one.Key, &t.class, &t.day, &t.days, &terms, &prints); err != nil {
			return err
		}
		one.Key, one.Terms, one.Prints = a.ids.Root(one.Key), fillTerms(one.Terms[:0], terms), fillPrints(one.Prints[:0], prints)
		one.First, one.Last = t.bounds()
		if q.Fits == nil || q.Fits(&one) {
			ats = append(ats, at)
			kept := one
			kept.Terms, kept.Prints = slices.Clone(one.Terms), slices.Clone(one.Prints)
			out = append(out, kept)
		}
		return nil
	})
	if err != nil || len(ats) == 0 {
		return nil, err
	}
	if rows, err = a.rows(nearNames, encode(ats)); err != nil {
		return nil, err
	}
	return out, each(rows, func() error {
		var i int
		var id onrecord.StatementID
		err := rows.Scan(&i, &id)
		out[i].Statement = id
		return err
	})
}

func (a *asker) sketches(out *[]store.Sketch, query string, args ...any) error {
	rows, err := a.rows(query, args...)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var one store.Sketch
		var t stretch
		var terms sql.RawBytes
		if err := rows.Scan(&one.Statement, &one.Key, &t.class, &t.day, &t.days, &terms); err != nil {
			return err
		}
		one.Key, one.Terms = a.ids.Root(one.Key), unpackTerms(terms)
		one.First, one.Last = t.bounds()
		*out = append(*out, one)
		return nil
	})
}

// signed are the prints as SQLite keeps them.
func signed(prints []uint64) []int64 {
	out := make([]int64, len(prints))
	for i, p := range prints {
		out[i] = int64(p)
	}
	return out
}

const nearCopies = `SELECT DISTINCT d.id FROM json_each(?1) k CROSS JOIN docprint p ON p.print = k.value CROSS JOIN document d ON d.seq = p.document ORDER BY 1`

// CopiesNear implements store.Across.
func (s *Store) CopiesNear(ctx context.Context, prints ...uint64) (docs []onrecord.DocumentID, err error) {
	err = s.asking(ctx, []string{nearCopies}, func(a *asker) error {
		docs, err = listed[onrecord.DocumentID](a.rows(nearCopies, encode(signed(prints))))
		return err
	})
	return docs, err
}

const printedArticle = `SELECT ` + headColumns + `, d.text FROM document d JOIN outlet o ON o.seq = d.outlet WHERE d.id = ?`

// Article implements store.Across.
func (s *Store) Article(ctx context.Context, doc onrecord.DocumentID) (*onrecord.Document, error) {
	var h store.Head
	err := s.asking(ctx, []string{printedArticle}, func(a *asker) (err error) {
		var text string
		row := a.tx.StmtContext(ctx, a.stmts[printedArticle]).QueryRowContext(ctx, doc)
		h, _, err = scanHead(row, &text)
		h.Text = text
		return notFound(err, "document", string(doc))
	})
	return &h.Document, err
}
