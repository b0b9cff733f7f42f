package date_test

import (
	"testing"

	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/eval"
)

// TestLabels holds times of saying against hand-made labels.
func TestLabels(t *testing.T) {
	if right := entitytest.Ask(t, "..", eval.Times, entity.Resolve, date.Claim); right < 73 {
		t.Errorf("%.1f %% right of the held half, want 73", right)
	}
}
