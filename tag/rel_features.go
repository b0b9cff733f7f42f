package tag

import "math/bits"

const relWidth = 40

// distance puts the number of words between two into a few classes.
func distance(a, b int32) uint64 {
	d := uint32(max(a-b, b-a))
	if d < 5 {
		return uint64(d)
	}
	return uint64(3 + bits.Len32(d))
}

// relRows is the number of features of a relation.
const relRows = 40

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
		rows[n] = feature(uint64(n), x)
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
	f(hw*c0 + d.leftSet*c1)
	f(hw*c0 + dt*c1 + pt*c2)
	f(dw*c0 + pt*c1 + nt*c2)
	f(dw*c0 + uint64(ws[head].suf3)*c1 + dir)
}
