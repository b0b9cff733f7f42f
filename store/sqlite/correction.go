package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// A correction's JSON; its ID and its statement's are columns.
type correction struct {
	Content []span `json:"content,omitempty"`
	Cue     *span  `json:"cue,omitempty"`
	Source  *span  `json:"source,omitempty"`
	Field   string `json:"field"`
	Value   string `json:"value,omitempty"`
	From    string `json:"from,omitempty"`
	Until   string `json:"until,omitempty"`
	Who     string `json:"who"`
	Why     string `json:"why,omitempty"`
	When    string `json:"when"`
}

// Correct implements store.Store: it notes the correction and stores the
// document anew with it.
func (s *Store) Correct(ctx context.Context, c onrecord.Correction) (added bool, err error) {
	if err := store.CheckCorrection(&c); err != nil {
		return false, err
	}
	err = s.inWrite(ctx, func(tx *sql.Tx) error {
		ids, err := s.identitiesToWrite(ctx, tx)
		if err != nil {
			return err
		}
		p := &putter{ctx: ctx, tx: tx, tallies: newTallies(), ids: ids}
		defer p.close()
		added, err = p.correct(&c)
		return err
	})
	return added && err == nil, err
}

func (p *putter) correct(c *onrecord.Correction) (added bool, err error) {
	old, err := p.held(c.Doc)
	if err != nil {
		return false, err
	}
	if old.seq == 0 {
		return false, fmt.Errorf("document %s: %w", c.Doc, store.ErrNotFound)
	}
	r, err := loadFound(p.ctx, p.tx, old.seq)
	if err != nil {
		return false, err
	}
	if err := fits(c, r.Doc); err != nil {
		return false, err
	}
	done, err := p.run(`INSERT INTO correction VALUES(NULL, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING`, c.ID, old.seq, c.Statement, encodeCorrection(c))
	if err != nil {
		return false, err
	}
	if n, err := done.RowsAffected(); n == 0 || err != nil {
		return false, err
	}
	if err := errors.Join(p.again(r, old), p.changed()); err != nil {
		return false, err
	}
	if err := p.index(); err != nil {
		return false, err
	}
	return true, p.tallies.write(p.ctx, p.tx)
}

// fits sees that the spans of c lie in the text of doc.
func fits(c *onrecord.Correction, doc *onrecord.Document) error {
	st := onrecord.Statement{ID: c.Statement, Kind: onrecord.Reported, Content: c.Content, Cue: c.Cue, Source: c.Source}
	if err := (&onrecord.Reading{Doc: doc, Statements: []onrecord.Statement{st}}).Check(); err != nil {
		return fmt.Errorf("correction %s: %w: %w", c.ID, store.ErrCorrection, err)
	}
	return nil
}

// Corrections implements store.Store.
func (s *Store) Corrections(ctx context.Context) (list []store.Decision, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		list, err = loadDecisions(ctx, tx)
		return err
	})
	store.SortDecisions(list)
	return list, err
}

func loadDecisions(ctx context.Context, tx *sql.Tx) (list []store.Decision, err error) {
	err = eachCorrected(ctx, tx, func(seq int64) error {
		r, err := loadFound(ctx, tx, seq)
		if err != nil {
			return err
		}
		corrections, err := loadCorrections(ctx, tx, seq, r.Doc.ID)
		list = append(list, store.Decide(r, corrections)...)
		return err
	})
	return list, err
}

// eachCorrected calls f for each document that people corrected.
func eachCorrected(ctx context.Context, tx *sql.Tx, f func(seq int64) error) error {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT document FROM correction ORDER BY document`)
	if err != nil {
		return err
	}
	var all []int64
	if err := each(rows, func() error {
		var seq int64
		err := rows.Scan(&seq)
		all = append(all, seq)
		return err
	}); err != nil {
		return err
	}
	for _, seq := range all {
		if err := f(seq); err != nil {
			return err
		}
	}
	return nil
}

// loadCorrections loads those of a document, in the order in which they hold.
func loadCorrections(ctx context.Context, tx *sql.Tx, seq int64, doc onrecord.DocumentID) (list []onrecord.Correction, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, statement, json FROM correction WHERE document = ?`, seq)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		c := onrecord.Correction{Doc: doc}
		var text string
		if err := rows.Scan(&c.ID, &c.Statement, &text); err != nil {
			return err
		}
		if err := decodeCorrection(text, &c); err != nil {
			return fmt.Errorf("correction %s: %w", c.ID, err)
		}
		list = append(list, c)
		return nil
	})
	store.SortCorrections(list)
	return list, err
}

func encodeCorrection(c *onrecord.Correction) string {
	return encode(correction{spans(c.Content), spanOf(c.Cue), spanOf(c.Source), string(c.Field), c.Value,
		string(c.From), string(c.Until), c.Who, c.Why, string(c.When)})
}

func decodeCorrection(text string, c *onrecord.Correction) error {
	var stored correction
	if err := json.Unmarshal([]byte(text), &stored); err != nil {
		return err
	}
	c.Content, c.Cue, c.Source = toSpans(stored.Content), toSpan(stored.Cue), toSpan(stored.Source)
	c.Field, c.Value, c.Who, c.Why = onrecord.CorrectionField(stored.Field), stored.Value, stored.Who, stored.Why
	c.From, c.Until, c.When = onrecord.Day(stored.From), onrecord.Day(stored.Until), onrecord.Instant(stored.When)
	return nil
}
