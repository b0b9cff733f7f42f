package relation

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord"
	"onrecord/wording"
)

// A fit is a candidate that could be meant.
type fit struct {
	index  int
	report *onrecord.Report
	topic  float64 // see topic; 0 when the article does not say what it is about
	score  float64
}

// fitting are the candidates whose owner, time and manner fit.
func (w *Wanted) fitting(candidates []onrecord.Report) []fit {
	first, last, ok := w.Window()
	if !ok {
		return nil
	}
	about := termsOf(wording.Words(w.About), mostTerms)
	var out []fit
	for i := range candidates {
		r := &candidates[i]
		if r.Key != w.Key || r.Key == "" || !w.manner(r) || !within(r, first, last) {
			continue
		}
		f := fit{index: i, report: r, topic: topic(about, termsOf(wording.Words(r.Content), mostTerms))}
		f.score = f.topic
		out = append(out, f)
	}
	return out
}

const mostTerms = 200 // that are looked at of a content

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
			if _, is := Same(same[i].report, fits[j].report); is {
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

// What it takes to be sure.
const (
	leastTopic = 0.34
	leastAhead = 0.1
)

// decide says whether the best is meant: by what it is about when the article
// says so, else by its day alone.
func (w *Wanted) decide(f, second *fit) (score float64, why []string, ok bool) {
	narrow := w.narrow()
	if w.About == "" {
		if !narrow || second != nil {
			return 0, nil, false
		}
		return 0.8, []string{"the only statement known of " + string(w.Said.EDTF)}, true
	}
	ahead := f.topic
	if second != nil {
		ahead -= second.topic
	}
	if f.topic < leastTopic || ahead < leastAhead {
		return 0, nil, false
	}
	why = []string{fmt.Sprintf("about “%s”: %.2f", w.About, f.topic)}
	if second != nil {
		why = append(why, fmt.Sprintf("the next one %.2f", second.topic))
	}
	if !w.Said.IsZero() {
		why = append(why, "said "+string(w.Said.EDTF))
	}
	return 0.8, why, true
}

// narrow reports that the article tells the time to a few days.
func (w *Wanted) narrow() bool {
	return w.Said.From != "" && w.Said.Until != "" && w.Said.Until <= later(w.Said.From, 4)
}
