// Package onrecord holds the nouns of a record of public statements: who said
// what, when, where and through whom, every word traceable to its place in a
// page.
//
// A page becomes a [Document] whose Text never changes. Stages read the Text
// and each adds one thing to a [Reading]. The package imports nothing of the
// project and does no input or output.
package onrecord

import (
	"errors"
	"fmt"
)

// A Span is a half-open range of bytes of a Document's Text. The zero Span
// means "not present". Outside the program offsets are Unicode code points:
// see [Offsets].
type Span struct{ Start, End int }

// IsZero reports whether the span is not present.
func (s Span) IsZero() bool { return s == Span{} }

// Len is the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// In returns the words of text that the span covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// EDTF is a date or interval in the Extended Date/Time Format (ISO 8601-2,
// levels 0 and 1 and one-of sets), such as "2017-12-12", "2017-10~" or
// "../2017-12-13". The empty string means unknown. Package date parses it.
type EDTF string

// Day is a calendar day as ISO 8601 writes it, "2017-12-12"; days compare as
// strings. The empty Day is an open bound.
type Day string

// Basis says what a date or a relation rests on: "weekday", "json-ld",
// "inferred".
type Basis string

// Claimed is a time with its evidence: the words that say when, an interval
// and what the interval rests on. The zero Claimed means unknown.
type Claimed struct {
	EDTF  EDTF
	From  Day   // first day, empty where open
	Until Day   // day after the last, empty where open
	Basis Basis // "weekday", "month", "dateline", "inferred" …
	Words Span  // the words that say it, zero where none do
}

// IsZero reports whether nothing is known of the time.
func (c Claimed) IsZero() bool { return c.EDTF == "" }

// DocumentID names a Document: the hash of its address and its Text.
type DocumentID string

// A Document is an article as it was found. Text is valid UTF-8 and never
// changes; an edited page is a new Document that Replaces the old.
type Document struct {
	ID          DocumentID
	Article     string // the path or URL that was read, as given
	URL         string // canonical URL, empty when the page does not say
	Outlet      string // who published: "The Hill"
	Title       string
	Byline      []string
	Published   Claimed // Basis: "json-ld", "meta", "time", "url", "text", "given"
	Language    string  // ISO 639-1, "en"; empty when unknown
	Text        string
	Extracted   bool   // the Text was taken out of HTML; else it is the file as given
	Headline    Span   // where the Title stands in the Text, zero when it does not
	Paragraphs  []Span // in order, not overlapping, never empty, no line break at the ends
	Boilerplate []Span // what is page, not article: in order, not overlapping
	SHA256      string // of the page's bytes as given, in hex
	Unread      string // why the document was kept but not read ("not English: fr"), else empty
	Replaces    DocumentID
}

// A Token is a word or a mark of punctuation; its Head and Rel follow the
// Stanford dependencies, its Tag the Penn Treebank.
type Token struct {
	Span
	Lemma string // lower-case dictionary form, empty before tagging
	Tag   string // part of speech: "VBD"
	Name  string // kind of name: "PERSON", "ORGANIZATION", "LOCATION", "MISC", "DATE" … or "O"
	Head  int    // index of the governing token in Reading.Tokens, -1 for a root
	Rel   string // relation to the head: "nsubj"; "root" for a root
}

// A Sentence is a range of tokens, [First, End), inside one paragraph.
type Sentence struct {
	First, End int // token indexes
	Paragraph  int // index into Document.Paragraphs
}

// A Quotation is a stretch of text between quotation marks, or from a mark
// that is never closed to the end of its paragraph.
type Quotation struct {
	Span           // marks included
	Inner   Span   // marks excluded
	Closed  bool   // has a closing mark
	Depth   int    // 0 for an outermost quotation
	Opening string // the mark that opens: `“`
}

// EntityID names an Entity within one Document.
type EntityID string

// EntityKind says what an Entity is.
type EntityKind string

// The kinds of entities.
const (
	Person       EntityKind = "person"
	Organisation EntityKind = "organisation"
	Group        EntityKind = "group" // "analysts", "two officials"
	Country      EntityKind = "country"
	Paper        EntityKind = "document" // a report, a poll, a filing
	UnknownKind  EntityKind = "unknown"
)

// An Entity is a person, an institution, a group or a document that an article
// names. It belongs to one Document: entities of different documents are never
// merged as a side effect of reading.
type Entity struct {
	ID       EntityID
	Doc      DocumentID
	Name     string // the fullest form in the article: "Rex Tillerson"
	Kind     EntityKind
	Mentions []Span // in order
	Roles    []Role
}

// A Role is a title as the article gives it.
type Role struct {
	Title        string // "Secretary of State"
	Organisation string // "State Department", empty when not given
	Words        Span   // where the article says so
}

// StatementID names a Statement: the hash of its document and its spans.
type StatementID string

// Kind says how a statement's words are given.
type Kind string

// The kinds of statements.
const (
	Direct   Kind = "direct"   // all of it word for word: in quotation marks, or a turn of a transcript
	Indirect Kind = "indirect" // none of it
	Mixed    Kind = "mixed"    // some of it
	Reported Kind = "act"      // a speech act whose words are not given
)

// Anonymity says how closely an article names a source.
type Anonymity string

// The classes of anonymity.
const (
	Named        Anonymity = "named"
	Spokesperson Anonymity = "spokesperson"
	TitleOnly    Anonymity = "title"
	Collective   Anonymity = "group"
	Unnamed      Anonymity = "unnamed"
	Documentary  Anonymity = "document"
)

// Act says what was done with the words.
type Act string

