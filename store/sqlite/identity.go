package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/store"
)

// Who is who, one identification a row, and the lists of office-holders.
//
// A statement's speaker is the row of the name that the document prints, or
// what a split of the document makes of it. speaker.root is the row that it was
// merged into, empty where it was not: counts and roles are kept with that row
// alone, so that a merge rewrites counts and no statement. A name that no
// document prints is made of its key; named says how far it is printed.
const identityMigration = `
ALTER TABLE speaker ADD COLUMN root INTEGER REFERENCES speaker;
ALTER TABLE speaker ADD COLUMN named INTEGER NOT NULL DEFAULT 2;
CREATE INDEX speaker_root ON speaker(root) WHERE root IS NOT NULL;
CREATE TABLE identification(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
CREATE TRIGGER identification_kept BEFORE DELETE ON identification BEGIN SELECT RAISE(ABORT, 'identifications are never deleted'); END;
CREATE TRIGGER identification_fixed BEFORE UPDATE ON identification BEGIN SELECT RAISE(ABORT, 'identifications are never changed'); END;
CREATE TABLE holding_list(name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, imported TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE holding(
	list TEXT NOT NULL REFERENCES holding_list ON DELETE CASCADE, line INTEGER NOT NULL, json TEXT NOT NULL,
	PRIMARY KEY(list, line)
) STRICT, WITHOUT ROWID;
`

// The levels of speaker.named.
const (
	byKey    = 0 // made of the key alone
	byPrefix = 1 // begins with a name that a document prints
	printed  = 2 // a document prints it
)

// An identification's JSON; its ID is a column.
type identification struct {
	Kind     string   `json:"kind"`
	Key      string   `json:"key,omitempty"`
	Other    string   `json:"other,omitempty"`
	Docs     []string `json:"docs,omitempty"`
	Undoes   string   `json:"undoes,omitempty"`
	Evidence []string `json:"evidence,omitempty"`
	Score    float64  `json:"score,omitempty"`
	Who      string   `json:"who,omitempty"`
	When     string   `json:"when"`
}

// resolved are the identities after the identification of some number.
type resolved struct {
	seq int64
	ids *store.Identities
}

// identities are those of one state of the record; they are kept until another
// identification is added.
func (s *Store) identities(ctx context.Context, tx *sql.Tx) (*store.Identities, error) {
	last, err := lastIdentification(ctx, tx)
	if err != nil {
		return nil, err
	}
	return s.identitiesAt(ctx, tx, last)
}

// identitiesAt are the same, when the last identification is known.
func (s *Store) identitiesAt(ctx context.Context, tx *sql.Tx, last int64) (*store.Identities, error) {
	if known := s.known.Load(); known != nil && known.seq == last {
		return known.ids, nil
	}
	ids, err := loadIdentities(ctx, tx)
	if err == nil {
		s.known.Store(&resolved{last, ids})
	}
	return ids, err
}

// identitiesToWrite are the same in a transaction that may yet be rolled back:
// what it adds is not kept.
func (s *Store) identitiesToWrite(ctx context.Context, tx *sql.Tx) (*store.Identities, error) {
	last, err := lastIdentification(ctx, tx)
	if known := s.known.Load(); err != nil || known != nil && known.seq == last {
		return known.of(), err
	}
	return loadIdentities(ctx, tx)
}

func (r *resolved) of() *store.Identities {
	if r == nil {
		return nil
	}
	return r.ids
}

const lastIdentified = `SELECT coalesce(max(seq), 0) FROM identification`

func lastIdentification(ctx context.Context, tx *sql.Tx) (seq int64, err error) {
	err = tx.QueryRowContext(ctx, lastIdentified).Scan(&seq)
	return seq, err
}

