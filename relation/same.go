package relation

import (
	"fmt"

	"onrecord"
	"onrecord/wording"
)

// How likely two reports must be of one utterance to be joined: two with words
// between quotation marks, and others.
var sure = [2]float64{0.65, 0.5}

// strongRun is how many words in a row, between quotation marks on both sides,
// tell an utterance without its speaker.
const strongRun = 6

// Same says whether two statements report one utterance: what one speaker said
// on one occasion. It is symmetric, and a pure function of the two. A statement
// whose words are not given reports none; times that share no day, and two
// speakers, are never joined; a speaker that is not known by name, or by a part
// of it, only by a long run of quoted words.
func Same(a, b *onrecord.Report) (onrecord.Match, bool) { return loadSame().same(a, b) }

func (m *sameModel) same(a, b *onrecord.Report) (onrecord.Match, bool) {
	if !together(a, b) {
		return onrecord.Match{}, false
	}
	wa, wb := wording.Words(a.Content), wording.Words(b.Content)
	ta, tb := wording.Terms(wa), wording.Terms(wb)
	if !About(ta, tb) {
		return onrecord.Match{}, false
	}
	return m.compare(m.side(a, wa), m.side(b, wb))
}

// leastShare is how many of the terms of the shorter of two statements the
// other must have for them to be compared at all.
const leastShare = 0.25

// About reports that two statements with these terms, as Trace gives them, can
// report one utterance. A popular speaker says hundreds of things in a month,
// and looking at their words would cost most of the time.
func About(a, b []uint32) bool {
	n := wording.Shared(a, b)
	return n > 0 && float64(n) >= leastShare*float64(min(len(a), len(b)))
}

// compare judges two sides that are together and about the same.
func (m *sameModel) compare(a, b *side) (onrecord.Match, bool) {
	if b.Statement < a.Statement {
		a, b = b, a
	}
	x, run, exact := featuresOf(a, b)
	quoted := a.quoted && b.quoted
	match := onrecord.Match{A: a.Statement, B: b.Statement, Score: m.score(&x, quoted)}
	if match.Score < sure[which(quoted)] || !reachable(a, b, run) {
		return onrecord.Match{}, false
	}
	match.Why = reasons(a, b, &x, run, exact)
	return match, true
}

// reachable reports what Trace promises, and that an unknown speaker is told by
// a run.
func reachable(a, b *side, run int) bool {
	if speakers(a.Key, b.Key) != oneSpeaker {
		return a.quoted && b.quoted && run >= strongRun && meetPrints(printsOf(a.Report), printsOf(b.Report))
	}
	return likelyTogether(a.Report, b.Report)
}

// reasons say what the two have in common.
func reasons(a, b *side, x *[features]float64, run, exact int) []string {
	why := []string{fmt.Sprintf("%d of %d words with content", exact, min(len(a.terms), len(b.terms)))}
	if run > 2 {
		why = append(why, fmt.Sprintf("%d words in a row", run))
	}
	if x[fOneDay] > 0 {
		why = append(why, "both on "+string(a.Said.From))
	}
	if x[fOccasion] > 0 {
		why = append(why, "both: "+a.Occasion)
	}
	return why
}

// together reports two statements with words that neither the speakers nor the
// times keep apart.
func together(a, b *onrecord.Report) bool {
	if a.Statement == b.Statement || a.Kind == onrecord.Reported || b.Kind == onrecord.Reported {
		return false
	}
	return speakers(a.Key, b.Key) != twoSpeakers && meet(&a.Said, &b.Said)
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
