package relation

import (
	"slices"
	"strings"

	"onrecord"
	"onrecord/wording"
)

// A sought is a Wanted with what is compared of it.
type sought struct {
	*Wanted
	about   []term
	context []term   // of the sentence, without about, the owner and passing words
	names   []uint32 // among them, sorted
}

func (w *Wanted) sought() *sought {
	s := &sought{Wanted: w, about: termsOf(wording.Words(w.About), aboutTerms)}
	sentence := loadSame().side(&onrecord.Report{Content: w.Context}, wording.Words(w.Context))
	owner := w.owner()
	for _, t := range sentence.terms {
		if passing[t.norm] || slices.Contains(owner, t.norm) || slices.ContainsFunc(s.about, func(a term) bool { return a.stem == t.stem }) {
			continue
		}
		s.context = append(s.context, t.term)
		if _, named := slices.BinarySearch(sentence.names, t.stem); named {
			s.names = append(s.names, t.stem)
		}
	}
	slices.Sort(s.names)
	return s
}

// passing are words of such a sentence that tell of every statement alike.
var passing = set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december week month day yesterday today ago earlier last previous late mr mrs ms dr said says saying told remark remarks comment comments statement claim")

// owner are the words of the owner's name.
func (w *Wanted) owner() []string {
	_, name, _ := strings.Cut(strings.ToLower(w.Key), ":")
	return strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == ' ' })
}
