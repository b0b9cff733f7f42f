package relation

import (
	"cmp"
	"slices"

	"onrecord"
)

// Group tells which reports report one utterance, as indexes into reports: each
// report is in one group, alone or with others, in the order of Report.Less,
// groups in the order of their first. What was ruled together is together; for
// the rest the surest matches join first, as long as no group has two known
// speakers, times that share no day, or two that were ruled apart. It follows
// from what is given, not from the order in which it is given. Matches and
// rulings on other statements say nothing.
func Group(reports []onrecord.Report, matches []onrecord.Match, rulings []onrecord.Ruling) [][]int {
	g := newGrouping(reports)
	for _, r := range rulings {
		a, b, ok := g.pair(r.A.Statement, r.B.Statement)
		switch {
		case !ok:
		case r.Kind == onrecord.Apart:
			g.apart = append(g.apart, [2]int{a, b})
		case r.Kind == onrecord.Together:
			g.join(g.root(a), g.root(b))
		}
	}
	matches = slices.Clone(matches)
	slices.SortFunc(matches, func(m, n onrecord.Match) int {
		return cmp.Or(cmp.Compare(n.Score, m.Score), cmp.Compare(m.A, n.A), cmp.Compare(m.B, n.B))
	})
	for _, m := range matches {
		if a, b, ok := g.pair(m.A, m.B); ok && g.may(g.root(a), g.root(b)) {
			g.join(g.root(a), g.root(b))
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
	key     []string           // of the group's speaker, empty while unknown
	said    []onrecord.Claimed // the days that all share
	apart   [][2]int           // that were ruled apart
}

func newGrouping(reports []onrecord.Report) *grouping {
	n := len(reports)
	g := &grouping{reports: reports, order: make([]int, n), number: make(map[onrecord.StatementID]int, n), parent: make([]int, n),
		members: make([][]int, n), key: make([]string, n), said: make([]onrecord.Claimed, n)}
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
		g.parent[k], g.members[k], g.key[k], g.said[k] = k, []int{k}, r.Key, r.Said
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
	if a == b || g.key[a] != "" && g.key[b] != "" && g.key[a] != g.key[b] || !meet(&g.said[a], &g.said[b]) {
		return false
	}
	for _, p := range g.apart {
		if i, j := g.root(p[0]), g.root(p[1]); i == a && j == b || i == b && j == a {
			return false
		}
	}
	return true
}

// join makes one group of two.
func (g *grouping) join(a, b int) {
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	g.parent[b] = a
	g.members[a] = append(g.members[a], g.members[b]...)
	g.members[b] = nil
	if g.key[a] == "" || g.key[b] != "" && g.key[b] < g.key[a] { // two are known only where that was ruled
		g.key[a] = g.key[b]
	}
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
