package linear

import "testing"

// TestBlend adds the scores of another model in units of this one's weights.
func TestBlend(t *testing.T) {
	c := &CRF{Labels: 2, Scale: 0.5}
	l := &Lattice{emit: []int32{16, -32, 8, 0}}
	c.Blend(l, 8, []float32{1, -1, 0.5, 0}, 2)
	for i, want := range []int32{8 + 4, -16 - 4, 4 + 2, 0} {
		if l.emit[i] != want {
			t.Errorf("score %d: have %d, want %d", i, l.emit[i], want)
		}
	}
}
