// Package store says what a record of statements can be asked, in nouns; its
// engines stand in folders below it. Every engine passes store/storetest.
//
// What is promised: a document is stored whole or not at all, with its
// entities, statements, relations and index; storing it again changes nothing; nothing is
// ever overwritten, an edited article becomes a new version that replaces the
// old one.
package store

import (
	"context"
	"errors"
	"time"

	"onrecord"
)

// ErrNotFound is returned for an ID that the record does not hold.
var ErrNotFound = errors.New("not in the record")

// ErrInvalid is wrapped by the error of Put for a reading that breaks what
// package onrecord promises of it: a fault of who made it, not of the record.
var ErrInvalid = errors.New("not a sound reading")

// ErrCorrection is wrapped by the error for a correction that says what cannot
// be.
var ErrCorrection = errors.New("not a correction")

// ErrQuestion is wrapped by the error for a question that is wrong in itself: an
// unknown field, order or side, a cursor of another list, nesting without end.
var ErrQuestion = errors.New("not a question that the record can answer")

// A Store is a record of statements. Its methods may be called concurrently.
type Store interface {
	// Put adds readings, all or none. It reports which were new: a reading
	// whose document is already held, read by the same reader version, is left
	// alone; one read by another replaces what that found. A document whose address is held with another text becomes the
	// current version; Put sets its Replaces.
	// Corrections are no part of it: see Correct.
	Put(ctx context.Context, readings []*onrecord.Reading) (added int, err error)
	// Holds reports whether a page with these bytes (SHA-256 in hex) was already
	// read from this address by this reader version, so that it need not be
	// read again.
	Holds(ctx context.Context, article, sha256 string, by onrecord.ReaderVersion) (bool, error)

	// Outdated lists the documents, current or not, that something else than by
	// has read, ordered by ID. Whether a page was raw makes no difference.
	Outdated(ctx context.Context, by onrecord.ReaderVersion) ([]onrecord.DocumentID, error)

	// Document returns one document with all that was read in it. Tokens,
	// sentences and quotations are not kept.
	Document(ctx context.Context, id onrecord.DocumentID) (*onrecord.Reading, error)
	// Versions returns the documents that share the address of id, oldest first.
	Versions(ctx context.Context, id onrecord.DocumentID) ([]Head, error)
	// Statement returns one statement with what is needed to show it.
	Statement(ctx context.Context, id onrecord.StatementID) (*Hit, error)
	// Find answers a question. Only current versions of documents are searched.
	Find(ctx context.Context, f Find) (*Result, error)
	// Relations lists relations of current documents, newest first: by the day
	// that From was said, else that of publication; where neither is known,
	// last. It returns the cursor of the next page, empty at the end.
	Relations(ctx context.Context, q RelationQuery) ([]Link, string, error)
	// Speaker returns the speaker with this Key, or the one it was merged into.
	// One that only owns an end of a relation has no statements.
	Speaker(ctx context.Context, key string) (*Speaker, error)
	// Speakers lists speakers by name, across documents, most statements first.
	// Words, when not empty, must all stand in the name.
	Speakers(ctx context.Context, words string, page Page) ([]Speaker, string, error)
	// Outlets lists who published, most documents first.
	Outlets(ctx context.Context) ([]Outlet, error)
	Stats(ctx context.Context) (*Stats, error)
	// Each calls f for every document, current or not, ordered by ID.
	Each(ctx context.Context, f func(*onrecord.Reading) error) error

	// Fail notes that an article could not be read; a later success forgets it.
	Fail(ctx context.Context, f Failure) error
	Failures(ctx context.Context) ([]Failure, error)

	// Correct adds a correction, and reports whether it was new. Its document
	// must be held; what it decides holds from then on wherever the statement
	// is read, found or counted, and after the document is read again.
	Correct(ctx context.Context, c onrecord.Correction) (added bool, err error)
	// Corrections lists all corrections in order, with what they decide now.
	Corrections(ctx context.Context) ([]Decision, error)

	// Identify adds identifications, all or none, and reports how many were new.
	// What they decide holds from then on wherever speakers are found, counted
	// or listed, for documents added before and after.
	Identify(ctx context.Context, list []onrecord.Identification) (added int, err error)
	// Identifications lists all in the order in which they hold, with what they
	// decide now.
	Identifications(ctx context.Context) ([]Identified, error)
	// Identity says under which key a Speaker.Key stays, and what was decided
	// about it. A key that the record does not hold is not Known.
	Identity(ctx context.Context, key string) (*Identity, error)
	// Profiles returns the speakers of current documents with these keys, or all
	// of them, ordered by key.
	Profiles(ctx context.Context, keys ...string) ([]onrecord.Profile, error)

	// Hold imports a list of office-holders under its name, in place of one of
	// the same name, and reports whether that changed anything. None removes it.
	Hold(ctx context.Context, list string, holdings []onrecord.Holding, when onrecord.Instant) (changed bool, err error)
	// HoldingLists lists what was imported, by name.
	HoldingLists(ctx context.Context) ([]HoldingList, error)
	// Holdings returns the lines of all lists, by list and line.
	Holdings(ctx context.Context) ([]onrecord.Holding, error)

	Across
	Watching

	// Check verifies every invariant of the record and returns what is wrong.
	Check(ctx context.Context) ([]string, error)
	// Backup writes a whole copy to path, which must not exist, while the
	// record is in use.
	Backup(ctx context.Context, path string) error
	Close() error
}

