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
// A weight w is stored as the byte w+128. Rows are added many classes at a time,
// in sixteen bits a class, so that 257 rows add without overflow.
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
	var rows [MaxFeatures]uint32
	n := t.find(features, &rows)
	if wide && n > 0 && len(scores) == t.Width && len(t.Weights) == t.Width<<t.Bits {
		sumRows(&t.Weights[0], &rows[0], n, t.Width, &scores[0])
		return
	}
	t.sum(rows[:n], scores)
}

// sum is sumRows for every machine. Eight classes are added at a time: a word
// of eight bytes is parted into its even and its odd bytes, each with room for
// sixteen bits.
func (t *Table) sum(rows []uint32, scores []int32) {
	base := int32(len(rows)) * bias
	for word := 0; word+8 <= len(scores); word += 8 {
		var even, odd uint64
		for _, row := range rows {
			v := binary.LittleEndian.Uint64(t.Weights[int(row)+word:])
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

// find writes where the rows of the features begin in Weights, and returns how
// many there are. Half of the features have none, at random, so it does not
// branch on that.
func (t *Table) find(features []uint32, rows *[MaxFeatures]uint32) (n int) {
	check, width, shift := t.Check, uint32(t.Width), (32-t.Bits)&31
	for _, h := range features {
		row, c := h>>shift, uint32(checkOf(h))
		own, beside := uint32(check[row])^c, uint32(check[row^1])^c // 0 where it is
		rows[n] = (row ^ -own>>31) * width
		n += int((own-1)>>31 | (beside-1)>>31)
	}
	return n
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
