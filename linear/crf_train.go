package linear

import (
	"math"
	"math/rand/v2"
)

// CRFOptions are the settings of TrainCRF.
type CRFOptions struct {
	Labels   int
	Contexts int
	Bits     int
	MinCount int     // features seen less often are left out
	Rate     float64 // of AdaGrad (Duchi, Hazan and Singer, 2011)
	Epochs   int
	L2       float64 // pulls weights to zero at each update, as a share of Rate
	Seed     uint64
	Allowed  func(from, to int) bool // from is Labels at the start of a sequence
	Progress func(epoch int, loss float64)
}

// A crfTrainer holds the weights while they are learned. Each weight is
// averaged over all steps: average = w - drift/steps, where drift sums every
// change times the step it was made at.
type crfTrainer struct {
	o             CRFOptions
	w, drift, sq  []float32 // [1<<Bits][Labels]
	t, tdrift, ts []float64 // transitions
	tgrad         []float64
	used          []bool
	step          float64
	l             Lattice
	emit, exp     []float64
	delta         []float64
}

// TrainCRF learns from labelled sequences: the conditional likelihood by
// stochastic gradient with AdaGrad, weights averaged over all steps.
func TrainCRF(seqs []Sequence, labels [][]uint8, o CRFOptions) *CRF {
	tr := newCRFTrainer(seqs, o)
	order := make([]int, len(seqs))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	for epoch := range o.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		loss := 0.0
		for _, i := range order {
			if seqs[i].Len() > 0 {
				loss += tr.learn(&seqs[i], labels[i])
			}
		}
		if o.Progress != nil {
			o.Progress(epoch, loss/float64(len(seqs)))
		}
	}
	return tr.finish()
}

func newCRFTrainer(seqs []Sequence, o CRFOptions) *crfTrainer {
	size, L := o.Labels<<o.Bits, o.Labels
	tr := &crfTrainer{o: o, w: make([]float32, size), drift: make([]float32, size), sq: make([]float32, size)}
	tn := o.Contexts * (L + 1) * L
	tr.t, tr.tdrift, tr.ts = make([]float64, tn), make([]float64, tn), make([]float64, tn)
	tr.tgrad, tr.exp = make([]float64, tn), make([]float64, tn)
	tr.delta = make([]float64, L)
	counts := make([]int32, 1<<o.Bits)
	mask := uint32(1)<<o.Bits - 1
	for i := range seqs {
		for _, f := range seqs[i].Features {
			counts[f&mask]++
		}
	}
	tr.used = make([]bool, len(counts))
	for i, n := range counts {
		tr.used[i] = int(n) >= o.MinCount
	}
	return tr
}

func (tr *crfTrainer) allowed(from, to int) bool {
	return tr.o.Allowed == nil || tr.o.Allowed(from, to)
}

// expTransitions exponentiates the transitions of the contexts.
func (tr *crfTrainer) expTransitions() {
	L := tr.o.Labels
	for i, v := range tr.t {
		from, to := i/L%(L+1), i%L
		tr.exp[i] = 0
		if tr.allowed(from, to) {
			tr.exp[i] = Exp(v)
		}
	}
}

func (tr *crfTrainer) learn(s *Sequence, gold []uint8) float64 {
	tr.step++
	L, n := tr.o.Labels, s.Len()
	mask := uint32(1)<<tr.o.Bits - 1
	tr.expTransitions()
	tr.emit = grow(tr.emit, n*L)
	clear(tr.emit)
	goldScore := 0.0
	for i := range n {
		row := tr.emit[i*L : (i+1)*L]
		for _, f := range s.at(i) {
			if tr.used[f&mask] {
				for y, v := range tr.w[int(f&mask)*L : int(f&mask)*L+L] {
					row[y] += float64(v)
				}
			}
		}
		goldScore += row[gold[i]] + tr.t[tr.edge(s, gold, i)]
	}
	logZ := tr.l.forwardBackward(tr.emit, tr.exp, s.Contexts, L)
	tr.updateTransitions(s, gold)
	for i := range n {
		any := false
		for y := range L {
			d := -tr.l.marginals[i*L+y]
			if int(gold[i]) == y {
				d++
			}
			if math.Abs(d) < 1e-3 {
				d = 0
			}
			tr.delta[y] = d
			any = any || d != 0
		}
		if !any {
			continue
		}
		for _, f := range s.at(i) {
			if tr.used[f&mask] {
				tr.update(int(f&mask) * L)
			}
		}
	}
	return logZ - goldScore
}

func (tr *crfTrainer) edge(s *Sequence, gold []uint8, i int) int {
	L, from := tr.o.Labels, tr.o.Labels
	if i > 0 {
		from = int(gold[i-1])
	}
	return (int(s.Contexts[i])*(L+1)+from)*L + int(gold[i])
}

func (tr *crfTrainer) update(at int) {
	for y, d := range tr.delta {
		if d == 0 {
			continue
		}
		k := at + y
		g := float32(d) - float32(tr.o.L2)*tr.w[k]
		tr.sq[k] += g * g
		change := float32(tr.o.Rate) * g / float32(math.Sqrt(float64(tr.sq[k])+1e-6))
		tr.w[k] += change
		tr.drift[k] += change * float32(tr.step)
	}
}

func (tr *crfTrainer) updateTransitions(s *Sequence, gold []uint8) {
	L := tr.o.Labels
	grad := tr.tgrad
	clear(grad)
	for i := range s.Len() {
		grad[tr.edge(s, gold, i)]++
		base := int(s.Contexts[i]) * (L + 1) * L
		if i == 0 {
			for y := range L {
				grad[base+L*L+y] -= tr.l.marginals[y]
			}
			continue
		}
		sum := 0.0
		var pair [stride * stride]float64
		for x := range L {
			for y := range L {
				p := tr.l.fwd[(i-1)*L+x] * tr.exp[base+x*L+y] * tr.emit[i*L+y] * tr.l.bwd[i*L+y]
				pair[x*L+y] = p
				sum += p
			}
		}
		for k := range L * L {
			if pair[k] > 0 {
				grad[base+k] -= pair[k] / sum
			}
		}
	}
	for k, g := range grad {
		if g == 0 || !tr.allowed(k/L%(L+1), k%L) {
			continue
		}
		tr.ts[k] += g * g
		change := tr.o.Rate * g / math.Sqrt(tr.ts[k]+1e-6)
		tr.t[k] += change
		tr.tdrift[k] += change * tr.step
	}
}

// finish averages and quantizes the weights.
func (tr *crfTrainer) finish() *CRF {
	o, L := tr.o, tr.o.Labels
	top := 0.0
	for k := range tr.w {
		tr.w[k] -= tr.drift[k] / float32(tr.step+1)
		top = max(top, math.Abs(float64(tr.w[k])))
	}
	// The few largest weights are cut so that the step between integers stays fine.
	c := &CRF{Labels: L, Contexts: o.Contexts, Bits: o.Bits, Scale: max(min(top, 2.5), 1e-3) / 127}
	c.emit = make([]uint64, 1<<o.Bits)
	for k, v := range tr.w {
		q := max(-127, min(127, math.Round(float64(v)/c.Scale)))
		c.emit[k/L] |= uint64(int(q)+128) << (8 * (k % L))
	}
	c.trans = make([]int32, len(tr.t))
	for k := range tr.t {
		c.trans[k] = off
		if tr.allowed(k/L%(L+1), k%L) {
			c.trans[k] = int32(math.Round((tr.t[k] - tr.tdrift[k]/(tr.step+1)) / c.Scale))
		}
	}
	return c
}
