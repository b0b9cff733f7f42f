package linear

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestPairAddsUp compares a pair with its two, and both with the plain sum.
func TestPairAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 16))
	random := func(labels int) *CRF {
		c := &CRF{Labels: labels, Bits: 6, emit: make([]uint64, 1<<6)}
		for i := range c.emit {
			c.emit[i] = r.Uint64() & (1<<(8*labels) - 1)
		}
		return c
	}
	a, b := random(7), random(5)
	var s Sequence
	for range 50 {
		for range r.IntN(2 * MaxRows) {
			s.Features = append(s.Features, r.Uint32())
		}
		s.Close(0)
	}
	var la, lb, pa, pb Lattice
	a.Emissions(&s, &la)
	b.Emissions(&s, &lb)
	NewPair(a, b).Emissions(&s, &pa, &pb)
	if !slices.Equal(la.emit, pa.emit) || !slices.Equal(lb.emit, pb.emit) {
		t.Error("the pair adds up to something else than its two")
	}
	for i := range s.Len() {
		var want [7]int32
		for _, f := range s.at(i) {
			for y := range want {
				want[y] += int32(byte(a.emit[f&63]>>(8*y))) - bias
			}
		}
		if have := la.emit[i*7 : (i+1)*7]; !slices.Equal(have, want[:]) {
			t.Fatalf("position %d: have %v, want %v", i, have, want)
		}
	}
}
