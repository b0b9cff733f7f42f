// Package identity proposes which names of a record are one person or
// institution, and which name is two: evidence, never force.
//
// What is promised: the same record gives the same proposals, in whatever order
// it was made; no two proposals contradict each other; what people said is two
// is not proposed to be one; a proposal says what it rests on. The time it takes
// grows with the number of speakers, not with its square.
package identity

import (
	"cmp"
	"slices"

	"onrecord"
	"onrecord/people"
)

// A Class says by what kind of evidence a proposal was found; precision differs
// by class, see docs/decisions/identity.md.
type Class string

// The classes.
const (
	MiddleName  Class = "middle name" // "Robert W. Falk", "Robert Falk"; also Jr., and a name that one leaves out
	ShortForm   Class = "short form"  // "Bob Falk", "Robert Falk"
	Initials    Class = "initials"    // "R. Falk", "Robert Falk"
	LastName    Class = "last name"   // "Falk", "Robert Falk"
	Spelling    Class = "spelling"    // "Robert Falck", "Robert Falk"
	Institution Class = "institution" // "State Department", "Department of State"
	Namesakes   Class = "namesakes"   // of a split
)

// Threshold is the score from which on a proposal is right as often as people
// expect of a record: see docs/decisions/identity.md for what was measured.
const Threshold = 0.8

// floor is the score below which a pair is not worth a look.
const floor = 0.3

// A Proposal is an identification that evidence speaks for: its Key, Other,
// Docs, Evidence and Score are set. The key that stays is that of the name with
// the most statements.
type Proposal struct {
	onrecord.Identification
	Class Class
}

// A Record is what proposals are made from.
type Record struct {
	Profiles []onrecord.Profile
	Lists    *people.Lists // of office-holders; nil for none
	// Apart are pairs of keys that people said are two: they undid a merge of
	// them, or a split made them.
	Apart [][2]string
	// Whole are pairs of a key and of what a split that people undid called a
	// part of it.
	Whole [][2]string
}

// Propose returns the proposals of a record, the surest first.
func Propose(r Record) []Proposal {
	x := indexOf(r)
	var pairs []pair
	pairs = append(pairs, x.persons()...)
	pairs = append(pairs, x.institutions()...)
	out := x.agree(pairs)
	out = append(out, x.namesakes()...)
	slices.SortFunc(out, func(a, b Proposal) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Key, b.Key), cmp.Compare(a.Other, b.Other))
	})
	return out
}