// A Head is a Document without its Text, with counts.
type Head struct {
	onrecord.Document                        // Text, Paragraphs and Boilerplate are empty
	Reader            onrecord.ReaderVersion // what read it
	Statements        int                    // read in it
	Current           bool
}

// A Hit is a statement with what is needed to show it.
type Hit struct {
	onrecord.Statement
	Doc     Head
	Speaker *onrecord.Entity // nil when unknown
	Others  []onrecord.Entity
	Key     string // of the speaker, see Speaker.Key; empty when unknown
	Content string // the words of the content, its pieces joined by " … "
	Cue     string
	Source  string
	Before  string          // up to 160 bytes of the text before the statement's first span
	After   string          // and after its last
	Marks   []onrecord.Span // where the question's words stand in Content

	AddresseeWords, VenueWords, OccasionWords, MediumWords, SaidWords string // the words of these spans

	Relations []Link // of which it is an end, in order of their cue

	Reports     int                   // of its utterance, itself included; 0 for one of an older version of an article
	Outlets     int                   // see onrecord.Utterance
	Independent int                   // likewise
	Changes     []onrecord.ChangeKind // in which it is the later statement, but for those that repeat

	Corrections []onrecord.Correction // of this statement, in order
}

// A Speaker is a name as articles print it, across documents: all entities that
// share a name and a kind, as far as no identification says otherwise.
type Speaker struct {
	Key        string // see KeyOf: "person:rex-tillerson"
	Name       string
	Kind       onrecord.EntityKind
	Statements int
	Documents  int
	First      onrecord.Day // earliest known day of saying
	Last       onrecord.Day
	Roles      []string // as printed, most frequent first
	Also       []string // the names that were merged into this one, by their keys
}

// An Outlet is who published.
type Outlet struct {
	Name         string
	Documents    int
	Statements   int
	Unattributed int // statements without a known speaker
	First, Last  onrecord.Day
}

// Stats counts what the record holds.
type Stats struct {
	Documents   int // current ones
	Versions    int // all documents, replaced ones included
	Statements  int // of current documents, as all that follows
	Entities    int
	Unknown     int // statements without a known speaker
	Unread      int // documents kept but not read
	Failures    int
	Corrections int // of all documents
	Kinds       map[onrecord.Kind]int
	Relations   map[onrecord.RelationKind]int
	Readers     []ReaderCount // of all documents, most first
	First, Last onrecord.Day  // of publication
	Schema      int
	Bytes       int64
}

// A ReaderCount says how many documents were read in one way.
type ReaderCount struct {
	Reader    onrecord.ReaderVersion
	Documents int
}

// A Failure is an article that could not be read.
type Failure struct {
	Article string
	Reason  string
	When    time.Time
}
