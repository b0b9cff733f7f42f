package encoder

import "math/bits"

// A Range is tokens of an encoding: from First to before End.
type Range struct{ First, End int }

// A Relation is how a token stands to a cue.
type Relation struct {
	Distance uint8 // see Distance
	Sentence uint8 // 2 + how many sentences the token is after the cue, within ±2
	Marks    uint8 // neither is in quotation marks 0, only the token 1, both in the same 2, in others 3, only the cue 4
}

// Distance is the bucket of a signed distance in tokens from a cue, 0 inside
// it: 1, 2, 3 to 4, 5 to 8 … on either side.
func Distance(d int) uint8 {
	size := min(6, bits.Len(uint(max(d, -d)-1)))
	switch {
	case d == 0:
		return 7
	case d < 0:
		return uint8(6 - size)
	}
	return uint8(8 + size)
}

// Roles says how well each label with respect to a cue fits each token of a
// window: logits [window's tokens][RoleLabels]. The cue must not be empty;
// relations has one for each token of the window. The answer belongs to sc and
// holds until the next Roles with it; e may be of another Scratch.
func (m *Model) Roles(e *Encoding, window, cue Range, relations []Relation, sc *Scratch) []float32 {
	sc.prepare()
	of := m.cueVector(e, cue, sc)
	out := sized(sc.roles, len(relations)*RoleLabels)
	sc.roles = out
	for first := 0; first < len(relations); first += sweep {
		rows := min(sweep, len(relations)-first)
		for i := range rows {
			z := sc.y[i*pairWidth:][:pairWidth]
			copy(z, e.pair[(window.First+first+i)*pairWidth:])
			m.kernels.add(z, of)
			m.relate(z, relations[first+i])
		}
		m.kernels.gelu(sc.y[:rows*pairWidth])
		m.multiply(sc.wide, sc.y, rows, &m.mix, sc)
		m.kernels.gelu(sc.wide[:rows*pairWidth])
		for i := range rows {
			m.apply(out[(first+i)*RoleLabels:][:RoleLabels], sc.wide[i*pairWidth:][:pairWidth], &m.role)
		}
	}
	return out
}

// cueVector is what a cue adds to every token: the mean of its tokens' vectors
// times a matrix.
func (m *Model) cueVector(e *Encoding, cue Range, sc *Scratch) []float32 {
	mean := sc.y[:Width]
	clear(mean)
	weight := 1 / float32(cue.End-cue.First)
	for i := cue.First; i < cue.End; i++ {
		for k, v := range e.Hidden[i*Width:][:Width] {
			mean[k] += float32(v * weight)
		}
	}
	m.multiply(sc.x, mean, 1, &m.cue, sc)
	return sc.x[:pairWidth]
}

// relate adds a relation's vectors. One that the model has no row for is taken
// for 0.
func (m *Model) relate(z []float32, r Relation) {
	for k, v := range [3]uint8{r.Distance, r.Sentence, r.Marks} {
		if int(v) >= relativeSizes[k] {
			v = 0
		}
		m.kernels.add(z, m.relative[k][int(v)*pairWidth:][:pairWidth])
	}
}
