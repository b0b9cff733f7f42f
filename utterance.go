package onrecord

import (
	"fmt"
	"slices"
)

// A Report is a statement as it is compared with those of other articles: one
// report of an utterance.
type Report struct {
	Statement StatementID
	Doc       DocumentID
	Key       string // of the speaker in the record, "person:rex-tillerson"; empty when unknown
	Kind      Kind
	Act       Act
	Content   string  // the words of the content, its pieces joined by " … "
	Quoted    []Span  // what of Content stands between quotation marks, marks excluded
	Cue       string  // the words that signal the ascription: "ruled out"; empty when only layout does
	Occasion  string  // the words for the event, the venue or the medium; empty when not given
	Said      Claimed // Words is zero
	Published Claimed
	Outlet    string
	Byline    []string
	Via       []Hop // Words are zero
	Headline  bool  // it stands in the headline of its article
	Score     float64
}

// A Match says that two statements report one utterance. A is before B.
type Match struct {
	A, B  StatementID
	Score float64  // 0 to 1
	Why   []string // "9 words in a row", "both on 2017-12-12"
}

// An Utterance is what was said once, and the statements that report it. It
// follows from matches and rulings, and is never stored by hand.
type Utterance struct {
	First       StatementID   // the earliest by time of saying, then of publication, then by ID
	Reports     []StatementID // in the same order, First included
	Outlets     int           // that report it
	Independent int           // reports that are no copies of others, and have no outlet or agency in common through which they came
}

// RulingID names a Ruling: the hash of all it says.
type RulingID string

// A RulingKind says what a person ruled on two statements.
type RulingKind string

// What can be ruled.
const (
	Apart        RulingKind = "apart"    // they report two utterances
	Together     RulingKind = "together" // they report one
	RulingUndone RulingKind = "undo"     // Undoes does not hold any more
)

// A Place says where a statement stands, so that it can be found again when
// another reading puts its edges elsewhere.
type Place struct {
	Doc       DocumentID
	Statement StatementID
	Content   []Span
	Cue       Span
	Source    Span
}

// A Ruling is what a person decided on whether two statements report one
// utterance. Rulings are only ever added; of two on the same pair the later one
// holds.
type Ruling struct {
	ID     RulingID
	Kind   RulingKind
	A, B   Place
	Undoes RulingID
	Who    string
	Why    string
	When   Instant
}

// ComputeID names the ruling by all that it says.
func (r *Ruling) ComputeID() RulingID {
	return RulingID(computeID('u', string(r.Kind), fmt.Sprint(r.A), fmt.Sprint(r.B), string(r.Undoes), r.Who, r.Why, string(r.When)))
}

// A Copy says that two documents print one text, or one a rewrite of it: a wire
// story and what outlets made of it. A is before B.
type Copy struct {
	A, B  DocumentID
	Score float64  // 0 to 1: how much of the shorter one stands in the other
	Why   []string // "both credit the Norland Press Agency"
}

// A Filled end is a statement of another document that is what an end of a
// relation means.
type Filled struct {
	Doc       DocumentID // of the relation
	Relation  RelationID
	To        bool        // its end To; else From
	Statement StatementID // that is meant
	Score     float64
	Why       []string
}

// Less orders reports by time of saying, then of publication, then by ID; what
// is unknown comes last.
func (r *Report) Less(o *Report) bool {
	return slices.Compare(r.order(), o.order()) < 0
}

func (r *Report) order() []string {
	return []string{daysOrLast(r.Said), daysOrLast(r.Published), string(r.Statement)}
}

// daysOrLast is the first day that is known of a time, to be compared.
func daysOrLast(c Claimed) string {
	switch {
	case c.From != "":
		return string(c.From)
	case c.Until != "":
		return string(c.Until)
	}
	return "~"
}
