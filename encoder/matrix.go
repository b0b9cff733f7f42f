package encoder

// A matrix has weights of one byte: w = scale·q, with a scale for each output
// and q from -127 to 127. They lie as [out/16][in/4][16][4], so that 64 bytes in a row
// are four inputs' weights for sixteen outputs, as VPDPBUSD takes them. Inputs are
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

func productGo(y []float32, x []uint8, scale []float32, rows int, m *matrix) {
	for b := range m.out / block {
		w := m.weights[b*block*m.in:][:block*m.in]
		start, ws, bias := m.start[b*block:][:block], m.scale[b*block:][:block], m.bias[b*block:][:block]
		for r := range rows {
			sums := [block]int32(start)
			addProducts(&sums, x[r*m.in:][:m.in], w)
			out := y[r*m.out+b*block:][:block]
			for k := range out {
				out[k] = float32(float32(sums[k])*float32(scale[r]*ws[k])) + bias[k]
			}
		}
	}
}

// addProducts adds to sums the products of a row with a block of outputs.
func addProducts(sums *[block]int32, x []uint8, w []byte) {
	for i := 0; i+4 <= len(x); i += 4 {
		a, b, c, d := int32(x[i]), int32(x[i+1]), int32(x[i+2]), int32(x[i+3])
		four := (*[4 * block]byte)(w[i*block:])
		for k := range sums {
			sums[k] += a*int32(int8(four[4*k])) + b*int32(int8(four[4*k+1])) + c*int32(int8(four[4*k+2])) + d*int32(int8(four[4*k+3]))
		}
	}
}
