package relation

import (
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
	cover  float64 // how much of what it is about is near words of it that stand together, 0 to 1
	shared float64 // how much of what it is about is in it by the very words, 0 to 1
	score  float64 // see weigh
}

// What is looked at of what a statement is about, and of its content.
const (
	aboutTerms   = 16
	contentTerms = 60
)

// fitting are the candidates whose owner, time and manner fit.
func (w *sought) fitting(candidates []onrecord.Report) []fit {
	first, last, ok := w.Window()
	if !ok {
		return nil
	}
	var out []fit
	for i := range candidates {
		r := &candidates[i]
		if r.Key != w.Key || r.Key == "" || !w.manner(r) || !within(r, first, last) {
			continue
		}
		words := wording.Words(r.Content)
		f := fit{index: i, report: r, terms: termsOf(words, contentTerms)}
		f.topic = topic(w.about, f.terms)
		f.score = w.weigh(&f, words)
		out = append(out, f)
	}
	covered(w.about, out)
	for i := range out {
		out[i].score += sharing * out[i].shared
	}
	return out
}

// covered says how much of about stands in each fit, nearly and by the very
// words. A word that many of them have, such as a rival's name, counts less, as
// in Sparck Jones, "A statistical interpretation of term specificity" (1972).
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
		for i := range about {
			if slices.ContainsFunc(f.terms, func(t term) bool { return t.stem == about[i].stem }) {
				f.shared += weights[i] / sum
			}
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
