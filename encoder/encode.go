// Package encoder reads the tokens of a paragraph with a small transformer
// (Vaswani et al., 2017; a BERT of Devlin et al., 2019) and says for each token
// how well each label of source, cue and content fits.
//
// The answers are the same bits on every machine, with every set of inner loops,
// and for a paragraph alone as among others. Any paragraph of any length can be
// read, in time that grows with its length.
//
// Weights are bytes; so are activations where they meet weights, with a scale
// for each row that is found on the way (dynamic quantization). The network and
// its training stand in train/encoder.py.
package encoder

// batchRows is how many rows, pieces of windows, are taken through the layers
// at once: enough to use a weight many times once it is in the cache, few enough
// that activations stay there.
const batchRows = 256

// mostRows is the room that a batch needs: inner loops may go on to a multiple
// of group or of lanes.
const mostRows = batchRows + lanes

// Scratch is memory that is used again between calls. The zero value is ready.
// It may not be used by two goroutines at once.
type Scratch struct {
	x        []float32 // [rows][Width] vectors between layers
	y        []float32 // [rows][Width] what is added to them
	wide     []float32 // [rows][inner] queries, keys and values; inner activations
	bytes    []uint8   // [rows][inner] a matrix's input
	scales   []float32 // [rows] its scales
	work     []float32 // attentionWork
	batch    batch
	encoding Encoding
	roles    []float32
}

func (sc *Scratch) prepare() {
	if sc.x == nil {
		sc.x, sc.y = make([]float32, mostRows*Width), make([]float32, mostRows*Width)
		sc.wide, sc.bytes = make([]float32, mostRows*inner), make([]uint8, mostRows*inner)
		sc.scales, sc.work = make([]float32, mostRows), make([]float32, attentionWork)
	}
}

// An Encoding is what Encode makes of paragraphs. Its tokens are those of all
// the paragraphs, one after the other.
type Encoding struct {
	Hidden []float32 // [tokens][Width] vectors
	Scores []float32 // [tokens][Labels] how well each label fits: logits
	pair   []float32 // [tokens][pairWidth] what Roles adds to a cue's vector
}

// Len is the number of tokens.
func (e *Encoding) Len() int { return len(e.Scores) / Labels }

// Encode reads paragraphs. A piece that the vocabulary does not have is taken
// for [UNK], a small input without such a value for 0. The encoding belongs to sc
// and holds until the next Encode with it.
func (m *Model) Encode(ps []Paragraph, sc *Scratch) *Encoding {
	sc.prepare()
	tokens := 0
	for i := range ps {
		tokens += ps[i].Len()
	}
	e := &sc.encoding
	e.Hidden, e.Scores, e.pair = sized(e.Hidden, tokens*Width), sized(e.Scores, tokens*Labels), sized(e.pair, tokens*pairWidth)
	b := &sc.batch
	base := 0
	for i := range ps {
		p := &ps[i]
		for w, ok := p.next(window{}); ok; w, ok = p.next(w) {
			if b.full(p, w) {
				m.run(sc)
			}
			b.add(m, p, w, base)
		}
		base += p.Len()
	}
	m.run(sc)
	return e
}

// sized is a slice of length n in the memory of s if it has room.
func sized(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	return s[:n]
}

// run takes a batch through the network and empties it. In the last layer only
// the rows that are answers go on from attention: a fifth less of the layer.
func (m *Model) run(sc *Scratch) {
	b := &sc.batch
	rows := len(b.rows)
	if rows == 0 {
		return
	}
	for i := range b.rows {
		m.embed(sc.x[i*Width:][:Width], &b.rows[i])
	}
	for i := range m.layers {
		l := &m.layers[i]
		m.attention(l, sc)
		if i == len(m.layers)-1 {
			rows = b.gather(sc.x, sc.y)
		}
		m.multiply(sc.y, sc.y, rows, &l.out, sc)
		m.normalize(sc, 0, rows, &l.norm1)
		m.feedForward(l, rows, sc)
	}
	m.finish(sc)
	b.reset()
}

// embed sets x to the vector that a row begins with.
func (m *Model) embed(x []float32, r *row) {
	clear(x)
	m.kernels.addBytes(x, m.pieces.row(r.piece), m.pieces.scale[r.piece])
	m.kernels.addBytes(x, m.positions.row(r.position), m.positions.scale[r.position])
	last := Inputs - 1
	for k, v := range r.inputs[:last] {
		m.kernels.add(x, m.inputs[k][int(v)*Width:][:Width])
	}
	m.kernels.normalize(x, m.inputs[last][int(r.inputs[last])*Width:][:Width], &m.norm)
}
