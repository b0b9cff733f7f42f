package linear

import "encoding/binary"

// A Table holds learned weights as bytes, for prediction. It is read in place:
// its slices may lie in a model file.
//
// A feature's row is at the number made of its first bits or beside it (the
// number with its last bit turned), whichever bears the feature's check byte;
// a feature found in neither has no weight. So a table keeps apart the features
// that matter, and most of the others add nothing, as they should.
//
// A weight w is stored as the byte w+128. Rows are added eight classes at a
// time: a word of eight bytes is parted into its even and its odd bytes, each
// with room for sixteen bits, so that 257 rows add without overflow.
type Table struct {
	Width   int     // classes, a multiple of 8
	Bits    uint    // 1<<Bits rows
	Weights []byte  // Width a row
	Check   []byte  // one a row, 0 for an empty one
	Scale   float64 // stored weights are this many times the learned ones
}

const (
	bias  = 128
	lanes = 0x00ff00ff00ff00ff
)

// MaxRows is the most rows that sixteen bits have room for.
const MaxRows = 257

// MaxFeatures is the most features that a Table scores at once.
const MaxFeatures = 96

// checkOf is the byte that tells features of one row apart, never 0.
func checkOf(h uint32) byte { return max(byte(h), 1) }

// find returns the row that bears a check byte, the numbered one or the one
// beside it, or -1.
func find(check []byte, row uint32, c byte) int {
	if check[row] == c {
		return int(row)
	}
	if check[row^1] == c {
		return int(row ^ 1)
	}
	return -1
}

// Score adds up the weights of at most MaxFeatures features into scores, of
// length Width.
func (t *Table) Score(features []uint32, scores []int32) {
	var found [MaxFeatures]uint32
	n := 0
	shift := 32 - t.Bits
	for _, h := range features {
		if row := find(t.Check, h>>shift, checkOf(h)); row >= 0 {
			found[n] = uint32(row)
			n++
		}
	}
	base := int32(n) * bias
	for word := 0; word+8 <= len(scores); word += 8 {
		var even, odd uint64
		for _, row := range found[:n] {
			v := binary.LittleEndian.Uint64(t.Weights[int(row)*t.Width+word:])
			even += v & lanes
			odd += v >> 8 & lanes
		}
		s := scores[word : word+8 : word+8]
		s[0], s[1] = int32(even&0xffff)-base, int32(odd&0xffff)-base
		s[2], s[3] = int32(even>>16&0xffff)-base, int32(odd>>16&0xffff)-base
		s[4], s[5] = int32(even>>32&0xffff)-base, int32(odd>>32&0xffff)-base
		s[6], s[7] = int32(even>>48)-base, int32(odd>>48)-base
	}
}

// A Table3 is a Table of three classes: a row is four bytes, of which the last
// is the check, and a row and the one beside it are read in one step.
type Table3 struct {
	Bits  uint
	Rows  []byte // 4<<Bits
	Scale float64
}

// Score adds up the weights of at most MaxFeatures features.
func (t *Table3) Score(features []uint32) [3]int32 {
	var even, odd, n uint32
	shift := 32 - t.Bits
	for _, h := range features {
		v := binary.LittleEndian.Uint64(t.Rows[int(h>>shift&^1)*4:])
		first, second, c := uint32(v), uint32(v>>32), uint32(checkOf(h))
		// All ones for the row whose check fits, else zero.
		a, b := uint32(int32(first>>24^c-1)>>31), uint32(int32(second>>24^c-1)>>31)
		row := first&a | second&^a&b
		even += row & 0x00ff00ff
		odd += row >> 8 & 0xff
		n += (a | b) & 1
	}
	base := int32(n) * bias
	return [3]int32{int32(even&0xffff) - base, int32(odd) - base, int32(even>>16) - base}
}

// Best returns the class with the highest score, the first of equals.
func Best(scores []int32) int {
	best := 0
	for k, s := range scores {
		if s > scores[best] {
			best = k
		}
	}
	return best
}