// The acts.
const (
	Asserted    Act = "asserted"
	Denied      Act = "denied"
	Declined    Act = "declined" // to comment; never a position
	Asked       Act = "asked"
	Promised    Act = "promised"
	Demanded    Act = "demanded"
	Threatened  Act = "threatened"
	Conditional Act = "conditional" // planned, supposed or only possible
	NotSaid     Act = "not_said"    // "did not say that"
)

// A HopKind says how one step carried a statement on.
type HopKind string

// The kinds of hops.
const (
	HopTold     HopKind = "told"     // the speaker told an outlet: "told the Observer"
	HopSaid     HopKind = "said"     // somebody else says what the speaker said
	HopCited    HopKind = "cited"    // it is cited after an outlet or a paper: "citing the Observer"
	HopReported HopKind = "reported" // an outlet reported it; without a name "reportedly"
	HopPosted   HopKind = "posted"   // the speaker put it on a platform
	HopWire     HopKind = "wire"     // a news agency is credited with it
)

// A Hop is one step of the way a statement took to the page.
type Hop struct {
	Kind   HopKind
	Name   string   // in full where the article gives it: "The New York Times"; empty for "reportedly"
	Entity EntityID // empty where none is known
	Words  Span
}

// A Statement is one place where an article ascribes words or an attitude to a
// source. Source, cue and content are those of PARC 3 and PolNeAR (Newell,
// Margolin and Ruths, LREC 2018).
type Statement struct {
	ID           StatementID
	Doc          DocumentID
	Kind         Kind
	Content      []Span // in order; empty only for Kind Reported
	Verbatim     []Span // the words between quotation marks, marks excluded
	Cue          Span   // the words that signal the ascription, zero when only layout does
	Source       Span   // the words that name who said it, zero when none do
	Speaker      EntityID
	Others       []EntityID // candidates when Speaker is unknown, best first
	Role         string     // the speaker's role as the article gives it
	SpeakerScore float64    // 0 to 1, how sure the speaker is; 0 when unknown
	Via          []Hop      // from the speaker to this page
	Anonymity    Anonymity
	Act          Act
	Addressee    Span // to whom: "lawmakers"
	Venue        Span // the place: "the State Department"
	Occasion     Span // the event: "a rally", "an interview"
	Medium       Span // what carried the words: "a statement", "Twitter", "the Observer"
	Said         Claimed
	Same         StatementID // the first statement that reports the same utterance
	Score        float64     // 0 to 1; orders statements by how sure the reading is
	Why          []string    // what decided: "cue: said 0.98"

	Corrections []CorrectionID // by people, in order; the Statement is what holds after them
}

// A Reading is all that was found in one Document. Each stage fills one field
// and reads only earlier ones.
type Reading struct {
	Doc        *Document
	Reader     ReaderVersion // what read it
	Sentences  []Sentence
	Tokens     []Token
	Quotations []Quotation // in order of their opening mark
	Statements []Statement // in order of their first span
	Entities   []Entity    // in order of their first mention
	Relations  []Relation  // in order of their cue

	Corrections []Correction // by people, in order, also those that no statement here answers to
}

// ErrNotText says that a page holds no readable text.
var ErrNotText = errors.New("not a text")

// Check reports the first promise of a Reading that does not hold: spans
// inside the Text, in order, and references that resolve.
func (r *Reading) Check() error {
	in := func(what string, spans ...Span) error {
		for _, s := range spans {
			if s.Start < 0 || s.End < s.Start || s.End > len(r.Doc.Text) {
				return fmt.Errorf("document %s: %s %v outside the text of %d bytes", r.Doc.ID, what, s, len(r.Doc.Text))
			}
		}
		return nil
	}
	checks := []error{in("headline", r.Doc.Headline), in("paragraph", r.Doc.Paragraphs...), in("boilerplate", r.Doc.Boilerplate...)}
	known := map[EntityID]bool{"": true}
	for _, e := range r.Entities {
		known[e.ID] = true
		checks = append(checks, in("mention", e.Mentions...))
		for _, role := range e.Roles {
			checks = append(checks, in("role", role.Words))
		}
	}
	for i := range r.Statements {
		st := &r.Statements[i]
		checks = append(checks, in("content", st.Content...), in("verbatim", st.Verbatim...),
			in("statement", st.Cue, st.Source, st.Addressee, st.Venue, st.Occasion, st.Medium, st.Said.Words))
		for _, hop := range st.Via {
			checks = append(checks, in("hop", hop.Words), resolves(known, hop.Entity, "hop of statement", st.ID))
		}
		checks = append(checks, resolves(known, st.Speaker, "speaker of statement", st.ID))
		if len(st.Content) == 0 && st.Kind != Reported {
			checks = append(checks, fmt.Errorf("statement %s: no content", st.ID))
		}
	}
	return errors.Join(append(checks, r.checkRelations(known, in))...)
}

// resolves fails for an ID that is not known.
func resolves[T, U ~string](known map[T]bool, id T, what string, of U) error {
	if known[id] {
		return nil
	}
	return fmt.Errorf("%s %s: no entity or statement %s", what, of, id)
}

// checkRelations fails for spans outside the text and ends that do not resolve.
func (r *Reading) checkRelations(entities map[EntityID]bool, in func(string, ...Span) error) error {
	statements := map[StatementID]bool{"": true}
	for i := range r.Statements {
		statements[r.Statements[i].ID] = true
	}
	var checks []error
	for i := range r.Relations {
		rel := &r.Relations[i]
		checks = append(checks, in("relation", rel.Cue, rel.Hedge), resolves(entities, rel.By, "who asserts relation", rel.ID))
		for _, e := range []*End{&rel.From, &rel.To} {
			checks = append(checks, in("end of a relation", e.Words, e.About, e.Said.Words),
				resolves(entities, e.Owner, "end of relation", rel.ID), resolves(statements, e.Statement, "end of relation", rel.ID))
		}
	}
	return errors.Join(checks...)
}
