package linear

import (
	"encoding/binary"
	"fmt"
	"math"
)

// A CRF is a trained linear-chain conditional random field (Lafferty, McCallum
// and Pereira, 2001) over hashed features. Weights are 8-bit integers with one
// scale; a sequence's best labelling is found in integers and so is the same on
// every machine.
type CRF struct {
	Labels   int
	Contexts int      // kinds of edges between neighbours; each has its own transitions
	Bits     int      // the feature table has 1<<Bits rows
	Scale    float64  // weight = integer * Scale
	emit     []uint64 // a row for each bucket: label y's weight + 128 in byte y
	trans    []int32  // [Contexts][Labels+1][Labels], row Labels starts a sequence; forbidden: off
}

// stride is the labels that fit a row: the weights of a feature are the bytes of
// one 64-bit word, and a word's odd and even bytes are summed side by side in
// 16-bit lanes. That made labelling 2.4 times as fast as summing one by one.
const stride = 8

// off is the score of a forbidden transition.
const off = math.MinInt32 / 4

// A Sequence is what a CRF labels: for each position its feature hashes and the
// context of the edge that leads to it.
type Sequence struct {
	Features []uint32 // all positions' features, one after the other
	Ends     []int32  // Ends[i]: end of position i's features
	Contexts []uint8
}

// Reset empties the sequence and keeps its memory.
func (s *Sequence) Reset() {
	s.Features, s.Ends, s.Contexts = s.Features[:0], s.Ends[:0], s.Contexts[:0]
}

// Len is the number of positions.
func (s *Sequence) Len() int { return len(s.Ends) }

// Close ends a position whose features were appended to s.Features.
func (s *Sequence) Close(context uint8) {
	s.Ends = append(s.Ends, int32(len(s.Features)))
	s.Contexts = append(s.Contexts, context)
}

func (s *Sequence) at(i int) []uint32 {
	if i == 0 {
		return s.Features[:s.Ends[0]]
	}
	return s.Features[s.Ends[i-1]:s.Ends[i]]
}

// A Lattice is the scratch memory of one labelling. The zero value works; it
// may be used again, not concurrently.
type Lattice struct {
	emit       []int32
	best       []int32
	back       []uint8
	fwd, bwd   []float64
	trans      []float64
	marginals  []float64
	path       []uint8
	weightsOf  *CRF
	normalized []float64
}

// Emissions fills l with the scores of each position's labels.
func (c *CRF) Emissions(s *Sequence, l *Lattice) {
	n := s.Len()
	l.emit = grow(l.emit, n*c.Labels)
	start := int32(0)
	for i, end := range s.Ends {
		row := l.emit[i*c.Labels : (i+1)*c.Labels]
		clear(row)
		for ; start < end; start += MaxRows {
			c.sum(s.Features[start:min(start+MaxRows, end)], row)
		}
		start = end
	}
}

// sum adds the weights of at most MaxRows features to row.
func (c *CRF) sum(features []uint32, row []int32) {
	mask := uint32(len(c.emit) - 1)
	if wide && len(features) > 0 {
		var sums [stride]uint16
		sumWords(&c.emit[0], &features[0], len(features), mask, &sums)
		base := int32(bias * len(features))
		for y := range row {
			row[y] += int32(sums[y]) - base
		}
		return
	}
	var even, odd uint64
	for _, f := range features {
		w := c.emit[f&mask]
		even += w & lanes
		odd += w >> 8 & lanes
	}
	base := int32(bias * len(features))
	for y := range row {
		sum := even
		if y%2 == 1 {
			sum = odd
		}
		row[y] += int32(sum>>(y/2*16)&0xFFFF) - base
	}
}

// Bias adds to the score of label y at position i, in units of log odds.
func (c *CRF) Bias(l *Lattice, i, y int, by float64) {
	l.emit[i*c.Labels+y] += int32(math.Round(by / c.Scale))
}

// Blend multiplies the scores of all labels by keep sixteenths and adds to them
// weight times those of another model, [i*Labels+y] in log odds: a product of
// experts (Hinton, 2002). The sum is rounded to the integers of the weights.
func (c *CRF) Blend(l *Lattice, keep int32, other []float32, weight float64) {
	unit := weight / c.Scale
	for k, v := range other {
		l.emit[k] = l.emit[k]*keep/16 + int32(math.Round(float64(v)*unit))
	}
}

// Best returns the best labelling after Emissions; the slice is l's.
func (c *CRF) Best(s *Sequence, l *Lattice) []uint8 {
	n, L := s.Len(), c.Labels
	l.best, l.back, l.path = grow(l.best, n*L), grow(l.back, n*L), grow(l.path, n)
	for i := range n {
		trans := c.trans[int(s.Contexts[i])*(L+1)*L:]
		for y := range L {
			score, from := trans[L*L+y], uint8(0)
			if i > 0 {
				score = math.MinInt32
				for x := range L {
					if v := l.best[(i-1)*L+x] + trans[x*L+y]; v > score {
						score, from = v, uint8(x)
					}
				}
			}
			l.best[i*L+y] = max(score+l.emit[i*L+y], math.MinInt32/2)
			l.back[i*L+y] = from
		}
	}
	last := 0
	for y := range L {
		if n > 0 && l.best[(n-1)*L+y] > l.best[(n-1)*L+last] {
			last = y
		}
	}
	for i := n - 1; i >= 0; i-- {
		l.path[i] = uint8(last)
		last = int(l.back[i*L+last])
	}
	return l.path
}

