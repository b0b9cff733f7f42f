package tag

import "math/bits"

const (
	moveBits  = 19
	moveWidth = 4
	relBits   = 15
	relWidth  = 40
)

// moveRows is the number of features of a move.
const moveRows = 66

// moveFeatures fills rows with what decides the next move: words, tags and
// relations on top of the stack and in front of the buffer (Zhang and Nivre,
// ACL 2011, fitted to arc-hybrid).
func moveFeatures(rows *[moveRows]uint32, s *state) {
	is0, is1, is2 := s.at(0), s.at(1), s.at(2)
	ib0, ib1, ib2 := s.ahead(0), s.ahead(1), s.ahead(2)
	s0, s1, b0 := &s.nodes[is0], &s.nodes[is1], &s.nodes[ib0]
	ws := s.words
	s0w, s1w, b0w, b1w := uint64(ws[is0].tree), uint64(ws[is1].tree), uint64(ws[ib0].tree), uint64(ws[ib1].tree)
	s0t, s1t, s2t := uint64(ws[is0].tag)+1, uint64(ws[is1].tag)+1, uint64(ws[is2].tag)+1
	b0t, b1t, b2t := uint64(ws[ib0].tag)+1, uint64(ws[ib1].tag)+1, uint64(ws[ib2].tag)+1
	s0lt, s0rt := uint64(ws[s0.left].tag)+1, uint64(ws[s0.right].tag)+1
	s1lt, s1rt := uint64(ws[s1.left].tag)+1, uint64(ws[s1.right].tag)+1
	b0lt := uint64(ws[b0.left].tag) + 1
	s0x, b0x, s1x, b1x := s0w<<8^s0t, b0w<<8^b0t, s1w<<8^s1t, b1w<<8^b1t
	s0set := s0.leftSet*c1 ^ s0.rightSet*c2
	s1set := s1.leftSet*c1 ^ s1.rightSet*c2
	far := distance(is0, ib0)
	size0, size1, sizeB := uint64(s0.leftSize)<<8|uint64(s0.rightSize), uint64(s1.leftSize)<<8|uint64(s1.rightSize), uint64(b0.leftSize)

	n := 0
	f := func(h uint64) {
		rows[n] = row(moveBits, uint64(n), h)
		n++
	}
	f(s0w * c0)
	f(s0t * c0)
	f(s0x * c0)
	f(s1w * c0)
	f(s1t * c0)
	f(s1x * c0)
	f(s2t*c0 + uint64(ws[is2].tree)*c1)
	f(b0w * c0)
	f(b0t * c0)
	f(b0x * c0)
	f(b1w * c0)
	f(b1t * c0)
	f(b1x * c0)
	f(b2t*c0 + uint64(ws[ib2].tree)*c1)

	f(s0w*c0 + b0w*c1)
	f(s0x*c0 + b0x*c1)
	f(s0x*c0 + b0t*c1)
	f(s0w*c0 + b0t*c1)
	f(s0t*c0 + b0x*c1)
	f(s0t*c0 + b0w*c1)
	f(s0t*c0 + b0t*c1)
	f(s1w*c0 + s0w*c1)
	f(s1x*c0 + s0t*c1)
	f(s1t*c0 + s0x*c1)
	f(s1t*c0 + s0t*c1)
	f(s1w*c0 + b0w*c1)
	f(s1x*c0 + b0t*c1)
	f(s1t*c0 + b0x*c1)
	f(b0t*c0 + b1t*c1)
	f(b0w*c0 + b1w*c1)
	f(s0w*c0 + b1w*c1)

	f(s0t*c0 + b0t*c1 + b1t*c2)
	f(b0t*c0 + b1t*c1 + b2t*c2)
	f(s1t*c0 + s0t*c1 + b0t*c2)
	f(s2t*c0 + s1t*c1 + s0t*c2)
	f((s2t<<8|s1t)*c0 + s0t*c1 + b0t*c2)
	f((s1t<<8|b1t)*c0 + s0t*c1 + b0t*c2)
	f((s0t<<8|b2t)*c0 + b1t*c1 + b0t*c2)
	f(s1t*c0 + s0w*c1 + b0t*c2)
	f(s1w*c0 + s0t*c1 + b0t*c2)
	f(s1t*c0 + s0t*c1 + b0w*c2)
	f(s0w*c0 + b0t*c1 + b1t*c2)
	f(s0t*c0 + b0t*c1 + b1w*c2)

	f(s0t*c0 + s0lt*c1 + b0t*c2)
	f(s0t*c0 + s0rt*c1 + b0t*c2)
	f((s0t<<8|s1t)*c0 + s0rt*c1 + b0t*c2)
	f((s0t<<8|s1t)*c0 + s1rt*c1 + b0t*c2)
	f(s0t*c0 + s1t*c1 + s1lt*c2)
	f(s0t*c0 + b0t*c1 + b0lt*c2)
	f(s0t*c0 + s0rt*c1 + s0lt*c2)
	f(s0t*c0 + s1t*c1 + b0lt*c2 + b0t*c4)

	f(s0w*c0 + s0set*c1)
	f(s0t*c0 + s0set*c1)
	f(s1w*c0 + s1set*c1)
	f(s1t*c0 + s1set*c1 + s0t*c2)
	f(b0t*c0 + b0.leftSet*c1 + s0t*c2)
	f(b0w*c0 + b0.leftSet*c1)
	f((s0t<<8|b0t)*c0 + s0set*c1 + b0.leftSet*c2)
	f((s0t<<8|b0t)*c0 + s1t*c1 + s0.leftSet*c2 + s1.rightSet*c4)

	f(s0t*c0 + far*c1 + b0t*c2)
	f(s0w*c0 + far*c1)
	f(b0w*c0 + far*c1)
	f(s0t*c0 + size0*c1 + b0t*c2)
	f(s1t*c0 + size1*c1 + s0t*c2)
	f(b0t*c0 + sizeB*c1 + s0t*c2)
	f(uint64(ws[is0].suf3)*c0 + b0t*c1 + s1t*c2)
}

