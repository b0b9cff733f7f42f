package storetest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
)

// rulings sees that what a person ruled holds, is undone, and is found again
// when another reading puts the edges of a statement elsewhere.
func rulings(t *testing.T, st store.Store) {
	rs := put(t, st, 2, harbour, north)
	finish(t, st)
	a, b := &rs[0].Statements[3], &rs[1].Statements[1]
	joined := func(when string, id onrecord.StatementID, want int) {
		t.Helper()
		finish(t, st)
		if u, err := st.Utterance(ctx, id); err != nil || len(u.Reports) != want {
			t.Errorf("%s the utterance has %d reports, %v; want %d", when, len(u.Reports), err, want)
		}
	}
	joined("unruled", a.ID, 1)
	together := Rule(1, onrecord.Together, a, b)
	rule(t, st, together)
	joined("ruled together", a.ID, 2)
	rule(t, st, Rule(2, onrecord.Apart, b, a))
	joined("then apart", a.ID, 1)
	list, err := st.Rulings(ctx)
	if err != nil || len(list) != 2 || !list[0].Superseded || list[0].Holds() || !list[1].Holds() || list[1].NowA != b.ID {
		t.Errorf("Rulings: %+v, %v", list, err)
	}
	undo := Unrule(3, list[1].ID)
	rule(t, st, undo)
	joined("undone", a.ID, 2)
	if added, err := st.Rule(ctx, undo); added || err != nil {
		t.Errorf("the same ruling again: %t, %v", added, err)
	}
	moved := harbour.readBy(reader2)
	moved.Relations = nil
	one := &moved.Statements[3]
	one.Content = slices.Clone(one.Content)
	one.Content[0].Start += len("the ")
	one.ID = one.ComputeID()
	if _, err := st.Put(ctx, []*onrecord.Reading{moved}); err != nil {
		t.Fatal(err)
	}
	isPending(t, st, "after another reading", rs...)
	if list, err = st.Rulings(ctx); err != nil || list[0].NowA != one.ID || list[0].A.Statement != a.ID || list[1].UndoneBy != undo.ID {
		t.Errorf("after another reading Rulings: %+v, %v", list, err)
	}
	c, err := st.Component(ctx, one.ID)
	if err != nil || len(c.Statements) != 2 || len(c.Rulings) != 1 || c.Rulings[0].ID != together.ID {
		t.Errorf("Component: %+v, %v", c, err)
	}
	edited := north
	edited.Title = "Not closed"
	put(t, st, 1, edited)
	if list, err = st.Rulings(ctx); err != nil || list[0].NowB != "" || list[0].Holds() {
		t.Errorf("after another version Rulings: %+v, %v", list, err)
	}
	finish(t, st)
}

// notRulings sees that what cannot be ruled is refused.
func notRulings(t *testing.T, st store.Store) {
	rs := put(t, st, 1, harbour)
	a, b := rs[0].Statements[0], rs[0].Statements[1]
	elsewhere := strike.Reading().Statements[0]
	outside := a
	outside.Content = []onrecord.Span{{Start: 0, End: 1 << 20}}
	outside.ID = outside.ComputeID()
	good := Rule(1, onrecord.Apart, &a, &b)
	nobody, undated, other := good, good, good
	nobody.Who, undated.When, other.Why = " ", "now", "another reason"
	nobody.ID, undated.ID = nobody.ComputeID(), undated.ComputeID()
	rule(t, st, good, Unrule(2, good.ID))
	for _, c := range []struct {
		name string
		r    onrecord.Ruling
		want error
	}{
		{"with another's ID", other, store.ErrRuling}, {"by nobody", nobody, store.ErrRuling}, {"without a time", undated, store.ErrRuling},
		{"on itself", Rule(1, onrecord.Apart, &a, &a), store.ErrRuling}, {"of no kind", Rule(1, "maybe", &a, &b), store.ErrRuling},
		{"outside the text", Rule(1, onrecord.Apart, &outside, &b), store.ErrRuling},
		{"on what is not held", Rule(1, onrecord.Apart, &a, &elsewhere), store.ErrNotFound},
		{"undoing nothing", Unrule(3, ""), store.ErrRuling}, {"undoing what is not there", Unrule(3, "uno"), store.ErrNotFound},
		{"undoing an undo", Unrule(3, Unrule(2, good.ID).ID), store.ErrRuling},
	} {
		if added, err := st.Rule(ctx, c.r); added || !errors.Is(err, c.want) {
			t.Errorf("a ruling %s: %t, %v; want %v", c.name, added, err, c.want)
		}
	}
}

