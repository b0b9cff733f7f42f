package relation

import (
	"cmp"
	"container/heap"
	"slices"

	"onrecord"
)

// A link is two groups and the scores of the matches between them.
type link struct {
	a, b  int // a before b
	sum   float64
	pairs int
}

func (l *link) mean() float64 { return l.sum / float64(l.pairs) }

// links is a heap, the greatest mean first.
type links []link

func (q links) Len() int      { return len(q) }
func (q links) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q links) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].mean(), q[i].mean()), q[i].a-q[j].a, q[i].b-q[j].b) < 0
}
func (q *links) Push(x any) { *q = append(*q, x.(link)) }
func (q *links) Pop() any {
	last := len(*q) - 1
	l := (*q)[last]
	*q = (*q)[:last]
	return l
}

// link sums the scores between the groups that rulings made; of two matches of
// one pair the greater counts.
func (g *grouping) link(matches []onrecord.Match) {
	score := map[[2]int]float64{}
	for _, m := range matches {
		if i, j, ok := g.pair(m.A, m.B); ok {
			k := [2]int{min(i, j), max(i, j)}
			score[k] = max(score[k], m.Score)
		}
	}
	g.contrast(score)
	g.sum = make([]map[int]float64, len(g.parent))
	for _, k := range sortedPairs(score) {
		if a, b := g.root(k[0]), g.root(k[1]); a != b {
			g.add(a, b, score[k])
			g.add(b, a, score[k])
		}
	}
	for a, sums := range g.sum {
		for b := range sums {
			if a < b {
				g.queue = append(g.queue, g.between(a, b))
			}
		}
	}
	heap.Init(&g.queue)
}

// contrast marks down two statements of one article that no match joins: who
// prints both mostly takes them for two. A headline says again what follows.
func (g *grouping) contrast(score map[[2]int]float64) {
	of := map[onrecord.DocumentID][]int{}
	for k, i := range g.order {
		r := &g.reports[i]
		if r.Headline || r.Doc == "" {
			continue
		}
		others := of[r.Doc]
		for _, o := range others[max(len(others)-nearStatements, 0):] {
			if _, matched := score[[2]int{o, k}]; !matched {
				score[[2]int{o, k}] = -contrasted
			}
		}
		of[r.Doc] = append(others, k)
	}
}

// contrasted is how much two statements of one article speak against one
// utterance.
const contrasted = 0.5

func sortedPairs(score map[[2]int]float64) [][2]int {
	out := make([][2]int, 0, len(score))
	for k := range score {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b [2]int) int { return cmp.Or(a[0]-b[0], a[1]-b[1]) })
	return out
}

func (g *grouping) add(a, b int, score float64) {
	if g.sum[a] == nil {
		g.sum[a] = map[int]float64{}
	}
	g.sum[a][b] += score
}

func (g *grouping) between(a, b int) link {
	a, b = min(a, b), max(a, b)
	return link{a, b, g.sum[a][b], len(g.members[a]) * len(g.members[b])}
}

// join makes one group of two, and links it with what they were linked with.
func (g *grouping) join(a, b int) {
	a, b = min(a, b), max(a, b)
	g.unite(a, b)
	delete(g.sum[a], b)
	for c, score := range g.sum[b] {
		delete(g.sum[c], b)
		if c != a {
			g.add(a, c, score)
			g.add(c, a, score)
		}
	}
	g.sum[b] = nil
	for c := range g.sum[a] {
		heap.Push(&g.queue, g.between(a, c))
	}
}
