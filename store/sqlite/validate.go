package sqlite

import (
	"errors"
	"fmt"
	"math"

	"onrecord"
)

// validate refuses what the record could not be checked by afterwards.
func validate(r *onrecord.Reading) error {
	if len(r.Statements) >= 1<<atBits {
		return fmt.Errorf("document %s: %d statements, more than the record has room for", r.Doc.ID, len(r.Statements))
	}
	wrong := []error{r.Check()}
	if r.Doc.ID != r.Doc.ComputeID() {
		wrong = append(wrong, fmt.Errorf("document %s: its ID should be %s", r.Doc.ID, r.Doc.ComputeID()))
	}
	seen := map[onrecord.StatementID]bool{}
	for i := range r.Statements {
		st := &r.Statements[i]
		switch {
		case st.Doc != r.Doc.ID || st.ID != st.ComputeID():
			wrong = append(wrong, fmt.Errorf("document %s: statement %s has a wrong ID", r.Doc.ID, st.ID))
		case seen[st.ID]:
			wrong = append(wrong, fmt.Errorf("document %s: statement %s twice", r.Doc.ID, st.ID))
		case math.IsNaN(st.Score) || math.IsInf(st.Score, 0):
			wrong = append(wrong, fmt.Errorf("document %s: statement %s has the score %v", r.Doc.ID, st.ID, st.Score))
		}
		seen[st.ID] = true
	}
	return errors.Join(wrong...)
}
