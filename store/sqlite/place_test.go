package sqlite

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestPlaces(t *testing.T) {
	// From the earliest to the latest; the last number is the order of adding.
	ordered := []struct {
		said, published string
		added           int64
	}{
		{"", "", 5},
		{"", "2017-01-01", 4},
		{"1066-10-14", "", 3},
		{"1815-06-18", "", 2},
		{"2017-01", "2017-03-01", 6}, // it begins on the first
		{"../2017-01-01", "2018-01-01", 1},
		{"2017-01-02", "", 9},
		{"2017-01-02", "2017-01-02", 7},
		{"2017-01-02", "2017-01-02", 8},
		{"2017-01-03", "2017-01-02", 0},
		{"9999-12-31", "9999-12-31", 1<<25 - 1},
	}
	last := int64(-1)
	for _, o := range ordered {
		p := placeOf(storetest.Time(o.said, ""), storetest.Time(o.published, ""), o.added)
		if p <= last {
			t.Errorf("said %q, published %q, added %d: its place %d is not after %d", o.said, o.published, o.added, p, last)
		}
		last = p
	}
}

func TestTimeMarks(t *testing.T) {
	for time, want := range map[string]string{
		"":                      "0",
		"2017-12-12":            "a20171212 a201712 a2017 a201",
		"2017-12":               "a201712 a2017 a201 c201712",
		"2017":                  "a2017 a201 c2017",
		"2010/2019":             "a201 c201",
		"../2017-12-12":         "a20171212 a201712 a2017 a201",
		"2017-12-12/..":         "a20171212 a201712 a2017 a201",
		"../..":                 "0",
		"2017-12-31/2018-01-01": "a20171231 a201712 a2017 a201 a20180101 a201801 a2018",
	} {
		have := strings.ReplaceAll(strings.Join(timeMarks("t", storetest.Time(time, "")), " "), markSign+"t", "")
		if have != want {
			t.Errorf("%s: have %s, want %s", time, have, want)
		}
	}
}

// Whatever the words are, the engine is asked a question that it can answer.
func FuzzFind(f *testing.F) {
	for _, s := range []string{`"`, "\x00", "a NEAR b", "\uE000all0", "(", "-", "*", "\xff", "a\"b OR", "é", "… "} {
		f.Add(s)
	}
	st := fillFuzz(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, field := range []store.Field{store.Words, store.Phrase, store.SpeakerIs, store.KeyIs, store.OutletIs, store.KindIs, store.ActIs, store.AnonIs, store.DocIs} {
			e := store.Expr{Field: field, Text: text}
			yes, err1 := st.Find(ctx, store.Find{Where: e})
			no, err2 := st.Find(ctx, store.Find{Where: store.Expr{Op: store.Not, Args: []store.Expr{e}}, Facets: true})
			if err1 != nil || err2 != nil {
				t.Fatalf("%s %q: %v, %v", field, text, err1, err2)
			}
			if yes.Total+no.Total != 3 {
				t.Errorf("%s %q: %d hits with it and %d without, of 3", field, text, yes.Total, no.Total)
			}
		}
	})
}

func fillFuzz(f *testing.F) *Store {
	st, err := Open(f.TempDir() + "/record.db")
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { st.Close() })
	a := storetest.Article{Address: "a.txt", Title: "One", Outlet: "Paper", Sayings: []storetest.Saying{
		{Speaker: "Ada Brandt", Content: "the harbour stays"}, {Content: "nobody knows é \x00 \uE000all0"}, {Speaker: "Ole", Content: "…"},
	}}
	if _, err := st.Put(ctx, []*onrecord.Reading{a.Reading()}, "1"); err != nil {
		f.Fatal(err)
	}
	return st
}
