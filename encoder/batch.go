package encoder

// A batch is windows whose rows go through the network together. Rows do not
// know of each other but in attention, which sees a window at a time: what is
// in a batch changes no answer.
type batch struct {
	rows    []row
	windows []int    // where each window's rows end
	answers []answer // what is wanted
}

// A row is a piece with its place in the window and its token's small inputs.
type row struct {
	piece, position int32
	inputs          [Inputs]uint8
}

// An answer is a token's vector: that of its first piece.
type answer struct{ row, token int }

func (b *batch) reset() { b.rows, b.windows, b.answers = b.rows[:0], b.windows[:0], b.answers[:0] }

// full tells that a window of a paragraph does not fit any more.
func (b *batch) full(p *Paragraph, w window) bool {
	n := len(b.rows) + 2
	for i := w.first; i < w.end; i++ {
		n += p.size(i)
	}
	return n > batchRows
}

// add adds a window of a paragraph whose first token is number base.
func (b *batch) add(m *Model, p *Paragraph, w window, base int) {
	v, start := m.vocabulary, len(b.rows)
	put := func(piece int32, inputs [Inputs]uint8) {
		b.rows = append(b.rows, row{piece, int32(len(b.rows) - start), inputs})
	}
	put(v.cls, [Inputs]uint8{})
	for i := w.first; i < w.end; i++ {
		if i >= w.keep && i < w.until {
			b.answers = append(b.answers, answer{len(b.rows), base + i})
		}
		inputs, pieces := m.known(p.Inputs[i]), p.token(i)
		for _, id := range pieces {
			if id < 0 || int(id) >= v.Len() {
				id = v.unk
			}
			put(id, inputs)
		}
		if len(pieces) == 0 {
			put(v.unk, inputs)
		}
	}
	put(v.se, [Inputs]uint8{})
	b.windows = append(b.windows, len(b.rows))
}

// gather moves the rows that are answers to the front and is how many they are.
func (b *batch) gather(of ...[]float32) int {
	for i, a := range b.answers {
		for _, x := range of {
			copy(x[i*Width:][:Width], x[a.row*Width:])
		}
	}
	return len(b.answers)
}

// known is inputs with those that the model has no row for set to 0.
func (m *Model) known(inputs [Inputs]uint8) [Inputs]uint8 {
	for k, v := range inputs {
		if int(v)*Width >= len(m.inputs[k]) {
			inputs[k] = 0
		}
	}
	return inputs
}