// Marginals returns P(label y at position i) at [i*Labels+y] after Emissions;
// the slice is l's.
func (c *CRF) Marginals(s *Sequence, l *Lattice) []float64 {
	if l.weightsOf != c {
		l.trans = grow(l.trans, len(c.trans))
		for i, v := range c.trans {
			l.trans[i] = 0
			if v != off {
				l.trans[i] = Exp(float64(v) * c.Scale)
			}
		}
		l.weightsOf = c
	}
	l.normalized = grow(l.normalized, s.Len()*c.Labels)
	for i, v := range l.emit[:s.Len()*c.Labels] {
		l.normalized[i] = float64(v) * c.Scale
	}
	l.forwardBackward(l.normalized, l.trans, s.Contexts, c.Labels)
	return l.marginals
}

// forwardBackward fills l.marginals from log scores of labels and exponentiated
// transitions; it returns the log of the partition function.
func (l *Lattice) forwardBackward(emit, trans []float64, contexts []uint8, L int) float64 {
	n := len(contexts)
	l.fwd, l.bwd, l.marginals = grow(l.fwd, n*L), grow(l.bwd, n*L), grow(l.marginals, n*L)
	logZ := 0.0
	for i := range n {
		row := emit[i*L : (i+1)*L]
		top := row[0]
		for _, v := range row[1:] {
			top = max(top, v)
		}
		for y, v := range row { // from here on emit holds exponentials
			row[y] = Exp(v - top)
		}
		t := trans[int(contexts[i])*(L+1)*L:]
		sum := 0.0
		for y := range L {
			v := t[L*L+y]
			if i > 0 {
				v = 0
				for x := range L {
					v += float64(l.fwd[(i-1)*L+x] * t[x*L+y])
				}
			}
			l.fwd[i*L+y] = float64(v * row[y])
			sum += l.fwd[i*L+y]
		}
		if sum < 1e-300 { // no allowed labelling carries weight here: be uniform
			sum = 1e-300
		}
		logZ += math.Log(sum) + top
		for y := range L {
			l.fwd[i*L+y] /= sum
		}
	}
	for i := n - 1; i >= 0; i-- {
		sum := 0.0
		for x := range L {
			v := 1.0
			if i < n-1 {
				t := trans[int(contexts[i+1])*(L+1)*L:]
				v = 0
				for y := range L {
					v += float64(float64(t[x*L+y]*emit[(i+1)*L+y]) * l.bwd[(i+1)*L+y])
				}
			}
			l.bwd[i*L+x] = v
			sum += v
		}
		for x := range L {
			l.bwd[i*L+x] /= max(sum, 1e-300)
		}
		sum = 0
		for x := range L {
			l.marginals[i*L+x] = float64(l.fwd[i*L+x] * l.bwd[i*L+x])
			sum += l.marginals[i*L+x]
		}
		for x := range L {
			l.marginals[i*L+x] /= max(sum, 1e-300)
		}
	}
	return logZ
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

// Sections returns the CRF's parts for Write under a prefix, and its
// parameters for the header.
func (c *CRF) Sections(prefix string, data map[string][]byte, params map[string]float64) (names []string) {
	emit := make([]byte, len(c.emit)*c.Labels)
	for row, w := range c.emit {
		for y := range c.Labels {
			emit[row*c.Labels+y] = byte(w>>(8*y)) - 128
		}
	}
	var trans []byte
	for _, v := range c.trans {
		trans = binary.LittleEndian.AppendUint32(trans, uint32(v))
	}
	data[prefix+".emit"], data[prefix+".trans"] = emit, trans
	params[prefix+".labels"], params[prefix+".contexts"] = float64(c.Labels), float64(c.Contexts)
	params[prefix+".bits"], params[prefix+".scale"] = float64(c.Bits), c.Scale
	return []string{prefix + ".emit", prefix + ".trans"}
}

// OpenCRF reads the CRF kept under a prefix. Rows are spread out to a power of
// two for speed, so this copies the weights.
func OpenCRF(f *File, prefix string) (*CRF, error) {
	p := func(name string) int { return int(f.Params[prefix+"."+name]) }
	c := &CRF{Labels: p("labels"), Contexts: p("contexts"), Bits: p("bits"), Scale: f.Params[prefix+".scale"]}
	if c.Labels < 1 || c.Labels > stride || c.Contexts < 1 || c.Contexts > 256 || c.Bits < 1 || c.Bits > 24 || !(c.Scale > 0) {
		return nil, fmt.Errorf("%w %s: %s has impossible parameters", ErrModel, f.Name, prefix)
	}
	emit, err := f.Bytes(prefix+".emit", c.Labels<<c.Bits)
	if err != nil {
		return nil, err
	}
	trans, err := f.Bytes(prefix+".trans", 4*c.Contexts*(c.Labels+1)*c.Labels)
	if err != nil {
		return nil, err
	}
	c.emit = make([]uint64, 1<<c.Bits)
	for row := range c.emit {
		for y, v := range emit[row*c.Labels : (row+1)*c.Labels] {
			c.emit[row] |= uint64(v+128) << (8 * y)
		}
	}
	c.trans = make([]int32, len(trans)/4)
	for i := range c.trans {
		c.trans[i] = max(int32(binary.LittleEndian.Uint32(trans[4*i:])), off)
	}
	return c, nil
}

// Scores returns the scores that Emissions filled, [i*Labels+y]; the slice is
// l's and may be added to before Best.
func (l *Lattice) Scores(s *Sequence, labels int) []int32 { return l.emit[:s.Len()*labels] }
