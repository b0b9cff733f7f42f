package tag

// moveRows is the number of features of a move.
const moveRows = 66

// features fills rows with what decides the next move: words and tags on top
// of the stack and in front of the buffer with those of their dependents (Zhang
// and Nivre, ACL 2011, fitted to arc-hybrid and without relations).
func (b *beam) features(rows *[moveRows]uint32, ws []word, it *item) {
	under := &b.items[it.below]
	s0, s1, b0 := &it.top, &under.top, &it.front
	is0, is1, is2 := s0.word, s1.word, b.items[under.below].top.word
	n := int32(len(ws) - 2)
	ib0 := b0.word
	ib1, ib2, ib3 := min(ib0+1, n+1), min(ib0+2, n+1), min(ib0+3, n+1)
	s0w, s1w, b0w, b1w := uint64(ws[is0].tree), uint64(ws[is1].tree), uint64(ws[ib0].tree), uint64(ws[ib1].tree)
	s0t, s1t, s2t := uint64(ws[is0].tag)+1, uint64(ws[is1].tag)+1, uint64(ws[is2].tag)+1
	b0t, b1t, b2t, b3t := uint64(ws[ib0].tag)+1, uint64(ws[ib1].tag)+1, uint64(ws[ib2].tag)+1, uint64(ws[ib3].tag)+1
	pt := uint64(0) // tag of the word before b0
	if ib0 > 0 {
		pt = uint64(ws[ib0-1].tag) + 1
	}
	s0lt, s0rt, s1lt, s1rt, b0lt := uint64(s0.left), uint64(s0.right), uint64(s1.left), uint64(s1.right), uint64(b0.left)
	s0x, b0x, s1x, b1x := s0w<<8^s0t, b0w<<8^b0t, s1w<<8^s1t, b1w<<8^b1t
	s0set, s1set := s0.leftSet*c1^s0.rightSet*c2, s1.leftSet*c1^s1.rightSet*c2
	far, near := distance(is0, ib0), distance(is1, is0)
	size0, size1, sizeB := uint64(s0.leftN)<<8|uint64(s0.rightN), uint64(s1.leftN)<<8|uint64(s1.rightN), uint64(b0.leftN)

	k := 0
	f := func(h uint64) {
		rows[k] = feature(uint64(k), h)
		k++
	}
	f(s0w * c0)
	f(s0t*c0 + near*c1)
	f(s0x * c0)
	f(s1w * c0)
	f(s1x * c0)
	f(s2t*c0 + uint64(ws[is2].tree)*c1)
	f(b0w * c0)
	f(b0x * c0)
	f(b1w * c0)
	f(b1x * c0)
	f(b2t*c0 + uint64(ws[ib2].tree)*c1)

	f(s0w*c0 + b0w*c1)
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
	f((b0t<<8|b3t)*c0 + b1t*c1 + b2t*c2)
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
	f((s0t<<8|pt)*c0 + b0t*c1 + s1t*c2)
	f(pt*c0 + b0w*c1 + s0t*c2)

	f(s0t*c0 + s0lt*c1 + b0t*c2)
	f(s0t*c0 + s0rt*c1 + b0t*c2)
	f((s0t<<8|s1t)*c0 + s0rt*c1 + b0t*c2)
	f((s0t<<8|s1t)*c0 + s1rt*c1 + b0t*c2)
	f(s0t*c0 + s1t*c1 + s1lt*c2)
	f(s0t*c0 + b0t*c1 + b0lt*c2)
	f(s0t*c0 + s0rt*c1 + s0lt*c2)
	f((s0t<<8|b0t)*c0 + s1t*c1 + b0lt*c2)

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
	f((s1t<<8|b0t)*c0 + near*c1 + s0t*c2)
	f(s0t*c0 + size0*c1 + b0t*c2)
	f(s1t*c0 + size1*c1 + s0t*c2)
	f(b0t*c0 + sizeB*c1 + s0t*c2)
	f(uint64(ws[is0].suf3)*c0 + b0t*c1 + s1t*c2)
}
