// Package sqlite keeps a record in one SQLite file.
//
// What is promised, beyond package store: a program that is killed leaves a
// record that passes Check; two programs may use one file at a time, of which
// one writes; a file that is not a record of this version or an older one is
// left as it was.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // the driver, in pure Go
)

// applicationID marks the file as a record: "onrc" in ASCII.
const applicationID = 0x6f6e7263

// patience is how long a writer waits for another program's. What is computed
// across documents is written in steps of some seconds in a large record, and
// whoever waits has no turn: a minute lets several go by.
const patience = time.Minute

// A Store is a record in a file. It implements store.Store.
type Store struct {
	path   string
	write  *sql.DB // one connection; nil when opened for reading
	read   *sql.DB
	known  atomic.Pointer[resolved] // identities, see identity.go
	writer sync.Mutex               // held through a Put or a Fail
	asked  asked                    // by s.read
}

// Open opens the record at path, and makes it when there is none.
func Open(path string) (*Store, error) {
	if err := probe(path); err != nil {
		return nil, err
	}
	write, err := connect(path, 1, "_txlock=immediate", "_pragma=journal_mode(WAL)", "_pragma=foreign_keys(ON)", writeCache)
	if err != nil {
		return nil, err
	}
	if err := migrate(write, path); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	s, err := openReaders(path)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	s.write = write
	return s, nil
}

// probe looks whether a file is a record before anything is written to it:
// even the choice of a journal is kept in the file.
func probe(path string) error {
	if info, err := os.Stat(path); err != nil || info.Size() == 0 {
		return nil // it will be made
	}
	db, err := connect(path, 1, "_pragma=query_only(ON)")
	if err != nil {
		return err
	}
	version, err := versionOf(db)
	if err == nil && version > len(migrations) {
		err = newer(version)
	}
	return errors.Join(explain(path, err), db.Close())
}

// OpenExisting opens the record at path, which must exist, to be read. The
// error wraps fs.ErrNotExist when it does not.
func OpenExisting(path string) (*Store, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("record %s: %w", path, fs.ErrNotExist)
	}
	return openReaders(path)
}

func openReaders(path string) (*Store, error) {
	read, err := connect(path, max(4, runtime.GOMAXPROCS(0)), "_pragma=query_only(ON)", readCache)
	if err != nil {
		return nil, err
	}
	version, err := versionOf(read)
	if err == nil && version < len(migrations) {
		err = upgrade(path)
	}
	if err == nil && version > len(migrations) {
		err = newer(version)
	}
	if err != nil {
		return nil, errors.Join(explain(path, err), read.Close())
	}
	return &Store{path: path, read: read}, nil
}

// upgrade brings an older record that was opened for reading up to date.
func upgrade(path string) error {
	s, err := Open(path)
	if err != nil {
		return err
	}
	return s.Close()
}

// The writer's cache holds the indexes that are written in random order up to
// some two million statements; a reader's is one of several.
const writeCache, readCache = "_pragma=cache_size(-65536)", "_pragma=cache_size(-16384)"

// connect opens a pool of at most n connections.
func connect(path string, n int, params ...string) (*sql.DB, error) {
	dsn := "file:" + (&url.URL{Path: path}).EscapedPath() + fmt.Sprintf("?_pragma=busy_timeout(%d)", patience.Milliseconds())
	for _, p := range append(params, "_pragma=synchronous(NORMAL)") {
		dsn += "&" + p
	}
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, explain(path, err)
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// Close ends the use of the file.
func (s *Store) Close() error {
	var err error
	if s.write != nil {
		err = s.write.Close()
	}
	return errors.Join(err, s.read.Close())
}

// inWrite runs f in a transaction, alone.
func (s *Store) inWrite(ctx context.Context, f func(*sql.Tx) error) error {
	if s.write == nil {
		return fmt.Errorf("record %s: opened for reading only", s.path)
	}
	s.writer.Lock()
	defer s.writer.Unlock()
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	if err := f(tx); err != nil {
		tx.Rollback() // the error that counts is f's
		return explain(s.path, err)
	}
	return explain(s.path, tx.Commit())
}

// inRead runs f in a transaction that sees one state of the record.
func (s *Store) inRead(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return explain(s.path, err)
	}
	defer tx.Rollback() // nothing was written
	return explain(s.path, f(tx))
}
