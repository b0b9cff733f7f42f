package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/store"
)

// reach is what matches and rulings lead to from the current statements ?1.
const reach = `WITH RECURSIVE reach(at) AS (
		SELECT t.at FROM json_each(?1) k CROSS JOIN statement t ON t.id = k.value CROSS JOIN document d ON d.seq = t.at >> 20 WHERE d.current
		UNION SELECT m.b FROM reach CROSS JOIN same m ON m.a = reach.at
		UNION SELECT m.a FROM reach CROSS JOIN same m ON m.b = reach.at
		UNION SELECT r.b FROM reach CROSS JOIN ruled r ON r.a = reach.at WHERE r.holds AND r.together
		UNION SELECT r.a FROM reach CROSS JOIN ruled r ON r.b = reach.at WHERE r.holds AND r.together) `

const (
	reached        = reach + `SELECT t.id FROM reach CROSS JOIN statement t ON t.at = reach.at ORDER BY 1`
	reachedMatches = reach + `SELECT a.id, b.id, m.score, m.why FROM reach CROSS JOIN same m ON m.a = reach.at
		CROSS JOIN statement a ON a.at = m.a CROSS JOIN statement b ON b.at = m.b ORDER BY 1, 2`
	reachedRulings = reach + `SELECT g.id, g.json FROM reach CROSS JOIN ruled r ON r.a = reach.at CROSS JOIN ruling g ON g.seq = r.ruling
		WHERE r.holds AND r.b IN (SELECT at FROM reach) ORDER BY g.seq`
)

// Component implements store.Across.
func (s *Store) Component(ctx context.Context, ids ...onrecord.StatementID) (*store.Component, error) {
	c := &store.Component{}
	err := s.asking(ctx, []string{reached, reachedMatches, reachedRulings}, func(a *asker) (err error) {
		from := encode(ids)
		if c.Statements, err = listed[onrecord.StatementID](a.rows(reached, from)); err != nil {
			return err
		}
		if c.Matches, err = a.matches(reachedMatches, from); err != nil {
			return err
		}
		c.Rulings, err = a.rulings(reachedRulings, from)
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(c.Rulings, func(a, b onrecord.Ruling) int { return cmp.Or(cmp.Compare(a.When, b.When), cmp.Compare(a.ID, b.ID)) })
	return c, nil
}

func (a *asker) matches(query string, args ...any) (out []onrecord.Match, err error) {
	rows, err := a.rows(query, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var m onrecord.Match
		var why string
		if err := rows.Scan(&m.A, &m.B, &m.Score, &why); err != nil {
			return err
		}
		m.Why, err = decodeWhy(why)
		out = append(out, m)
		return err
	})
	return out, err
}

func (a *asker) rulings(query string, args ...any) ([]onrecord.Ruling, error) {
	rows, err := a.rows(query, args...)
	if err != nil {
		return nil, err
	}
	return readRulings(rows)
}

const copies = `WITH RECURSIVE reach(seq) AS (
		SELECT d.seq FROM json_each(?1) k CROSS JOIN document d ON d.id = k.value WHERE d.current
		UNION SELECT c.b FROM reach CROSS JOIN copy c ON c.a = reach.seq
		UNION SELECT c.a FROM reach CROSS JOIN copy c ON c.b = reach.seq)
	SELECT a.id, b.id, c.score, c.why FROM reach CROSS JOIN copy c ON c.a = reach.seq
		CROSS JOIN document a ON a.seq = c.a CROSS JOIN document b ON b.seq = c.b ORDER BY 1, 2`

// Copies implements store.Across.
func (s *Store) Copies(ctx context.Context, docs ...onrecord.DocumentID) (out []onrecord.Copy, err error) {
	err = s.asking(ctx, []string{copies}, func(a *asker) error {
		out, err = a.copies(copies, encode(docs))
		return err
	})
	return out, err
}

func (a *asker) copies(query string, args ...any) (out []onrecord.Copy, err error) {
	rows, err := a.rows(query, args...)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var c onrecord.Copy
		var why string
		if err := rows.Scan(&c.A, &c.B, &c.Score, &why); err != nil {
			return err
		}
		c.Why, err = decodeWhy(why)
		out = append(out, c)
		return err
	})
	return out, err
}

// Reasons stand in JSON, none as nothing.
func encodeWhy(why []string) string {
	if len(why) == 0 {
		return ""
	}
	return encode(why)
}

func decodeWhy(text string) (why []string, err error) {
	if text == "" {
		return nil, nil
	}
	if err := json.Unmarshal([]byte(text), &why); err != nil {
		return nil, fmt.Errorf("reasons %q: %w", text, err)
	}
	return why, nil
}
