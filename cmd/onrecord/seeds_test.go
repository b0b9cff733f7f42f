package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// seedIssue is what a researcher would declare who follows an affair and has read
// neither of the two articles about it.
const seedIssue = `issue     Talks with North Korea
about     North Korea* | Pyongyang | Kim Jong | talks | negotiations
action    talk* | negotiat* | dialogue | meet*
for       The United States should talk with North Korea
          sit down with
          open a dialogue
against   No talks with North Korea
          the time for talk* is over
side      United States: Donald Trump (president) | Rex Tillerson (secretary of state) | White House
`

// Two articles about one affair make one record, whichever comes first.
func TestSeeds(t *testing.T) {
	shared := os.Getenv("ONRECORD_SHARED")
	if shared == "" {
		shared = "../../../shared"
	}
	hill := []string{"--published", "2017-08-01", "--outlet", "The Hill", filepath.Join(shared, "seeds", "004_e26f05b979aa93f7.txt")}
	dreams := []string{"--published", "2017-12-13", "--outlet", "Common Dreams", filepath.Join(shared, "seeds", "000_50a260f04411852e.txt")}
	if _, err := os.Stat(hill[4]); err != nil {
		t.Skipf("skipped: no shared material at %s ($ONRECORD_SHARED)", shared)
	}
	dir := t.TempDir()
	issue := filepath.Join(dir, "talks.issue")
	if err := os.WriteFile(issue, []byte(seedIssue), 0o666); err != nil {
		t.Fatal(err)
	}
	record := func(name string, steps ...[]string) string {
		db := filepath.Join(dir, name)
		for _, step := range steps {
			mustRun(t, append(step, "--db", db)...)
		}
		mustRun(t, "check", "--db", db)
		return mustRun(t, "export", "--db", db)
	}
	add := func(article []string) []string { return append([]string{"add"}, article...) }
	declare := []string{"issues", "import", issue}
	want := record("one.db", add(hill), add(dreams), declare)
	for name, have := range map[string]string{
		"the other way round":     record("two.db", add(dreams), add(hill), declare),
		"the issue first":         record("three.db", add(dreams), declare, add(hill)),
		"the issue in the middle": record("five.db", add(hill), declare, add(dreams)),
	} {
		if have != want {
			t.Errorf("%s: another export\n%s", name, firstDifference(want, have))
		}
	}
	r := readSeeds(t, want)
	for name, holds := range map[string]bool{
		"December reverses March":               r.related("reverses", r.december, r.march),
		"August reverses March":                 r.related("reverses", r.august, r.march),
		"the White House walks December's back": r.related("walks_back", nil, r.december),
		"August is not joined with December":    r.apart(r.august, r.december),
	} {
		if !holds {
			t.Errorf("not so: %s", name)
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "want " + x[i] + "\nhave " + y[i]
		}
	}
	return "one has more lines"
}

// seeds are lines of the export that matter here.
type seeds struct {
	relations               []seedLine
	march, august, december map[string]bool // statements on talks
	same                    map[string]string
}

type seedLine struct {
	Type, ID, Article, Kind, From, To, Same string
	Content                                 struct{ Text string }
	Said                                    struct{ EDTF string }
	Speaker                                 struct{ Name string }
}

func readSeeds(t *testing.T, export string) *seeds {
	r := &seeds{march: map[string]bool{}, august: map[string]bool{}, december: map[string]bool{}, same: map[string]string{}}
	for _, line := range strings.Split(strings.TrimSpace(export), "\n") {
		var l seedLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		if l.Type == "relation" {
			r.relations = append(r.relations, l)
		}
		if l.Type != "statement" || l.Speaker.Name != "Rex Tillerson" {
			continue
		}
		r.same[l.ID] = l.Same
		for day, set := range map[string]map[string]bool{"2017-03": r.march, "2017-08-01": r.august, "2017-12-12": r.december} {
			if l.Said.EDTF == day {
				set[l.ID] = true
			}
		}
	}
	if len(r.march) == 0 || len(r.august) == 0 || len(r.december) == 0 {
		t.Fatalf("statements of Tillerson in March %v, August %v, December %v; want some of each", r.march, r.august, r.december)
	}
	return r
}

// related reports a relation from one of these, nil for any, to one of those.
func (r *seeds) related(kind string, from, to map[string]bool) bool {
	for _, l := range r.relations {
		if l.Kind == kind && (from == nil || from[l.From]) && to[l.To] {
			return true
		}
	}
	return false
}

// apart reports that no statement of one set is joined with one of the other.
func (r *seeds) apart(a, b map[string]bool) bool {
	first := func(id string) string {
		if r.same[id] != "" {
			return r.same[id]
		}
		return id
	}
	for x := range a {
		for y := range b {
			if first(x) == first(y) {
				return false
			}
		}
	}
	return true
}
