package encoder

// neon are the inner loops for every 64-bit ARM, two rows by 16 outputs of a
// matrix at once: products of bytes are added in 16 bits, then in 32. neonDot are
// those for one with SDOT, six rows by 16 outputs. Both were tested under
// emulation and never timed: llvm-mca 14 counts 38 products a cycle for neonDot
// on its model of Apple's M1, 8 for neon on that of a Cortex-A72.
var (
	neon = &kernels{
		name:    "neon",
		product: productNEON, quantize: quantizeNEON, normalize: normalizeNEON, gelu: geluNEON, attend: attendNEON,
		add: addNEON, addBytes: addBytesNEON, dot: dotNEON,
	}
	neonDot = &kernels{
		name:    "neon+dot",
		product: productNEONDot, quantize: quantizeNEON, normalize: normalizeNEON, gelu: geluNEON, attend: attendNEON,
		add: addNEON, addBytes: addBytesNEON, dot: dotNEON,
	}
)

//go:noescape
func unsign128(from *[block]int32, weights *byte, in int, start *int32)

//go:noescape
func productDot128(y *float32, x *uint8, scale *float32, in, out int, weights *byte, from *int32, wscale, bias *float32)

//go:noescape
func product128(y *float32, x *uint8, scale *float32, in, out int, weights *byte, from *int32, wscale, bias *float32)

//go:noescape
func largest128(x *float32, n int) float32

//go:noescape
func round128(q *uint8, x *float32, n int, inverse float32)

//go:noescape
func normalize128(x, y, gain, bias *float32, n int, count, epsilon float32)

//go:noescape
func gelu128(x *float32, n int, constants *float32)

//go:noescape
func scores128(s, q, t *float32, stride int)

//go:noescape
func softmax128(s *float32, n int, constants *float32, last *int32) float32

//go:noescape
func weighted128(y, s, v, scale *float32, stride, n int)

//go:noescape
func add128(x, y *float32, n int)

//go:noescape
func addBytes128(x *float32, y *byte, n int, scale float32)

//go:noescape
func dot128(x, y *float32, n int) float32

func productNEON(y []float32, x []uint8, scale []float32, rows int, m *matrix) {
	const together = 2
	var from [block]int32
	for o := 0; o < m.out; o += block {
		unsign128(&from, &m.weights[o*m.in], m.in, &m.start[o])
		for r := 0; r < rows; r += together {
			product128(&y[r*m.out+o], &x[r*m.in], &scale[r], m.in, m.out, &m.weights[o*m.in], &from[0], &m.scale[o], &m.bias[o])
		}
	}
}

func productNEONDot(y []float32, x []uint8, scale []float32, rows int, m *matrix) {
	var from [block]int32
	for o := 0; o < m.out; o += block {
		unsign128(&from, &m.weights[o*m.in], m.in, &m.start[o])
		for r := 0; r < rows; r += group {
			productDot128(&y[r*m.out+o], &x[r*m.in], &scale[r], m.in, m.out, &m.weights[o*m.in], &from[0], &m.scale[o], &m.bias[o])
		}
	}
}

func quantizeNEON(q []uint8, x []float32) float32 {
	inverse, scale := scaleOf(largest128(&x[0], len(x)))
	round128(&q[0], &x[0], len(x), inverse)
	return scale
}

func normalizeNEON(x, y []float32, n *layerNorm) {
	normalize128(&x[0], &y[0], &n.gain[0], &n.bias[0], len(x), float32(len(x)), epsilon)
}

func geluNEON(x []float32) { gelu128(&x[0], len(x), &expConstants[0]) }

// attendNEON takes four queries at once; those after the last row are computed
// for nothing.
func attendNEON(y, qkv, work []float32, n int) {
	stride := (n + lanes - 1) / lanes * lanes
	keys, scores := work[:headWidth*stride], work[headWidth*stride:]
	for j := range n {
		for d, v := range qkv[Width+j*3*Width:][:headWidth] {
			keys[d*stride+j] = v
		}
	}
	last := &masks[(lanes-n%lanes)%lanes]
	for i := 0; i < n; i += queries {
		scores128(&scores[0], &qkv[i*3*Width], &keys[0], stride)
		var scale [queries]float32
		for k := range scale {
			scale[k] = softmax128(&scores[k*stride], n, &expConstants[0], last)
		}
		for k := 0; k < queries; k += 2 {
			weighted128(&y[(i+k)*Width], &scores[k*stride], &qkv[2*Width], &scale[k], stride, n)
		}
	}
}

func addNEON(x, y []float32) { add128(&x[0], &y[0], len(x)) }

func addBytesNEON(x []float32, y []byte, scale float32) { addBytes128(&x[0], &y[0], len(x), scale) }

func dotNEON(x, y []float32) float32 { return dot128(&x[0], &y[0], len(x)) }