// distance puts the number of words between two into a few classes.
func distance(a, b int32) uint64 {
	d := uint32(max(a-b, b-a))
	if d < 5 {
		return uint64(d)
	}
	return uint64(3 + bits.Len32(d))
}

// relRows is the number of features of a relation.
const relRows = 36

// relFeatures fills rows with what decides the relation of dep to head, when
// dep has all its dependents.
func relFeatures(rows *[relRows]uint32, s *state, head, dep int32) {
	ws := s.words
	h, d := &s.nodes[head], &s.nodes[dep]
	hw, dw := uint64(ws[head].tree), uint64(ws[dep].tree)
	ht, dt := uint64(ws[head].tag)+1, uint64(ws[dep].tag)+1
	dn := uint64(ws[dep].name) + 1
	side := distance(head, dep) << 1
	dir := uint64(0)
	hset := h.rightSet
	if dep < head {
		dir, side, hset = 1, side|1, h.leftSet
	}
	ht, hw = ht<<1|dir, hw<<1|dir
	dset := d.leftSet*c1 ^ d.rightSet*c2
	prev, next := s.n+1, min(dep+1, s.n)
	if dep > 0 {
		prev = dep - 1
	}
	pt, nt := uint64(ws[prev].tag)+1, uint64(ws[next].tag)+1
	lw, lt := uint64(ws[d.left].tree), uint64(ws[d.left].tag)+1
	rw, rt := uint64(ws[d.right].tree), uint64(ws[d.right].tag)+1
	above := s.at(1)
	if above == head {
		above = s.at(2)
	}
	at := uint64(ws[above].tag) + 1

	n := 0
	f := func(x uint64) {
		rows[n] = row(relBits, uint64(n), x)
		n++
	}
	f(hw * c0)
	f(ht * c0)
	f(dw*c0 + dir)
	f(dt*c0 + dir)
	f(hw*c0 + dw*c1)
	f(ht*c0 + dt*c1)
	f(hw*c0 + dt*c1)
	f(ht*c0 + dw*c1)
	f(ht*c0 + dt*c1 + side*c2)
	f(ht*c0 + dt*c1 + pt*c2)
	f(ht*c0 + dt*c1 + nt*c2)
	f(ht*c0 + dt*c1 + dset*c2)
	f(hw*c0 + dt*c1 + dset*c2)
	f(dw*c0 + dset*c1)
	f(dt*c0 + dset*c1)
	f(ht*c0 + hset*c1 + dt*c2)
	f(hw*c0 + hset*c1 + dt*c2)
	f(hw*c0 + hset*c1 + dn*c2)
	f(dw*c0 + lw*c1)
	f(dt*c0 + lw*c1 + ht*c2)
	f(dt*c0 + lt*c1 + ht*c2)
	f(dt*c0 + rt*c1 + ht*c2)
	f(dt*c0 + rw*c1)
	f(dt*c0 + hw*c1 + lw*c2)
	f(uint64(ws[dep].suf3)*c0 + ht*c1)
	f(uint64(ws[head].suf3)*c0 + dt*c1 + dir)
	f(dn*c0 + ht*c1 + dset*c2)
	f(dn*c0 + dw*c1)
	f(dt*c0 + uint64(ws[prev].tree)*c1)
	f(dt*c0 + uint64(ws[next].tree)*c1)
	f(pt*c0 + dt*c1 + nt*c2)
	f(at*c0 + ht*c1 + dt*c2)
	f(dt*c0 + ht*c1 + h.leftSet*c2 + h.rightSet*c4)
	f(dt*c0 + uint64(ws[h.left].tree)*c1 + dir)
	f(side*c0 + dw*c1)
	f(uint64(ws[dep].shape)*c0 + ht*c1)
}
