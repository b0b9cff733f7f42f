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

// Nouns for what says how something is, and words of that; nouns for what is
// said against somebody, and words for them.
var (
	claims      = set("claim account version statement report boast insistence denial assertion allegation accusation charge insinuation")
	telltales   = set("was were had did been has have is are")
	accusations = set("allegation accusation charge insinuation jibe attack criticism insult tweet dig rebuke slur")
	blamed      = set("he she they his her their him them you your")
)

func holds(words []wording.Word, some map[string]bool) bool {
	return slices.ContainsFunc(words, func(w wording.Word) bool { return some[w.Norm] })
}
