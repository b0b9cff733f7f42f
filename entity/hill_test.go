package entity_test

import (
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/eval"
)

// TestHill holds speakers and times against a real article worked through by
// hand: two of its core statements have a time that follows from the sense of
// the article alone, and one may be lost to what the article's marks hide.
func TestHill(t *testing.T) {
	shared := entitytest.Shared("..")
	if shared == "" {
		t.Skip("SKIPPED: the record made by hand is not measured: no ../shared/gold (or $ONRECORD_SHARED)")
	}
	r, wants, err := entitytest.Gold(shared, "hill")
	if err != nil {
		t.Fatal(err)
	}
	entity.Resolve(r)
	date.Claim(r)
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	names := map[onrecord.EntityID]string{}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	core, speakers, times := 0, 0, 0
	for i := range r.Statements {
		st := &r.Statements[i]
		want := wants[st.ID]
		if !want.Core {
			continue
		}
		core++
		if have := names[st.Speaker]; eval.SameName(have, want.Speaker) {
			speakers++
		} else {
			t.Logf("%q %q: have %q, want %q; %v", st.Source.In(r.Doc.Text), st.Cue.In(r.Doc.Text), have, want.Speaker, st.Why)
		}
		if string(st.Said.EDTF) == want.Said {
			times++
		} else {
			t.Logf("%q %q: have %q, want %q; %v", st.Source.In(r.Doc.Text), st.Cue.In(r.Doc.Text), st.Said.EDTF, want.Said, st.Why)
		}
	}
	if core != 15 || speakers < 15 || times < 13 {
		t.Errorf("of %d core statements %d speakers and %d times are right; want 15, 15 and 13", core, speakers, times)
	}
}
