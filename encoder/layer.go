package encoder

// sweep is how many rows go through both matrices of a feed-forward layer
// before the next: their inner activations stay in the cache.
const sweep = 8 * group

// attention sets y to the attention of x within each window.
func (m *Model) attention(l *layer, sc *Scratch) {
	m.multiply(sc.wide, sc.x, len(sc.batch.rows), &l.qkv, sc)
	first := 0
	for _, end := range sc.batch.windows {
		for h := range heads {
			m.kernels.attend(sc.y[first*Width+h*headWidth:], sc.wide[first*3*Width+h*headWidth:], sc.work, end-first)
		}
		first = end
	}
}

// feedForward replaces rows of x by norm2(x + down(gelu(up(x)))).
func (m *Model) feedForward(l *layer, n int, sc *Scratch) {
	for first := 0; first < n; first += sweep {
		rows := min(sweep, n-first)
		m.multiply(sc.wide, sc.x[first*Width:], rows, &l.up, sc)
		m.kernels.gelu(sc.wide[:rows*inner])
		m.multiply(sc.y[first*Width:], sc.wide, rows, &l.down, sc)
		m.normalize(sc, first, rows, &l.norm2)
	}
}

// multiply sets rows of y to those of x times a matrix. y may be x.
func (m *Model) multiply(y, x []float32, rows int, w *matrix, sc *Scratch) {
	for r := range rows {
		sc.scales[r] = m.kernels.quantize(sc.bytes[r*w.in:][:w.in], x[r*w.in:][:w.in])
	}
	m.kernels.product(y, sc.bytes, sc.scales, rows, w)
}

func (m *Model) normalize(sc *Scratch, first, rows int, n *layerNorm) {
	for r := first; r < first+rows; r++ {
		m.kernels.normalize(sc.x[r*Width:][:Width], sc.y[r*Width:][:Width], n)
	}
}

// apply is a dense matrix's outputs for one row.
func (m *Model) apply(y, x []float32, w *dense) {
	for k := range w.bias {
		y[k] = m.kernels.dot(x, w.weights[k*len(x):][:len(x)]) + w.bias[k]
	}
}

// finish writes the answers of a batch, which x begins with, into the encoding.
func (m *Model) finish(sc *Scratch) {
	e := &sc.encoding
	answers := sc.batch.answers
	for i, a := range answers {
		hidden := e.Hidden[a.token*Width:][:Width]
		copy(hidden, sc.x[i*Width:])
		m.apply(e.Scores[a.token*Labels:][:Labels], hidden, &m.label)
	}
	m.multiply(sc.wide, sc.x, len(answers), &m.token, sc)
	for i, a := range answers {
		copy(e.pair[a.token*pairWidth:][:pairWidth], sc.wide[i*pairWidth:])
	}
}
