package linear

import "slices"

// A Pair is two CRFs that are asked for the same features: a row of one and the
// row of the other stand together, so that one wait for memory serves both.
type Pair struct {
	rows []uint64 // a's and b's in turns
	a, b *CRF
}

// NewPair returns nil when the two differ in the number of rows.
func NewPair(a, b *CRF) *Pair {
	if a.Bits != b.Bits {
		return nil
	}
	p := &Pair{rows: slices.Grow([]uint64(nil), 2*len(a.emit)), a: a, b: b}
	for i, row := range a.emit {
		p.rows = append(p.rows, row, b.emit[i])
	}
	return p
}

// Emissions fills la and lb with the scores of each position's labels, like
// [CRF.Emissions] of a and of b.
func (p *Pair) Emissions(s *Sequence, la, lb *Lattice) {
	n := s.Len()
	la.emit, lb.emit = grow(la.emit, n*p.a.Labels), grow(lb.emit, n*p.b.Labels)
	clear(la.emit)
	clear(lb.emit)
	var sums [2 * stride]uint16
	start := int32(0)
	for i, end := range s.Ends {
		for ; start < end; start += MaxRows {
			features := s.Features[start:min(start+MaxRows, end)]
			p.sum(features, &sums)
			base := int32(bias * len(features))
			for y := range p.a.Labels {
				la.emit[i*p.a.Labels+y] += int32(sums[y]) - base
			}
			for y := range p.b.Labels {
				lb.emit[i*p.b.Labels+y] += int32(sums[stride+y]) - base
			}
		}
		start = end
	}
}

func (p *Pair) sum(features []uint32, sums *[2 * stride]uint16) {
	mask := uint32(len(p.rows)/2 - 1)
	if wide {
		sumPairs(&p.rows[0], &features[0], len(features), mask, sums)
		return
	}
	var even, odd, even2, odd2 uint64
	for _, f := range features {
		row := p.rows[f&mask*2:][:2]
		even += row[0] & lanes
		odd += row[0] >> 8 & lanes
		even2 += row[1] & lanes
		odd2 += row[1] >> 8 & lanes
	}
	for k := range 4 {
		sums[2*k], sums[2*k+1] = uint16(even>>(16*k)), uint16(odd>>(16*k))
		sums[8+2*k], sums[8+2*k+1] = uint16(even2>>(16*k)), uint16(odd2>>(16*k))
	}
}
