package tag

import "onrecord/linear"

// The parser searches with a beam: after every move it keeps the beamWidth
// highest-scoring of all states reached. A state is a few numbers that point to
// the state below on the stack (after Huang and Sagae, ACL 2010), so that
// branching copies nothing but those.

// beamWidth is the most states kept. On dev: greedy 84.4 % of heads right, a
// beam of four 85.4, of eight 85.7.
const beamWidth = 4

// beamMargin is by how much a state may score less than the best of its step
// before it is dropped, in units of learned weights. At 70 a step keeps 1.9
// states; at 130 it keeps 3.0 for the same result, at 40 1.3 for 0.6 points of
// heads less.
const beamMargin = 70

// An element is a word on the stack or in front of the buffer with what the
// features see of its dependents.
type element struct {
	word              int32
	left, right       uint8  // tag of the outermost dependent on the side, plus one
	leftN, rightN     uint8  // how many
	leftSet, rightSet uint64 // their tags, a bit each
}

// An item is a state of the search.
type item struct {
	top   element // s0; word none for an empty stack
	front element // b0
	below int32   // the item whose top is s1
	prev  int32   // the item before the last move
	score int32
	depth int32 // words on the stack
	move  uint8 // the last move
}

// A beam is the memory of a search.
type beam struct {
	items []item
	moves []uint8
}

// A candidate is a move from an item.
type candidate struct {
	from  int32
	score int32
	move  uint8
}

// start puts the empty state of a sentence as item 0, which also stands for
// all that is under the bottom of a stack.
func (b *beam) start(n int32) {
	b.items = append(b.items[:0], item{top: element{word: n + 1}, front: element{word: 0}})
}

// legal says which moves are possible from an item: the root is never shifted,
// a dependent needs a head, and only one word depends on the root.
func (it *item) legal(n int32) (moves [3]bool) {
	more := it.front.word < n
	return [3]bool{more, it.depth > 0 && more || it.depth == 1, it.depth > 1}
}

// forced reports that only one move is legal; it then has score 0.
func (it *item) forced(n int32) bool {
	return it.depth == 0 || it.front.word == n
}

// after returns the item that a move leads to.
func (b *beam) after(words []word, c candidate) item {
	from := &b.items[c.from]
	next := item{prev: c.from, score: c.score, move: c.move}
	if c.move == shift {
		next.top, next.below, next.depth = from.front, c.from, from.depth+1
		next.front = element{word: from.front.word + 1}
		return next
	}
	under := &b.items[from.below]
	next.top, next.front, next.below, next.depth = under.top, from.front, under.below, from.depth-1
	tag := words[from.top.word].tag
	if c.move == left {
		next.front.left, next.front.leftSet = tag+1, next.front.leftSet|1<<(tag&63)
		next.front.leftN++
	} else {
		next.top.right, next.top.rightSet = tag+1, next.top.rightSet|1<<(tag&63)
		next.top.rightN++
	}
	return next
}

// search finds the best sequence of moves for a sentence and leaves it in
// b.moves.
func (b *beam) search(t *linear.Table3, words []word) {
	margin := int32(beamMargin * t.Scale)
	n := int32(len(words) - 2)
	b.start(n)
	first, last := 0, 1 // the items of the current step
	for range 2 * n {
		var kept [beamWidth]candidate
		var scores [beamWidth][3]int32
		count := 0
		for i := first; i < last; i++ {
			if like := b.alike(first, i); like < i {
				scores[i-first] = scores[like-first]
			} else {
				scores[i-first] = b.score(t, words, i)
			}
			count = b.expand(n, int32(i), &scores[i-first], &kept, count)
		}
		for kept[count-1].score < kept[0].score-margin {
			count--
		}
		for _, c := range kept[:count] {
			b.items = append(b.items, b.after(words, c))
		}
		first, last = last, last+count
	}
	b.trace(int32(first), int(2*n))
}

// alike returns the first item from first to i whose features are those of item
// i: words may be attached in another order, or to other heads that are gone.
// That is one item in nine.
func (b *beam) alike(first, i int) int {
	it := &b.items[i]
	under := &b.items[it.below]
	for k := first; k < i; k++ {
		other := &b.items[k]
		if other.top != it.top || other.front != it.front {
			continue
		}
		below := &b.items[other.below]
		if below == under || below.top == under.top && b.items[below.below].top.word == b.items[under.below].top.word {
			return k
		}
	}
	return i
}

// score scores the moves from an item.
func (b *beam) score(t *linear.Table3, words []word, i int) (scores [3]int32) {
	it := &b.items[i]
	if it.forced(int32(len(words) - 2)) {
		return scores
	}
	var rows [moveRows]uint32
	b.features(&rows, words, it)
	return t.Score(rows[:])
}

// expand adds the moves from an item to the candidates kept so far.
func (b *beam) expand(n, from int32, scores *[3]int32, kept *[beamWidth]candidate, count int) int {
	it := &b.items[from]
	for move, ok := range it.legal(n) {
		if ok {
			count = insert(kept, count, candidate{from, it.score + scores[move], uint8(move)})
		}
	}
	return count
}

// insert keeps the candidates with the highest scores in falling order; of
// equals the first stays first.
func insert(kept *[beamWidth]candidate, count int, c candidate) int {
	at := count
	for at > 0 && kept[at-1].score < c.score {
		at--
	}
	if at == beamWidth {
		return count
	}
	count = min(count+1, beamWidth)
	copy(kept[at+1:count], kept[at:count-1])
	kept[at] = c
	return count
}

// trace writes the moves that lead to an item.
func (b *beam) trace(at int32, steps int) {
	if cap(b.moves) < steps {
		b.moves = make([]uint8, steps+64)
	}
	b.moves = b.moves[:steps]
	for i := steps - 1; i >= 0; i-- {
		b.moves[i] = b.items[at].move
		at = b.items[at].prev
	}
}
