package eval

import (
	"strings"

	"onrecord"
)

// Chains asks for the way from the speaker to the page: as many hops as wanted,
// in order, each with the name wanted. Labels write a hop as kind:name, hops
// with ";" between them, "-" for none.
var Chains = &Question{
	Name: "chains", Stage: "entity", What: "chain", at: cueOf,
	answer: func(st *onrecord.Statement, _ *onrecord.Reading) string { return writeChain(st.Via) },
	judge: func(l *Label, st *onrecord.Statement, _ *onrecord.Reading) Grade {
		switch {
		case oneOf(l.Want, func(want string) bool { return sameChain(want, st.Via) }):
			return Right
		case len(st.Via) == 0:
			return Open
		}
		return Wrong
	},
	groups: func(l *Label) []string {
		switch n := len(hopsOf(l.Want)); {
		case n == 0:
			return []string{"where there is none"}
		case n == 1:
			return []string{"where there is one"}
		}
		return []string{"where there is one", "of several hops"}
	},
	order: []string{"where there is one", "of several hops", "where there is none"},
}

func hopsOf(want string) []string {
	if want == "-" {
		return nil
	}
	return strings.Split(want, ";")
}

func sameChain(want string, via []onrecord.Hop) bool {
	hops := hopsOf(want)
	if len(hops) != len(via) {
		return false
	}
	for i, hop := range hops {
		_, name, _ := strings.Cut(hop, ":")
		if name != via[i].Name && !SameName(via[i].Name, name) {
			return false
		}
	}
	return true
}

// writeChain writes hops as labels do.
func writeChain(via []onrecord.Hop) string {
	if len(via) == 0 {
		return "-"
	}
	hops := make([]string, len(via))
	for i, h := range via {
		hops[i] = string(h.Kind) + ":" + h.Name
	}
	return strings.Join(hops, ";")
}
