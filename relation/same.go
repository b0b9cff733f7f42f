package relation

import (
	"fmt"

	"onrecord"
	"onrecord/wording"
)

// What two wordings must share to be one utterance.
const (
	gramsShared = 0.5 // of the grams of three words
	termsShared = 0.7 // of the words with content
	fewTerms    = 3   // less say too little
	strongRun   = 8   // words in a row that tell without a speaker
)

// Same says whether two statements report one utterance: what one speaker said
// on one occasion. It is symmetric, and a pure function of the two. A statement
// whose words are not given reports none; times that share no day, and two
// speakers, are never joined.
func Same(a, b *onrecord.Report) (onrecord.Match, bool) {
	if b.Statement < a.Statement {
		a, b = b, a
	}
	m := onrecord.Match{A: a.Statement, B: b.Statement}
	if a.Statement == b.Statement || a.Kind == onrecord.Reported || b.Kind == onrecord.Reported || !together(a, b) {
		return m, false
	}
	wa, wb := wording.Words(a.Content), wording.Words(b.Content)
	ta, tb := wording.Terms(wa), wording.Terms(wb)
	shared, fewer := wording.Shared(ta, tb), min(len(ta), len(tb))
	if shared == 0 {
		return m, false
	}
	run, _, _ := wording.Run(wa, wb)
	grams, _ := wording.Containment(wa, wb, 3)
	terms := float64(shared) / float64(fewer)
	unknown := a.Key == "" || b.Key == ""
	switch {
	case unknown && run < strongRun, (unknown || !likelyTogether(a, b)) && !meetPrints(printsOf(a), printsOf(b)):
		return m, false
	case grams >= gramsShared && fewer >= fewTerms, terms >= termsShared && shared >= fewTerms, run >= strongRun:
	default:
		return m, false
	}
	m.Score = (grams + terms) / 2
	m.Why = []string{fmt.Sprintf("%d of %d words with content", shared, fewer)}
	if run > 2 {
		m.Why = append(m.Why, fmt.Sprintf("%d words in a row", run))
	}
	return m, true
}

// together reports that neither the speakers nor the times keep two reports
// apart.
func together(a, b *onrecord.Report) bool {
	if a.Key != "" && b.Key != "" && a.Key != b.Key {
		return false
	}
	return meet(&a.Said, &b.Said)
}

// meet reports times that share a day, as far as both are known.
func meet(a, b *onrecord.Claimed) bool {
	return (a.Until == "" || b.From == "" || b.From < a.Until) && (b.Until == "" || a.From == "" || a.From < b.Until)
}

// meetPrints reports a number that two sorted lists have in common.
func meetPrints(a, b []uint64) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return true
		}
	}
	return false
}
