package export_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/export"
)

// A correction's line holds all of it: read back, it is what was written.
func TestCorrectionReadsBack(t *testing.T) {
	const text = "👍🏽 Ada Brandt said that é the harbour stays."
	st := onrecord.Statement{Doc: "d1", Content: []onrecord.Span{{Start: 20, End: 28}, {Start: 30, End: 45}}, Source: onrecord.Span{Start: 9, End: 19}}
	want := onrecord.Correction{Doc: "d1", Statement: st.ComputeID(), Content: st.Content, Source: st.Source, Field: onrecord.CorrectSaid,
		Value: "2026-02", From: "2026-02-01", Until: "2026-03-01", Who: "B. Editor", Why: "the diary", When: "2026-11-22T12:00:00.000000Z"}
	want.ID = want.ComputeID()
	r := &onrecord.Reading{Doc: &onrecord.Document{ID: "d1", Text: text}, Corrections: []onrecord.Correction{want}}
	line, err := json.Marshal(export.Of(r).Corrections()[0])
	if err != nil {
		t.Fatal(err)
	}
	var c export.Correction
	if err := json.Unmarshal(line, &c); err != nil {
		t.Fatal(err)
	}
	have := c.Correction(text)
	if diff := cmp.Diff(want, have); diff != "" || have.ComputeID() != want.ID {
		t.Errorf("%s (-want +have):\n%s", line, diff)
	}
}