func loadIdentities(ctx context.Context, tx *sql.Tx) (*store.Identities, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id, json FROM identification ORDER BY seq`)
	if err != nil {
		return nil, err
	}
	var all []onrecord.Identification
	err = each(rows, func() error {
		var id, text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		i, err := decodeIdentification(id, text)
		all = append(all, i)
		return err
	})
	return store.Resolve(all), err
}

// Identifications implements store.Store.
func (s *Store) Identifications(ctx context.Context) (list []store.Identified, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		list = append(list, ids.List()...)
		return err
	})
	return list, err
}

// Identity implements store.Store.
func (s *Store) Identity(ctx context.Context, key string) (*store.Identity, error) {
	var id *store.Identity
	err := s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		id = &store.Identity{Asked: key, Key: ids.Root(key), Decided: ids.About(key)}
		for _, other := range append([]string{id.Key}, ids.Merged(id.Key)...) {
			name, known, err := nameOf(ctx, tx, other)
			if err != nil {
				return err
			}
			if other == id.Key {
				id.Name, id.Known = name, known
			} else {
				id.Also = append(id.Also, store.Alias{Key: other, Name: name})
				id.Known = id.Known || known
			}
		}
		return nil
	})
	return id, err
}

// nameOf is what a key is shown as, and whether the record has a row for it.
func nameOf(ctx context.Context, tx *sql.Tx, key string) (name string, known bool, err error) {
	err = tx.QueryRowContext(ctx, `SELECT name FROM speaker WHERE key = ?`, key).Scan(&name)
	if err == sql.ErrNoRows {
		name, _ = store.NameOfKey(key, "")
		return name, false, nil
	}
	return name, err == nil, err
}

// alsoNamed are the names of the keys that lead to a key, by these keys.
func alsoNamed(ctx context.Context, tx *sql.Tx, ids *store.Identities, key string) (names []string, err error) {
	for _, other := range ids.Merged(key) {
		name, _, err := nameOf(ctx, tx, other)
		if err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

func encodeIdentification(i *onrecord.Identification) string {
	out := identification{string(i.Kind), i.Key, i.Other, nil, string(i.Undoes), i.Evidence, i.Score, i.Who, string(i.When)}
	for _, doc := range i.Docs {
		out.Docs = append(out.Docs, string(doc))
	}
	return encode(out)
}

func decodeIdentification(id, text string) (i onrecord.Identification, err error) {
	var in identification
	if err := json.Unmarshal([]byte(text), &in); err != nil {
		return i, fmt.Errorf("identification %s: %w", id, err)
	}
	i = onrecord.Identification{ID: onrecord.IdentificationID(id), Kind: onrecord.IdentificationKind(in.Kind), Key: in.Key, Other: in.Other,
		Undoes: onrecord.IdentificationID(in.Undoes), Evidence: in.Evidence, Score: in.Score, Who: in.Who, When: onrecord.Instant(in.When)}
	for _, doc := range in.Docs {
		i.Docs = append(i.Docs, onrecord.DocumentID(doc))
	}
	return i, nil
}

// members are the rows that a key is searched by: its own and those of the keys
// that lead where it leads.
func members(ctx context.Context, tx *sql.Tx, ids *store.Identities, key string) (seqs []int64, err error) {
	root := ids.Root(key)
	for _, k := range append([]string{root}, ids.Merged(root)...) {
		var seq int64
		switch err := tx.QueryRowContext(ctx, `SELECT seq FROM speaker WHERE key = ?`, k).Scan(&seq); err {
		case nil:
			seqs = append(seqs, seq)
		case sql.ErrNoRows:
		default:
			return nil, err
		}
	}
	return seqs, nil
}

// speakerMarks asks for the statements of any of some rows.
func speakerMarks(seqs []int64) []string {
	var out []string
	for _, seq := range seqs {
		out = append(out, speakerMark(seq))
	}
	return out
}

// classMarks asks for the statements of a row and of those merged into it.
func classMarks(ctx context.Context, tx *sql.Tx, seq int64) (string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT seq FROM speaker WHERE seq = ?1 UNION SELECT seq FROM speaker WHERE root = ?1 ORDER BY 1`, seq)
	if err != nil {
		return "", err
	}
	var seqs []int64
	err = each(rows, func() error {
		var one int64
		err := rows.Scan(&one)
		seqs = append(seqs, one)
		return err
	})
	return strings.Join(speakerMarks(seqs), " OR "), err
}
