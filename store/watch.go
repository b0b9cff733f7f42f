package store

import (
	"context"

	"onrecord"
)

// Watching keeps saved questions whose new answers somebody wants to hear of.
type Watching interface {
	// Mark is a number that grows with every document that is added. What a
	// Find or a ChangeQuery asks for as Added after a mark has a document that was
	// added later; one that is only read again is not new.
	Mark(ctx context.Context) (int64, error)
	// Watch saves w under its name, in place of one of the same name.
	Watch(ctx context.Context, w Watch) error
	// Watches lists all by name.
	Watches(ctx context.Context) ([]Watch, error)
	// Unwatch removes one; ErrNotFound when there is none.
	Unwatch(ctx context.Context, name string) error
	// Told notes that all up to mark was told; ErrNotFound when there is none.
	Told(ctx context.Context, name string, mark int64) error
}

// A WatchKind says what a Watch looks for.
type WatchKind string

// The kinds of watches.
const (
	WatchStatements WatchKind = "statements" // that answer a question
	WatchChanges    WatchKind = "changes"    // of position
)

// A Watch is a saved question, and whom to tell of its new answers.
type Watch struct {
	Name    string
	Kind    WatchKind
	Query   string           // of statements, in the query language
	Issue   onrecord.IssueID // of changes, as in ChangeQuery
	Key     string
	Webhook string // URL that new answers are posted to; empty: none
	Secret  string // signs what is posted; empty: not signed
	Told    int64  // the mark up to which all was told
	Made    onrecord.Instant
}
