package linear

import "encoding/binary"

// A Table holds learned weights as bytes, for prediction. It is read in place:
// Weights may lie in a model file.
//
// A weight w is stored as the byte w+128. Rows are added eight classes at a
// time: a word of eight bytes is parted into its even and its odd bytes, each
// with room for sixteen bits, so that up to 257 rows add without overflow. As
// the same number of rows is added for every class, the 128s cancel in every
// comparison.
type Table struct {
	Width   int     // classes a row, a multiple of 4
	Weights []byte  // rows × Width
	Scale   float64 // stored weights are this many times the learned ones
}

const (
	bias  = 128
	lanes = 0x00ff00ff00ff00ff
)

// MaxRows is the most rows that may be added at once.
const MaxRows = 257

// Rows is the number of rows.
func (t *Table) Rows() int { return len(t.Weights) / t.Width }

// Score adds up the weights of the rows into scores, of length Width, a
// multiple of 8 up to 64.
func (t *Table) Score(rows []uint32, scores []int32) {
	width := len(scores)
	for word := 0; word < width; word += 8 {
		var even, odd uint64
		for _, row := range rows {
			v := binary.LittleEndian.Uint64(t.Weights[int(row)*width+word:])
			even += v & lanes
			odd += v >> 8 & lanes
		}
		base := int32(len(rows)) * bias
		s := scores[word : word+8 : word+8]
		s[0], s[1] = int32(even&0xffff)-base, int32(odd&0xffff)-base
		s[2], s[3] = int32(even>>16&0xffff)-base, int32(odd>>16&0xffff)-base
		s[4], s[5] = int32(even>>32&0xffff)-base, int32(odd>>32&0xffff)-base
		s[6], s[7] = int32(even>>48)-base, int32(odd>>48)-base
	}
}

// Score4 is Score for a table of Width 4.
func (t *Table) Score4(rows []uint32) [4]int32 {
	var even, odd uint32
	for _, row := range rows {
		v := binary.LittleEndian.Uint32(t.Weights[int(row)*4:])
		even += v & 0x00ff00ff
		odd += v >> 8 & 0x00ff00ff
	}
	base := int32(len(rows)) * bias
	return [4]int32{int32(even&0xffff) - base, int32(odd&0xffff) - base, int32(even>>16) - base, int32(odd>>16) - base}
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
