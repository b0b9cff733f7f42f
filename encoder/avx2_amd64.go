package encoder

// avx2 are the inner loops for AVX2: three rows by 16 outputs of a matrix at
// once. VPMADDWD multiplies 16-bit integers, into which the bytes are spread:
// VPMADDUBSW would take the bytes as they are, but cuts off large sums.
var avx2 = &kernels{
	name:    "avx2",
	product: productAVX2, quantize: quantizeAVX2, normalize: normalizeAVX2, gelu: geluAVX2, attend: attendAVX2,
	add: addAVX2, addBytes: addBytesAVX2, dot: dotAVX2,
}

//go:noescape
func product256(y *float32, x *uint8, scale *float32, in, out int, weights *byte, start *int32, wscale, bias *float32)

//go:noescape
func largest256(x *float32, n int) float32

//go:noescape
func round256(q *uint8, x *float32, n int, inverse float32, order *int32)

//go:noescape
func normalize256(x, y, gain, bias *float32, n int, count, epsilon float32)

//go:noescape
func gelu256(x *float32, n int, constants *float32)

//go:noescape
func scores256(s, q, t *float32, stride int)

//go:noescape
func softmax256(s *float32, n int, constants *float32, last *int32) float32

//go:noescape
func weighted256(y, s, v, scale *float32, stride, n int)

//go:noescape
func add256(x, y *float32, n int)

//go:noescape
func addBytes256(x *float32, y *byte, n int, scale float32)

//go:noescape
func dot256(x, y *float32, n int) float32

// expConstants8 are expConstants, eight of each.
var expConstants8 = func() (c [8 * len(expConstants)]float32) {
	for i := range c {
		c[i] = expConstants[i/8]
	}
	return c
}()

// packed is where four bytes of each go that packing two pairs of vectors has
// mixed up.
var packed = [8]int32{0, 4, 1, 5, 2, 6, 3, 7}

func productAVX2(y []float32, x []uint8, scale []float32, rows int, m *matrix) {
	const together = group / 2
	for o := 0; o < m.out; o += block {
		for r := 0; r < rows; r += together {
			product256(&y[r*m.out+o], &x[r*m.in], &scale[r], m.in, m.out, &m.weights[o*m.in], &m.start[o], &m.scale[o], &m.bias[o])
		}
	}
}

func quantizeAVX2(q []uint8, x []float32) float32 {
	inverse, scale := scaleOf(largest256(&x[0], len(x)))
	round256(&q[0], &x[0], len(x), inverse, &packed[0])
	return scale
}

func normalizeAVX2(x, y []float32, n *layerNorm) {
	normalize256(&x[0], &y[0], &n.gain[0], &n.bias[0], len(x), float32(len(x)), epsilon)
}

func geluAVX2(x []float32) { gelu256(&x[0], len(x), &expConstants8[0]) }

// attendAVX2 takes four queries at once; those after the last row are computed
// for nothing.
func attendAVX2(y, qkv, work []float32, n int) {
	stride := (n + lanes - 1) / lanes * lanes
	keys, scores := work[:headWidth*stride], work[headWidth*stride:]
	for j := range n {
		for d, v := range qkv[Width+j*3*Width:][:headWidth] {
			keys[d*stride+j] = v
		}
	}
	last := &masks[(lanes-n%lanes)%lanes]
	for i := 0; i < n; i += queries {
		scores256(&scores[0], &qkv[i*3*Width], &keys[0], stride)
		var scale [queries]float32
		for k := range scale {
			scale[k] = softmax256(&scores[k*stride], n, &expConstants8[0], last)
		}
		for k := 0; k < queries; k += 2 {
			weighted256(&y[(i+k)*Width], &scores[k*stride], &qkv[2*Width], &scale[k], stride, n)
		}
	}
}

func addAVX2(x, y []float32) { add256(&x[0], &y[0], len(x)) }

func addBytesAVX2(x []float32, y []byte, scale float32) { addBytes256(&x[0], &y[0], len(x), scale) }

func dotAVX2(x, y []float32) float32 { return dot256(&x[0], &y[0], len(x)) }
