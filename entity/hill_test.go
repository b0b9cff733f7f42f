package entity_test

import (
	"testing"

	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
)

func TestHillDump(t *testing.T) {
	shared := entitytest.Shared("..")
	if shared == "" {
		t.Skip("no ../shared")
	}
	r, err := entitytest.Gold(shared, "hill")
	if err != nil {
		t.Fatal(err)
	}
	entity.Resolve(r)
	date.Claim(r)
	if err := r.Check(); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	for _, e := range r.Entities {
		names[string(e.ID)] = e.Name
		t.Logf("%s %s %v %v", e.Kind, e.Name, len(e.Mentions), e.Roles)
	}
	for _, st := range r.Statements {
		t.Logf("%q %q -> %s | %s %s | %s %q | %v | add %q ven %q via %v", st.Source.In(r.Doc.Text), st.Cue.In(r.Doc.Text), names[string(st.Speaker)],
			st.Anonymity, st.Act, st.Said.EDTF, st.Said.Words.In(r.Doc.Text), st.Why, st.Addressee.In(r.Doc.Text), st.Venue.In(r.Doc.Text), st.Via)
	}
}
