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
	nearPrints = `SELECT DISTINCT t.id, coalesce(p.key, ''), s.class, s.day, s.days, s.terms, s.prints
		FROM (SELECT DISTINCT at FROM print WHERE print IN (SELECT value FROM json_each(?1))) k
		CROSS JOIN sketch s ON s.at = k.at CROSS JOIN statement t ON t.at = k.at LEFT JOIN speaker p ON p.seq = s.speaker`
	nearDays = `WITH bin(class, low, high) AS (VALUES (0, ?3, ?4), (1, ?5, ?6), (2, ?7, ?8), (3, ?9, ?10), (4, ?11, ?12), (5, ?13, ?14),
			(6, ?15, ?16), (7, ?17, ?18), (8, ?19, ?20), (9, ?21, ?22))
		SELECT t.id, p.key, s.class, s.day, s.days, s.terms, x''
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
	err = s.asking(ctx, []string{nearPrints, nearDays}, func(a *asker) error {
		if len(q.Prints) > 0 {
			if err := a.sketches(&out, nearPrints, encode(signed(q.Prints))); err != nil {
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

func (a *asker) sketches(out *[]store.Sketch, query string, args ...any) error {
	rows, err := a.rows(query, args...)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var one store.Sketch
		var t stretch
		var terms, prints sql.RawBytes
		if err := rows.Scan(&one.Statement, &one.Key, &t.class, &t.day, &t.days, &terms, &prints); err != nil {
			return err
		}
		one.Key, one.Terms = a.ids.Root(one.Key), unpackTerms(terms)
		if len(prints) > 0 {
			one.Prints = unpackPrints(prints)
		}
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
