package onrecord

import "fmt"

// An IssueID names an Issue within a record: the words of its name joined by
// hyphens, "talks-with-norrland".
type IssueID string

// A Pole is a side of an issue.
type Pole string

// The poles.
const (
	For     Pole = "for"
	Against Pole = "against"
)

// Opposite is the other pole.
func (p Pole) Opposite() Pole {
	if p == For {
		return Against
	}
	return For
}

// An Assignment says that a statement is on an issue.
type Assignment struct {
	Issue     IssueID
	Statement StatementID
	Score     float64
	Words     []Span // of Report.Content, that decided; none where the words around it did
	Why       []string
}

// A Position is where a speaker stands on an issue, as one statement says it.
type Position struct {
	Assignment
	Key        string // of the speaker
	For        string // the principal's Key, when the speaker speaks for another; else empty
	Pole       Pole
	Conditions []string // "only if the north disarms": as the words say, in order

	// Unconditional reports that the words say that nothing is asked for it:
	// "without preconditions". Then there are no Conditions.
	Unconditional bool
	Certainty     float64 // 0 to 1: "will" is 1, "might consider" below 0.5
}

// A ChangeKind says how a position stands to an earlier one on the issue.
type ChangeKind string

// The kinds of changes. The later position stands to the earlier as the kind
// says.
const (
	Same           ChangeKind = "repeats"
	AddsCondition  ChangeKind = "adds_condition"
	DropsCondition ChangeKind = "drops_condition"
	Softens        ChangeKind = "softens"
	Hardens        ChangeKind = "hardens"
	Turns          ChangeKind = "reverses"
	Opposes        ChangeKind = "contradicts" // two speakers of one side
)

// Relation is the kind of relation that a change is.
func (k ChangeKind) Relation() RelationKind {
	switch k {
	case Same:
		return Repeats
	case Turns:
		return Reverses
	case Opposes:
		return Contradicts
	}
	return Qualifies
}

// ChangeID names a Change: the hash of its issue, kind and statements.
type ChangeID string

// A Change says how a later position stands to an earlier one, on one issue. It
// is computed, and never without both statements.
type Change struct {
	ID       ChangeID
	Issue    IssueID
	Kind     ChangeKind
	Earlier  StatementID
	Later    StatementID
	Score    float64
	Why      []string    // "against, then for", "condition dropped: only if …"
	Caveats  []string    // what else could explain it: "a paraphrase by the outlet", "the day is uncertain"
	Position [2]Position // the earlier and the later
}

// ComputeID names the change by its issue, kind and statements.
func (c *Change) ComputeID() ChangeID {
	return ChangeID(computeID('h', string(c.Issue), string(c.Kind), fmt.Sprint(c.Earlier, c.Later)))
}
