package relation

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"onrecord"
	"onrecord/wording"
)

// A fit is a candidate that could be meant.
type fit struct {
	index  int
	report *onrecord.Report
	terms  []term
	topic  float64 // see topic; 0 when the article does not say what it is about
	cover  float64 // how much of what it is about is in it, 0 to 1
	score  float64
}

// What is looked at of what a statement is about, and of its content.
const (
	aboutTerms   = 16
	contentTerms = 60
)

// fitting are the candidates whose owner, time and manner fit.
func (w *Wanted) fitting(candidates []onrecord.Report) []fit {
	first, last, ok := w.Window()
	if !ok {
		return nil
	}
	about := termsOf(wording.Words(w.About), aboutTerms)
	var out []fit
	for i := range candidates {
		r := &candidates[i]
		if r.Key != w.Key || r.Key == "" || !w.manner(r) || !within(r, first, last) {
			continue
		}
		words := wording.Words(r.Content)
		f := fit{index: i, report: r, terms: termsOf(words, contentTerms)}
		f.topic = topic(about, f.terms)
		f.score = f.topic
		if w.suits(r, words) {
			f.score += suited
		}
		out = append(out, f)
	}
	covered(about, out)
	return out
}

// covered says how much of about stands in each fit. A word that many of them
// have, such as a rival's name, counts less, as in Sparck Jones, "A statistical
// interpretation of term specificity" (1972).
func covered(about []term, fits []fit) {
	weights, sum := make([]float64, len(about)), 0.0
	for i := range about {
		in := 0.5
		for j := range fits {
			if slices.ContainsFunc(fits[j].terms, func(t term) bool { return t.stem == about[i].stem }) {
				in++
			}
		}
		weights[i] = math.Log((float64(len(fits)) + 1) / in)
		sum += weights[i]
	}
	for j := range fits {
		f := &fits[j]
		for from := 0; from == 0 || from+oneBreath <= len(f.terms); from++ {
			cover := 0.0
			for i := range about {
				cover += weights[i] / sum * about[i].nearest(f.terms[from:min(from+oneBreath, len(f.terms))])
			}
			f.cover = max(f.cover, cover)
		}
	}
}

// oneBreath is how many words with content stand together: what somebody speaks
// of is named in one place, not all over what they say.
const oneBreath = 12

// manner reports a statement that a noun can stand for: with words, and posted
// where a post is meant.
func (w *Wanted) manner(r *onrecord.Report) bool {
	if r.Kind == onrecord.Reported || r.Act == onrecord.Declined || r.Act == onrecord.NotSaid {
		return false
	}
	return !posts[w.Noun] || slices.ContainsFunc(r.Via, func(h onrecord.Hop) bool { return h.Kind == onrecord.HopPosted })
}

// posts are nouns for what stands on a platform.
var posts = set("tweet post retweet")

// within reports that r was said, as far as is known, between two days. A time
// that is only a bound is taken to lie close before it: news is young.
func within(r *onrecord.Report, first, last onrecord.Day) bool {
	from, until := r.Said.From, later(r.Said.Until, -1)
	if until == "" {
		until = later(r.Published.Until, -1)
	}
	if from == "" {
		from = later(until, -young)
	}
	return until != "" && from <= last && first <= until
}

const young = 3 // days before its publication at which something was likely said

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

// What it takes to be sure. Tuned on 61 cases of eval/testdata/ends/dev.txt and
// on 106 placeholders of real articles: docs/decisions/relations.md.
const (
	suited     = 0.15 // more, for a statement that was made as the noun says
	leastTopic = 0.37
	leastAhead = 0.1 // of the next utterance
	leastCover = 0.8 // where the article does not tell the time to a few days
)

// decide says whether the best is meant: by what it is about when the article
// says so, else by its day alone.
func (w *Wanted) decide(f, second *fit) (score float64, why []string, ok bool) {
	if second != nil && f.score-second.score < leastAhead {
		return 0, nil, false
	}
	if w.About == "" {
		return right, []string{"the only such statement that is known of " + string(w.Said.EDTF)}, w.narrow()
	}
	if f.score < leastTopic || !w.narrow() && f.cover < leastCover {
		return 0, nil, false
	}
	why = []string{fmt.Sprintf("%.2f about “%s”", f.topic, w.About)}
	if second != nil {
		why = append(why, fmt.Sprintf("the next one %.2f", second.topic))
	}
	if !w.Said.IsZero() {
		why = append(why, "said "+string(w.Said.EDTF))
	}
	return right, why, true
}

// right is how often an answer is right: 24 of 25 in both halves of
// eval/testdata/ends; a little less, since these cases are invented.
const right = 0.9

// narrow reports that the article tells the time to a few days.
func (w *Wanted) narrow() bool {
	return w.Said.From != "" && w.Said.Until != "" && w.Said.Until <= later(w.Said.From, 4)
}
