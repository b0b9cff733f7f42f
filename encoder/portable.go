package encoder

import "math"

// The inner loops in plain Go, which define what the ones in assembly compute.
// Products are converted to float32 before they are added, which forbids a
// compiler to fuse the two into one operation with one rounding.

var portable = &kernels{
	name:    "go",
	product: productGo, quantize: quantizeGo, normalize: normalizeGo, gelu: geluGo, attend: attendGo,
	add: addGo, addBytes: addBytesGo, dot: dotGo,
}

// magic is a number whose neighbours are one apart: adding it rounds to the
// nearest integer, to even if halfway, and leaves the integer in the low bits.
const magic float32 = 3 << 22

// tiny is a row's largest number up to which the row counts as zero.
const tiny = 1e-30

// scaleOf is a row's scale and what its numbers are multiplied by to be rounded.
func scaleOf(most float32) (inverse, scale float32) {
	if most > tiny {
		inverse, scale = 127/most, most/127
	}
	return inverse, scale
}

func quantizeGo(q []uint8, x []float32) float32 {
	var most uint32 // floats that are not negative are in the order of their bits
	for _, v := range x {
		most = max(most, math.Float32bits(v)&^(1<<31))
	}
	inverse, scale := scaleOf(math.Float32frombits(most))
	q = q[:len(x)]
	for i, v := range x {
		q[i] = uint8(math.Float32bits(float32(v*inverse)+magic) + 128)
	}
	return scale
}

// epsilon keeps a normalization from dividing by zero.
const epsilon = 1e-12

func normalizeGo(x, y []float32, n *layerNorm) {
	y = y[:len(x)]
	var sums [lanes]float32
	for i := range x {
		x[i] += y[i]
		sums[i%lanes] += x[i]
	}
	mean := total(&sums) / float32(len(x))
	sums = [lanes]float32{}
	for i := range x {
		x[i] -= mean
		sums[i%lanes] += float32(x[i] * x[i])
	}
	variance := total(&sums) / float32(len(x))
	scale := 1 / float32(math.Sqrt(float64(variance+epsilon)))
	for i := range x {
		x[i] = float32(float32(x[i]*scale)*n.gain[i]) + n.bias[i]
	}
}

// total adds the lanes of a sum.
func total(s *[lanes]float32) float32 {
	for half := lanes / 2; half > 0; half /= 2 {
		for i := range half {
			s[i] += s[i+half]
		}
	}
	return s[0]
}

// The constants of exp and gelu; the polynomial is that of Moshier's Cephes
// library.
const (
	least, most  = -87, 88
	log2e        = math.Log2E
	ln2, ln2Rest = 0.693359375, -2.12194440e-4 // the first has few bits: times a small integer it is exact

	e0, e1, e2 = 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3
	e3, e4, e5 = 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1

	cubic, minusTwice = 0.044715, -1.5957691216057308 // -2·√(2/π)
)

// exp is e^x for x from least to most, which smaller and larger ones are taken
// for, good to two units in the last place.
func exp(x float32) float32 {
	if x < least {
		x = least
	}
	if x > most {
		x = most
	}
	shifted := float32(x*log2e) + magic
	n := shifted - magic
	x -= float32(n * ln2)
	x -= float32(n * ln2Rest)
	y := float32(x*e0) + e1
	y = float32(y*x) + e2
	y = float32(y*x) + e3
	y = float32(y*x) + e4
	y = float32(y*x) + e5
	y = float32(y*float32(x*x)) + x
	y++
	return math.Float32frombits(math.Float32bits(y) + math.Float32bits(shifted)<<23)
}

// geluGo computes x/2·(1 + tanh u) as x/(1 + e^-2u), u = √(2/π)·(x + 0.044715·x³).
func geluGo(x []float32) {
	for i, v := range x {
		cube := float32(float32(v*v) * v)
		u := v + float32(cube*cubic)
		x[i] = v / (1 + exp(float32(u*minusTwice)))
	}
}

func attendGo(y, qkv, work []float32, n int) {
	for i := range n {
		scores := work[:(n+3)/4*4]
		scoresGo(scores, (*[headWidth]float32)(qkv[i*3*Width:]), qkv[Width:])
		scores = scores[:n]
		scale := softmaxGo(scores)
		for d := 0; d < headWidth; d += 8 {
			weightedGo((*[8]float32)(y[i*Width+d:]), scores, qkv[2*Width+d:], scale)
		}
	}
}

// scoresGo takes four keys at once: each product waits for the sum before it.
func scoresGo(scores []float32, query *[headWidth]float32, keys []float32) {
	for j := 0; j+4 <= len(scores); j += 4 {
		four := keys[j*3*Width:]
		k0, k1 := (*[headWidth]float32)(four), (*[headWidth]float32)(four[3*Width:])
		k2, k3 := (*[headWidth]float32)(four[6*Width:]), (*[headWidth]float32)(four[9*Width:])
		var s0, s1, s2, s3 float32
		for d, q := range query {
			s0 += float32(q * k0[d])
			s1 += float32(q * k1[d])
			s2 += float32(q * k2[d])
			s3 += float32(q * k3[d])
		}
		*(*[4]float32)(scores[j:]) = [4]float32{s0, s1, s2, s3}
	}
}

// softmaxGo makes scores weights and is what they must still be multiplied by.
func softmaxGo(scores []float32) float32 {
	most := scores[0]
	for _, s := range scores {
		most = max(most, s)
	}
	var sums [lanes]float32
	for j, s := range scores {
		scores[j] = exp(s - most)
		sums[j%lanes] += scores[j]
	}
	return 1 / total(&sums)
}

// weightedGo sums eight columns of values by weights, in registers.
func weightedGo(y *[8]float32, weights, values []float32, scale float32) {
	var s0, s1, s2, s3, s4, s5, s6, s7 float32
	for j, w := range weights {
		v := (*[8]float32)(values[j*3*Width:])
		s0 += float32(w * v[0])
		s1 += float32(w * v[1])
		s2 += float32(w * v[2])
		s3 += float32(w * v[3])
		s4 += float32(w * v[4])
		s5 += float32(w * v[5])
		s6 += float32(w * v[6])
		s7 += float32(w * v[7])
	}
	*y = [8]float32{s0 * scale, s1 * scale, s2 * scale, s3 * scale, s4 * scale, s5 * scale, s6 * scale, s7 * scale}
}

func addGo(x, y []float32) {
	y = y[:len(x)]
	for i := range x {
		x[i] += y[i]
	}
}

func addBytesGo(x []float32, y []byte, scale float32) {
	y = y[:len(x)]
	for i := range x {
		x[i] += float32(float32(int8(y[i])) * scale)
	}
}

func dotGo(x, y []float32) float32 {
	y = y[:len(x)]
	var sums [lanes]float32
	for i := range x {
		sums[i%lanes] += float32(x[i] * y[i])
	}
	return total(&sums)
}
