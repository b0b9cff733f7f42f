package linear

import "encoding/binary"

// A Table3 is a Table of three classes: a row is four bytes, of which the last
// is the check, and a row and the one beside it are read in one step. Where
// both bear the check byte of a feature, the one of the even number is its row.
//
// A search asks for so many rows of so large a table that it mostly waits for
// memory. So all rows are asked for before any is looked at: the processor then
// waits for many at once. Where it can, it looks at four pairs at a time
// (sum_amd64.s). The same features and rows, none of them in the first cache:
// one after the other 470 ns for 66 features, in two passes 310, in two passes
// and with AVX2 110.
type Table3 struct {
	Bits  uint
	Rows  []byte // 4<<Bits
	Scale float64
}

// A sum3 is a sum of rows of a Table3: of the first and the third class in the
// lower and the upper half of even, of the second in odd, all with the bias of
// n rows.
type sum3 struct{ even, odd, n uint32 }

// Score adds up the weights of at most MaxFeatures features.
func (t *Table3) Score(features []uint32) [3]int32 {
	if len(features) > MaxFeatures {
		panic("linear: more features than MaxFeatures")
	}
	var s sum3
	if wide && t.Bits > 0 && len(t.Rows) == 4<<t.Bits && len(features) > 0 {
		sumRows3(&t.Rows[0], &features[0], len(features), 32-t.Bits, &s)
	} else {
		s = t.sum(features)
	}
	base := int32(s.n) * bias
	return [3]int32{int32(s.even&0xffff) - base, int32(s.odd) - base, int32(s.even>>16) - base}
}

// sum is sumRows3 for every machine.
func (t *Table3) sum(features []uint32) (s sum3) {
	var pairs [MaxFeatures]uint64
	rows, shift := t.Rows, (32-t.Bits)&31
	for i, h := range features {
		pairs[i] = binary.LittleEndian.Uint64(rows[int(h>>shift&^1)*4:])
	}
	for i, pair := range pairs[:len(features)] {
		c := uint64(checkOf(features[i]))
		differ := pair ^ (c<<24 | c<<56)
		// All ones for the row whose check fits, else zero.
		first := uint64(int32(uint32(differ)>>24-1) >> 31)
		second := uint64(int32(differ>>56-1)>>31) &^ first
		row := uint32(pair&first | pair>>32&second)
		s.even += row & 0x00ff00ff
		s.odd += row >> 8 & 0xff
		s.n += uint32(first|second) & 1
	}
	return s
}
