package quote

import "sort"

// assemble chooses among the candidates: none nested in another's content, no
// word in two contents. Sources may be shared.
func assemble(v *view, cands []candidate, threshold float64) []candidate {
	turns := append(v.transcript(), v.signatures()...)
	cands = append(turns, cands...)
	order := make([]int, 0, len(cands))
	var doubtful []candidate
	for i := range cands {
		if cands[i].score >= threshold {
			order = append(order, i)
		} else {
			doubtful = append(doubtful, cands[i])
		}
	}
	sort.SliceStable(order, func(a, b int) bool { // turns of a transcript and signed letters first
		i, j := order[a], order[b]
		if i < len(turns) || j < len(turns) {
			return i < j
		}
		return cands[i].score > cands[j].score
	})
	taken := make([]uint8, len(v.col))
	var out []candidate
	for _, i := range order {
		c := cands[i]
		if taken[c.cue.First] != cO {
			continue
		}
		var kept []tokenRange
		for _, r := range c.content {
			kept = append(kept, free(taken, r)...)
		}
		if 2*size(kept) <= size(c.content) {
			continue
		}
		c.content = kept
		for _, r := range kept {
			for k := r.First; k < r.End; k++ {
				taken[k] = cIContent
			}
		}
		for k := c.cue.First; k < c.cue.End; k++ {
			taken[k] = lICue
		}
		for k := c.source.First; k < c.source.End; k++ {
			if taken[k] == cO {
				taken[k] = cISource
			}
		}
		out = append(out, c)
	}
	for i := range out {
		dropStray(v, &out[i])
	}
	out = v.recover(out, doubtful)
	v.tidySources(out)
	sort.SliceStable(out, func(a, b int) bool { return out[a].first() < out[b].first() })
	return out
}

// free returns the parts of r that no other statement has taken.
func free(taken []uint8, r tokenRange) []tokenRange {
	var out []tokenRange
	for i := r.First; i < r.End; i++ {
		if taken[i] != cO {
			continue
		}
		j := i
		for j < r.End && taken[j] == cO {
			j++
		}
		out = append(out, tokenRange{i, j})
		i = j
	}
	return out
}

func (c *candidate) first() int {
	at := c.content[0].First
	if c.source.End > 0 {
		at = min(at, c.source.First)
	}
	if c.cue.End > 0 {
		at = min(at, c.cue.First)
	}
	return at
}

func (c *candidate) last() int {
	at := max(c.cue.End, c.source.End)
	return max(at, c.content[len(c.content)-1].End)
}

// dropStray takes away words outside quotation marks behind the cue of a
// statement that is quoted before it: of 2,600 annotated statements with a
// quotation before the cue, 9 have unquoted content after it.
func dropStray(v *view, c *candidate) {
	first := c.content[0]
	if first.End > c.cue.First || !v.allQuoted(first) {
		return
	}
	kept := c.content[:1:1]
	for _, r := range c.content[1:] {
		sameSentence := v.sentOf[r.First] == v.sentOf[c.cue.First]
		if r.First < c.cue.First || v.quoted[r.First] >= 0 || !sameSentence && v.anyQuoted(r) {
			kept = append(kept, r)
		}
	}
	c.content = kept
}

func (v *view) allQuoted(r tokenRange) bool {
	for t := r.First; t < r.End; t++ {
		if v.quoted[t] < 0 && v.col[t].class != '.' {
			return false
		}
	}
	return true
}

func (v *view) anyQuoted(r tokenRange) bool {
	for t := r.First; t < r.End; t++ {
		if v.quoted[t] >= 0 {
			return true
		}
	}
	return false
}

func size(rs []tokenRange) int {
	n := 0
	for _, r := range rs {
		n += r.End - r.First
	}
	return n
}
