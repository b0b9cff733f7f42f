package encoder

import (
	"fmt"
	"hash/crc32"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// others are the sets of inner loops that this machine can run, without the
// one in plain Go, which they are compared with.
func others(t *testing.T) []*kernels {
	all := supported()
	if len(all) == 1 {
		t.Skip("this machine runs the inner loops in plain Go only")
	}
	return all[:len(all)-1]
}

func normal(rng *rand.Rand, n int, spread float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(rng.NormFloat64() * spread)
	}
	return out
}

// same says where the bits of two slices differ first.
func same(t *testing.T, what string, have, want []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(have[i]) != math.Float32bits(want[i]) {
			t.Errorf("%s: number %d of %d is %g, want %g", what, i, len(want), have[i], want[i])
			return
		}
	}
}

func TestProduct(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for _, shape := range [][2]int{{Width, 64}, {256, 256}, {inner, 128}, {Width, 3 * Width}} {
		in, out := shape[0], shape[1]
		w := &writer{rng: rng}
		m := matrix{in: in, out: out, weights: w.bytes(in * out), start: make([]int32, out), scale: normal(rng, out, 0.01), bias: normal(rng, out, 1)}
		for i := range m.start {
			m.start[i] = rng.Int32N(1 << 22)
		}
		for _, rows := range []int{0, 1, 2, 5, 6, 7, 13} {
			room := rows + group
			x, scale := w.bytes(in*room), normal(rng, room, 0.01)
			want := make([]float32, out*room)
			productGo(want, x, scale, rows, &m)
			for _, k := range others(t) {
				have := make([]float32, out*room)
				k.product(have, x, scale, rows, &m)
				same(t, fmt.Sprintf("%s: %d rows of %d by %d", k.name, rows, in, out), have, want[:rows*out])
				after := (rows + group - 1) / group * group * out
				same(t, fmt.Sprintf("%s: after %d rows of %d by %d", k.name, rows, in, out), have[after:], make([]float32, len(have)-after))
			}
		}
	}
}

// TestProductOfExtremes takes the largest bytes there are: no sum may overflow
// or be cut.
func TestProductOfExtremes(t *testing.T) {
	for _, weight := range []int8{-128, -127, 127} {
		m := matrix{in: inner, out: 64, weights: make([]byte, inner*64), start: make([]int32, 64), scale: slices.Repeat([]float32{1}, 64), bias: make([]float32, 64)}
		for i := range m.weights {
			m.weights[i] = byte(weight)
		}
		x := slices.Repeat([]uint8{255}, inner*group)
		for _, k := range supported() {
			y := make([]float32, 64*group)
			k.product(y, x, slices.Repeat([]float32{1}, group), group, &m)
			want := slices.Repeat([]float32{float32(255 * inner * int(weight))}, 64*group)
			same(t, fmt.Sprintf("%s: %d weights of %d times 255", k.name, inner, weight), y, want)
		}
	}
}

// odd are floats that rounding and exponents may trip over.
var odd = []float32{0, float32(math.Copysign(0, -1)), 0.5, 1.5, 2.5, -0.5, -1.5, 127, -127, 126.5, 1e-20, -1e-20, 1e4, -1e4, 87, -88, 5e-41}

func TestQuantize(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{Width, inner, pairWidth} {
		for _, spread := range []float64{1, 1e-3, 1e4, 1e-38, 0} {
			x := normal(rng, n, spread)
			if spread == 1 {
				copy(x, odd[:10])
			}
			want := make([]uint8, n)
			scale := quantizeGo(want, x)
			for _, k := range others(t) {
				have := make([]uint8, n)
				if s := k.quantize(have, x); s != scale || !slices.Equal(have, want) {
					t.Errorf("%s: %d numbers around %g: scale %g, want %g; bytes are the same: %v", k.name, n, spread, s, scale, slices.Equal(have, want))
				}
			}
		}
	}
}

