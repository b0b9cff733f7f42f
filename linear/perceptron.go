package linear

import (
	"math"
	"slices"
)

// A Perceptron is an averaged multiclass perceptron under training (Collins,
// EMNLP 2002) over hashed features: a feature is the number of a row of Width
// weights, one weight a class. Features that share a row share its weights.
type Perceptron struct {
	Width   int
	weights []int32
	sums    []int64 // Σ update × step, from which the average follows
	step    int64
}

// NewPerceptron makes one of all zeros.
func NewPerceptron(rows, width int) *Perceptron {
	return &Perceptron{Width: width, weights: make([]int32, rows*width), sums: make([]int64, rows*width), step: 1}
}

// Score adds up the current weights of the rows into scores, of length Width.
func (p *Perceptron) Score(rows []uint32, scores []int32) {
	clear(scores)
	for _, row := range rows {
		at := int(row) * p.Width
		for k, w := range p.weights[at : at+len(scores)] {
			scores[k] += w
		}
	}
}

// Step counts one example. Call it once for every example, before Update.
func (p *Perceptron) Step() { p.step++ }

// Update moves the weights of the rows towards one class and away from another.
func (p *Perceptron) Update(rows []uint32, good, bad int) {
	for _, row := range rows {
		at := int(row) * p.Width
		p.weights[at+good]++
		p.sums[at+good] += p.step
		p.weights[at+bad]--
		p.sums[at+bad] -= p.step
	}
}

// Table averages the weights over all steps and rounds them to bytes. One
// scale serves the whole table: the weight that only one in ten thousand
// exceeds becomes 127, larger ones are cut.
func (p *Perceptron) Table() *Table {
	average := make([]float32, len(p.weights))
	sizes := make([]float32, 0, len(p.weights)/4)
	for i, w := range p.weights {
		average[i] = float32(float64(w) - float64(p.sums[i])/float64(p.step))
		if average[i] != 0 {
			sizes = append(sizes, float32(math.Abs(float64(average[i]))))
		}
	}
	scale := float32(1)
	if len(sizes) > 0 {
		slices.Sort(sizes)
		scale = 127 / sizes[min(len(sizes)-1, len(sizes)*9999/10000)]
	}
	t := &Table{Width: p.Width, Weights: make([]byte, len(average)), Scale: float64(scale)}
	for i, w := range average {
		t.Weights[i] = byte(max(-127, min(127, math.RoundToEven(float64(w*scale)))) + bias)
	}
	return t
}
