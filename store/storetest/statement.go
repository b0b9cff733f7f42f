package storetest

import (
	"strings"
	"testing"

	"onrecord/store"
)

// statement sees that a hit has what is needed to show it.
func statement(t *testing.T, st store.Store) {
	r := put(t, st, 1, harbour)[0]
	first, err1 := st.Statement(ctx, r.Statements[0].ID)
	last, err2 := st.Statement(ctx, r.Statements[3].ID)
	if err1 != nil || err2 != nil {
		t.Fatal(err1, err2)
	}
	for _, c := range []struct{ what, have, want string }{
		{"key", first.Key, "person:ada-brandt"},
		{"speaker", first.Speaker.Name, "Ada Brandt"},
		{"content", first.Content, "The harbour will close … in spring"},
		{"cue", first.Cue, "said"},
		{"source", first.Source, "Ada Brandt"},
		{"addressee", first.AddresseeWords, "young lawmakers"},
		{"venue", first.VenueWords, "in Parliament"},
		{"occasion", first.OccasionWords, "at a hearing"},
		{"medium", first.MediumWords, "in a statement"},
		{"words of the time", first.SaidWords, ""},
		{"addressee of nobody", last.AddresseeWords, ""},
		{"before", first.Before, "Harbour to close\n"},
		{"outlet", first.Doc.Outlet, "The Coast Herald"},
		{"text of the head", first.Doc.Text, ""},
		{"key of nobody", last.Key, ""},
		{"after the last", last.After, ",\n denied her report the talks\n Kai Holm appeared to walk back her remarks\n about the storm\n"},
		{"candidate", last.Others[0].Name, "Ada Brandt"},
	} {
		if c.have != c.want {
			t.Errorf("%s: have %q, want %q", c.what, c.have, c.want)
		}
	}
	if last.Speaker != nil || !first.Doc.Current || first.Doc.Statements != 4 {
		t.Errorf("speaker %v, current %t, %d statements", last.Speaker, first.Doc.Current, first.Doc.Statements)
	}
	// The text around is cut at 160 bytes, in whole characters.
	long := Article{Address: "long.txt", Title: "Long", Sayings: []Saying{
		{Content: strings.Repeat("é", 200)}, {Content: "short"}, {Content: strings.Repeat("é", 200)},
	}}
	middle, err := st.Statement(ctx, put(t, st, 1, long)[0].Statements[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := strings.Repeat("é", 79) + ",\n"; middle.Before != want {
		t.Errorf("before: have %q, want %q", middle.Before, want)
	}
	if want := ",\nsomebody said " + strings.Repeat("é", 72); middle.After != want {
		t.Errorf("after: have %q, want %q", middle.After, want)
	}
}
