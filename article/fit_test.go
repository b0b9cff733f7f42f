package article

import (
	"math"
	"slices"
)

// train fits the weights as a conditional random field (Lafferty, McCallum and
// Pereira, ICML 2001) with a Gaussian prior, by resilient propagation over all
// pages at once (Riedmiller and Braun 1993). The same pages give the same
// weights on one kind of machine.
func train(examples []example, prior float64) *weights {
	const rounds = 80
	p := newFit(len(examples))
	for round := range rounds {
		clear(p.grad)
		for e := range examples {
			p.add(&examples[e], e)
		}
		p.step(prior, round)
	}
	return p.weights()
}

// fit is the state of training: real-valued weights, features by scores, then
// states by states.
type fit struct {
	w, grad, before, rate []float64
	seen                  [][][]int // features by example and paragraph
}

func newFit(examples int) *fit {
	n := featureCount*scores + int(states)*int(states)
	p := &fit{w: make([]float64, n), grad: make([]float64, n), before: make([]float64, n), rate: make([]float64, n), seen: make([][][]int, examples)}
	for i := range p.rate {
		p.rate[i] = 0.05
	}
	return p
}

// precedes is follows turned round.
var precedes = func() (before [states][]state) {
	for from := range states {
		for _, to := range follows[from] {
			before[to] = append(before[to], from)
		}
	}
	return before
}()

func followAt(from, to state) int { return featureCount*scores + int(from)*int(states) + int(to) }

// add adds the gradient of the log-likelihood of one page.
func (p *fit) add(ex *example, number int) {
	if len(ex.units) == 0 {
		return
	}
	if p.seen[number] == nil {
		from, until := core(ex.units)
		for i := range ex.units {
			p.seen[number] = append(p.seen[number], features(ex.units, i, placeOf(i, from, until), nil))
		}
	}
	n := len(ex.units)
	emission := make([][states]float64, n)
	for i := range emission {
		var sum [scores]float64
		for _, f := range p.seen[number][i] {
			for k, x := range p.w[f*scores : (f+1)*scores] {
				sum[k] += x
			}
		}
		for s := range states {
			emission[i][s] = sum[partOf[s]] + sum[int(parts)+int(s)]
		}
	}
	forward, backward, total := p.sums(emission)
	for i := range n {
		var push [scores]float64
		for s := range states {
			chance := float64(small(ex.gold[i] == s)) - math.Exp(forward[i][s]+backward[i][s]-total)
			push[partOf[s]] += chance
			push[int(parts)+int(s)] += chance
		}
		for _, f := range p.seen[number][i] {
			for k, x := range push {
				p.grad[f*scores+k] += x
			}
		}
		for from := range states {
			for _, s := range follows[from] {
				if i == 0 {
					continue
				}
				at := followAt(from, s)
				p.grad[at] += float64(small(ex.gold[i-1] == from && ex.gold[i] == s)) - math.Exp(forward[i-1][from]+p.w[at]+emission[i][s]+backward[i][s]-total)
			}
		}
	}
}

// sums returns the logarithms of the sums over all paths to, and from, each
// state of each paragraph, and over all paths.
func (p *fit) sums(emission [][states]float64) (forward, backward [][states]float64, total float64) {
	n := len(emission)
	forward, backward = make([][states]float64, n), make([][states]float64, n)
	for i := range n {
		for s := range states {
			terms := make([]float64, 0, int(states))
			switch {
			case i > 0:
				for _, from := range precedes[s] {
					terms = append(terms, forward[i-1][from]+p.w[followAt(from, s)])
				}
			case slices.Contains(first, s):
				terms = append(terms, 0)
			}
			forward[i][s] = logSum(terms) + emission[i][s]
		}
	}
	var ends []float64
	for i := n - 1; i >= 0; i-- {
		for s := range states {
			if i == n-1 {
				backward[i][s] = math.Inf(-1)
				if last[s] {
					backward[i][s] = 0
					ends = append(ends, forward[i][s])
				}
				continue
			}
			terms := make([]float64, 0, int(states))
			for _, to := range follows[s] {
				terms = append(terms, p.w[followAt(s, to)]+emission[i+1][to]+backward[i+1][to])
			}
			backward[i][s] = logSum(terms)
		}
	}
	return forward, backward, logSum(ends)
}

func logSum(terms []float64) float64 {
	most := math.Inf(-1)
	for _, x := range terms {
		most = max(most, x)
	}
	if math.IsInf(most, -1) {
		return most
	}
	sum := 0.0
	for _, x := range terms {
		sum += math.Exp(x - most)
	}
	return most + math.Log(sum)
}

// strength makes the prior weaker for what is seen in a line itself and
// strongest for where it stands: there are few pages, and every one has its
// own order.
func (p *fit) strength(i int) float64 {
	t := i / scores / 16
	switch {
	case t >= len(templates)+2*int(cueKinds):
		return 1
	case t >= cueTemplate && (t-cueTemplate)/2 != int(speech):
		return 0.1
	case t < cueTemplate && context[templates[t]]:
		return 4
	}
	return 1
}

var context = wordSet("before after cues-before cues-after place shorts gap first name-near after-next since run-below run-above")

func (p *fit) step(prior float64, round int) {
	for i := range p.w {
		g := p.grad[i] - prior*p.strength(i)*p.w[i]
		switch {
		case g*p.before[i] > 0:
			p.rate[i] = min(p.rate[i]*1.2, 1)
		case g*p.before[i] < 0:
			p.rate[i] = max(p.rate[i]*0.5, 1e-5)
			g = 0
		}
		switch {
		case g > 0:
			p.w[i] += p.rate[i]
		case g < 0:
			p.w[i] -= p.rate[i]
		}
		p.before[i] = g
	}
}

// weights rounds to thousandths.
func (p *fit) weights() *weights {
	out := &weights{feature: make([][scores]int32, featureCount)}
	for f := range out.feature {
		for k := range scores {
			out.feature[f][k] = int32(math.Round(p.w[f*scores+k] * 1000))
		}
	}
	for a := range states {
		for b := range states {
			out.follow[a][b] = int32(math.Round(p.w[followAt(a, b)] * 1000))
		}
	}
	return out
}
