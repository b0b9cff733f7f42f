package eval

import (
	"slices"

	"onrecord"
	"onrecord/corpus"
)

// SurerHalf is how well a score orders: the Result of the half of all
// statements with the highest scores. Equal scores at the edge are all taken
// in.
func SurerHalf(gold []corpus.Article, pred map[string][]onrecord.Statement) Result {
	var scores []float64
	for _, statements := range pred {
		for i := range statements {
			scores = append(scores, statements[i].Score)
		}
	}
	if len(scores) == 0 {
		return Score(gold, pred)
	}
	slices.Sort(scores)
	least := scores[len(scores)/2]
	surer := make(map[string][]onrecord.Statement, len(pred))
	for name, statements := range pred {
		surer[name] = slices.DeleteFunc(slices.Clone(statements), func(s onrecord.Statement) bool { return s.Score < least })
	}
	return Score(gold, surer)
}
