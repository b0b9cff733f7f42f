package relation

import (
	"slices"

	"onrecord"
	"onrecord/wording"
)

// A manner is what a noun for a statement says of how it was made.
type manner struct {
	nouns, words map[string]bool // one of the words is likely in it
	acts         []onrecord.Act  // or it is one of these
}

var manners = []manner{
	{
		nouns: set("promise pledge vow assurance guarantee commitment threat ultimatum warning prediction forecast announcement plan"),
		words: set("will would shall going"),
		acts:  []onrecord.Act{onrecord.Promised, onrecord.Threatened},
	},
	{
		nouns: set("call demand request appeal offer proposal plan suggestion recommendation invitation ultimatum push bid"),
		words: set("should must ought could can need let give stop stay"),
		acts:  []onrecord.Act{onrecord.Demanded, onrecord.Asked},
	},
	{nouns: set("question"), acts: []onrecord.Act{onrecord.Asked}},
}

// suits reports a statement that was made as the noun says.
func (w *Wanted) suits(r *onrecord.Report, words []wording.Word) bool {
	return slices.ContainsFunc(manners, func(m manner) bool {
		return m.nouns[w.Noun] && (slices.Contains(m.acts, r.Act) || slices.ContainsFunc(words, func(x wording.Word) bool { return m.words[x.Norm] }))
	})
}
