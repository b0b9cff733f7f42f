package eval

import (
	"cmp"
	"slices"
)

// A whole is the tokens of an attribution by Role.
type whole [len(Roles)]set

func (t *text) whole(attributions []attribution) []whole {
	var out []whole
	for _, a := range attributions {
		var w whole
		for _, role := range Roles {
			w[role] = t.all(a[role])
		}
		out = append(out, w)
	}
	return out
}

// A pair is a predicted and a gold thing that fit by so many tokens.
type pair struct{ size, pred, gold int }

// matched pairs greedily, one to one, the largest first; of equals the later
// in the lists.
func matched(pairs []pair) []pair {
	slices.SortFunc(pairs, func(a, b pair) int {
		return -cmp.Or(cmp.Compare(a.size, b.size), cmp.Compare(a.pred, b.pred), cmp.Compare(a.gold, b.gold))
	})
	preds, golds := map[int]bool{}, map[int]bool{}
	var out []pair
	for _, p := range pairs {
		if !preds[p.pred] && !golds[p.gold] {
			preds[p.pred], golds[p.gold] = true, true
			out = append(out, p)
		}
	}
	return out
}

// matchOverlap counts the pairs of spans that share a token.
func matchOverlap(pred, gold []set) int {
	var pairs []pair
	for i, p := range pred {
		for j, g := range gold {
			if n := shared(p, g); n > 0 {
				pairs = append(pairs, pair{n, i, j})
			}
		}
	}
	return len(matched(pairs))
}

// link pairs whole attributions whose cues share a token, or whose contents do
// where gold has no cue.
func link(pred, gold []whole) []pair {
	var pairs []pair
	for i, p := range pred {
		for j, g := range gold {
			key := Cue
			if len(g[Cue]) == 0 {
				key = Content
			}
			if n := shared(p[key], g[key]); n > 0 {
				pairs = append(pairs, pair{n + shared(p[Content], g[Content]) + shared(p[Source], g[Source]), i, j})
			}
		}
	}
	return matched(pairs)
}

// addLinked counts whole attributions; empty ones of gold can only be missed.
func (c *counts) addLinked(pred, gold []whole, empty int) {
	exact, relaxed := 0, 0
	for _, m := range link(pred, gold) {
		p, g := pred[m.pred], gold[m.gold]
		if slices.Equal(p[Source], g[Source]) && slices.Equal(p[Content], g[Content]) {
			exact++
		}
		if alike(p, g) {
			relaxed++
		}
	}
	c.linkedExact.add(exact, len(pred), len(gold)+empty)
	c.linkedRelaxed.add(relaxed, len(pred), len(gold)+empty)
}

// alike reports whether the contents share a token, and the sources do or are
// both absent.
func alike(p, g whole) bool {
	return shared(p[Content], g[Content]) > 0 && (slices.Equal(p[Source], g[Source]) || shared(p[Source], g[Source]) > 0)
}

// addDirect holds one gold attribution, all of it in quotation marks, against
// the prediction that shares most of its content, the first of equals.
func (c *counts) addDirect(pred []whole, gold whole) {
	c.direct++
	var best whole
	most := 0
	for _, p := range pred {
		if n := shared(p[Content], gold[Content]); n > most {
			best, most = p, n
		}
	}
	if most == 0 {
		return
	}
	c.found++
	if slices.Equal(best[Content], gold[Content]) {
		c.content++
	}
	same := slices.Equal(best[Source], gold[Source])
	if same {
		c.right++
	}
	if same || shared(best[Source], gold[Source]) > 0 {
		c.near++
	}
}
