package linear

import (
	"math/rand/v2"
	"testing"
)

// problem is a classification that single features decide: an example has one
// feature of its class and three of chance.
func problem(r *rand.Rand, classes int) (features []uint32, class int) {
	class = r.IntN(classes)
	features = []uint32{uint32(class+1) * 0x9e3779b1}
	for range 3 {
		features = append(features, uint32(100+r.IntN(50))*0x85ebca6b)
	}
	return features, class
}

func train(classes int) *Perceptron {
	p := NewPerceptron(16, classes)
	for pass := range 2 {
		r := rand.New(rand.NewPCG(1, 2))
		scores := make([]int32, classes)
		for range 8000 {
			features, class := problem(r, classes)
			p.Step()
			p.Score(features, scores)
			if best := Best(scores); best != class {
				p.Update(features, class, best)
			}
		}
		if pass == 0 {
			p = p.Select(12)
		}
	}
	return p
}

func TestTableDecidesWhatWasLearned(t *testing.T) {
	const classes = 11
	table := train(classes).Table(16)
	r := rand.New(rand.NewPCG(3, 4))
	var scores [16]int32
	wrong := 0
	for range 500 {
		features, class := problem(r, classes)
		table.Score(features, scores[:])
		if Best(scores[:classes]) != class {
			wrong++
		}
	}
	if wrong > 5 {
		t.Errorf("%d of 500 wrong, want at most 5", wrong)
	}
}

func TestTable3DecidesWhatWasLearned(t *testing.T) {
	table := train(3).Table3()
	r := rand.New(rand.NewPCG(5, 6))
	wrong := 0
	for range 500 {
		features, class := problem(r, 3)
		scores := table.Score(features)
		if Best(scores[:]) != class {
			wrong++
		}
	}
	if wrong > 5 {
		t.Errorf("%d of 500 wrong, want at most 5", wrong)
	}
}

// TestTableAddsUp compares the addition by words with the plain sum.
func TestTableAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const bits, width = 4, 24
	table := &Table{Width: width, Bits: bits, Weights: make([]byte, width<<bits), Check: make([]byte, 1<<bits)}
	for i := range table.Weights {
		table.Weights[i] = byte(r.Uint32())
	}
	for i := range table.Check {
		table.Check[i] = byte(r.IntN(3))
	}
	for range 200 {
		var features []uint32
		for range r.IntN(MaxFeatures + 1) {
			features = append(features, r.Uint32()&^0xff|uint32(r.IntN(4)))
		}
		var want, have [width]int32
		for _, h := range features {
			row := find(table.Check, h>>(32-bits), checkOf(h))
			for k := range width {
				if row >= 0 {
					want[k] += int32(table.Weights[row*width+k]) - bias
				}
			}
		}
		table.Score(features, have[:])
		if have != want {
			t.Fatalf("%d features: have %v, want %v", len(features), have, want)
		}
	}
}

// TestUnknownFeatureAddsNothing is what the check byte is for.
func TestUnknownFeatureAddsNothing(t *testing.T) {
	p := train(3)
	table := p.Table3()
	missed := 0
	for i := range uint32(1000) {
		if table.Score([]uint32{i * 0xc2b2ae35}) == [3]int32{} {
			missed++
		}
	}
	if missed < 950 {
		t.Errorf("%d of 1000 features never seen add nothing, want at least 950", missed)
	}
}