// issues sees what is kept of issues, and in what order and pages it is listed.
func issues(t *testing.T, st store.Store) {
	var articles []Article
	for i := range 5 {
		a := Article{Address: fmt.Sprint(i, ".txt"), Outlet: "Evening Post", Title: fmt.Sprint("Day ", i), Published: fmt.Sprintf("2026-02-%02d", 10+i)}
		for j := range 3 {
			s := Saying{Speaker: []string{"Ada Brandt", "Ole Falk", ""}[j], Content: fmt.Sprint("the harbour ", i, j), Said: fmt.Sprintf("2026-02-%02d", 9+i-j), Act: []onrecord.Act{onrecord.Denied, onrecord.Asserted}[i%2]}
			if i == 3 {
				s.Said = ""
			}
			a.Sayings = append(a.Sayings, s)
		}
		articles = append(articles, a)
	}
	put(t, st, 5, articles...)
	mark, err := st.Mark(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []bool{true, false} {
		if changed, err := st.Declare(ctx, onHarbour, "The harbour", "text", declared); changed != want || err != nil {
			t.Errorf("Declare %d: %t, %v; want %t", i, changed, err, want)
		}
	}
	finish(t, st)
	list, err := st.Issues(ctx)
	want := []store.IssueFile{{ID: onHarbour, Name: "The harbour", Text: "text", Declared: declared, Statements: 15, Positions: 10, Changes: 6}}
	if diff := gocmp.Diff(want, list); err != nil || diff != "" {
		t.Errorf("Issues: %v (-want +have):\n%s", err, diff)
	}
	all := walkStances(t, st, store.StanceQuery{Issue: onHarbour, Page: store.Page{Limit: -1}})
	for _, limit := range []int{1, 4, 15} {
		if diff := gocmp.Diff(all, walkStances(t, st, store.StanceQuery{Issue: onHarbour, Page: store.Page{Limit: limit}})); diff != "" {
			t.Errorf("Assignments by %d (-want +have):\n%s", limit, diff)
		}
	}
	inOrder(t, st, all)
	for i, c := range []struct {
		q    store.StanceQuery
		want int
	}{
		{store.StanceQuery{Issue: onHarbour}, 15}, {store.StanceQuery{Issue: onHarbour, Positioned: true}, 10}, {store.StanceQuery{Issue: onHarbour, Key: "person:ole-falk"}, 5},
		{store.StanceQuery{Issue: "strike"}, 0}, {store.StanceQuery{Issue: onHarbour, Key: "person:nobody"}, 0},
	} {
		c.q.Limit = -1
		if have := walkStances(t, st, c.q); len(have) != c.want {
			t.Errorf("%d: %d stances, want %d", i, len(have), c.want)
		}
	}
	every := walkChanges(t, st, store.ChangeQuery{Page: store.Page{Limit: -1}})
	if diff := gocmp.Diff(every, walkChanges(t, st, store.ChangeQuery{Page: store.Page{Limit: 3}})); diff != "" {
		t.Errorf("Changes by 3 (-want +have):\n%s", diff)
	}
	for i, c := range []struct {
		q    store.ChangeQuery
		want int
	}{
		{store.ChangeQuery{}, 6}, {store.ChangeQuery{Issue: onHarbour, Key: "person:ada-brandt"}, 3}, {store.ChangeQuery{Issue: "strike"}, 0}, {store.ChangeQuery{Kind: onrecord.Softens}, 0},
		{store.ChangeQuery{Kind: onrecord.Turns, Since: "2026-02-13"}, 2}, {store.ChangeQuery{Added: mark}, 0}, {store.ChangeQuery{Added: mark - 1}, 2}, {store.ChangeQuery{Bare: true, Repeats: true}, 8},
	} {
		c.q.Limit = -1
		have := walkChanges(t, st, c.q)
		if len(have) != c.want {
			t.Errorf("%d: %d changes of %+v, want %d", i, len(have), c.q, c.want)
		}
		for _, one := range have {
			if one.Earlier.ID == one.Change.Earlier == c.q.Bare || one.IssueName != "The harbour" || one.Position[1].Statement != one.Change.Later {
				t.Errorf("%d: a change is %+v", i, one)
			}
		}
	}
	h, err := st.Statement(ctx, every[0].Change.Later)
	if err != nil || !slices.Equal(h.Changes, []onrecord.ChangeKind{onrecord.Turns}) {
		t.Errorf("the changes of a hit: %v, %v", h.Changes, err)
	}
	if months, err := st.Coverage(ctx); err != nil || !slices.Equal(months, []store.Month{{Month: "2026-02", Documents: 5}}) {
		t.Errorf("Coverage: %v, %v", months, err)
	}
	if changed, err := st.Declare(ctx, onHarbour, "", "", declared); !changed || err != nil {
		t.Errorf("removing an issue: %t, %v", changed, err)
	}
	if rest := walkChanges(t, st, store.ChangeQuery{}); len(rest) > 0 {
		t.Errorf("%d changes on an issue that is gone", len(rest))
	}
	_, state := pendingOf(t, st)
	for name, err := range map[string]error{"Assign": st.Assign(ctx, state, onHarbour, nil, nil), "Recompute": st.Recompute(ctx, state, onHarbour, nil)} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s on no issue: %v; want ErrNotFound", name, err)
		}
	}
}

