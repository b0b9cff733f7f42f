package tag

import "onrecord/linear"

// trainParser trains the moves as a structured perceptron with the largest
// violation (Huang, Fayong and Guo, NAACL 2012): where the search ranks other
// moves above the right ones, the weights change by the features of both, up to
// the step where the right ones fall behind farthest. Relations are trained on
// the arcs of the right trees.
func (t *Tagger) trainParser(docs []document, o Options) (moves *linear.Table3, relate *linear.Table) {
	tr := &parserTrainer{
		t: t, moves: linear.NewPerceptron(moveTrainBits-o.fewer, 3), relate: linear.NewPerceptron(relTrainBits-o.fewer, len(t.rels)),
		scores: make([]int32, len(t.rels)),
	}
	tr.epochs(docs, o.SelectEpochs, o.Log)
	tr.moves, tr.relate = tr.moves.Select(moveBits), tr.relate.Select(relBits)
	tr.epochs(docs, o.ParseEpochs, o.Log)
	return tr.moves.Table3(), tr.relate.Table(relWidth)
}

func (tr *parserTrainer) epochs(docs []document, epochs int, log func(string, ...any)) {
	for epoch := range epochs {
		tr.right, tr.all = 0, 0
		for _, d := range order(len(docs), epoch) {
			for i := range docs[d] {
				e := &docs[d][i]
				if e.moves == nil {
					e.moves = tr.oracle(e.words[pad:], e.tree)
				}
				tr.sentence(e.words[pad:], e.moves)
				tr.relations(e.words[pad:], e.moves, e.tree)
			}
		}
		log("parser, epoch %d: %.2f %% of sentences right", epoch+1, 100*float64(tr.right)/float64(tr.all))
	}
}

type parserTrainer struct {
	t             *Tagger
	moves, relate *linear.Perceptron
	beam, gold    beam
	state         state
	scores        []int32
	right, all    int
}

// oracle returns moves that build the gold tree, or lose as few of its arcs as
// possible at each step. Of equals a reduction comes before a shift.
func (tr *parserTrainer) oracle(words []word, gold *goldTree) []uint8 {
	s := &tr.state
	s.reset(words)
	onStack := make([]bool, len(words))
	moves := make([]uint8, 0, 2*s.n)
	for !s.done() {
		costs, legal := gold.costs(s, onStack), s.legal()
		best := none
		for _, m := range [3]int{left, right, shift} {
			if legal[m] && (best == none || costs[m] < costs[best]) {
				best = m
			}
		}
		moves = append(moves, uint8(best))
		if best == shift {
			onStack[s.next] = true
			s.shift()
			continue
		}
		onStack[s.at(0)] = false
		s.attach(s.headOf(best), 0)
	}
	return moves
}

// sentence searches with the current weights and updates them.
func (tr *parserTrainer) sentence(words []word, gold []uint8) {
	n := int32(len(words) - 2)
	g, b := &tr.gold, &tr.beam
	g.start(n)
	b.start(n)
	tr.all++
	tr.moves.Step()
	first, last := int32(0), int32(1)
	worst, worstStep, worstItem := int32(0), -1, int32(0)
	var rows [moveRows]uint32
	for step, move := range gold {
		var kept [beamWidth]candidate
		count := 0
		for i := first; i < last; i++ {
			count = tr.expand(words, i, &kept, count, &rows)
		}
		for _, c := range kept[:count] {
			b.items = append(b.items, b.after(words, c))
		}
		first, last = last, last+int32(count)
		at := int32(step)
		scores := tr.score(g, words, at, &rows)
		g.items = append(g.items, g.after(words, candidate{at, g.items[at].score + scores[move], move}))
		if d := b.items[first].score - g.items[step+1].score; d >= worst && !same(b, first, gold[:step+1]) {
			worst, worstStep, worstItem = d, step, first
		}
	}
	if worstStep < 0 {
		tr.right++
		return
	}
	tr.update(words, gold[:worstStep+1], worstItem)
}

// same reports whether an item was reached by these moves.
func same(b *beam, at int32, moves []uint8) bool {
	for i := len(moves) - 1; i >= 0; i-- {
		if b.items[at].move != moves[i] {
			return false
		}
		at = b.items[at].prev
	}
	return true
}

func (tr *parserTrainer) score(b *beam, words []word, at int32, rows *[moveRows]uint32) (scores [3]int32) {
	it := &b.items[at]
	if !it.forced(int32(len(words) - 2)) {
		b.features(rows, words, it)
		tr.moves.Score(rows[:], scores[:])
	}
	return scores
}

func (tr *parserTrainer) expand(words []word, from int32, kept *[beamWidth]candidate, count int, rows *[moveRows]uint32) int {
	scores := tr.score(&tr.beam, words, from, rows)
	it := &tr.beam.items[from]
	for move, ok := range it.legal(int32(len(words) - 2)) {
		if ok {
			count = insert(kept, count, candidate{from, it.score + scores[move], uint8(move)})
		}
	}
	return count
}

// update rewards the gold moves and punishes those that lead to the item, from
// where the two part.
func (tr *parserTrainer) update(words []word, gold []uint8, item int32) {
	b, g := &tr.beam, &tr.gold
	b.trace(item, len(gold))
	part := 0
	for part < len(gold) && b.moves[part] == gold[part] {
		part++
	}
	n := int32(len(words) - 2)
	var rows [moveRows]uint32
	at := item
	for i := len(gold) - 1; i >= part; i-- {
		at = b.items[at].prev
		if it := &b.items[at]; !it.forced(n) {
			b.features(&rows, words, it)
			tr.moves.Add(rows[:], int(b.moves[i]), -1)
		}
		if it := &g.items[i]; !it.forced(n) {
			g.features(&rows, words, it)
			tr.moves.Add(rows[:], int(gold[i]), 1)
		}
	}
}

// relations learns the relations along the gold moves.
func (tr *parserTrainer) relations(words []word, moves []uint8, gold *goldTree) {
	s := &tr.state
	s.reset(words)
	for _, move := range moves {
		if move == shift {
			s.shift()
			continue
		}
		head := s.headOf(int(move))
		s.attach(head, tr.relation(head, s.at(0), gold))
	}
}

// relation learns from one arc, where it is right, and returns the relation
// predicted for it.
func (tr *parserTrainer) relation(head, dep int32, gold *goldTree) uint8 {
	s := &tr.state
	if head == s.n {
		return tr.t.root
	}
	var rows [relRows]uint32
	relFeatures(&rows, s, head, dep)
	tr.relate.Score(rows[:], tr.scores)
	tr.scores[tr.t.root] = -1 << 30
	predicted := uint8(linear.Best(tr.scores))
	if gold.heads[dep] == head && gold.rels[dep] != tr.t.root {
		learn(tr.relate, rows[:], gold.rels[dep], predicted)
	}
	return predicted
}
