package store

import (
	"context"
	"errors"

	"onrecord"
)

// ErrStale is wrapped by the error of Collate when the record changed since
// what is collated was read: read again and try again.
var ErrStale = errors.New("the record has changed meanwhile")

// Across is what a record keeps that no document says alone: which statements
// report one utterance, what a placeholder means, which documents are copies,
// where speakers stand on issues and how that changed. What it keeps is
// computed elsewhere, from what it returns; it follows from the documents,
// identifications, corrections, rulings and issues that are held, never from
// the order in which they came.
//
// A document is pending when it was added, read again, corrected or replaced
// since it was collated, when an identification changed the key of one of its
// speakers, when a ruling names a statement of it, or when a statement that it
// matched is gone. Only current documents are pending.
type Across interface {
	// Pending lists at most limit pending documents, in order of adding, and the
	// state of the record: a number that grows with each change of what is said
	// here, by whatever program. What is computed from the record is written with
	// the state that was read before it; limit 0 reads the state alone.
	Pending(ctx context.Context, limit int) (docs []onrecord.DocumentID, state int64, err error)
	// Reports returns the statements of current documents as reports, by
	// document as asked and position.
	Reports(ctx context.Context, docs ...onrecord.DocumentID) ([]onrecord.Report, error)
	// ReportsOf returns these statements of current documents as reports, ordered
	// by ID; one that is not there is left out.
	ReportsOf(ctx context.Context, ids ...onrecord.StatementID) ([]onrecord.Report, error)
	// Near lists the statements that were collated and meet the question,
	// ordered by ID.
	Near(ctx context.Context, q Nearby) ([]Sketch, error)
	// Component returns all matches that lead, in any number of steps, from these
	// statements to others, the rulings on statements among them, and the
	// statements themselves with those that were reached, ordered. A ruling that
	// two are Together leads from one to the other as a match does.
	Component(ctx context.Context, ids ...onrecord.StatementID) (*Component, error)
	// CopiesNear lists the documents that were collated and have one of these
	// prints, ordered by ID.
	CopiesNear(ctx context.Context, prints ...uint64) ([]onrecord.DocumentID, error)
	// Article returns a document without what was read of it: what copies are told
	// by. The error wraps ErrNotFound when it is not held.
	Article(ctx context.Context, doc onrecord.DocumentID) (*onrecord.Document, error)
	// Copies returns all copies that lead, in any number of steps, from these
	// documents to others.
	Copies(ctx context.Context, docs ...onrecord.DocumentID) ([]onrecord.Copy, error)
	// Placeholders lists placeholders that have an owner, in the order of the
	// documents' adding and of their relations: of the documents that are asked
	// for, as far as they are current; by owner, of those that were collated.
	Placeholders(ctx context.Context, q PlaceholderQuery) ([]Placeholder, error)
	// Collate writes what was computed for some documents, all or none. The
	// error wraps ErrStale when State is no longer that of the record.
	Collate(ctx context.Context, c *Collated) error

	// Utterance returns what a statement of a current document reports, with the
	// hits of all its reports. A statement that is joined with none is alone in
	// it.
	Utterance(ctx context.Context, id onrecord.StatementID) (*Utterance, error)
	// Utterances lists the utterances of two reports and more by their first one,
	// without Reports.
	Utterances(ctx context.Context) ([]onrecord.Utterance, error)
	// Rule adds a ruling, and reports whether it was new. Both documents must be
	// held. The error wraps ErrRuling when it says what cannot be.
	Rule(ctx context.Context, r onrecord.Ruling) (added bool, err error)
	// Rulings lists all rulings in the order in which they hold.
	Rulings(ctx context.Context) ([]Ruled, error)

	// Declare keeps an issue's file under its ID, in place of one of the same
	// ID, and reports whether that changed anything. An empty text removes it,
	// with its assignments, positions and changes.
	Declare(ctx context.Context, id onrecord.IssueID, name, text string, when onrecord.Instant) (changed bool, err error)
	// Issues lists the issues by name.
	Issues(ctx context.Context) ([]IssueFile, error)
	// Assign replaces all assignments and positions on an issue by statements of
	// current documents, in one step; state as in Collated. A statement with a
	// position must be assigned.
	Assign(ctx context.Context, state int64, id onrecord.IssueID, on []onrecord.Assignment, positions []onrecord.Position) error
	// Assignments lists the statements on an issue, oldest first as Report.Less
	// orders them.
	Assignments(ctx context.Context, q StanceQuery) ([]Stance, string, error)
	// Recompute replaces all changes on an issue; state as in Collated.
	Recompute(ctx context.Context, state int64, id onrecord.IssueID, changes []onrecord.Change) error
	// Changes lists changes, newest first by the day of the later statement: that
	// of saying, else of publication; where neither is known, last.
	Changes(ctx context.Context, q ChangeQuery) ([]Departure, string, error)
	// Coverage counts current documents by month of publication, of which the
	// first day counts, oldest first; those without one under "".
	Coverage(ctx context.Context) ([]Month, error)
}

// A Nearby asks for statements that could report the same utterance. A
// statement meets it when it has one of the prints, or when it is of the
// speaker and its days, from First to Last, overlap [From, Until].
type Nearby struct {
	Prints      []uint64
	Fits        func(*Sketch) bool // unless nil, of those with one of the prints it is asked for, without Statement, which it takes
	Key         string             // of the speaker after identifications; empty: by prints alone
	From, Until onrecord.Day
}

