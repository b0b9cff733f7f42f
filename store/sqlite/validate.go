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
		case !finite(st.Score) || !finite(st.SpeakerScore):
			wrong = append(wrong, fmt.Errorf("document %s: statement %s has the scores %v and %v", r.Doc.ID, st.ID, st.Score, st.SpeakerScore))
		}
		seen[st.ID] = true
	}
	return errors.Join(append(wrong, validateRelations(r)...)...)
}

func validateRelations(r *onrecord.Reading) (wrong []error) {
	if len(r.Relations) >= 1<<atBits {
		return []error{fmt.Errorf("document %s: %d relations, more than the record has room for", r.Doc.ID, len(r.Relations))}
	}
	seen := map[onrecord.RelationID]bool{}
	for i := range r.Relations {
		rel := &r.Relations[i]
		switch {
		case rel.Doc != r.Doc.ID || rel.ID != rel.ComputeID():
			wrong = append(wrong, fmt.Errorf("document %s: relation %s has a wrong ID", r.Doc.ID, rel.ID))
		case seen[rel.ID]:
			wrong = append(wrong, fmt.Errorf("document %s: relation %s twice", r.Doc.ID, rel.ID))
		case !finite(rel.Score):
			wrong = append(wrong, fmt.Errorf("document %s: relation %s has the score %v", r.Doc.ID, rel.ID, rel.Score))
		}
		seen[rel.ID] = true
	}
	return wrong
}

func finite(score float64) bool { return !math.IsNaN(score) && !math.IsInf(score, 0) }
