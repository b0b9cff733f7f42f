package collation

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// speeches are what people said, each on a day; reports say it in other words.
var speeches = []struct {
	speaker, day string
	reports      []string
}{
	{"Ada Brandt", "2026-02-10", []string{
		"The harbour of Norvale stays open until the last ship has left it",
		"the harbour of Norvale stays open until the last ship",
		"the harbour would stay open until the last ship had left",
		"The harbour ... stays open until the last ship has left it",
	}},
	{"Ada Brandt", "2026-06-02", []string{
		"The harbour of Norvale closes in autumn and no ship will be turned away before",
		"the harbour of Norvale closes in autumn",
	}},
	{"Ole Falk", "2026-02-11", []string{
		"Nobody asked the fishermen whether they want a second breakwater",
		"nobody had asked the fishermen about a second breakwater",
		"Nobody asked the fishermen whether they want a second breakwater, and nobody will",
	}},
	{"Eva Lind", "2026-02-11", []string{
		"Nobody asked the fishermen whether they want a second breakwater",
		"We will pay for the repair of every boat that the storm has damaged",
	}},
	{"Ida Holm", "2026-02-11", []string{
		"A second breakwater costs more than the whole fleet of Norvale is worth",
		"a second breakwater would cost more than the whole fleet is worth",
	}},
	{"", "2026-02-10", []string{"The harbour of Norvale stays open until the last ship has left it"}},
}

// made makes articles with random reports of the speeches, some of which are
// copies of others, and some mention a remark that another one has.
func made(rng *rand.Rand, n int) []*onrecord.Reading {
	var out []*onrecord.Reading
	var last storetest.Article
	for i := range n {
		day := fmt.Sprintf("2026-0%d-%02d", 2+4*(i%2), 11+i%9)
		a := storetest.Article{Address: fmt.Sprintf("%d.txt", i), Outlet: fmt.Sprintf("Paper %d", rng.IntN(4)), Title: fmt.Sprintf("News of the day, number %d", i), Published: day}
		if i%4 == 3 { // a copy
			a.Title, a.Sayings = last.Title, last.Sayings
		}
		for k := 0; i%4 != 3 && k < 6; k++ { // what no other article has
			a.Sayings = append(a.Sayings, storetest.Saying{Speaker: "Bo Ek", Content: fmt.Sprintf("Box %d went to hall %d at %d with %d men and %d dogs and %d cats", rng.IntN(1e6), rng.IntN(1e6), rng.IntN(1e6), rng.IntN(1e6), rng.IntN(1e6), rng.IntN(1e6))})
		}
		for k := 0; i%4 != 3 && k < 3; k++ {
			s := speeches[rng.IntN(len(speeches))]
			one := storetest.Saying{Speaker: s.speaker, Content: s.reports[rng.IntN(len(s.reports))]}
			if rng.IntN(2) == 0 {
				one.Said = s.day
			}
			if rng.IntN(2) == 0 {
				one.Kind = onrecord.Direct
			}
			if rng.IntN(3) == 0 {
				one.Via = "wire Reuters"
			}
			a.Sayings = append(a.Sayings, one)
		}
		if i%3 == 0 {
			a.Relations = []storetest.Related{{Kind: onrecord.Criticises, From: storetest.Ending{Saying: 1}, Cue: "criticised",
				To: storetest.Ending{Owner: "Ida Holm", Noun: "remark", Words: "her remarks", About: "the second breakwater", Said: "2026-02-11"}}}
		}
		last = a
		out = append(out, a.Reading())
	}
	return out
}

// edited is a reading of an older article under the same address, and a later
// version of it.
func edited(i int) (old, now *onrecord.Reading) {
	a := storetest.Article{Address: fmt.Sprintf("edited-%d.txt", i), Outlet: "Paper 1", Title: "Old", Published: "2026-02-12",
		Sayings: []storetest.Saying{{Speaker: "Ada Brandt", Content: speeches[0].reports[i%4], Said: "2026-02-10"}}}
	b := a
	b.Title, b.Sayings = "New", []storetest.Saying{{Speaker: "Ole Falk", Content: speeches[2].reports[i%3], Said: "2026-02-11"}}
	return a.Reading(), b.Reading()
}

// An op is something that is done to a record, after others.
type op struct {
	after []int
	do    func(store.Store) error
}

func puts(r *onrecord.Reading) func(store.Store) error {
	return func(st store.Store) error {
		_, err := st.Put(ctx, []*onrecord.Reading{r})
		return err
	}
}