// A Sketch is what is kept of a report to find it again: it is made elsewhere,
// and means nothing to the record.
type Sketch struct {
	Statement   onrecord.StatementID
	Key         string       // of the speaker after identifications, empty when unknown; filled in by the record
	First, Last onrecord.Day // between which it was said, as far as that is known or likely
	Terms       []uint32     // sorted
	Prints      []uint64     // sorted; Near returns them with those it finds by a print
}

// A Component is a part of the record that matches join.
type Component struct {
	Statements []onrecord.StatementID
	Matches    []onrecord.Match
	Rulings    []onrecord.Ruling // that hold, on two of the statements
}

// A Placeholder is an end of a relation that means a statement elsewhere.
type Placeholder struct {
	Doc       onrecord.DocumentID
	Relation  onrecord.RelationID
	To        bool
	Kind      onrecord.RelationKind
	Key       string // of its owner after identifications, never empty
	Noun      string
	Words     string
	About     string
	Context   string           // the sentence that states the relation, see Around
	Said      onrecord.Claimed // of what is meant, as the article tells
	By        onrecord.Claimed // when the other end was said, else when the article was published
	Published onrecord.Claimed
	Filled    *onrecord.Filled // nil when it is not
}

// A PlaceholderQuery asks for those of some documents, or for those of an owner
// whose By or Published begins in [From, Until), or for which neither is known.
type PlaceholderQuery struct {
	Docs        []onrecord.DocumentID
	Key         string
	From, Until onrecord.Day
}

// Collated is what was computed for documents that were pending.
type Collated struct {
	State    int64                 // as Pending returned it
	Docs     []onrecord.DocumentID // that are pending no more
	Sketches []Sketch              // of all their statements, in place of those that are kept
	Matches  []onrecord.Match      // with a statement of Docs, in place of all such

	DocPrints map[onrecord.DocumentID][]uint64 // of Docs, in place of those that are kept
	Copies    []onrecord.Copy                  // with one of Docs, in place of all such

	// Utterances are the parts of all components that Docs, and what their
	// matches joined before, now belong to. A statement of these components that
	// is in none is alone.
	Components [][]onrecord.StatementID // which statements Utterances speak for
	Utterances []onrecord.Utterance     // of two reports and more

	Placeholders []PlaceholderID   // that were looked at: what they were filled with goes
	Filled       []onrecord.Filled // what they are filled with now

	Assignments []onrecord.Assignment // of statements of Docs, in place of those that are kept
	Positions   []onrecord.Position
}

// A PlaceholderID names a placeholder.
type PlaceholderID struct {
	Doc      onrecord.DocumentID
	Relation onrecord.RelationID
	To       bool
}

// An Utterance is an utterance with its reports to show.
type Utterance struct {
	onrecord.Utterance
	Hits    []Hit // in the order of Reports
	Matches []onrecord.Match
	Copies  []onrecord.Copy // between the documents of its reports
}

// A Ruled is a ruling with what it decides now.
type Ruled struct {
	onrecord.Ruling
	UndoneBy   onrecord.RulingID    // empty while it is not undone
	Superseded bool                 // a later ruling on the same pair holds
	NowA, NowB onrecord.StatementID // the statements that stand there now; empty for none
}

// An IssueFile is an issue as it was declared, with counts.
type IssueFile struct {
	ID         onrecord.IssueID
	Name       string
	Text       string // of its file
	Declared   onrecord.Instant
	Statements int // assigned
	Positions  int
	Changes    int // but for those that repeat

	// Unassigned says that the issue was declared anew since Assign, Outdated
	// that its positions changed since Recompute: what was begun and not finished
	// can be seen.
	Unassigned bool
	Outdated   bool
}

// A StanceQuery asks for the statements on an issue. What is set must hold.
type StanceQuery struct {
	Issue      onrecord.IssueID
	Key        string // of the speaker
	Positioned bool   // only those that take a position
	Page              // Limit -1: all
}

// A Stance is a statement on an issue, in short.
type Stance struct {
	onrecord.Assignment
	Position  *onrecord.Position // nil for none
	Key, Name string             // of the speaker, empty when unknown
	Kind      onrecord.Kind
	Act       onrecord.Act
	Said      onrecord.Claimed
	Published onrecord.Claimed
	Outlet    string
	Doc       onrecord.DocumentID
	Utterance onrecord.StatementID // the first report of its utterance, itself when it is alone
}

// A ChangeQuery asks for changes. What is set must hold.
type ChangeQuery struct {
	Issue   onrecord.IssueID
	Key     string // of either speaker
	Since   onrecord.Day
	Kind    onrecord.ChangeKind // empty: all but those that repeat
	Repeats bool                // with those that repeat
	Added   int64               // only with a document added after this Watching.Mark; 0: all
	Bare    bool                // without Earlier and Later, which cost most
	Page                        // Limit -1: all
}

// A Departure is a change with its two statements to show.
type Departure struct {
	onrecord.Change
	IssueName      string
	Earlier, Later Hit
}

// A Month counts documents by month of publication.
type Month struct {
	Month     string // "2017-12"
	Documents int
}
