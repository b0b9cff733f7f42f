package relation

import (
	"cmp"
	"slices"

	"onrecord"
)

// utterance are the fits that report what the first does, and the best of the
// others, nil when there is none.
func utterance(fits []fit) (same []*fit, second *fit) {
	const most = 16 // that are compared; what fits less well is another
	joined := make([]bool, len(fits))
	joined[0] = true
	same = []*fit{&fits[0]}
	for i := 0; i < len(same); i++ {
		for j := range fits[:min(len(fits), most)] {
			if joined[j] {
				continue
			}
			if one(same[i], &fits[j]) {
				joined[j] = true
				same = append(same, &fits[j])
			}
		}
	}
	if i := slices.Index(joined, false); i >= 0 {
		second = &fits[i]
	}
	return same, second
}

// one reports two fits that are taken for one utterance when it is asked which
// is meant: those that Same joins, if they share more than the word for what
// they are about, and those of one day that share much.
func one(a, b *fit) bool {
	const much = 0.4 // of the words with content of the one that has fewer
	shared := 0
	for i := range a.terms {
		if slices.ContainsFunc(b.terms, func(t term) bool { return t.stem == a.terms[i].stem }) {
			shared++
		}
	}
	if shared < 2 {
		return false
	}
	if _, same := Same(a.report, b.report); same {
		return true
	}
	day := a.report.Said.From
	return day != "" && day == b.report.Said.From && float64(shared) >= much*float64(min(len(a.terms), len(b.terms)))
}

// best is the report that gives most of the words.
func best(same []*fit) *fit {
	return slices.MinFunc(same, func(a, b *fit) int {
		return cmp.Or(b.given()-a.given(), cmp.Compare(a.report.Statement, b.report.Statement))
	})
}

// given are the bytes of a report that are quoted, or else little for what is
// not.
func (f *fit) given() (n int) {
	if f.report.Kind == onrecord.Direct {
		return 1 + len(f.report.Content)
	}
	for _, q := range f.report.Quoted {
		n += q.Len()
	}
	return n
}
