package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord/store"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

// errForeign says that a database is something else.
var errForeign = errors.New("is an SQLite database, but not a record of statements: name another file with --db")

func newer(version int) error {
	return fmt.Errorf("was written by a newer onrecord (schema %d, this program knows %d): use that program, or name another file with --db", version, len(migrations))
}

// migrate brings the record up to this program's version, in one transaction.
func migrate(db *sql.DB, path string) error {
	tx, err := db.Begin()
	if err != nil {
		return explain(path, err)
	}
	defer tx.Rollback() // after a commit it does nothing
	version, err := versionOf(tx)
	if err == nil && version > len(migrations) {
		err = newer(version)
	}
	if err != nil || version == len(migrations) {
		return explain(path, err)
	}
	for _, m := range migrations[version:] {
		if _, err := tx.Exec(m); err != nil {
			return explain(path, err)
		}
	}
	if 0 < version && version < remarked {
		if err := remark(context.Background(), tx); err != nil {
			return explain(path, err)
		}
	}
	mark := fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(migrations))
	if _, err := tx.Exec(mark); err != nil {
		return explain(path, err)
	}
	return explain(path, tx.Commit())
}

// versionOf is 0 for an empty file; a database of another program is an error.
func versionOf(db interface {
	QueryRow(string, ...any) *sql.Row
}) (version int, err error) {
	var app, tables int
	err = db.QueryRow(`SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`).Scan(&app, &version, &tables)
	switch {
	case err != nil:
		return 0, err
	case app == applicationID:
		return version, nil
	case app == 0 && version == 0 && tables == 0:
		return 0, nil
	}
	return 0, errForeign
}

// explain says what went wrong with which file, and what to do next. An error
// that was explained before stays as it is, and so does one that is not the
// file's fault.
func explain(path string, err error) error {
	if e := (*fileError)(nil); err == nil || errors.As(err, &e) ||
		errors.Is(err, store.ErrNotFound) || errors.Is(err, store.ErrQuestion) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return &fileError{path, advice(err), err}
}

type fileError struct {
	path, advice string
	err          error
}

func (e *fileError) Error() string {
	if e.advice == "" {
		return fmt.Sprintf("record %s: %v", e.path, e.err)
	}
	return fmt.Sprintf("record %s: %s (%v)", e.path, e.advice, e.err)
}

func (e *fileError) Unwrap() error { return e.err }

func advice(err error) string {
	e := (*driver.Error)(nil)
	if !errors.As(err, &e) {
		return ""
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return "another program is writing to it: try again when that has finished"
	case lib.SQLITE_NOTADB:
		return "not a database: name another file with --db"
	case lib.SQLITE_CANTOPEN:
		return "cannot be opened: see that its folder exists and may be written to"
	case lib.SQLITE_READONLY:
		return "may not be written to: see its permissions and its folder's"
	case lib.SQLITE_FULL:
		return "the disk is full: make room, then run the same command again; nothing half written was kept"
	case lib.SQLITE_IOERR:
		return "reading or writing it failed, as it does when the disk is full: see to the disk, then run the same command again; nothing half written was kept"
	case lib.SQLITE_CORRUPT:
		return "is damaged: restore a backup"
	}
	return ""
}
