package onrecord

import "fmt"

// CorrectionID names a Correction: the hash of all it says.
type CorrectionID string

// An Instant is a moment in UTC as RFC 3339 writes it, with six digits after
// the second: "2026-11-22T12:00:00.000000Z"; so instants compare as strings.
type Instant string

// A CorrectionField says what of a statement a person decided.
type CorrectionField string

// What can be corrected, and what the Value is then.
const (
	CorrectSpeaker CorrectionField = "speaker" // kind and name, "person:Rex Tillerson"; empty: unknown
	CorrectKind    CorrectionField = "kind"    // a Kind
	CorrectSaid    CorrectionField = "said"    // EDTF; empty: unknown
	CorrectRemoved CorrectionField = "removed" // "yes": this is no statement; "no": it is one after all
	CorrectNote    CorrectionField = "note"    // empty: nothing is changed, Why is the note
)

// A Correction is what a person decided of a statement. Corrections are only
// ever added: of two on the same field of a statement the later one holds. The
// spans are those of the statement it was made on, so that it can be found
// again when another reading puts its edges elsewhere.
type Correction struct {
	ID        CorrectionID
	Doc       DocumentID
	Statement StatementID // it was made on
	Content   []Span
	Cue       Span
	Source    Span
	Field     CorrectionField
	Value     string
	From      Day // of Value where Field is CorrectSaid, as in Claimed
	Until     Day
	Who       string
	Why       string
	When      Instant
}

// ComputeID names the correction by all that it says.
func (c *Correction) ComputeID() CorrectionID {
	return CorrectionID(computeID('c', string(c.Doc), string(c.Statement), fmt.Sprint(c.Content, c.Cue, c.Source),
		string(c.Field), c.Value, string(c.From), string(c.Until), c.Who, c.Why, string(c.When)))
}
