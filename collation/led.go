package collation

import (
	"maps"
	"math"
	"slices"

	"onrecord"
	"onrecord/relation"
)

// group divides reports, ordered by ID, into utterances. What a crowd says alike
// was not compared each with each, and relation.Group takes what does not match
// for different. So of a crowd it divides those with the least IDs, which met
// each other, and each of the others follows the utterance that it matches most
// of.
func group(reports []onrecord.Report, matches []onrecord.Match, rulings []onrecord.Ruling) (out [][]onrecord.Report) {
	led := map[onrecord.StatementID][]onrecord.StatementID{}
	if len(reports) > most {
		led = followers(matches, rulings)
	}
	var core []onrecord.Report
	for i := range reports {
		if led[reports[i].Statement] == nil {
			core = append(core, reports[i])
		}
	}
	among := slices.DeleteFunc(slices.Clone(matches), func(m onrecord.Match) bool { return led[m.A] != nil || led[m.B] != nil })
	in := map[onrecord.StatementID]int{} // what is divided: its place in out
	for _, some := range relation.Group(core, among, rulings) {
		var list []onrecord.Report
		for _, i := range some {
			in[core[i].Statement] = len(out)
			list = append(list, core[i])
		}
		out = append(out, list)
	}
	for i := range reports {
		id := reports[i].Statement
		if k := foremost(led[id], in); k >= 0 {
			in[id] = k
			out[k] = append(out[k], reports[i])
		}
	}
	return out
}

// followers are statements that match half as many with lesser IDs as one is
// compared with, and these. What is ruled on follows nothing.
func followers(matches []onrecord.Match, rulings []onrecord.Ruling) map[onrecord.StatementID][]onrecord.StatementID {
	out := map[onrecord.StatementID][]onrecord.StatementID{}
	for _, m := range matches {
		id := max(m.A, m.B)
		out[id] = append(out[id], min(m.A, m.B))
	}
	for _, r := range rulings {
		delete(out, r.A.Statement)
		delete(out, r.B.Statement)
	}
	maps.DeleteFunc(out, func(_ onrecord.StatementID, lesser []onrecord.StatementID) bool { return len(lesser) < most/2 })
	return out
}

// foremost is the utterance that most of the statements are in, the first of
// several; -1 for none.
func foremost(ids []onrecord.StatementID, in map[onrecord.StatementID]int) int {
	votes := map[int]int{}
	best, first := 0, math.MaxInt
	for _, id := range ids {
		if k, ok := in[id]; ok {
			votes[k]++
		}
	}
	for k, n := range votes {
		if n > best || n == best && k < first {
			best, first = n, k
		}
	}
	if best == 0 {
		return -1
	}
	return first
}
