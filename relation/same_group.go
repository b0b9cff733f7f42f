package relation

import (
	"container/heap"
	"slices"

	"onrecord"
)

// linkage is the mean score that the pairs of two groups must have to be joined,
// a pair without a match counting as 0: so one report that says two things does
// not join those that say either.
const linkage = 0.4

// Group tells which reports report one utterance, as indexes into reports: each
// report is in one group, alone or with others, in the order of Report.Less,
// groups in the order of their first. What was ruled together is together; for
// the rest groups join by the mean of the scores between them, the greatest
// first (average linkage; Sokal and Michener 1958), as long as none has two
// known speakers, times that share no day, or two that were ruled apart. It
// follows from what is given, not from the order in which it is given. Matches
// and rulings on other statements say nothing.
func Group(reports []onrecord.Report, matches []onrecord.Match, rulings []onrecord.Ruling) [][]int {
	g := newGrouping(reports)
	for _, r := range rulings {
		a, b, ok := g.pair(r.A.Statement, r.B.Statement)
		switch {
		case !ok:
		case r.Kind == onrecord.Apart:
			g.apart = append(g.apart, [2]int{a, b})
		case r.Kind == onrecord.Together:
			g.unite(g.root(a), g.root(b))
		}
	}
	g.link(matches)
	for len(g.queue) > 0 {
		l := heap.Pop(&g.queue).(link)
		if g.parent[l.a] != l.a || g.parent[l.b] != l.b || g.sum[l.a][l.b] != l.sum || len(g.members[l.a])*len(g.members[l.b]) != l.pairs {
			continue // as it was before one of the two grew
		}
		if l.mean() >= linkage && g.may(l.a, l.b) {
			g.join(l.a, l.b)
		}
	}
	return g.groups()
}

// A grouping is groups as they grow. Reports are numbered in the order of
// Report.Less; the first of a group stands for it.
type grouping struct {
	reports []onrecord.Report
	order   []int // index of a report by its number
	number  map[onrecord.StatementID]int
	parent  []int
	members [][]int            // of the first of a group
	keys    [][]string         // of the group's speakers, each once, sorted
	said    []onrecord.Claimed // the days that all share
	apart   [][2]int           // that were ruled apart
	sum     []map[int]float64  // of the scores between a group and others
	queue   links
}

func newGrouping(reports []onrecord.Report) *grouping {
	n := len(reports)
	g := &grouping{reports: reports, order: make([]int, n), number: make(map[onrecord.StatementID]int, n), parent: make([]int, n),
		members: make([][]int, n), keys: make([][]string, n), said: make([]onrecord.Claimed, n)}
	for i := range g.order {
		g.order[i] = i
	}
	slices.SortFunc(g.order, func(i, j int) int {
		switch {
		case reports[i].Less(&reports[j]):
			return -1
		case reports[j].Less(&reports[i]):
			return 1
		}
		return 0
	})
	for k, i := range g.order {
		r := &reports[i]
		g.number[r.Statement] = k
		g.parent[k], g.members[k], g.keys[k], g.said[k] = k, []int{k}, []string{r.Key}, r.Said
	}
	return g
}

// pair finds the numbers of two statements.
func (g *grouping) pair(a, b onrecord.StatementID) (i, j int, ok bool) {
	i, okA := g.number[a]
	j, okB := g.number[b]
	return i, j, okA && okB && i != j
}

func (g *grouping) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

// may reports that nothing keeps two groups apart.
func (g *grouping) may(a, b int) bool {
	if a == b || !meet(&g.said[a], &g.said[b]) {
		return false
	}
	for _, x := range g.keys[a] {
		for _, y := range g.keys[b] {
			if speakers(x, y) == twoSpeakers {
				return false
			}
		}
	}
	for _, p := range g.apart {
		if i, j := g.root(p[0]), g.root(p[1]); i == a && j == b || i == b && j == a {
			return false
		}
	}
	return true
}

// unite makes one group of two.
func (g *grouping) unite(a, b int) {
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	g.parent[b] = a
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
	g.keys[a] = append(g.keys[a], g.keys[b]...)
	slices.Sort(g.keys[a])
	g.keys[a] = slices.Compact(g.keys[a])
	s, t := &g.said[a], g.said[b]
	s.From = max(s.From, t.From)
	if s.Until == "" || t.Until != "" && t.Until < s.Until {
		s.Until = t.Until
	}
}

// groups are the groups that there are, as indexes of reports.
func (g *grouping) groups() [][]int {
	var out [][]int
	for _, members := range g.members {
		if members == nil {
			continue
		}
		slices.Sort(members)
		group := make([]int, len(members))
		for k, i := range members {
			group[k] = g.order[i]
		}
		out = append(out, group)
	}
	return out
}
