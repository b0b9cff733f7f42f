package onrecord

import "fmt"

// RelationID names a Relation: the hash of its document, kind, cue and ends.
type RelationID string

// A RelationKind says how a statement stands to another, or to a person or an
// event. The nearest terms of CiTO, CAMEO and RST stand beside each.
type RelationKind string

// The kinds of relations.
const (
	Repeats     RelationKind = "repeats"     // says it again, later: CAMEO reiterate
	Elaborates  RelationKind = "elaborates"  // goes on, or gives the reason: RST elaboration
	Qualifies   RelationKind = "qualifies"   // softens, clarifies, adds a condition: cito:qualifies
	Reverses    RelationKind = "reverses"    // takes another position: cito:updates
	WalksBack   RelationKind = "walks_back"  // withdraws: cito:retracts, CAMEO retract
	Contradicts RelationKind = "contradicts" // is incompatible with: cito:disputes
	Denies      RelationKind = "denies"      // holds a charge or report to be false: cito:refutes
	Rejects     RelationKind = "rejects"     // declines a proposal, demand or talks: CAMEO reject
	Criticises  RelationKind = "criticises"  // disapproves: cito:critiques
	Endorses    RelationKind = "endorses"    // approves: cito:agreesWith
	Confirms    RelationKind = "confirms"    // holds a report to be true: cito:confirms
	RespondsTo  RelationKind = "responds_to" // reacts, without settled polarity: cito:repliesTo
	Relays      RelationKind = "relays"      // reports another's words: prov:wasQuotedFrom
	Recalls     RelationKind = "recalls"     // is set beside an earlier one by who tells it: RST background
	AboutEvent  RelationKind = "about_event" // is about an event
	AfterEvent  RelationKind = "after_event" // was said after an event
)

// The bases of relations.
const (
	Stated   Basis = "stated"   // the article says it in words
	Implied  Basis = "implied"  // the article sets two statements beside each other so that a reader takes it
	Computed Basis = "computed" // it follows from other records
)

// A Relation says that a statement stands in some way to another. It holds
// inside one Document; what is found across documents is Computed.
type Relation struct {
	ID    RelationID
	Doc   DocumentID
	Kind  RelationKind
	From  End // a statement, or who made one whose words are not given
	To    End
	Basis Basis
	Cue   Span     // the words that say it, zero unless Stated
	Hedge Span     // "appeared to", zero when plain
	By    EntityID // who says so; empty: whoever tells the story
	Score float64  // 0 to 1; orders relations by how sure the reading is
	Why   []string
}

// An End is one end of a Relation. It is exactly one of four things:
//
//   - a statement of this Document: Statement is set;
//   - a statement that is meant but stands elsewhere, a placeholder: Noun is
//     set, and Owner, Said and About hold what the article tells of it;
//   - a person, institution or group: only Owner and Words are set;
//   - an event, a thing, or those that no entity stands for ("opponents"): only
//     Words are set.
type End struct {
	Statement StatementID
	Owner     EntityID // whose statement it is, or who is meant; empty when unknown
	Noun      string   // the noun for the statement that is meant, in singular and lower case: "remark"
	Words     Span     // the words that name this end: "his remarks of Tuesday"; zero when only its place does
	About     Span     // what the statement that is meant is about: "China's role"
	Said      Claimed  // when it was said, as Words or the words around them tell
}

// Is says which of the four things the end is: "statement", "placeholder",
// "entity" or "event".
func (e *End) Is() string {
	switch {
	case e.Statement != "":
		return "statement"
	case e.Noun != "":
		return "placeholder"
	case e.Owner != "":
		return "entity"
	}
	return "event"
}

// ComputeID names the relation by its document, kind, cue and ends.
func (rel *Relation) ComputeID() RelationID {
	return RelationID(computeID('r', string(rel.Doc), string(rel.Kind), fmt.Sprint(rel.Cue), rel.From.key(), rel.To.key()))
}

// EndID names what the end of a relation is: the statement's ID, the entity's
// ID, or else one that is computed from the words, and begins with p for a
// placeholder and v for an event.
func (rel *Relation) EndID(e *End) string {
	switch e.Is() {
	case "statement":
		return string(e.Statement)
	case "placeholder":
		return computeID('p', string(rel.Doc), e.key())
	case "entity":
		return string(e.Owner)
	}
	return computeID('v', string(rel.Doc), e.key())
}

// key tells ends apart. Whose statement it is does not count, so that another
// speaker makes no other relation.
func (e *End) key() string {
	if e.Statement != "" {
		return string(e.Statement)
	}
	return fmt.Sprint(e.Owner, e.Noun, e.Words)
}
