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
