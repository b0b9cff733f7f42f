package date

import (
	"sort"

	"onrecord"
)

// contents marks the tokens of all contents, in time linear in both.
func (c *claimer) contents() []bool {
	edges := make([]int32, len(c.low)+1)
	for i := range c.r.Statements {
		for _, s := range c.r.Statements[i].Content {
			first, end := c.tokens(s)
			edges[first]++
			edges[end]--
		}
	}
	inside, depth := make([]bool, len(c.low)), int32(0)
	for i := range inside {
		depth += edges[i]
		inside[i] = depth > 0
	}
	return inside
}

// token is the index of the first token that ends after the byte at.
func (c *claimer) token(at int) int {
	t := c.r.Tokens
	i := c.near64[min(max(at, 0)>>6, len(c.near64)-1)]
	for far := i + 32; i < far; i++ {
		if i == len(t) || t[i].End > at {
			return i
		}
	}
	return sort.Search(len(t), func(i int) bool { return t[i].End > at })
}

// every64 is the first token that ends after each 64th byte.
func every64(text string, t []onrecord.Token) []int {
	out := make([]int, len(text)>>6+1)
	i := 0
	for k := range out {
		for i < len(t) && t[i].End <= k<<6 {
			i++
		}
		out[k] = i
	}
	return out
}

// tokens are those that a span covers, [first, end).
func (c *claimer) tokens(s onrecord.Span) (first, end int) {
	if s.IsZero() {
		return 0, 0
	}
	t := c.r.Tokens
	first = c.token(s.Start)
	for end = first; end < len(t) && t[end].Start < s.End; end++ {
		if end-first == 8 { // most spans are short
			end += sort.Search(len(t)-end, func(i int) bool { return t[end+i].Start >= s.End })
			break
		}
	}
	return first, end
}
