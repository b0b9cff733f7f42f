package collation

import (
	"maps"
	"slices"

	"onrecord"
	"onrecord/store"
)

// A graph is statements with the matches and rulings between them.
type graph struct {
	parent  map[onrecord.StatementID]onrecord.StatementID
	matches map[onrecord.StatementID][]onrecord.Match  // of the root of a part
	rulings map[onrecord.StatementID][]onrecord.Ruling // likewise
}

// graph is the part of the record that was held, with the matches of the batch
// as they are now in place of what they were. What was joined before is part of
// it too, though it may be alone now.
func (b *batch) graph(held *store.Component, now []onrecord.Match, rulings []onrecord.Ruling) *graph {
	g := &graph{map[onrecord.StatementID]onrecord.StatementID{}, map[onrecord.StatementID][]onrecord.Match{}, map[onrecord.StatementID][]onrecord.Ruling{}}
	for i := range b.reports {
		g.root(b.reports[i].Statement)
	}
	var matches []onrecord.Match
	for _, m := range held.Matches {
		g.root(m.A)
		g.root(m.B)
		_, a := b.index[m.A]
		_, z := b.index[m.B]
		if !a && !z {
			matches = append(matches, m)
		}
	}
	matches = append(matches, now...)
	for _, m := range matches {
		g.join(m.A, m.B)
	}
	for _, r := range rulings {
		if r.Kind == onrecord.Together {
			g.join(r.A.Statement, r.B.Statement)
		}
	}
	for _, m := range matches {
		root := g.root(m.A)
		g.matches[root] = append(g.matches[root], m)
	}
	for _, r := range rulings {
		if root := g.root(r.A.Statement); root == g.root(r.B.Statement) {
			g.rulings[root] = append(g.rulings[root], r)
		}
	}
	return g
}

func (g *graph) root(id onrecord.StatementID) onrecord.StatementID {
	if g.parent[id] == "" {
		g.parent[id] = id
	}
	for g.parent[id] != id {
		g.parent[id] = g.parent[g.parent[id]]
		id = g.parent[id]
	}
	return id
}

func (g *graph) join(a, b onrecord.StatementID) {
	if a, b = g.root(a), g.root(b); a != b {
		g.parent[max(a, b)] = min(a, b)
	}
}

// parts are the statements that are joined in any number of steps, sorted.
func (g *graph) parts() [][]onrecord.StatementID {
	byRoot := map[onrecord.StatementID][]onrecord.StatementID{}
	for _, id := range slices.Sorted(maps.Keys(g.parent)) {
		root := g.root(id)
		byRoot[root] = append(byRoot[root], id)
	}
	var out [][]onrecord.StatementID
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		out = append(out, byRoot[root])
	}
	return out
}

// joined are the statements that are not alone.
func (g *graph) joined() (out []onrecord.StatementID) {
	for _, part := range g.parts() {
		if len(part) > 1 {
			out = append(out, part...)
		}
	}
	return out
}
