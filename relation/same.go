package relation

import (
	"fmt"

	"onrecord"
	"onrecord/wording"
)

// How likely two reports must be of one utterance to be joined.
var sure = [ways]float64{wayQuoted: 0.65, wayOther: 0.6, wayInside: 0.75}

// strongRun is how many words in a row, between quotation marks on both sides,
// tell an utterance without its speaker.
const strongRun = 6

// Same says whether two statements report one utterance: what one speaker said
// on one occasion. It is symmetric, and a pure function of the two. A statement
// whose words are not given reports none; times that share no day, and two
// speakers, are never joined; a speaker that is not known by name, or by a part
// of it, only by a long run of quoted words.
func Same(a, b *onrecord.Report) (onrecord.Match, bool) {
	m := loadSame()
	if m == nil || !together(a, b) {
		return onrecord.Match{}, false
	}
	wa, wb := wording.Words(a.Content), wording.Words(b.Content)
	ta, tb := wording.Terms(wa), wording.Terms(wb)
	if !About(ta, tb) {
		return onrecord.Match{}, false
	}
	return m.compare(m.prepare(a, wa, ta), m.prepare(b, wb, tb))
}

func (m *sameModel) same(a, b *Prepared) (onrecord.Match, bool) {
	if m == nil || !together(a.side.Report, b.side.Report) || !About(a.terms, b.terms) {
		return onrecord.Match{}, false
	}
	return m.compare(a, b)
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

// compare judges two that are together and about the same.
func (m *sameModel) compare(p, o *Prepared) (onrecord.Match, bool) {
	if o.side.Statement < p.side.Statement {
		p, o = o, p
	}
	a, b := p.side, o.side
	if tooLittle(a, b) {
		return onrecord.Match{}, false
	}
	x, run, exact := featuresOf(a, b)
	way := which(a, b)
	match := onrecord.Match{A: a.Statement, B: b.Statement, Score: m.score(&x, way)}
	if match.Score < sure[way] || !reachable(p, o, run) {
		return onrecord.Match{}, false
	}
	match.Why = reasons(a, b, &x, run, exact)
	return match, true
}

// reachable reports what Trace promises, and that an unknown speaker is told by
// a run.
func reachable(a, b *Prepared, run int) bool {
	if speakers(a.side.Key, b.side.Key) != oneSpeaker {
		return a.side.quoted && b.side.quoted && run >= strongRun && meetPrints(a.prints, b.prints)
	}
	return (b.last == "" || a.first <= b.last) && (a.last == "" || b.first <= a.last)
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

// How many words with content, or words, a statement must have to be told by
// them, of another article and of the same. One that has fewer names its subject, and a
// speaker says many things of that.
const (
	leastTerms       = 2
	leastWords       = 4
	leastTermsInside = 3
	leastRunInside   = 3 // words in a row that are all of the shorter, for fewer
)

// tooLittle reports that one of two names its subject alone. Words between
// quotation marks are taken for what was said; in one article they must be
// repeated.
func tooLittle(a, b *side) bool {
	if a.Doc != b.Doc {
		return subjectAlone(a) || subjectAlone(b)
	}
	if min(len(a.terms), len(b.terms)) >= leastTermsInside {
		return false
	}
	run, _, _ := wording.Run(a.words, b.words)
	return !a.quoted || !b.quoted || run < leastRunInside || run < min(len(a.words), len(b.words))
}

func subjectAlone(s *side) bool {
	return !s.quoted && len(s.terms) < leastTerms && len(s.words) < leastWords
}
