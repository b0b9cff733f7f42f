package relation

import (
	"cmp"
	"slices"

	"onrecord"
)

// A Wanted is a statement that an article means and does not hold: what a
// placeholder says of it, as it is looked for in other articles.
type Wanted struct {
	Kind      onrecord.RelationKind // of the relation whose end it is
	Key       string                // of its owner in the record, "person:rex-tillerson"; never empty
	Noun      string                // "remark"
	Words     string                // that name it: "his remarks of Tuesday"; may be empty
	About     string                // what it is about: "China's role"; may be empty
	Said      onrecord.Claimed      // when it was said, as the article tells
	By        onrecord.Claimed      // when the other end was said, else when the article was published
	Published onrecord.Claimed      // of the article
	Context   string                // the sentence that states the relation; may be empty
}

// Meant says which of the candidates is the statement that is wanted: its
// index, how sure that is, from 0 to 1, and why. It answers only where one
// utterance is clearly better than all others; of several reports of it the one
// that gives most of its words is taken. It is pure, the order of the
// candidates does not change which one is taken, and the work grows with their
// number.
//
// Whose statement it is must fit, and the time must; then what it is about, and
// the rest of the sentence that tells of it. Where the article does not say what
// it is about, the day decides, when the owner said only one thing then, or the
// sentence, when one statement suits it best by far. Nothing is meant that was said after the article, and nobody who
// gave no words.
func Meant(w *Wanted, candidates []onrecord.Report) (index int, score float64, why []string, ok bool) {
	s := w.sought()
	fits := s.fitting(candidates)
	slices.SortFunc(fits, func(a, b fit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.report.Statement, b.report.Statement))
	})
	if len(fits) == 0 {
		return -1, 0, nil, false
	}
	same, second := utterance(fits)
	score, why, ok = s.decide(&fits[0], second)
	if !ok {
		return -1, 0, nil, false
	}
	return best(same).index, score, why, true
}

// Window is the first and the last day on which what is wanted may have been
// said; ok is false when the article gives no bound.
func (w *Wanted) Window() (first, last onrecord.Day, ok bool) {
	latest := earlier(later(w.By.Until, -1), later(w.Published.Until, -1))
	first, last = w.Said.From, earlier(later(w.Said.Until, -1), latest)
	if last == "" {
		return "", "", false
	}
	if first == "" {
		first = later(last, -lookBack)
	}
	return first, last, first <= last
}

// lookBack is how many days before an article what it means was said, when it
// says nothing of the time: of what is longer ago it would say so.
const lookBack = 40

// earlier is the earlier of two days of which one may be empty.
func earlier(a, b onrecord.Day) onrecord.Day {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}
