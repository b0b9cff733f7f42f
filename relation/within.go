package relation

import (
	"slices"

	"onrecord"
)

// How far apart in an article two statements that report one utterance stand:
// one repeats what came shortly before, or the headline and the lead.
const (
	leadStatements = 12
	nearStatements = 40
)

// Within sets Same of the statements of an article that report what an earlier
// one of it does: the headline or the lead, and the quotation further down. Of
// the first it is empty. It reads r.Doc and r.Statements with their speakers
// and times.
func Within(r *onrecord.Reading) {
	reports := reportsOf(r)
	prepared := make([]*Prepared, len(reports))
	var matches []onrecord.Match
	for i := range reports {
		r.Statements[i].Same = ""
		prepared[i] = Prepare(&reports[i])
		for j := range i {
			if j >= leadStatements && j < i-nearStatements {
				continue
			}
			if match, ok := prepared[i].Same(prepared[j]); ok {
				matches = append(matches, match)
			}
		}
	}
	if len(matches) == 0 {
		return
	}
	for _, group := range Group(reports, matches, nil) {
		first := slices.Min(group)
		for _, i := range group {
			if i != first {
				r.Statements[i].Same = r.Statements[first].ID
			}
		}
	}
}
