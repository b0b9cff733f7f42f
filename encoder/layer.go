package encoder

// sweep is how many rows go through both matrices of a feed-forward layer
// before the next: their inner activations stay in the cache.
const sweep = 8 * group

// attention replaces x by norm1(x + attention(x)).
func (m *Model) attention(l *layer, sc *Scratch) {
	k, n := m.kernels, len(sc.batch.rows)
	m.multiply(sc.wide, sc.x, n, &l.qkv, sc)
	first := 0
	for _, end := range sc.batch.windows {
		for h := range heads {
			k.attend(sc.y[first*Width+h*headWidth:], sc.wide[first*3*Width+h*headWidth:], sc.work, end-first)
		}
		first = end
	}
	m.multiply(sc.y, sc.y, n, &l.out, sc)
	m.normalize(sc, 0, n, &l.norm1)
}

// feedForward replaces x by norm2(x + down(gelu(up(x)))).
func (m *Model) feedForward(l *layer, sc *Scratch) {
	n := len(sc.batch.rows)
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

// finish writes the answers of a batch into the encoding.
func (m *Model) finish(sc *Scratch) {
	e := &sc.encoding
	answers := sc.batch.answers
	for i, a := range answers {
		hidden := e.Hidden[a.token*Width:][:Width]
		copy(hidden, sc.x[a.row*Width:][:Width])
		m.apply(e.Scores[a.token*Labels:][:Labels], hidden, &m.label)
		copy(sc.y[i*Width:][:Width], hidden)
	}
	m.multiply(sc.wide, sc.y, len(answers), &m.token, sc)
	for i, a := range answers {
		copy(e.pair[a.token*pairWidth:][:pairWidth], sc.wide[i*pairWidth:])
	}
}
