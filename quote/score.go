package quote

import (
	"math"

	"onrecord/linear"
)

// scoreTerms is how many terms a scorer weighs.
const scoreTerms = 14

// A scorer turns what the models say of a candidate into the probability that
// an annotator would have marked it: a logistic regression on a few log odds,
// fitted on articles that no model saw (Platt, 1999).
type scorer [scoreTerms]float64

// terms are what a scorer weighs of candidate k.
func (v *view) terms(cands []candidate, k int) (t [scoreTerms]float64) {
	c := &cands[k]
	nested, rival := rivals(cands, k)
	size := 0
	for _, r := range c.content {
		size += r.End - r.First
	}
	shape := v.shapeOfContent(c)
	t = [scoreTerms]float64{1, linear.LogOdds(c.score), linear.LogOdds(c.cueP), linear.LogOdds(c.contP), 0, 0, linear.LogOdds(c.edgeP), 0,
		float64(nested) / 6, float64(rival) / 6, float64(bit(shape == allQuoted)), float64(bit(shape == someQuoted)),
		math.Sqrt(float64(min(size, 64))) / 8, 0}
	if c.source.End > 0 {
		t[4] = linear.LogOdds(c.sourceP)
	} else {
		t[5] = 1
	}
	t[7] = linear.LogOdds(c.openP)
	if c.cue.End-c.cue.First > 1 {
		t[13] = 1
	}
	return t
}

// rescore sets the score of every candidate.
func (s *scorer) rescore(v *view, cands []candidate) {
	if *s == (scorer{}) { // not fitted yet
		return
	}
	scores := make([]float64, len(cands))
	for k := range cands {
		t := v.terms(cands, k)
		scores[k] = s.score(&t)
	}
	for k := range cands {
		cands[k].alone.ranker, cands[k].score = cands[k].score, scores[k]
	}
}

func (s *scorer) score(t *[scoreTerms]float64) float64 {
	sum := 0.0
	for i, w := range s {
		sum += float64(w * t[i])
	}
	return linear.Logistic(sum)
}

// fitScorer finds the weights by Newton's method, with a little weight decay so
// that a term that never varies does no harm.
func fitScorer(terms [][scoreTerms]float64, right []bool) *scorer {
	s := &scorer{}
	const decay = 1.0
	for range 25 {
		var gradient [scoreTerms]float64
		var hessian [scoreTerms][scoreTerms]float64
		for i := range scoreTerms {
			gradient[i] = -float64(decay * s[i])
			hessian[i][i] = decay
		}
		for k := range terms {
			p := s.score(&terms[k])
			miss := float64(bit(right[k])) - p
			weight := float64(p * (1 - p))
			for i, x := range terms[k] {
				gradient[i] += float64(miss * x)
				for j, y := range terms[k] {
					hessian[i][j] += float64(float64(weight*x) * y)
				}
			}
		}
		step := solve(hessian, gradient)
		for i := range s {
			s[i] += step[i]
		}
	}
	return s
}

// solve finds x with a·x = b by elimination; a is positive definite.
func solve(a [scoreTerms][scoreTerms]float64, b [scoreTerms]float64) (x [scoreTerms]float64) {
	for i := range b {
		for j := i + 1; j < scoreTerms; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < scoreTerms; k++ {
				a[j][k] -= float64(f * a[i][k])
			}
			b[j] -= float64(f * b[i])
		}
	}
	for i := scoreTerms - 1; i >= 0; i-- {
		x[i] = b[i]
		for j := i + 1; j < scoreTerms; j++ {
			x[i] -= float64(a[i][j] * x[j])
		}
		x[i] /= a[i][i]
	}
	return x
}
