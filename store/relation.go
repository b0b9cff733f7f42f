package store

import "onrecord"

// A Side is an end of a relation.
type Side string

// The sides. A relation goes From who walks back To what is walked back.
const (
	FromSide Side = "from"
	ToSide   Side = "to"
)

// A RelationQuery asks for the relations of current documents. What is set must
// all hold.
type RelationQuery struct {
	Kind onrecord.RelationKind // empty: any
	Key  string                // Speaker.Key of the owner of an end; empty: any
	Side Side                  // with Key, of which end; empty: either
	Page
}

// A Link is a relation with what is needed to show it. What shadows a field of
// the Relation holds the words or the noun for its span or ID.
type Link struct {
	onrecord.Relation
	Doc    Head
	From   LinkEnd
	To     LinkEnd
	By     *onrecord.Entity // who says so; nil: whoever tells the story
	ByKey  string           // Speaker.Key of By, empty for nil
	Cue    string
	Hedge  string
	Before string // up to 160 bytes of the text before the Cue; empty without one
	After  string // and after it
	Side   Side   // where the hit stands that the Link belongs to, From when at both; empty in the list of a RelationQuery
}

// A LinkEnd is an end of a relation with what is needed to show it. Is says
// which of its four kinds it is of.
type LinkEnd struct {
	onrecord.End
	ID        string           // see onrecord.Relation.EndID
	Statement *Brief           // nil unless it is a statement
	Owner     *onrecord.Entity // nil when unknown
	Key       string           // Speaker.Key of Owner, empty for nil
	Words     string           // that name the end, "his remarks of Tuesday"; empty when only its place does
	About     string
	SaidWords string
	Filled    *FilledEnd // nil when no other document of the record has it
}

// A FilledEnd is the statement of another document that a placeholder means.
type FilledEnd struct {
	onrecord.Filled
	Brief Brief
	Doc   Head
}

// A Brief is a statement in short.
type Brief struct {
	ID      onrecord.StatementID
	Kind    onrecord.Kind
	Act     onrecord.Act
	Speaker *onrecord.Entity // nil when unknown
	Key     string           // Speaker.Key of Speaker, empty for nil
	Content string           // as in Hit
	Cue     string
	Said    onrecord.Claimed
}
