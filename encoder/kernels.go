package encoder

// kernels are the inner loops. There is a set in plain Go and there are sets in
// assembly, and all give the same bits: sums of products of a matrix are
// integers, and every float operation is rounded by itself, in one order that
// is written in the plain ones. The best set for the machine is chosen once.
//
// On one core of Zen 4 the products of AVX-512 reach 230 billion multiplications
// a second (64 a cycle is the most there can be) and are three quarters of the
// time; attention is 14 %, gelu 8 %, normalization and rounding 4 %.
type kernels struct {
	name string

	// product sets rows of y, each m.out long, to the products of rows of x
	// with m: m.scale·scale·(x·m + m.start) + m.bias. x, y and scale have room for
	// rows rounded up to a multiple of group.
	product func(y []float32, x []uint8, scale []float32, rows int, m *matrix)

	// quantize writes x as bytes of x/scale rounded to the nearest integer, to
	// even if halfway, plus 128, and is the scale: a 127th of the largest |x|.
	quantize func(q []uint8, x []float32) float32

	// normalize sets x to the layer normalization of x + y.
	normalize func(x, y []float32, n *layerNorm)

	// gelu applies the Gaussian error linear unit, in its form with tanh
	// (Hendrycks and Gimpel, 2016), to each of x.
	gelu func(x []float32)

	// attend sets y[i·Width:][:headWidth] for each of n rows to the attention of
	// one head. qkv points to the first row's query of the head; its key is Width
	// further, its value 2·Width; rows are 3·Width apart. Rows of qkv after the
	// last are read and rows of y written, up to a multiple of lanes and of
	// queries. work has room for attentionWork floats.
	attend func(y, qkv, work []float32, n int)

	// add adds y to x, addBytes scale times y's signed bytes.
	add      func(x, y []float32)
	addBytes func(x []float32, y []byte, scale float32)

	// dot is the sum of the products of x and y, which are as long as lanes or a
	// multiple of it.
	dot func(x, y []float32) float32
}

// group is how many rows a product may take at once; buffers are rounded up to
// it.
const group = 6

// lanes is how many partial sums a sum of floats has. Lane k takes elements k,
// k+lanes, k+2·lanes …; then lanes k and k+8 are added, then k and k+4, k and
// k+2, 0 and 1. It is the width of the widest vectors.
const lanes = 16

// queries is how many rows attend may take at once.
const queries = 4

// attentionWork is the room that attend needs: keys turned around and scores of
// the longest window.
const attentionWork = (headWidth + queries) * (longestWindow + 2)
