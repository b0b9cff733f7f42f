// Package entity finds who is meant: the people, institutions and groups that
// an article names, and which of them each statement's source is; and, beside
// the cue, what was done with the words and the way they took to the page.
//
// What is promised: entities are merged on their names alone, never on a first
// name and never because a source seemed to fit; a source that two could be
// stays unknown, with both as candidates and the reason; no speaker has a score
// under 0.7, and an unknown one has none; whatever the tags and heads of the
// tokens are, the Reading that results passes Check.
//
// The sieves, in order of trust: full names; last names with one bearer;
// titles with names; namesakes by who was named before; role nouns ("the press
// secretary"); institutions, by name and by what they are, and capitals that
// speak for a government; pronouns. Who is in view is one measure for all of
// them: see salience.go.
package entity

import "onrecord"

// Resolve fills r.Entities, and in each statement Speaker, SpeakerScore, Others,
// Role, Via, Anonymity, Act, Addressee, Venue, Occasion and Medium, and adds to
// its Why.
// It reads r.Doc, r.Sentences, r.Tokens, r.Quotations and the spans of
// r.Statements.
func Resolve(r *onrecord.Reading) {
	d := newDraft(r)
	d.findTurns()
	d.findNames()
	d.findPeople()
	d.findRoles()
	d.findInstitutions()
	for _, i := range d.order {
		d.speaker(i)
	}
	d.insideQuotations()
	d.echoes()
	d.write()
	for i := range r.Statements {
		d.describe(i)
	}
	d.ways()
}
