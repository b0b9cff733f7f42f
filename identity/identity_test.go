package identity

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	godiff "github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/people"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestCases(t *testing.T) {
	b, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(b), "\n-- ")[1:]
	if len(cases) < 10 {
		t.Fatalf("%d cases", len(cases))
	}
	for _, text := range cases {
		name, rest, _ := strings.Cut(text, "\n")
		r, want := parse(t, rest)
		var have []string
		for _, p := range Propose(r) {
			if p.Score < Threshold {
				continue
			}
			line := fmt.Sprintf("%s %s %s %s", p.Kind, p.Key, p.Other, p.Class)
			for _, doc := range p.Docs {
				line += " " + string(doc)
			}
			have = append(have, line)
		}
		slices.Sort(have)
		slices.Sort(want)
		if diff := godiff.Diff(want, have); diff != "" {
			var all strings.Builder
			for _, p := range Propose(r) {
				fmt.Fprintf(&all, "%.3f %s %s %s %q\n", p.Score, p.Class, p.Key, p.Other, p.Evidence)
			}
			t.Errorf("%s (-want +have):\n%s%s", name, diff, all.String())
		}
	}
}

// parse reads a case of testdata/cases.txt.
func parse(t *testing.T, text string) (r Record, want []string) {
	t.Helper()
	docs := map[onrecord.DocumentID][]onrecord.Appearance{}
	for _, line := range strings.Split(text, "\n") {
		mark, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "":
		case mark == "=":
			if rest != "" {
				want = append(want, rest)
			}
		case mark == "!":
			f := strings.Fields(rest)
			r.Apart = append(r.Apart, [2]string{f[0], f[1]})
		case mark == "~":
			f := strings.Fields(rest)
			r.Whole = append(r.Whole, [2]string{f[0], f[1]})
		default:
			id, day, _ := strings.Cut(strings.TrimSuffix(mark, ":"), "@")
			doc := onrecord.DocumentID(id)
			for _, one := range strings.Split(rest, "; ") {
				name, titles, _ := strings.Cut(one, ", ")
				kind := onrecord.Person
				if n, ok := strings.CutPrefix(name, "@"); ok {
					kind, name = onrecord.Organisation, n
				}
				a := onrecord.Appearance{Doc: doc, Own: store.KeyOf(kind, name), Name: name, Statements: 1, Printed: onrecord.Day(day)}
				for _, title := range strings.Split(titles, ", ") {
					if title != "" {
						a.Roles = append(a.Roles, onrecord.Role{Title: title})
					}
				}
				docs[doc] = append(docs[doc], a)
			}
		}
	}
	r.Profiles = profilesOf(docs)
	return r, want
}

// profilesOf puts the appearances of documents together by key.
func profilesOf(docs map[onrecord.DocumentID][]onrecord.Appearance) (out []onrecord.Profile) {
	by := map[string]*onrecord.Profile{}
	for _, all := range docs {
		var with []string
		for _, a := range all {
			with = append(with, a.Own)
		}
		slices.Sort(with)
		for _, a := range all {
			if by[a.Own] == nil {
				kind, _, _ := strings.Cut(a.Own, ":")
				by[a.Own] = &onrecord.Profile{Key: a.Own, Name: a.Name, Kind: onrecord.EntityKind(kind)}
			}
			a.With = with
			by[a.Own].Appearances = append(by[a.Own].Appearances, a)
		}
	}
	for _, p := range by {
		slices.SortFunc(p.Appearances, func(a, b onrecord.Appearance) int { return cmp.Compare(a.Doc, b.Doc) })
		out = append(out, *p)
	}
	return out
}

// TestSame holds the package to its first promise: no proposal depends on the
// order in which a record was made.
func TestSame(t *testing.T) {
	profiles := many(2000)
	want := Propose(Record{Profiles: profiles})
	if len(want) < 50 {
		t.Fatalf("%d proposals", len(want))
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		shuffled := slices.Clone(profiles)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := godiff.Diff(want, Propose(Record{Profiles: shuffled})); diff != "" {
			t.Fatalf("in another order (-want +have):\n%s", diff)
		}
	}
}

