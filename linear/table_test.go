package linear

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// random returns up to MaxFeatures features for a table of few checks, so that
// most find a row.
func random(r *rand.Rand) (features []uint32) {
	for range r.IntN(MaxFeatures + 1) {
		features = append(features, r.Uint32()&^0xff|uint32(r.IntN(4)))
	}
	return features
}

// TestTableAddsUp compares both ways to add with the plain sum.
func TestTableAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	const bits = 4
	for _, width := range []int{8, 16, 24, 40, 48} {
		table := &Table{Width: width, Bits: bits, Weights: make([]byte, width<<bits), Check: make([]byte, 1<<bits)}
		for range 200 {
			for i := range table.Weights {
				table.Weights[i] = byte(r.Uint32())
			}
			for i := range table.Check {
				table.Check[i] = byte(r.IntN(3))
			}
			features := random(r)
			want, have, plain := make([]int32, width), make([]int32, width), make([]int32, width)
			for _, h := range features {
				row := find(table.Check, h>>(32-bits), checkOf(h))
				for k := range width {
					if row >= 0 {
						want[k] += int32(table.Weights[row*width+k]) - bias
					}
				}
			}
			table.Score(features, have)
			if !slices.Equal(have, want) {
				t.Fatalf("%d classes, %d features: have %v, want %v", width, len(features), have, want)
			}
			var rows [MaxFeatures]uint32
			table.sum(rows[:table.find(features, &rows)], plain)
			if !slices.Equal(plain, want) {
				t.Fatalf("%d classes, %d features, without assembly: have %v, want %v", width, len(features), plain, want)
			}
		}
	}
}

// TestTable3AddsUp is TestTableAddsUp for three classes.
func TestTable3AddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 2000 {
		bits := uint(1 + r.IntN(6))
		table := &Table3{Bits: bits, Rows: make([]byte, 4<<bits)}
		for i := range table.Rows {
			table.Rows[i] = byte(r.Uint32())
			if i%4 == 3 {
				table.Rows[i] &= 3
			}
		}
		features := random(r)
		var want sum3
		for _, h := range features {
			even := table.Rows[h>>(32-bits)&^1*4:][:8]
			for _, row := range [][]byte{even[:4], even[4:]} {
				if row[3] == checkOf(h) {
					want.even += uint32(row[0]) | uint32(row[2])<<16
					want.odd += uint32(row[1])
					want.n++
					break
				}
			}
		}
		if have := table.sum(features); have != want {
			t.Fatalf("%d rows, %d features, without assembly: have %v, want %v", 1<<bits, len(features), have, want)
		}
		scores := [3]int32{int32(want.even&0xffff) - bias*int32(want.n), int32(want.odd) - bias*int32(want.n), int32(want.even>>16) - bias*int32(want.n)}
		if have := table.Score(features); have != scores {
			t.Fatalf("%d rows, %d features: have %v, want %v", 1<<bits, len(features), have, scores)
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

// BenchmarkTable3 scores moves as the parser does: 66 features, half of which
// have a row in a table that is larger than the second cache.
func BenchmarkTable3(b *testing.B) {
	r := rand.New(rand.NewPCG(11, 12))
	table := &Table3{Bits: 19, Rows: make([]byte, 4<<19)}
	for i := range table.Rows {
		table.Rows[i] = byte(r.Uint32())
	}
	moves := make([][]uint32, 4096)
	for i := range moves {
		for range 66 {
			h := r.Uint32()
			if r.IntN(2) == 0 {
				h = h&^0xff | uint32(table.Rows[h>>13*4+3])
			}
			moves[i] = append(moves[i], h)
		}
	}
	i := 0
	b.Run("as here", func(b *testing.B) {
		for b.Loop() {
			table.Score(moves[i%len(moves)])
			i++
		}
	})
	b.Run("without assembly", func(b *testing.B) {
		for b.Loop() {
			table.sum(moves[i%len(moves)])
			i++
		}
	})
}

// BenchmarkTable scores relations: 40 features, 40 classes.
func BenchmarkTable(b *testing.B) {
	const bits, width = 16, 40
	r := rand.New(rand.NewPCG(13, 14))
	table := &Table{Width: width, Bits: bits, Weights: make([]byte, width<<bits), Check: make([]byte, 1<<bits)}
	for i := range table.Weights {
		table.Weights[i] = byte(r.Uint32())
	}
	for i := range table.Check {
		table.Check[i] = byte(r.IntN(3))
	}
	arcs := make([][]uint32, 4096)
	for i := range arcs {
		for range 40 {
			arcs[i] = append(arcs[i], r.Uint32()&^0xff|uint32(r.IntN(4)))
		}
	}
	var scores [width]int32
	i := 0
	b.Run("as here", func(b *testing.B) {
		for b.Loop() {
			table.Score(arcs[i%len(arcs)], scores[:])
			i++
		}
	})
	b.Run("without assembly", func(b *testing.B) {
		var rows [MaxFeatures]uint32
		for b.Loop() {
			table.sum(rows[:table.find(arcs[i%len(arcs)], &rows)], scores[:])
			i++
		}
	})
}
