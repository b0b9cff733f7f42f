package sqlite

import (
	"database/sql"
	"errors"
)

// prepared keeps what a transaction needs again: statements that are parsed,
// numbers that were looked up.
type prepared struct {
	stmts    map[string]*sql.Stmt
	outlets  map[string]int64
	speakers map[string]int64
	named    map[string]int  // of speakers, see slotRow
	roots    map[int64]int64 // see rootOf
}

// prepare parses a query once.
func (p *putter) prepare(query string) (*sql.Stmt, error) {
	if st := p.stmts[query]; st != nil {
		return st, nil
	}
	st, err := p.tx.PrepareContext(p.ctx, query)
	if err != nil {
		return nil, err
	}
	if p.stmts == nil {
		p.stmts = map[string]*sql.Stmt{}
	}
	p.stmts[query] = st
	return st, nil
}

func (p *putter) run(query string, args ...any) (sql.Result, error) {
	st, err := p.prepare(query)
	if err != nil {
		return nil, err
	}
	return st.ExecContext(p.ctx, args...)
}

func (p *putter) query(query string, args ...any) (*sql.Rows, error) {
	st, err := p.prepare(query)
	if err != nil {
		return nil, err
	}
	return st.QueryContext(p.ctx, args...)
}

func (p *putter) exec(query string, args ...any) error {
	_, err := p.run(query, args...)
	return err
}

func (p *putter) close() {
	for _, st := range p.stmts {
		st.Close() // ends with the transaction in any case
	}
}

// outletSeq is the number of an outlet, which is made when there is none.
func (p *putter) outletSeq(name string) (int64, error) {
	return p.seq(&p.outlets, name, `SELECT seq FROM outlet WHERE name = ?`, `INSERT INTO outlet(name) VALUES(?)`, name)
}

func (p *putter) seq(known *map[string]int64, key, find, insert string, args ...any) (seq int64, err error) {
	if seq, ok := (*known)[key]; ok {
		return seq, nil
	}
	st, err := p.prepare(find)
	if err != nil {
		return 0, err
	}
	err = st.QueryRowContext(p.ctx, key).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		done, failed := p.tx.ExecContext(p.ctx, insert, args...)
		if failed != nil {
			return 0, failed
		}
		seq, err = done.LastInsertId()
	}
	if err != nil {
		return 0, err
	}
	if *known == nil {
		*known = map[string]int64{}
	}
	(*known)[key] = seq
	return seq, nil
}
