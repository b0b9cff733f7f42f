package identity

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
)

var record = flag.String("record", "", "a record of PolNeAR's train articles, made by onrecord add --model fast, to measure on")

// An answer is a line of eval/testdata/identities.tsv.
type answer struct{ half, class, a, b, verdict string }

func answers(t *testing.T) (out []answer) {
	t.Helper()
	b, err := os.ReadFile("../eval/testdata/identities.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 || f[0] != "dev" && f[0] != "held" || f[4] != "one" && f[4] != "two" {
			t.Fatalf("identities.tsv:%d: %q", n+1, line)
		}
		out = append(out, answer{f[0], f[1], f[2], f[3], f[4]})
	}
	return out
}

// TestIdentities prints how often proposals are right, by class and half; the
// record it needs is made in a minute:
//
//	onrecord add --db train.db --model fast ../shared/polnear/train/text
//	go test ./identity -run TestIdentities -v -record train.db
//
// Right and joined are counted of the labelled pairs of which the record has
// both names; of the kept half only counts are printed.
func TestIdentities(t *testing.T) {
	all := answers(t)
	if *record == "" {
		t.Skip("no -record to measure on")
	}
	st, err := sqlite.OpenExisting(*record)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	speakers, err := st.Profiles(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []struct {
		what     string
		profiles []onrecord.Profile
	}{{"all who are named", named(t, st)}, {"speakers", speakers}} {
		proposals := Propose(Record{Profiles: of.profiles})
		sure := slices.DeleteFunc(slices.Clone(proposals), func(p Proposal) bool { return p.Score < Threshold })
		t.Logf("%s: %d names, %d proposals, %d of them from %.2f on", of.what, len(of.profiles), len(proposals), len(sure), Threshold)
		measure(t, all, of.profiles, sure)
		if of.what == "speakers" {
			namesakes(t, all, of.profiles, sure)
		}
	}
}

// namesakes prints how many names that are one were split, and how many of pairs
// of people whose documents were put together under one name.
func namesakes(t *testing.T, all []answer, profiles []onrecord.Profile, sure []Proposal) {
	t.Helper()
	split := map[string]bool{}
	for _, p := range sure {
		split[p.Key] = split[p.Key] || p.Kind == onrecord.Split
	}
	for _, half := range []string{"dev", "held"} {
		one, wrong, two, right := 0, 0, 0, 0
		for _, a := range all {
			switch {
			case a.class != string(Namesakes) || a.half != half:
			case a.verdict == "one":
				one++
				if split[a.a] {
					wrong++
					if half == "dev" {
						t.Logf("dev: %s is split, and is one", a.a)
					}
				}
			default:
				two++
				if split[a.a] {
					right++
				}
			}
		}
		t.Logf("%-4s names of one: %d, split %d; names of two: %d, split %d", half, one, wrong, two, right)
	}
	made, found, split2 := 0, 0, 0
	for _, p := range sure {
		if p.Kind == onrecord.Split {
			split2++
			t.Logf("split: %s %s %q", p.Key, p.Other, p.Evidence)
		}
	}
	pairs := conflated(profiles)
	for _, p := range Propose(Record{Profiles: pairs.profiles}) {
		if p.Kind == onrecord.Split && p.Score >= Threshold && pairs.made[p.Key] {
			found++
		}
	}
	made = len(pairs.made)
	t.Logf("of %d names that were made by putting two people under one, %d are split; %d others of %d", made, found, split2, len(profiles))
}

type conflation struct {
	profiles []onrecord.Profile
	made     map[string]bool
}

// conflated puts every two neighbours of those whose titles tell a walk of life,
// in the order of their keys read backwards, under the first's name.
func conflated(profiles []onrecord.Profile) conflation {
	var told []*onrecord.Profile
	c := conflation{made: map[string]bool{}}
	for i := range profiles {
		p := &profiles[i]
		walk := ""
		for j := range p.Appearances {
			w, _, _ := said(&p.Appearances[j])
			walk = cmp.Or(walk, w)
		}
		if p.Kind == onrecord.Person && walk != "" && len(strings.Fields(p.Name)) > 1 {
			told = append(told, p)
		} else {
			c.profiles = append(c.profiles, *p)
		}
	}
	back := func(s string) string { r := []rune(s); slices.Reverse(r); return string(r) }
	slices.SortFunc(told, func(a, b *onrecord.Profile) int { return cmp.Compare(back(a.Key), back(b.Key)) })
	for i := 0; i+1 < len(told); i += 2 {
		one := *told[i]
		one.Appearances = slices.Concat(told[i].Appearances, told[i+1].Appearances)
		for j := range one.Appearances {
			one.Appearances[j].Own, one.Appearances[j].Name = one.Key, one.Name
		}
		c.made[one.Key] = true
		c.profiles = append(c.profiles, one)
	}
	return c
}

type tally struct{ one, joined, right int }

func (s tally) String() string {
	return fmt.Sprintf("%3d one, %3d joined, %3d right: precision %s recall %s", s.one, s.joined, s.right, share(s.right, s.joined), share(s.right, s.one))
}

func share(n, of int) string {
	if of == 0 {
		return "  –  "
	}
	return fmt.Sprintf("%.3f", float64(n)/float64(of))
}

func measure(t *testing.T, all []answer, profiles []onrecord.Profile, sure []Proposal) {
	t.Helper()
	group := groups(sure)
	known := map[string]bool{}
	for _, p := range profiles {
		known[p.Key] = true
	}
	counts := map[[2]string]*tally{}
	for _, a := range all {
		if a.class == string(Namesakes) || !known[a.a] || !known[a.b] {
			continue
		}
		for _, class := range []string{a.class, "all"} {
			c := counts[[2]string{a.half, class}]
			if c == nil {
				c = &tally{}
				counts[[2]string{a.half, class}] = c
			}
			if a.verdict == "one" {
				c.one++
			}
			if group(a.a) == group(a.b) {
				c.joined++
				if a.verdict == "one" {
					c.right++
				}
			}
		}
		if a.half == "dev" && (group(a.a) == group(a.b)) != (a.verdict == "one") {
			t.Logf("dev: %s %s %s is %s", a.class, a.a, a.b, a.verdict)
		}
	}
	for _, half := range []string{"dev", "held"} {
		for _, class := range []string{string(MiddleName), string(ShortForm), string(Initials), string(Spelling), string(LastName), string(Institution), "all"} {
			if c := counts[[2]string{half, class}]; c != nil {
				t.Logf("%-4s %-12s %s", half, class, c)
			}
		}
	}
	if c := counts[[2]string{"held", "all"}]; c == nil || c.joined > 0 && float64(c.right)/float64(c.joined) < 0.9 {
		t.Errorf("kept half: %v, want a precision of 0.9", c)
	}
}

// groups says of a key which group the proposals put it into.
func groups(proposals []Proposal) func(string) string {
	to := map[string]string{}
	find := func(key string) string {
		for to[key] != "" {
			key = to[key]
		}
		return key
	}
	for _, p := range proposals {
		if a, b := find(p.Key), find(p.Other); p.Kind == onrecord.Merged && a != b {
			to[b] = a
		}
	}
	return find
}

// named are the profiles of all whom documents name, as if each spoke.
func named(t *testing.T, st store.Store) (out []onrecord.Profile) {
	t.Helper()
	by := map[string]*onrecord.Profile{}
	if err := st.Each(context.Background(), func(r *onrecord.Reading) error {
		var with []string
		for _, e := range r.Entities {
			if e.Kind == onrecord.Person || e.Kind == onrecord.Organisation || e.Kind == onrecord.Country {
				with = append(with, store.KeyOf(e.Kind, e.Name))
			}
		}
		slices.Sort(with)
		with = slices.Compact(with)
		for _, e := range r.Entities {
			key := store.KeyOf(e.Kind, e.Name)
			if by[key] == nil {
				by[key] = &onrecord.Profile{Key: key, Name: e.Name, Kind: e.Kind}
			}
			by[key].Appearances = append(by[key].Appearances, onrecord.Appearance{Doc: r.Doc.ID, Own: key, Name: e.Name,
				Outlet: r.Doc.Outlet, Printed: r.Doc.Published.From, Statements: len(e.Mentions), Roles: e.Roles, With: with})
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, p := range by {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b onrecord.Profile) int { return cmp.Compare(a.Key, b.Key) })
	return out
}
