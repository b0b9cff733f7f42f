package people_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"onrecord"
	"onrecord/people"
	"onrecord/store/sqlite"
)

var record = flag.String("record", "", "a record of PolNeAR's train articles, made by onrecord add --model fast, whose roles are compared with ../shared/people")

// TestRoles counts what lists of nine governments say of the roles of a record,
// all taken as of 1 May 2016, and prints the conflicts with -v.
func TestRoles(t *testing.T) {
	paths, err := filepath.Glob("../../shared/people/*.csv")
	if *record == "" || len(paths) == 0 || err != nil {
		t.Skip("no -record, or no lists of governments")
	}
	var all []onrecord.Holding
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		l, err := people.Read(filepath.Base(path), f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, l.Holdings...)
		f.Close()
	}
	st, err := sqlite.OpenExisting(*record)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	profiles, err := st.Profiles(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	lists, counts := people.New(all), map[people.Verdict]int{}
	for _, p := range profiles {
		for _, a := range p.Appearances {
			for _, r := range a.Roles {
				c := lists.Compare(people.Claim{Name: a.Name, Title: r.Title, Organisation: r.Organisation, From: "2016-05-01", Until: "2016-05-02"})
				if p.Kind == onrecord.Person {
					counts[c.Verdict]++
				}
				if c.Verdict == people.Conflict {
					t.Logf("%s, %s: %s", a.Name, r.Title, c.Words)
				}
			}
		}
	}
	t.Logf("%d holdings: %v", len(all), counts)
	if counts[people.Agreement] < 20*counts[people.Conflict] {
		t.Errorf("%v: a conflict is rare", counts)
	}
}
