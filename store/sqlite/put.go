package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Put implements store.Store. A document that is held, but was read by another
// reader version, is read anew: its statements are replaced, and it counts as
// added.
func (s *Store) Put(ctx context.Context, readings []*onrecord.Reading) (added int, err error) {
	for _, r := range readings {
		if err := errors.Join(validate(r), uncorrected(r)); err != nil {
			return 0, fmt.Errorf("article %s: %w: %w", r.Doc.Article, store.ErrInvalid, err)
		}
	}
	err = s.inWrite(ctx, func(tx *sql.Tx) error {
		ids, err := s.identitiesToWrite(ctx, tx)
		if err != nil {
			return err
		}
		p := &putter{ctx: ctx, tx: tx, tallies: newTallies(), ids: ids}
		defer p.close()
		added, err = p.put(readings)
		return err
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// A putter adds readings within one transaction.
type putter struct {
	ctx context.Context
	tx  *sql.Tx
	prepared
	tallies
	ids  *store.Identities
	rows []row // to be indexed
}

// A row is a statement on its way into the index.
type row struct {
	place                int64
	content, source, cue string
	marks                string
}

func (p *putter) put(readings []*onrecord.Reading) (added int, err error) {
	for _, r := range readings {
		isNew, err := p.one(r)
		if err != nil {
			return 0, fmt.Errorf("article %s: %w", r.Doc.Article, err)
		}
		if isNew {
			added++
		}
	}
	if added > 0 {
		if err := p.changed(); err != nil {
			return 0, err
		}
	}
	if err := p.index(); err != nil {
		return 0, err
	}
	return added, p.tallies.write(p.ctx, p.tx)
}

// one adds one reading, whole, but for its rows in the index.
func (p *putter) one(r *onrecord.Reading) (isNew bool, err error) {
	held, err := p.held(r.Doc.ID)
	if err != nil {
		return false, err
	}
	seq := held.seq
	if seq == 0 || held.reader != r.Reader.String() {
		isNew = true
		if seq, err = p.document(r, held); err != nil {
			return false, err
		}
	}
	if err := p.exec(`INSERT OR REPLACE INTO page VALUES(?, ?, ?, ?)`, r.Doc.Article, r.Doc.SHA256, r.Reader.String(), seq); err != nil {
		return false, err
	}
	return isNew, p.exec(`DELETE FROM failure WHERE article = ?`, r.Doc.Article)
}

type held struct {
	seq     int64 // 0: not held
	reader  string
	current bool
}

func (p *putter) held(id onrecord.DocumentID) (h held, err error) {
	err = p.tx.QueryRowContext(p.ctx, `SELECT seq, reader, current FROM document WHERE id = ?`, id).Scan(&h.seq, &h.reader, &h.current)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	return h, err
}

// document writes the document and its statements.
func (p *putter) document(r *onrecord.Reading, old held) (seq int64, err error) {
	if old.seq != 0 {
		return old.seq, p.again(r, old)
	}
	replaces, err := p.replace(r.Doc.Address())
	if err != nil {
		return 0, err
	}
	outlet, err := p.outletSeq(r.Doc.Outlet)
	if err != nil {
		return 0, err
	}
	done, err := p.tx.ExecContext(p.ctx, `INSERT INTO document VALUES(NULL, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)`,
		r.Doc.ID, r.Doc.Address(), r.Doc.Article, r.Doc.Title, outlet, r.Doc.Published.From, len(r.Statements),
		r.Reader.String(), replaces, encodeHead(r.Doc), encodeEntities(r.Entities), r.Doc.Text, encodeRelations(r.Relations))
	if err != nil {
		return 0, err
	}
	if seq, err = done.LastInsertId(); err != nil {
		return 0, err
	}
	return seq, p.statements(r, seq, outlet, true)
}

// again replaces what an older or newer reader found in a document, and
// applies what people decided of it.
func (p *putter) again(r *onrecord.Reading, old held) error {
	corrections, err := loadCorrections(p.ctx, p.tx, old.seq, r.Doc.ID)
	if err != nil {
		return err
	}
	found := ""
	if len(corrections) > 0 {
		found = encodeFound(r)
		r = store.Apply(r, corrections)
	}
	if old.current {
		if err := p.retract(old.seq); err != nil {
			return err
		}
	}
	for _, q := range []string{
		`DELETE FROM statement WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`,
		`DELETE FROM body WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`,
	} {
		if err := p.exec(q, old.seq); err != nil {
			return err
		}
	}
	outlet, err := p.outletSeq(r.Doc.Outlet)
	if err != nil {
		return err
	}
	if err := p.exec(`UPDATE document SET title = ?, outlet = ?, published = ?, statements = ?, reader = ?, head = ?, entities = ?, found = ?, relations = ? WHERE seq = ?`,
		r.Doc.Title, outlet, r.Doc.Published.From, len(r.Statements), r.Reader.String(), encodeHead(r.Doc), encodeEntities(r.Entities), found, encodeRelations(r.Relations), old.seq); err != nil {
		return err
	}
	if err := p.statements(r, old.seq, outlet, old.current); err != nil || !old.current {
		return err
	}
	return p.place(old.seq)
}

// replace makes the current document of an address an older version.
func (p *putter) replace(address string) (replaces string, err error) {
	var seq int64
	err = p.tx.QueryRowContext(p.ctx, `SELECT seq, id FROM document WHERE address = ? AND current`, address).Scan(&seq, &replaces)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if err := p.retract(seq); err != nil {
		return "", err
	}
	return replaces, p.exec(`UPDATE document SET current = 0 WHERE seq = ?`, seq)
}
