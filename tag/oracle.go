package tag

// unknown is the gold head of a word whose head the corpus does not say.
const unknown = -2

// A goldTree is what a sentence's tree should be.
type goldTree struct {
	heads []int32 // a word, n for the root, or unknown
	rels  []uint8
	deps  [][]int32
}

func newGoldTree(heads []int32, rels []uint8) *goldTree {
	g := &goldTree{heads: heads, rels: rels, deps: make([][]int32, len(heads)+1)}
	for d, h := range heads {
		if h >= 0 {
			g.deps[h] = append(g.deps[h], int32(d))
		}
	}
	return g
}

// costs counts, for each move, the gold arcs that can no longer be built after
// it (Goldberg and Nivre, TACL 2013).
func (g *goldTree) costs(s *state, onStack []bool) [3]int {
	var c [3]int
	b0 := s.next
	if b0 < s.n { // shift: arcs between b0 and the stack, but for s0 as head
		if h := g.heads[b0]; h >= 0 && h < s.n && onStack[h] && h != s.at(0) {
			c[shift]++
		}
		for _, d := range g.deps[b0] {
			if onStack[d] {
				c[shift]++
			}
		}
	}
	if len(s.stack) == 0 {
		return c
	}
	s0 := s.at(0)
	lost := 0 // dependents of s0 still in the buffer
	for _, d := range g.deps[s0] {
		if d >= b0 {
			lost++
		}
	}
	c[left], c[right] = lost, lost
	h := g.heads[s0]
	if h > b0 || h >= 0 && h == s.at(1) {
		c[left]++
	}
	if h >= b0 {
		c[right]++
	}
	return c
}
