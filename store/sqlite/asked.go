package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"sync"

	"onrecord/store"
)

// What is asked thousands of times while articles are added is parsed once a
// connection. A statement must be there before a transaction begins: making it
// takes a connection, and all may be taken by transactions that wait for one.
type asked struct {
	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

// An asker asks questions that were parsed before, in a transaction that sees
// one state of the record.
type asker struct {
	ctx   context.Context
	tx    *sql.Tx
	ids   *store.Identities
	stmts map[string]*sql.Stmt
}

// asking runs f with what it will ask.
func (s *Store) asking(ctx context.Context, queries []string, f func(*asker) error) error {
	a := &asker{ctx: ctx, stmts: map[string]*sql.Stmt{}}
	for _, q := range append([]string{lastIdentified}, queries...) {
		st, err := s.asked.get(ctx, s.read, q)
		if err != nil {
			return explain(s.path, err)
		}
		a.stmts[q] = st
	}
	return s.inRead(ctx, func(tx *sql.Tx) (err error) {
		a.tx = tx
		var last int64
		if err := tx.StmtContext(ctx, a.stmts[lastIdentified]).QueryRowContext(ctx).Scan(&last); err != nil {
			return err
		}
		if a.ids, err = s.identitiesAt(ctx, tx, last); err != nil {
			return err
		}
		return f(a)
	})
}

func (a *asked) get(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if st := a.stmts[query]; st != nil {
		return st, nil
	}
	st, err := db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if a.stmts == nil {
		a.stmts = map[string]*sql.Stmt{}
	}
	a.stmts[query] = st
	return st, nil
}

// rows asks a question that asking was told of.
func (a *asker) rows(query string, args ...any) (*sql.Rows, error) {
	st := a.stmts[query]
	if st == nil {
		return nil, fmt.Errorf("not prepared: %s", query)
	}
	return a.tx.StmtContext(a.ctx, st).QueryContext(a.ctx, args...)
}
