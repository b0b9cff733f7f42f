package storetest

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

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
