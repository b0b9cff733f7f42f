package tag

import (
	"math/rand/v2"

	"onrecord/linear"
)

// trainParser trains moves and relations with a dynamic oracle: the parser
// follows its own moves from the second epoch on, and is told which moves
// still lead to the best tree within reach.
func (t *Tagger) trainParser(docs []document, o Options) (moves, relate *linear.Table) {
	tr := &parserTrainer{
		t: t, moves: linear.NewPerceptron(1<<moveBits, moveWidth), relate: linear.NewPerceptron(1<<relBits, relWidth),
		random: rand.New(rand.NewPCG(1, 2)), scores: make([]int32, len(t.rels)),
	}
	for epoch := range o.ParseEpochs {
		tr.right, tr.all = 0, 0
		for _, d := range order(len(docs), epoch) {
			for _, e := range docs[d] {
				tr.sentence(e.words[pad:], e.tree, epoch)
			}
		}
		o.Log("parser, epoch %d: %.2f %% of moves right", epoch+1, 100*float64(tr.right)/float64(tr.all))
	}
	return tr.moves.Table(), tr.relate.Table()
}

type parserTrainer struct {
	t             *Tagger
	moves, relate *linear.Perceptron
	state         state
	onStack       []bool
	random        *rand.Rand
	scores        []int32
	right, all    int
}

// explore is how often, from the second epoch on, a wrong move is followed.
const explore = 0.9

func (tr *parserTrainer) sentence(words []word, gold *goldTree, epoch int) {
	s := &tr.state
	s.reset(words)
	tr.onStack = append(tr.onStack[:0], make([]bool, len(words))...)
	var rows [moveRows]uint32
	for !s.done() {
		move, forced := s.forced()
		if !forced {
			moveFeatures(&rows, s)
			move = tr.move(rows[:], gold, epoch)
		}
		if move == shift {
			tr.onStack[s.next] = true
			s.shift()
			continue
		}
		dep, head := s.at(0), s.headOf(move)
		rel := tr.relation(head, dep, gold)
		tr.onStack[dep] = false
		s.attach(head, rel)
	}
}

// move learns from one state and returns the move to go on with.
func (tr *parserTrainer) move(rows []uint32, gold *goldTree, epoch int) int {
	var scores [4]int32
	tr.moves.Score(rows, scores[:])
	costs, legal := gold.costs(&tr.state, tr.onStack), tr.state.legal()
	least := 1 << 30
	for m, c := range costs {
		if legal[m] {
			least = min(least, c)
		}
	}
	var good [4]bool
	for m, c := range costs {
		good[m] = legal[m] && c == least
	}
	predicted, oracle := best(scores, legal), best(scores, good)
	tr.all++
	tr.moves.Step()
	if good[predicted] {
		tr.right++
		return predicted
	}
	tr.moves.Update(rows, oracle, predicted)
	if epoch > 0 && tr.random.Float64() < explore {
		return predicted
	}
	return oracle
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
	if gold.heads[dep] != head || gold.rels[dep] == tr.t.root {
		return predicted
	}
	learn(tr.relate, rows[:], gold.rels[dep], predicted)
	return predicted
}
