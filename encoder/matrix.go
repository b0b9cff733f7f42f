package encoder

// A matrix has weights of one byte: w = scale·q, with a scale for each output
// and q from -127 to 127. They lie as [out/16][in/4][16][4], so that 64 bytes in a row
// are four inputs' weights for sixteen outputs, as VPDPBUSD and SDOT take them. Inputs are
// multiplied as unsigned bytes that are 128 too large; start holds -128 times
// the sum of each output's weights, which takes that back.
type matrix struct {
	in, out     int
	weights     []byte
	start       []int32
	scale, bias []float32
}

// block is how many outputs lie together.
const block = 16

// Plain Go multiplies three rows at once: a word holds an input of each, so far
// apart that the sums of safe products do not meet, and one multiplication by a
// weight makes a product for each: 6.4 billion products a second on a core of
// Zen 4, where row by row there were 1.9.
const (
	wordRows    = 3
	wordOutputs = 4 // whose sums stay in registers
	apart       = 21
	safe        = 32 // 32·255·128 is less than half of 1<<apart; in is a multiple
)

func productGo(y []float32, x []uint8, scale []float32, rows int, m *matrix) {
	var room [inner]int64
	packed := room[:m.in]
	for r := 0; r < rows; r += wordRows {
		pack(packed, x[r*m.in:])
		for o := 0; o < m.out; o += wordOutputs {
			var sums [wordRows][wordOutputs]int32
			addProducts(&sums, packed, m.weights[o/block*block*m.in+4*(o%block):])
			for k := range sums {
				m.scaled((*[wordOutputs]float32)(y[(r+k)*m.out+o:]), &sums[k], scale[r+k], o)
			}
		}
	}
}

// pack puts an input of three rows into each word.
func pack(words []int64, x []uint8) {
	n := len(words)
	a, b, c := x[:n], x[n:][:n], x[2*n:][:n]
	for i := range words {
		words[i] = int64(a[i]) | int64(b[i])<<apart | int64(c[i])<<(2*apart)
	}
}

// addProducts adds to sums the products of three rows with four outputs, whose
// weights are the first 16 of every 64 bytes of w.
func addProducts(sums *[wordRows][wordOutputs]int32, words []int64, w []byte) {
	for ; len(words) >= safe; words = words[safe:] {
		a, b, c, d := wordSums((*[safe]int64)(words), w)
		w = w[min(safe*block, len(w)):] // the last has none after it
		for k, s := range [wordOutputs]int64{a, b, c, d} {
			sums[0][k] += int32(s << (64 - apart) >> (64 - apart))
			sums[1][k] += int32((s + 1<<(apart-1)) >> apart << (64 - apart) >> (64 - apart))
			sums[2][k] += int32((s + 1<<(2*apart-1)) >> (2 * apart))
		}
	}
}

// wordSums adds as many products as are safe. It is a function of its own for
// all to stay in registers.
func wordSums(words *[safe]int64, w []byte) (a, b, c, d int64) {
	for i := 0; i < safe; i += 8 {
		x, q := (*[8]int64)(words[i:]), (*[4*block + 4*wordOutputs]byte)(w)
		a += x[0] * int64(int8(q[0]))
		b += x[0] * int64(int8(q[4]))
		c += x[0] * int64(int8(q[8]))
		d += x[0] * int64(int8(q[12]))
		a += x[1] * int64(int8(q[1]))
		b += x[1] * int64(int8(q[5]))
		c += x[1] * int64(int8(q[9]))
		d += x[1] * int64(int8(q[13]))
		a += x[2] * int64(int8(q[2]))
		b += x[2] * int64(int8(q[6]))
		c += x[2] * int64(int8(q[10]))
		d += x[2] * int64(int8(q[14]))
		a += x[3] * int64(int8(q[3]))
		b += x[3] * int64(int8(q[7]))
		c += x[3] * int64(int8(q[11]))
		d += x[3] * int64(int8(q[15]))
		a += x[4] * int64(int8(q[64]))
		b += x[4] * int64(int8(q[68]))
		c += x[4] * int64(int8(q[72]))
		d += x[4] * int64(int8(q[76]))
		a += x[5] * int64(int8(q[65]))
		b += x[5] * int64(int8(q[69]))
		c += x[5] * int64(int8(q[73]))
		d += x[5] * int64(int8(q[77]))
		a += x[6] * int64(int8(q[66]))
		b += x[6] * int64(int8(q[70]))
		c += x[6] * int64(int8(q[74]))
		d += x[6] * int64(int8(q[78]))
		a += x[7] * int64(int8(q[67]))
		b += x[7] * int64(int8(q[71]))
		c += x[7] * int64(int8(q[75]))
		d += x[7] * int64(int8(q[79]))
		if len(w) <= 8*block {
			break
		}
		w = w[8*block:]
	}
	return a, b, c, d
}

// scaled stores a row's sums of four outputs, the first of them o, as floats.
func (m *matrix) scaled(y *[wordOutputs]float32, sums *[wordOutputs]int32, scale float32, o int) {
	start, ws, bias := (*[wordOutputs]int32)(m.start[o:]), (*[wordOutputs]float32)(m.scale[o:]), (*[wordOutputs]float32)(m.bias[o:])
	for k := range y {
		y[k] = float32(float32(start[k]+sums[k])*float32(scale*ws[k])) + bias[k]
	}
}
