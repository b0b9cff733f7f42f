package entity_test

import (
	"testing"

	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/eval"
)

// TestLabels holds speakers, acts, classes of anonymity and chains against
// hand-made labels.
func TestLabels(t *testing.T) {
	for _, c := range []struct {
		question *eval.Question
		least    float64 // per cent of the held half that is right
	}{{eval.Sources, 86}, {eval.Acts, 93}, {eval.Anonymity, 94}, {eval.Chains, 97}} {
		t.Run(c.question.What, func(t *testing.T) {
			if right := entitytest.Ask(t, "..", c.question, entity.Resolve); right < c.least {
				t.Errorf("%.1f %% right of the held half, want %.1f", right, c.least)
			}
		})
	}
}
