package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"onrecord"
)

// What the reader found in a document that people corrected.
type asFound struct {
	Entities   json.RawMessage `json:"entities"`
	Statements []foundRow      `json:"statements"`
	Relations  json.RawMessage `json:"relations,omitempty"`
}

type foundRow struct {
	ID        string          `json:"id"`
	Kind      string          `json:"kind"`
	Act       string          `json:"act"`
	Anonymity string          `json:"anonymity"`
	Body      json.RawMessage `json:"body"`
}

func encodeFound(r *onrecord.Reading) string {
	f := asFound{Entities: json.RawMessage(encodeEntities(r.Entities)), Statements: make([]foundRow, len(r.Statements)),
		Relations: json.RawMessage(encodeRelations(r.Relations))}
	for i := range r.Statements {
		st := &r.Statements[i]
		f.Statements[i] = foundRow{string(st.ID), string(st.Kind), string(st.Act), string(st.Anonymity), json.RawMessage(encodeBody(st))}
	}
	return encode(f)
}

// loadFound loads a document as the reader found it, without what people
// decided.
func loadFound(ctx context.Context, tx *sql.Tx, seq int64) (*onrecord.Reading, error) {
	r, err := loadReading(ctx, tx, seq)
	if err != nil {
		return nil, err
	}
	var text string
	if err := tx.QueryRowContext(ctx, `SELECT found FROM document WHERE seq = ?`, seq).Scan(&text); err != nil {
		return nil, err
	}
	r.Corrections = nil
	if text == "" {
		return r, nil
	}
	if err := decodeFound(text, r); err != nil {
		return nil, fmt.Errorf("document %s, as it was found: %w", r.Doc.ID, err)
	}
	return r, nil
}

func decodeFound(text string, r *onrecord.Reading) (err error) {
	var f asFound
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		return err
	}
	if r.Entities, err = decodeEntities(string(f.Entities), r.Doc.ID); err != nil {
		return err
	}
	if r.Relations, err = decodeRelations(string(f.Relations), r.Doc.ID); err != nil {
		return err
	}
	r.Statements = make([]onrecord.Statement, len(f.Statements))
	var wrong []error
	for i, row := range f.Statements {
		st := &r.Statements[i]
		*st = onrecord.Statement{ID: onrecord.StatementID(row.ID), Doc: r.Doc.ID, Kind: onrecord.Kind(row.Kind),
			Act: onrecord.Act(row.Act), Anonymity: onrecord.Anonymity(row.Anonymity)}
		wrong = append(wrong, decodeBody(string(row.Body), st))
	}
	return errors.Join(wrong...)
}
