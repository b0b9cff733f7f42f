package sqlite

import (
	"errors"
	"fmt"
	"math"

	"onrecord"
)

// uncorrected refuses a reading that people corrected: what a reader found and
// what people decided of it are kept apart.
func uncorrected(r *onrecord.Reading) error {
	n := len(r.Corrections)
	for i := range r.Statements {
		n += len(r.Statements[i].Corrections)
	}
	if n > 0 {
		return fmt.Errorf("document %s: it holds corrections: put what a reader found, and correct that", r.Doc.ID)
	}
	return nil
}

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
