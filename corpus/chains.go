package corpus

import (
	"strconv"
	"strings"

	"onrecord"
)

// A Chain is a set of mentions that a machine held to be of one thing.
type Chain struct {
	Mentions       []onrecord.Span // in order of their end
	Representative onrecord.Span   // the mention that stands for all, zero when none is marked
}

// Chains are the coreference chains of the article: in the column "(7" opens a
// mention of chain 7, "7)" closes the last one opened, "(7)" is a mention of
// one token; "*" after the number marks the representative. They come in the
// order of their first closing.
func (s *Silver) Chains() []Chain {
	var out []Chain
	at := map[int]int{} // chain: its place in out
	for _, rows := range s.Sentences {
		open := map[int][]opened{}
		for _, row := range rows {
			for part := range strings.SplitSeq(row.Coref, "|") {
				id, star, opens, closes := corefMark(part)
				if opens {
					open[id] = append(open[id], opened{row.Start, star})
				}
				if n := len(open[id]); closes && n > 0 {
					k, ok := at[id]
					if !ok {
						k = len(out)
						at[id], out = k, append(out, Chain{})
					}
					last := open[id][n-1]
					out[k].add(onrecord.Span{Start: last.start, End: row.End}, last.star)
					open[id] = open[id][:n-1]
				}
			}
		}
	}
	return out
}

type opened struct {
	start int
	star  bool
}

func (c *Chain) add(mention onrecord.Span, representative bool) {
	c.Mentions = append(c.Mentions, mention)
	if representative {
		c.Representative = mention
	}
}

// corefMark reads "(7*", "7)" or "(7)".
func corefMark(s string) (id int, star, opens, closes bool) {
	opens, closes = strings.HasPrefix(s, "("), strings.HasSuffix(s, ")")
	s = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	s, star = strings.CutSuffix(s, "*")
	id, err := strconv.Atoi(s)
	if err != nil {
		return 0, false, false, false
	}
	return id, star, opens, closes
}
