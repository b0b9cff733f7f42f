package tag

// The parser is arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta, ACL 2011): a
// stack s, a buffer b that ends with the root, and three moves.
//
//	shift  b0 goes onto the stack
//	left   s0 becomes a dependent of b0 and leaves the stack
//	right  s0 becomes a dependent of s1 and leaves the stack
//
// A sentence of n words takes 2n moves.
const (
	shift = iota
	left
	right
)

// A node is a word of the sentence in the tree under construction.
type node struct {
	head              int32  // none until known
	left, right       int32  // outermost dependents on either side
	leftSet, rightSet uint64 // relations of the dependents, a bit each
	rel               uint8
}

const none = -1

// A state is the parser's place in a sentence. Words 0 to n-1 are the
// sentence's, n is the root, n+1 stands for none.
type state struct {
	n     int32
	words []word // n+2
	nodes []node // n+2
	stack []int32
	next  int32 // b0
}

func (s *state) reset(words []word) {
	s.n = int32(len(words) - 2)
	s.words = words
	s.stack = s.stack[:0]
	s.next = 0
	if cap(s.nodes) < len(words) {
		s.nodes = make([]node, len(words)+64)
	}
	s.nodes = s.nodes[:len(words)]
	blank := node{head: none, left: s.n + 1, right: s.n + 1}
	for i := range s.nodes {
		s.nodes[i] = blank
	}
}

// done reports that only the root is left.
func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// at returns the word i places under the top of the stack.
func (s *state) at(i int) int32 {
	if i >= len(s.stack) {
		return s.n + 1
	}
	return s.stack[len(s.stack)-1-i]
}

// legal says which moves are possible: the root is never shifted, a dependent
// needs a head, and only one word depends on the root.
func (s *state) legal() [3]bool {
	more := s.next < s.n
	return [3]bool{more, len(s.stack) > 0 && more || len(s.stack) == 1, len(s.stack) > 1}
}

// headOf returns the head that a move other than shift gives to s0.
func (s *state) headOf(move int) int32 {
	if move == left {
		return s.next
	}
	return s.at(1)
}

func (s *state) shift() {
	s.stack = append(s.stack, s.next)
	s.next++
}

// attach makes s0 a dependent of head and takes it from the stack.
func (s *state) attach(head int32, rel uint8) {
	dep := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	d, h := &s.nodes[dep], &s.nodes[head]
	d.head, d.rel = head, rel
	if dep < head {
		h.left = dep
		h.leftSet |= 1 << rel
	} else {
		h.right = dep
		h.rightSet |= 1 << rel
	}
}
