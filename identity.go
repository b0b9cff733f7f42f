package onrecord

import (
	"fmt"
	"strings"
)

// IdentificationID names an Identification: the hash of all it says.
type IdentificationID string

// An IdentificationKind says what was decided about who is who.
type IdentificationKind string

// What can be decided about who is who in a record. A key is that of a speaker
// of the record, "person:rex-tillerson".
const (
	Merged IdentificationKind = "merge" // Other is Key under another name
	Split  IdentificationKind = "split" // in Docs, Key is somebody else: Other
	Undone IdentificationKind = "undo"  // Undoes does not hold any more, and is not decided again by evidence
)

// An Identification is one decision about which names of a record are one
// person or institution, and which are two. Identifications are only ever
// added; entities are never merged without one.
type Identification struct {
	ID       IdentificationID
	Kind     IdentificationKind
	Key      string
	Other    string
	Docs     []DocumentID // of a split, sorted
	Undoes   IdentificationID
	Evidence []string // "both Secretary of State in 2017"; of a person's decision what they wrote
	Score    float64  // 0 to 1, how strong the evidence is; 1 when a person decided
	Who      string   // empty when evidence decided
	When     Instant
}

// ComputeID names the identification by all that it says.
func (i *Identification) ComputeID() IdentificationID {
	return IdentificationID(computeID('i', string(i.Kind), i.Key, i.Other, fmt.Sprint(i.Docs), string(i.Undoes),
		strings.Join(i.Evidence, "\x01"), i.Who, string(i.When)))
}
