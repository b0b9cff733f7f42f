package web

import (
	"onrecord"
	"onrecord/store"
)

// A copied is the number of the first report, from 1, whose article prints the
// same text as that of a report, and why; 0 for none.
type copied struct {
	of  int
	why []string
}

// copiesIn says of each report of an utterance which it copies, as copies lead
// from one article to the next.
func copiesIn(u *store.Utterance) []copied {
	group := map[onrecord.DocumentID]onrecord.DocumentID{} // a document to another of its group, or itself
	var root func(id onrecord.DocumentID) onrecord.DocumentID
	root = func(id onrecord.DocumentID) onrecord.DocumentID {
		if up, ok := group[id]; ok && up != id {
			group[id] = root(up)
			return group[id]
		}
		return id
	}
	why := map[[2]onrecord.DocumentID][]string{}
	for _, c := range u.Copies {
		why[[2]onrecord.DocumentID{c.A, c.B}], why[[2]onrecord.DocumentID{c.B, c.A}] = c.Why, c.Why
		group[root(c.A)] = root(c.B)
	}
	out, first := make([]copied, len(u.Hits)), map[onrecord.DocumentID]int{}
	for i := range u.Hits {
		doc := u.Hits[i].Doc.ID
		of, ok := first[root(doc)]
		if !ok {
			first[root(doc)] = i
			continue
		}
		if original := u.Hits[of].Doc.ID; original != doc {
			out[i] = copied{of + 1, why[[2]onrecord.DocumentID{original, doc}]}
		}
	}
	return out
}
