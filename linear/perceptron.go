package linear

// A Perceptron is an averaged multiclass perceptron under training (Collins,
// EMNLP 2002). A feature is a 32-bit hash; its first bits are the number of a
// row of weights, one weight a class.
//
// It is trained twice. An open perceptron has room for nearly every feature;
// those that share a row share weights. What it learned only decides which rows
// are worth keeping: [Perceptron.Select] makes a closed perceptron of the size
// of the [Table] to be, which tells features apart by their check byte, ignores
// all others, and learns anew. Dropping rows after training instead cost half a
// point of tagging accuracy; learning them in a small open table cost as much.
type Perceptron struct {
	width   int
	shift   uint
	weights []int32
	sums    []int64 // Σ update × step, from which the average follows
	check   []byte  // open: the check of the last feature that learned here
	closed  bool
	step    int64
}

// NewPerceptron makes an open one with 1<<bits rows of width classes.
func NewPerceptron(bits uint, width int) *Perceptron {
	return &Perceptron{
		width: width, shift: 32 - bits,
		weights: make([]int32, width<<bits), sums: make([]int64, width<<bits), check: make([]byte, 1<<bits),
		step: 1,
	}
}

// row returns the row of a feature, -1 when it has none.
func (p *Perceptron) row(h uint32) int {
	row := h >> p.shift
	if !p.closed {
		return int(row)
	}
	return find(p.check, row, checkOf(h))
}

// Score adds up the current weights of the features into scores, one a class.
func (p *Perceptron) Score(features []uint32, scores []int32) {
	clear(scores)
	for _, h := range features {
		row := p.row(h)
		if row < 0 {
			continue
		}
		at := row * p.width
		for k, w := range p.weights[at : at+len(scores)] {
			scores[k] += w
		}
	}
}

// Step counts one example. Call it once for every example, before Add.
func (p *Perceptron) Step() { p.step++ }

// Add adds an amount to the weights of the features for one class.
func (p *Perceptron) Add(features []uint32, class int, amount int32) {
	for _, h := range features {
		row := p.row(h)
		if row < 0 {
			continue
		}
		at := row*p.width + class
		p.weights[at] += amount
		p.sums[at] += p.step * int64(amount)
		p.check[row] = checkOf(h)
	}
}

// Update moves the weights of the features towards one class and away from
// another.
func (p *Perceptron) Update(features []uint32, good, bad int) {
	p.Add(features, good, 1)
	p.Add(features, bad, -1)
}

// average returns the weight of a place averaged over all steps.
func (p *Perceptron) average(i int) float32 {
	return float32(float64(p.weights[i]) - float64(p.sums[i])/float64(p.step))
}
