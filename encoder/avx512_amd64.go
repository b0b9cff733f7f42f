package encoder

// avx512 are the inner loops for AVX-512 with VNNI: six rows by 64 outputs of a
// matrix at once, VPDPBUSD for the products. In attention a float that is
// multiplied with a vector is read within the multiplication: read into a
// register first, that took scores and sums 1.4 times as long.
var avx512 = &kernels{
	name:    "avx512",
	product: productAVX512, quantize: quantizeAVX512, normalize: normalizeAVX512, gelu: geluAVX512, attend: attendAVX512,
	add: addAVX512, addBytes: addBytesAVX512, dot: dotAVX512,
}

//go:noescape
func product512(y *float32, x *uint8, scale *float32, in, out int, weights *byte, start *int32, wscale, bias *float32)

//go:noescape
func largest512(x *float32, n int) float32

//go:noescape
func round512(q *uint8, x *float32, n int, inverse float32)

//go:noescape
func normalize512(x, y, gain, bias *float32, n int, count, epsilon float32)

//go:noescape
func gelu512(x *float32, n int, constants *float32)

//go:noescape
func turn512(t, k *float32, stride int)

//go:noescape
func scores512(s, q, t *float32, stride int)

//go:noescape
func softmax512(s *float32, stride, n int, scale, constants *float32)

//go:noescape
func weighted512(y, s, v, scale *float32, stride, n int)

//go:noescape
func add512(x, y *float32, n int)

//go:noescape
func addBytes512(x *float32, y *byte, n int, scale float32)

//go:noescape
func dot512(x, y *float32, n int) float32

func productAVX512(y []float32, x []uint8, scale []float32, rows int, m *matrix) {
	const outputs = 4 * block
	for o := 0; o < m.out; o += outputs {
		for r := 0; r < rows; r += group {
			product512(&y[r*m.out+o], &x[r*m.in], &scale[r], m.in, m.out, &m.weights[o*m.in], &m.start[o], &m.scale[o], &m.bias[o])
		}
	}
}

func quantizeAVX512(q []uint8, x []float32) float32 {
	inverse, scale := scaleOf(largest512(&x[0], len(x)))
	round512(&q[0], &x[0], len(x), inverse)
	return scale
}

func normalizeAVX512(x, y []float32, n *layerNorm) {
	normalize512(&x[0], &y[0], &n.gain[0], &n.bias[0], len(x), float32(len(x)), epsilon)
}

func geluAVX512(x []float32) { gelu512(&x[0], len(x), &expConstants[0]) }

// attendAVX512 takes four queries at once; those after the last row are
// computed for nothing.
func attendAVX512(y, qkv, work []float32, n int) {
	stride := (n + lanes - 1) / lanes * lanes
	keys, scores := work[:headWidth*stride], work[headWidth*stride:]
	for j := 0; j < n; j += lanes {
		for d := 0; d < headWidth; d += lanes {
			turn512(&keys[d*stride+j], &qkv[Width+j*3*Width+d], stride)
		}
	}
	for i := 0; i < n; i += queries {
		scores512(&scores[0], &qkv[i*3*Width], &keys[0], stride)
		var scale [queries]float32
		softmax512(&scores[0], stride, n, &scale[0], &expConstants[0])
		weighted512(&y[i*Width], &scores[0], &qkv[2*Width], &scale[0], stride, n)
	}
}

func addAVX512(x, y []float32) { add512(&x[0], &y[0], len(x)) }

func addBytesAVX512(x []float32, y []byte, scale float32) { addBytes512(&x[0], &y[0], len(x), scale) }

func dotAVX512(x, y []float32) float32 { return dot512(&x[0], &y[0], len(x)) }