func TestNormalize(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	n := &layerNorm{normal(rng, Width, 1), normal(rng, Width, 1)}
	for _, spread := range []float64{1, 0, 1e-4, 1e4} {
		x, y := normal(rng, Width, spread), normal(rng, Width, spread)
		want := slices.Clone(x)
		normalizeGo(want, y, n)
		for _, k := range others(t) {
			have := slices.Clone(x)
			k.normalize(have, y, n)
			same(t, fmt.Sprintf("%s: spread %g", k.name, spread), have, want)
		}
	}
}

func TestGelu(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	x := append(slices.Clone(odd), normal(rng, 10*inner-len(odd), 3)...)
	want := slices.Clone(x)
	geluGo(want)
	for i, v := range x {
		u := math.Sqrt(2/math.Pi) * (float64(v) + 0.044715*math.Pow(float64(v), 3))
		if exact := float64(v) / 2 * (1 + math.Tanh(u)); math.Abs(float64(want[i])-exact) > 1e-6*max(1, math.Abs(exact)) {
			t.Errorf("gelu(%g) = %g, want %g", v, want[i], exact)
		}
	}
	for _, k := range others(t) {
		have := slices.Clone(x)
		k.gelu(have)
		same(t, k.name, have, want)
	}
}

func TestExp(t *testing.T) {
	for x := -87.0; x <= 88; x += 0.00917 {
		want := math.Exp(float64(float32(x)))
		if have := float64(exp(float32(x))); math.Abs(have-want) > 2.5e-7*want {
			t.Errorf("exp(%g) = %g, want %g", x, have, want)
		}
	}
	if exp(-1e30) != exp(-87) || exp(1e30) != exp(88) {
		t.Error("exp beyond its ends is not that at its ends")
	}
}

func TestAttend(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	for _, n := range []int{1, 2, 3, 4, 5, 15, 16, 17, 31, 32, 33, 48, 50, 100, 255, 256} {
		room := n + lanes
		qkv := normal(rng, room*3*Width, 1.5)
		want := make([]float32, room*Width)
		attendGo(want[headWidth:], qkv[headWidth:], make([]float32, attentionWork), n)
		for _, k := range others(t) {
			have := make([]float32, room*Width)
			k.attend(have[headWidth:], qkv[headWidth:], slices.Repeat([]float32{99}, attentionWork), n)
			same(t, fmt.Sprintf("%s: %d rows", k.name, n), have, want[:n*Width])
		}
	}
}

func TestSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	for _, n := range []int{16, pairWidth, Width} {
		x, y, b := normal(rng, n, 1), normal(rng, n, 1), (&writer{rng: rng}).bytes(n)
		added, scaled, dot := slices.Clone(x), slices.Clone(x), dotGo(x, y)
		addGo(added, y)
		addBytesGo(scaled, b, 0.013)
		for _, k := range others(t) {
			one, two := slices.Clone(x), slices.Clone(x)
			k.add(one, y)
			k.addBytes(two, b, 0.013)
			same(t, k.name+": add", one, added)
			same(t, k.name+": addBytes", two, scaled)
			same(t, k.name+": dot", []float32{k.dot(x, y)}, []float32{dot})
		}
	}
}

// TestBits holds what a model with random weights answers, bit for bit, on every
// machine and with each set of inner loops.
func TestBits(t *testing.T) {
	const want uint32 = 0xb1563ac5
	rng := rand.New(rand.NewPCG(19, 20))
	ps := []Paragraph{randomParagraph(rng, 1), randomParagraph(rng, 30), randomParagraph(rng, 0), randomParagraph(rng, 11)}
	relations := make([]Relation, 30)
	for i := range relations {
		relations[i] = Relation{uint8(rng.IntN(15)), uint8(rng.IntN(5)), uint8(rng.IntN(5))}
	}
	for _, k := range supported() {
		m := randomModel(t, k)
		var sc Scratch
		e := m.Encode(ps, &sc)
		roles := m.Roles(e, Range{1, 31}, Range{10, 12}, relations, &sc)
		var bits []byte
		for _, f := range slices.Concat(e.Hidden, e.Scores, roles) {
			bits = fmt.Appendf(bits, "%08x", math.Float32bits(f))
		}
		if have := crc32.ChecksumIEEE(bits); have != want {
			t.Errorf("%s: checksum of the answers %#x, want %#x", k.name, have, want)
		}
	}
}