// many invents a record of n speakers and more: names of a thousand first and a
// number of last names by Zipf's law, some with an initial or a short form.
func many(n int) []onrecord.Profile {
	random := rand.New(rand.NewPCG(3, 4))
	lasts := rand.NewZipf(random, 1.1, 10, uint64(n))
	firsts := strings.Fields("robert bob william bill john james mary anna susan sue david dave thomas tom peter eva ole jonas mina")
	titles := strings.Fields("minister governor pastor coach director")
	docs := map[onrecord.DocumentID][]onrecord.Appearance{}
	for doc := range n / 2 {
		id := onrecord.DocumentID(fmt.Sprintf("d%07d", doc))
		for range 4 {
			last := strings.Fields(storetest.Name(int(lasts.Uint64())))[1]
			name := firsts[random.IntN(len(firsts))] + " " + last
			if random.IntN(4) == 0 {
				name = firsts[random.IntN(len(firsts))] + " " + string(rune('a'+random.IntN(26))) + ". " + last
			}
			a := onrecord.Appearance{Doc: id, Own: store.KeyOf(onrecord.Person, name), Name: name, Statements: 1 + random.IntN(3)}
			if random.IntN(2) == 0 {
				a.Roles = []onrecord.Role{{Title: titles[random.IntN(len(titles))]}}
			}
			docs[id] = append(docs[id], a)
		}
	}
	return profilesOf(docs)
}

// BenchmarkPropose makes proposals for a record of 100,000 speakers.
func BenchmarkPropose(b *testing.B) {
	profiles := many(100_000)
	for b.Loop() {
		Propose(Record{Profiles: profiles})
	}
}

// TestLists sees that lists of office-holders count.
func TestLists(t *testing.T) {
	r, _ := parse(t, "a: Bob Falk, beekeeper\nb: Robert Falk, astronomer\n")
	before := Propose(r)
	for _, c := range []struct{ file, says string }{
		{"person,aliases,position,personID\nRobert Falk,Bob Falk,Minister,Q1\n", "list l has both as Robert Falk"},
		{"person,position,personID\nRobert Falk,Minister,Q1\nRobert Falk,Deputy,Q2\n", ""},
	} {
		l, err := people.Read("l", strings.NewReader(c.file))
		if err != nil {
			t.Fatal(err)
		}
		r.Lists = people.New(l.Holdings)
		have := Propose(r)
		said := len(have) > 0 && slices.Contains(have[0].Evidence, c.says)
		if said != (c.says != "") {
			t.Errorf("with %q: %+v; without %+v", c.file, have, before)
		}
	}
}

// FuzzPropose gives it any names and titles: no panic, and proposals that an
// engine takes.
func FuzzPropose(f *testing.F) {
	f.Add("Robert Falk", "Bob Falk", "@FBI", "Secretary of State")
	f.Add("", ".", "@", "of the")
	f.Add("İ İ İ", "Jr.", "@the", "pastor of governor")
	f.Fuzz(func(t *testing.T, one, two, three, title string) {
		docs := map[onrecord.DocumentID][]onrecord.Appearance{}
		for i, name := range []string{one, two, three, one, two} {
			kind := onrecord.Person
			if strings.HasPrefix(name, "@") {
				kind = onrecord.Organisation
			}
			id := onrecord.DocumentID(fmt.Sprint("d", i))
			docs[id] = append(docs[id], onrecord.Appearance{Doc: id, Own: store.KeyOf(kind, name), Name: name, Statements: i, Roles: []onrecord.Role{{Title: title}}},
				onrecord.Appearance{Doc: id, Own: "person:" + fmt.Sprint(i), Name: fmt.Sprint(i), Roles: []onrecord.Role{{Title: one}}})
		}
		for _, p := range Propose(Record{Profiles: profilesOf(docs)}) {
			i := p.Identification
			i.When = store.InstantOf(time.Unix(0, 0))
			i.ID = i.ComputeID()
			if err := store.CheckIdentification(&i); err != nil {
				t.Errorf("%q %q %q %q: %v", one, two, three, title, err)
			}
		}
	})
}
