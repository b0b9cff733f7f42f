// Package relation reads how the statements of one article stand to each
// other, as the article says it: who denied, rejected, walked back or
// criticised what. It says nothing that the article does not say in words, or
// lay side by side.
//
// What is promised: whatever the tags and heads of the tokens are, the Reading
// that results passes Check; relations are in order of their cue and no two
// have one ID; a relation under a negation, a modal verb, a condition or a
// question is not given; statements that are added have no word of another's
// content; the work grows with the text, not with its square.
//
// The kinds and their cues follow the inventories of CAMEO (Gerner, Schrodt,
// Abu-Jabr and Yilmaz 2002), CiTO (Shotton 2010) and RST (Mann and Thompson
// 1988); docs/decisions/relations.md says what was measured.
package relation

import (
	"cmp"
	"slices"

	"onrecord"
)

// State fills r.Relations. It reads r.Doc, r.Sentences, r.Tokens,
// r.Quotations, r.Entities and r.Statements with their speakers and times.
func State(r *onrecord.Reading) {
	v := newView(r)
	defer v.release()
	r.Relations = nil
	v.questions(v.answered)
	v.frames(v.relate)
	v.nominals()
	v.responses()
	v.besideEach()
	v.despite()
	v.occasions()
	v.reversed()
	v.write()
}

// write puts the relations in order, each once.
func (v *view) write() {
	for i := range v.found {
		rel := &v.found[i]
		rel.Doc = v.r.Doc.ID
		rel.ID = rel.ComputeID()
	}
	slices.SortStableFunc(v.found, func(a, b onrecord.Relation) int {
		return cmp.Or(a.Cue.Start-b.Cue.Start, a.Cue.End-b.Cue.End, cmp.Compare(a.ID, b.ID))
	})
	v.r.Relations = slices.CompactFunc(v.found, func(a, b onrecord.Relation) bool { return a.ID == b.ID })
}