// inOrder sees that stances are in the order of Report.Less.
func inOrder(t *testing.T, st store.Store, list []store.Stance) {
	t.Helper()
	for i := range list[1:] {
		two, err := st.ReportsOf(ctx, list[i].Statement, list[i+1].Statement)
		if err != nil || len(two) != 2 {
			t.Fatal(len(two), err)
		}
		if two[0].Statement != list[i].Statement {
			two[0], two[1] = two[1], two[0]
		}
		if two[1].Less(&two[0]) {
			t.Errorf("%s stands before %s", list[i].Statement, list[i+1].Statement)
		}
	}
}

func walkStances(t *testing.T, st store.Store, q store.StanceQuery) (all []store.Stance) {
	t.Helper()
	for {
		list, next, err := st.Assignments(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, list...)
		if q.After = next; next == "" {
			return all
		}
	}
}

func walkChanges(t *testing.T, st store.Store, q store.ChangeQuery) (all []store.Departure) {
	t.Helper()
	for {
		list, next, err := st.Changes(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, list...)
		if q.After = next; next == "" {
			return all
		}
	}
}

// near compares what is found by days and prints with what a look at every
// sketch finds.
func near(t *testing.T, open func(t *testing.T) store.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		st := open(t)
		defer st.Close()
		var sayings []Saying
		for range rapid.IntRange(1, 12).Draw(rt, "statements") {
			sayings = append(sayings, Saying{Speaker: rapid.SampledFrom(people).Draw(rt, "speaker"), Content: "words"})
		}
		r := Article{Address: "a.txt", Title: "A", Sayings: sayings}.Reading()
		if _, err := st.Put(ctx, []*onrecord.Reading{r}); err != nil {
			rt.Fatal(err)
		}
		merged := rapid.Bool().Draw(rt, "merged")
		if merged {
			if _, err := st.Identify(ctx, []onrecord.Identification{Merge(1, "person:ada-brandt", "person:bo-ek")}); err != nil {
				rt.Fatal(err)
			}
		}
		_, state := pendingOf(rt, st)
		c := &store.Collated{State: state, Docs: []onrecord.DocumentID{r.Doc.ID}}
		reports, err := st.Reports(ctx, r.Doc.ID)
		if err != nil {
			rt.Fatal(err)
		}
		for _, one := range reports {
			k := store.Sketch{Statement: one.Statement, Key: one.Key, Terms: []uint32{uint32(len(c.Sketches)), 1 << 31}}
			k.First, k.Last = drawDays(rt)
			k.Prints = slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.SampledFrom([]uint64{0, 1, 1 << 63, 1<<64 - 1}), 0, 3).Draw(rt, "prints"))))
			c.Sketches = append(c.Sketches, k)
		}
		if err := st.Collate(ctx, c); err != nil {
			rt.Fatal(err)
		}
		mustCheck(rt, st)
		for range 5 {
			q := store.Nearby{Key: rapid.SampledFrom([]string{"", "person:ada-brandt", "person:bo-ek", "person:ole-falk"}).Draw(rt, "key"),
				Prints: rapid.SliceOfN(rapid.SampledFrom([]uint64{0, 1, 1 << 63, 1<<64 - 1, 7}), 0, 2).Draw(rt, "asked")}
			q.From, q.Until = drawDays(rt)
			have, err := st.Near(ctx, q)
			if err != nil {
				rt.Fatal(err)
			}
			if diff := gocmp.Diff(meeting(c.Sketches, q, merged), have, cmpopts.EquateEmpty()); diff != "" {
				rt.Fatalf("Near %+v (-want +have):\n%s", q, diff)
			}
		}
	})
}

func drawDays(rt *rapid.T) (first, last onrecord.Day) {
	list := []onrecord.Day{"", "", "0001-01-01", "1969-12-31", "2017-01-01", "2017-01-02", "2017-01-05", "2017-01-17", "2017-03-07", "2017-09-15", "2019-10-23", "2035-05-05"}
	first, last = rapid.SampledFrom(list).Draw(rt, "first"), rapid.SampledFrom(list).Draw(rt, "last")
	if first > last && last != "" {
		first, last = last, first
	}
	return first, last
}

// meeting are the sketches that meet a question.
func meeting(all []store.Sketch, q store.Nearby, merged bool) (out []store.Sketch) {
	key := q.Key
	if merged && key == "person:bo-ek" {
		key = "person:ada-brandt"
	}
	for _, k := range all {
		days := (k.First == "" || q.Until == "" || k.First <= q.Until) && (k.Last == "" || q.From == "" || q.From <= k.Last)
		prints := slices.ContainsFunc(k.Prints, func(p uint64) bool { return slices.Contains(q.Prints, p) })
		if prints || days && key != "" && k.Key == key {
			k.Prints = nil
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b store.Sketch) int { return cmp.Compare(a.Statement, b.Statement) })
	return out
}
