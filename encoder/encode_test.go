package encoder

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"onrecord/linear"
)

// TestBatch compares paragraphs encoded together with each encoded alone.
func TestBatch(t *testing.T) {
	m, rng := randomModel(t, best), rand.New(rand.NewPCG(3, 4))
	var ps []Paragraph
	for _, n := range []int{0, 1, 7, 0, 40, 2, 90, 30} {
		ps = append(ps, randomParagraph(rng, n))
	}
	var together, alone Scratch
	all := m.Encode(ps, &together)
	first := 0
	for i := range ps {
		n := ps[i].Len()
		e := m.Encode(ps[i:i+1], &alone)
		if e.Len() != n {
			t.Fatalf("paragraph %d of %d tokens: encoding of %d", i, n, e.Len())
		}
		if !slices.Equal(e.Hidden, all.Hidden[first*Width:][:n*Width]) || !slices.Equal(e.Scores, all.Scores[first*Labels:][:n*Labels]) {
			t.Errorf("paragraph %d of %d tokens: its encoding among others differs from that alone", i, n)
		}
		first += n
	}
	if first != all.Len() {
		t.Errorf("encoding of %d tokens, want %d", all.Len(), first)
	}
}

// TestHostile reads paragraphs that no program should make.
func TestHostile(t *testing.T) {
	m := randomModel(t, best)
	p := Paragraph{Pieces: slices.Repeat([]int32{-1, 1 << 30, math.MinInt32, 5}, 500)}
	for _, end := range []int32{0, 0, 3, 2000, 2000} {
		p.Ends = append(p.Ends, end)
		p.Inputs = append(p.Inputs, [Inputs]uint8{255, 255, 255, 255, 255, 255, 255})
	}
	var sc Scratch
	e := m.Encode([]Paragraph{p, {}}, &sc)
	for i, s := range e.Scores {
		if s != s || math.IsInf(float64(s), 0) {
			t.Fatalf("score %d is %g", i, s)
		}
	}
	roles := m.Roles(e, Range{1, 3}, Range{1, 2}, []Relation{{255, 255, 255}, {}}, &sc)
	if len(roles) != 2*RoleLabels {
		t.Errorf("%d scores of roles, want %d", len(roles), 2*RoleLabels)
	}
}

// TestOpen refuses files that are cut off or changed.
func TestOpen(t *testing.T) {
	b := random1()
	for _, n := range []int{0, 10, 100, len(b) / 2, len(b) - 1} {
		if _, err := Open(b[:n]); !errors.Is(err, linear.ErrModel) {
			t.Errorf("%d of %d bytes: error %v, want a model error", n, len(b), err)
		}
	}
	for _, n := range []int{0, 20, 30, 5000, len(b) - 2} {
		c := slices.Clone(b)
		c[n] ^= 0x10
		if _, err := Open(c); !errors.Is(err, linear.ErrModel) {
			t.Errorf("byte %d changed: error %v, want a model error", n, err)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		d    int
		want uint8
	}{{0, 7}, {1, 8}, {2, 9}, {3, 10}, {4, 10}, {5, 11}, {9, 12}, {33, 14}, {1 << 40, 14}, {-1, 6}, {-2, 5}, {-3, 4}, {-5, 3}, {-33, 0}, {math.MinInt32, 0}} {
		if have := Distance(c.d); have != c.want {
			t.Errorf("Distance(%d) = %d, want %d", c.d, have, c.want)
		}
	}
}
