package quote

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"onrecord/linear"
)

// TestFitScorer draws candidates that are right as often as known weights say:
// the fitted weights must say the same.
func TestFitScorer(t *testing.T) {
	var truth scorer
	truth[0], truth[1], truth[4], truth[9] = -0.5, 0.9, 0.3, -1.2
	rng := rand.New(rand.NewPCG(3, 4))
	var terms [][scoreTerms]float64
	var right []bool
	for range 20000 {
		x := [scoreTerms]float64{1}
		for i := 1; i < scoreTerms-1; i++ { // the last term never varies
			x[i] = rng.NormFloat64()
		}
		terms = append(terms, x)
		right = append(right, rng.Float64() < truth.score(&x))
	}
	s := fitScorer(terms, right)
	for i := range truth {
		if math.Abs(s[i]-truth[i]) > 0.1 {
			t.Errorf("weight %d: have %.3f, want %.3f", i, s[i], truth[i])
		}
	}
	off := 0.0
	for i := range terms {
		off += math.Abs(s.score(&terms[i])-truth.score(&terms[i])) / float64(len(terms))
	}
	if off > 0.02 {
		t.Errorf("probabilities are off by %.3f in the mean, want at most 0.02", off)
	}
}

func TestBlendFile(t *testing.T) {
	want := defaultBlend
	for i := range want.scorer {
		want.scorer[i] = float64(i) / 3
	}
	var file bytes.Buffer
	if err := want.Write(&file, "a test"); err != nil {
		t.Fatal(err)
	}
	have, err := openBlend(file.Bytes())
	if err != nil || *have != want {
		t.Errorf("have %+v (%v), want %+v", have, err, want)
	}
	damaged := bytes.Clone(file.Bytes())
	damaged[len(damaged)/2]++
	for _, b := range [][]byte{nil, file.Bytes()[:40], damaged} {
		if _, err := openBlend(b); !errors.Is(err, linear.ErrModel) {
			t.Errorf("%d bytes: have error %v, want one about the model file", len(b), err)
		}
	}
}
