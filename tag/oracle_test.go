package tag

import (
	"math/rand/v2"
	"testing"
)

// randomTree is a projective tree over n words with one root.
func randomTree(r *rand.Rand, heads []int32, lo, hi int, head int32) {
	if lo >= hi {
		return
	}
	mid := lo + r.IntN(hi-lo)
	heads[mid] = head
	// Parts left and right of mid are cut into subtrees that depend on mid.
	for _, side := range [][2]int{{lo, mid}, {mid + 1, hi}} {
		for at := side[0]; at < side[1]; {
			end := at + 1 + r.IntN(side[1]-at)
			randomTree(r, heads, at, end, int32(mid))
			at = end
		}
	}
}

// follow parses by moves of no cost and returns the tree.
func follow(t *testing.T, g *goldTree, n int, pick func(n int) int) []int32 {
	t.Helper()
	var s state
	s.reset(make([]word, n+2))
	on := make([]bool, n+2)
	for !s.done() {
		costs, legal := g.costs(&s, on), s.legal()
		var free []int
		for m, c := range costs {
			if legal[m] && c == 0 {
				free = append(free, m)
			}
		}
		if len(free) == 0 {
			t.Fatalf("no move without cost: gold %v, stack %v, next %d, costs %v", g.heads, s.stack, s.next, costs)
		}
		move := free[pick(len(free))]
		if move == shift {
			on[s.next] = true
			s.shift()
			continue
		}
		on[s.at(0)] = false
		s.attach(s.headOf(move), 0)
	}
	var heads []int32
	for i := range n {
		heads = append(heads, s.nodes[i].head)
	}
	return heads
}

func TestOracleReachesEveryProjectiveTree(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 3000 {
		n := 1 + r.IntN(12)
		heads := make([]int32, n)
		randomTree(r, heads, 0, n, int32(n))
		g := newGoldTree(heads, make([]uint8, n))
		have := follow(t, g, n, r.IntN)
		for i := range heads {
			if have[i] != heads[i] {
				t.Fatalf("gold heads %v, moves without cost give %v", heads, have)
			}
		}
	}
}
