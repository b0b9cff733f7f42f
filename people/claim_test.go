package people

import (
	"testing"

	"onrecord"
)

func TestClaimOf(t *testing.T) {
	day := onrecord.Claimed{From: "2024-12-05", Until: "2024-12-06"}
	moen := &onrecord.Entity{Name: "Ida Moen", Roles: []onrecord.Role{{Title: "minister"}, {Title: "Minister for Islands", Organisation: "Norvale"}}}
	for _, c := range []struct {
		name, role, source string
		speaker            *onrecord.Entity
		want               Claim
	}{
		{"a name and a role", "Minister for Islands", "Moen", moen, Claim{Name: "Ida Moen", Title: "Minister for Islands", Organisation: "Norvale"}},
		{"a role that the entity does not have", "chair", "Moen", moen, Claim{Name: "Ida Moen", Title: "chair"}},
		{"a title for a name", "", "the harbour master", &onrecord.Entity{Name: "the harbour master"}, Claim{Title: "the harbour master"}},
		{"unknown, with a title", "", "the press secretary", nil, Claim{Title: "the press secretary"}},
		{"unknown, with a role", "spokesman", "he", nil, Claim{Title: "spokesman"}},
	} {
		c.want.From, c.want.Until = day.From, day.Until
		if have := ClaimOf(&onrecord.Statement{Role: c.role}, c.speaker, c.source, day); have != c.want {
			t.Errorf("%s: have %+v, want %+v", c.name, have, c.want)
		}
	}
}
