package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// A ruling's JSON; its ID is a column.
type ruling struct {
	Kind   string `json:"kind"`
	A      *place `json:"a,omitempty"`
	B      *place `json:"b,omitempty"`
	Undoes string `json:"undoes,omitempty"`
	Who    string `json:"who"`
	Why    string `json:"why,omitempty"`
	When   string `json:"when"`
}

type place struct {
	Doc       string `json:"doc"`
	Statement string `json:"statement"`
	Content   []span `json:"content,omitempty"`
	Cue       *span  `json:"cue,omitempty"`
	Source    *span  `json:"source,omitempty"`
}

func loadRuled(ctx context.Context, tx *sql.Tx) ([]store.Ruled, error) {
	all, err := loadRulings(ctx, tx, 0)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	now := map[onrecord.StatementID]onrecord.StatementID{}
	rows, err := tx.QueryContext(ctx, `SELECT g.json->>'$.a.statement', coalesce(a.id, ''), g.json->>'$.b.statement', coalesce(b.id, '')
		FROM ruled r JOIN ruling g ON g.seq = r.ruling LEFT JOIN statement a ON a.at = r.a LEFT JOIN statement b ON b.at = r.b`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var a, nowA, b, nowB onrecord.StatementID
		err := rows.Scan(&a, &nowA, &b, &nowB)
		now[a], now[b] = nowA, nowB
		return err
	})
	return store.DecideRulings(all, func(p *onrecord.Place) onrecord.StatementID { return now[p.Statement] }), err
}

// loadRulings loads those that name a document, or for 0 all.
func loadRulings(ctx context.Context, tx *sql.Tx, seq int64) ([]onrecord.Ruling, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, json FROM ruling WHERE ?1 = 0 OR seq IN (
		SELECT ruling FROM ruled WHERE document_a = ?1 UNION SELECT ruling FROM ruled WHERE document_b = ?1) ORDER BY seq`, seq)
	if err != nil {
		return nil, err
	}
	return readRulings(rows)
}

// readRulings reads rows of an ID and what it says.
func readRulings(rows *sql.Rows) (list []onrecord.Ruling, err error) {
	err = each(rows, func() error {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		r, err := decodeRuling(id, text)
		list = append(list, r)
		return err
	})
	return list, err
}

func encodeRuling(r *onrecord.Ruling) string {
	return encode(ruling{string(r.Kind), encodePlace(&r.A), encodePlace(&r.B), string(r.Undoes), r.Who, r.Why, string(r.When)})
}

func encodePlace(p *onrecord.Place) *place {
	if p.Statement == "" {
		return nil
	}
	return &place{string(p.Doc), string(p.Statement), spans(p.Content), spanOf(p.Cue), spanOf(p.Source)}
}

func decodeRuling(id, text string) (r onrecord.Ruling, err error) {
	var in ruling
	if err := json.Unmarshal([]byte(text), &in); err != nil {
		return r, fmt.Errorf("ruling %s: %w", id, err)
	}
	return onrecord.Ruling{ID: onrecord.RulingID(id), Kind: onrecord.RulingKind(in.Kind), A: in.A.place(), B: in.B.place(),
		Undoes: onrecord.RulingID(in.Undoes), Who: in.Who, Why: in.Why, When: onrecord.Instant(in.When)}, nil
}

func (p *place) place() onrecord.Place {
	if p == nil {
		return onrecord.Place{}
	}
	return onrecord.Place{Doc: onrecord.DocumentID(p.Doc), Statement: onrecord.StatementID(p.Statement),
		Content: toSpans(p.Content), Cue: toSpan(p.Cue), Source: toSpan(p.Source)}
}
