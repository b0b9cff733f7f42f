package store

import (
	"strings"
	"testing"

	"onrecord"
)

func TestKeyOf(t *testing.T) {
	for _, c := range []struct {
		kind       onrecord.EntityKind
		name, want string
	}{
		{onrecord.Person, "Rex Tillerson", "person:rex-tillerson"},
		{onrecord.Person, "  REX  Tillerson ", "person:rex-tillerson"},
		{onrecord.Person, "Martin O'Malley, Jr.", "person:martin-o-malley-jr"},
		{onrecord.Organisation, "Łódź 2026", "organisation:łódź-2026"},
		{onrecord.UnknownKind, "???", "unknown:-3f3f3f"},
		{onrecord.UnknownKind, "", "unknown:-"},
	} {
		if have := KeyOf(c.kind, c.name); have != c.want {
			t.Errorf("KeyOf(%s, %q) = %q, want %q", c.kind, c.name, have, c.want)
		}
	}
}

// Two names share a key only when they have the same words.
func FuzzKeyOf(f *testing.F) {
	f.Add("Rex Tillerson", "rex-tillerson")
	f.Add("?", "!")
	f.Add("?", "3f")
	f.Fuzz(func(t *testing.T, a, b string) {
		same := KeyOf(onrecord.Person, a) == KeyOf(onrecord.Person, b)
		words := strings.Join(NameWords(a), " ") == strings.Join(NameWords(b), " ")
		if a != b && len(NameWords(a)) == 0 && len(NameWords(b)) == 0 {
			words = false // they have no words to share
		}
		if same != words {
			t.Errorf("%q and %q: same key %t, same words %t", a, b, same, words)
		}
	})
}
