package relation

import (
	"fmt"
	"slices"

	"onrecord/wording"
)

// What speaks for a candidate, besides its topic, and what it takes to be sure.
// Near the mean of the thirty best of 60,000 random choices on 181 invented
// cases; chosen so on one file of these and tested on the other they were about
// as good. leastCover is from real articles: docs/decisions/relations.md, "Ends
// in other articles".
const (
	sharing = 0.30 // for all that it is about in its very words
	beside  = 0.60 // for the rest of the sentence, as topic is
	suited  = 0.20 // made as the noun says
	named   = 0.15 // of somebody whom the sentence names, but for the owner
	telling = 0.13 // of what is or was, where a claim is meant
	blaming = 0.20 // somebody, where an accusation is meant

	leastScore = 0.55
	leastAhead = 0.09 // of the next utterance
	leastCover = 0.80 // where the article does not tell the time to a few days
	leastAlone = 0.20 // where it does not say what it is about, and the day does not decide
)

// weigh is how much speaks for a candidate of which the topic is known.
func (w *sought) weigh(f *fit, words []wording.Word) float64 {
	score := f.topic + beside*topic(w.context, f.terms)
	if w.suits(f.report, words) {
		score += suited
	}
	if slices.ContainsFunc(f.terms, func(t term) bool { _, is := slices.BinarySearch(w.names, t.stem); return is }) {
		score += named
	}
	if claims[w.Noun] && holds(words, telltales) {
		score += telling
	}
	if accusations[w.Noun] && holds(words, blamed) {
		score += blaming
	}
	return score
}

// decide says whether the best is meant: by what it is about when the article
// says so, else by its day or the sentence.
func (w *sought) decide(f, second *fit) (score float64, why []string, ok bool) {
	if second != nil && f.score-second.score < leastAhead {
		return 0, nil, false
	}
	if w.About == "" {
		if !w.narrow() || second != nil && f.score < leastAlone {
			return 0, nil, false
		}
		why = []string{"the only such statement that is known of " + string(w.Said.EDTF)}
		if second != nil {
			why = []string{fmt.Sprintf("%.2f like what is told of it, the next one %.2f", f.score, second.score), "said " + string(w.Said.EDTF)}
		}
		return right, why, true
	}
	if f.score < leastScore || !w.narrow() && f.cover < leastCover {
		return 0, nil, false
	}
	why = []string{fmt.Sprintf("%.2f about “%s”", f.score, w.About)}
	if second != nil {
		why = append(why, fmt.Sprintf("the next one %.2f", second.score))
	}
	if !w.Said.IsZero() {
		why = append(why, "said "+string(w.Said.EDTF))
	}
	return right, why, true
}

// right is how often an answer is right: 85 of 94 in all of eval/testdata/ends.
const right = 0.9

// narrow reports that the article tells the time to a few days.
func (w *Wanted) narrow() bool {
	return w.Said.From != "" && w.Said.Until != "" && w.Said.Until <= later(w.Said.From, 4)
}