// ops are what is done to a record: articles, new versions of some, a merge, a
// split, corrections and rulings.
func ops(rng *rand.Rand) []op {
	var list []op
	readings := made(rng, 24)
	for _, r := range readings {
		list = append(list, op{nil, puts(r)})
	}
	for i := range 3 {
		old, now := edited(i)
		list = append(list, op{nil, puts(old)}, op{[]int{len(list)}, puts(now)})
	}
	of := func(i int, f func(st *onrecord.Statement, r *onrecord.Reading) func(store.Store) error) {
		list = append(list, op{[]int{i}, f(&readings[i].Statements[rng.IntN(len(readings[i].Statements))], readings[i])})
	}
	for i := range 3 {
		of(i, func(st *onrecord.Statement, _ *onrecord.Reading) func(store.Store) error {
			return func(s store.Store) error {
				_, err := s.Correct(ctx, storetest.Correction(st, i, onrecord.CorrectSpeaker, "person:Eva Lind"))
				return err
			}
		})
	}
	for i, kind := range []onrecord.RulingKind{onrecord.Apart, onrecord.Together, onrecord.Apart, onrecord.Together} {
		a, b := readings[2*i], readings[2*i+1]
		r := storetest.Rule(i, kind, &a.Statements[rng.IntN(len(a.Statements))], &b.Statements[rng.IntN(len(b.Statements))])
		list = append(list, op{[]int{2 * i, 2*i + 1}, func(s store.Store) error { _, err := s.Rule(ctx, r); return err }})
	}
	for _, one := range []onrecord.Identification{storetest.Merge(1, "person:ole-falk", "person:eva-lind"),
		storetest.Split(2, "person:ada-brandt", "person:ada-brandt-coach", readings[5].Doc.ID, readings[6].Doc.ID)} {
		list = append(list, op{[]int{5, 6}, func(s store.Store) error { _, err := s.Identify(ctx, []onrecord.Identification{one}); return err }})
	}
	return list
}

// TestOrder does the same things in many orders, collated at many times in
// steps of many sizes, and wants the same record each time.
func TestOrder(t *testing.T) {
	rounds := 4
	if testing.Short() {
		rounds = 1
	}
	for seed := range uint64(3) {
		list := ops(rand.New(rand.NewPCG(seed, 0)))
		want := apply(t, list, nil)
		if seed == 0 && (!strings.Contains(want, "reports 3") || !strings.Contains(want, "copy ") || !strings.Contains(want, "filled ")) {
			t.Fatalf("the case shows too little:\n%s", want)
		}
		for round := range uint64(rounds) {
			have := apply(t, list, rand.New(rand.NewPCG(seed, round+1)))
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(have, "\n")); diff != "" {
				t.Fatalf("seed %d, order %d (-want +have):\n%s", seed, round, diff)
			}
		}
	}
}

// apply does all in a random order, or as given, and returns the record.
func apply(t *testing.T, list []op, rng *rand.Rand) string {
	t.Helper()
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	done := make([]bool, len(list))
	for range list {
		var next []int
		for i, o := range list {
			if !done[i] && !slices.ContainsFunc(o.after, func(k int) bool { return !done[k] }) {
				next = append(next, i)
			}
		}
		i := next[0]
		if rng != nil {
			i = next[rng.IntN(len(next))]
		}
		done[i] = true
		if err := list[i].do(st); err != nil {
			t.Fatal(err)
		}
		if rng != nil && rng.IntN(4) == 0 {
			if _, err := New(st).step(ctx, 1+rng.IntN(5)); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := Run(ctx, st); err != nil {
		t.Fatal(err)
	}
	if wrong, err := st.Check(ctx); err != nil || len(wrong) > 0 {
		t.Fatalf("check: %q, %v", wrong, err)
	}
	return printed(t, st)
}

// printed is all that was computed across documents, in an order of its own.
func printed(t *testing.T, st store.Store) string {
	t.Helper()
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	var docs []onrecord.DocumentID
	err := st.Each(ctx, func(r *onrecord.Reading) error {
		docs = append(docs, r.Doc.ID)
		for i := range r.Statements {
			u, err := st.Utterance(ctx, r.Statements[i].ID)
			if err != nil {
				continue // not of a current version
			}
			add("utterance %s: first %s, reports %d %v, %d outlets, %d independent, matches %v", r.Statements[i].ID, u.First, len(u.Reports), u.Reports, u.Outlets, u.Independent, u.Matches)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	copies, err := st.Copies(ctx, docs...)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range copies {
		add("copy %v", c)
	}
	places, err := st.Placeholders(ctx, store.PlaceholderQuery{Docs: docs})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range places {
		if p.Filled != nil {
			add("filled %v", *p.Filled)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
