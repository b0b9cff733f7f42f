package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// A holding's JSON; its list and line are columns.
type holding struct {
	Person       string   `json:"person"`
	OtherNames   []string `json:"other_names,omitempty"`
	Identifier   string   `json:"identifier,omitempty"`
	Position     string   `json:"position,omitempty"`
	Organisation string   `json:"organisation,omitempty"`
	Start        string   `json:"start,omitempty"`
	End          string   `json:"end,omitempty"`
	From         string   `json:"from,omitempty"`
	Until        string   `json:"until,omitempty"`
}

// Hold implements store.Store.
func (s *Store) Hold(ctx context.Context, list string, holdings []onrecord.Holding, when onrecord.Instant) (changed bool, err error) {
	if list == "" {
		return false, errors.New("a list must have a name")
	}
	for i := range holdings {
		if h := &holdings[i]; h.List != list || i > 0 && h.Line <= holdings[i-1].Line {
			return false, fmt.Errorf("list %s: line %d of %s is not in order", list, h.Line, h.List)
		}
	}
	sum := hashOf(holdings)
	err = s.inWrite(ctx, func(tx *sql.Tx) error {
		var before string
		err := tx.QueryRowContext(ctx, `SELECT sha256 FROM holding_list WHERE name = ?`, list).Scan(&before)
		if err != nil && !errors.Is(err, sql.ErrNoRows) || before == sum || before == "" && len(holdings) == 0 {
			return ignoreNone(err)
		}
		changed = true
		w := &writer{ctx: ctx, tx: tx}
		w.exec(`DELETE FROM holding WHERE list = ?`, list)
		w.exec(`DELETE FROM holding_list WHERE name = ?`, list)
		if len(holdings) == 0 {
			return w.err
		}
		w.exec(`INSERT INTO holding_list VALUES(?, ?, ?)`, list, sum, when)
		for i := range holdings {
			w.exec(`INSERT INTO holding VALUES(?, ?, ?)`, list, holdings[i].Line, encodeHolding(&holdings[i]))
		}
		return w.err
	})
	return changed && err == nil, err
}

func ignoreNone(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	return err
}

// HoldingLists implements store.Store.
func (s *Store) HoldingLists(ctx context.Context) (lists []store.HoldingList, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		lists, err = loadLists(ctx, tx)
		return err
	})
	return lists, err
}

func loadLists(ctx context.Context, tx *sql.Tx) (lists []store.HoldingList, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT name, sha256, imported, (SELECT count(*) FROM holding WHERE list = name) FROM holding_list ORDER BY name`)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var l store.HoldingList
		err := rows.Scan(&l.Name, &l.SHA256, &l.Imported, &l.Holdings)
		lists = append(lists, l)
		return err
	})
	return lists, err
}

// Holdings implements store.Store.
func (s *Store) Holdings(ctx context.Context) (all []onrecord.Holding, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		all, err = loadHoldings(ctx, tx, "")
		return err
	})
	return all, err
}

// loadHoldings loads the lines of a list, of all for "".
func loadHoldings(ctx context.Context, tx *sql.Tx, list string) (all []onrecord.Holding, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT list, line, json FROM holding WHERE list = ?1 OR ?1 = '' ORDER BY list, line`, list)
	if err != nil {
		return nil, err
	}
	err = each(rows, func() error {
		var h onrecord.Holding
		var text string
		if err := rows.Scan(&h.List, &h.Line, &text); err != nil {
			return err
		}
		var in holding
		if err := json.Unmarshal([]byte(text), &in); err != nil {
			return fmt.Errorf("list %s, line %d: %w", h.List, h.Line, err)
		}
		h.Person, h.OtherNames, h.Identifier, h.Position, h.Organisation = in.Person, in.OtherNames, in.Identifier, in.Position, in.Organisation
		h.Start, h.End, h.From, h.Until = onrecord.EDTF(in.Start), onrecord.EDTF(in.End), onrecord.Day(in.From), onrecord.Day(in.Until)
		all = append(all, h)
		return nil
	})
	return all, err
}

func encodeHolding(h *onrecord.Holding) string {
	return encode(holding{h.Person, h.OtherNames, h.Identifier, h.Position, h.Organisation, string(h.Start), string(h.End), string(h.From), string(h.Until)})
}

// hashOf is the hash of all that the lines of a list say.
func hashOf(holdings []onrecord.Holding) string {
	sum := sha256.New()
	for i := range holdings {
		fmt.Fprintln(sum, holdings[i].Line, encodeHolding(&holdings[i])) // a hash takes all
	}
	return hex.EncodeToString(sum.Sum(nil))
}
