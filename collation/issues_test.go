package collation

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

const ferryIssue = `issue Selling the ferry
about ferry
action sell* the ferry | sale
side Town of Lerrick: Ada Brandt | Ole Falk
`

// ferryArticles tell of a mayor who turns, in two articles, and of another who
// contradicts her.
func ferryArticles() []*onrecord.Reading {
	say := func(speaker, said, content string) storetest.Saying {
		return storetest.Saying{Speaker: speaker, Said: said, Content: content, Kind: onrecord.Direct}
	}
	var out []*onrecord.Reading
	for _, a := range []storetest.Article{
		{Address: "1.txt", Published: "2026-02-11", Sayings: []storetest.Saying{say("Ada Brandt", "2026-02-10", "We will never sell the ferry"), say("Ada Brandt", "2026-02-10", "The bridge is old")}},
		{Address: "2.txt", Published: "2026-05-11", Sayings: []storetest.Saying{say("Ada Brandt", "2026-05-10", "We will sell the ferry by autumn")}},
		{Address: "3.txt", Published: "2026-05-13", Sayings: []storetest.Saying{say("Ole Falk", "2026-05-12", "The sale of the ferry is a mistake"), say("Eva Lind", "2026-05-12", "The ferry runs at noon")}},
	} {
		a.Outlet, a.Title = "Paper", "News "+a.Address
		out = append(out, a.Reading())
	}
	return out
}

// on is what a record holds of the issue.
type on struct {
	Assigned []store.Stance
	Changes  []onrecord.Change
}

func issueRecord(t *testing.T) store.Store {
	t.Helper()
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "r.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	return st
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func heldOn(t *testing.T, st store.Store) on {
	t.Helper()
	list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: "selling-the-ferry", Page: store.Page{Limit: -1}})
	if err != nil {
		t.Fatal(err)
	}
	changes, _, err := st.Changes(ctx, store.ChangeQuery{Repeats: true})
	if err != nil {
		t.Fatal(err)
	}
	held := on{Assigned: list}
	for _, c := range changes {
		held.Changes = append(held.Changes, c.Change)
	}
	return held
}

func declareFerry(t *testing.T, st store.Store) {
	t.Helper()
	if _, _, err := Declare(ctx, st, "ferry.issue", ferryIssue, "2026-11-22T10:00:00Z"); err != nil {
		t.Fatal(err)
	}
}

// TestIssueBeforeAndAfter holds that it makes no difference whether an issue is
// declared before its statements come or after, nor in which order they come.
func TestIssueBeforeAndAfter(t *testing.T) {
	var have []on
	for _, order := range []struct {
		before   bool
		articles []int
	}{{true, []int{0, 1, 2}}, {false, []int{0, 1, 2}}, {true, []int{2, 1, 0}}} {
		st := issueRecord(t)
		if order.before {
			declareFerry(t, st)
		}
		for _, i := range order.articles {
			must[int](t)(st.Put(ctx, ferryArticles()[i:i+1]))
			must[Done](t)(Run(ctx, st))
		}
		if !order.before {
			declareFerry(t, st)
			if err := Settle(ctx, st); err != nil {
				t.Fatal(err)
			}
		}
		have = append(have, heldOn(t, st))
	}
	if n, c := len(have[0].Assigned), have[0].Changes; n != 4 || len(c) != 2 {
		t.Fatalf("have %d statements and the changes %+v, want 4 and 2", n, c)
	}
	for _, other := range have[1:] {
		if diff := cmp.Diff(have[0], other); diff != "" {
			t.Errorf("in another order (-first +other):\n%s", diff)
		}
	}
	if kinds := []onrecord.ChangeKind{have[0].Changes[0].Kind, have[0].Changes[1].Kind}; kinds[0] != onrecord.Opposes || kinds[1] != onrecord.Turns {
		t.Errorf("have %v, newest first, want contradicts and reverses", kinds)
	}
}

// TestIssueRemoved holds that nothing is left of an issue that is taken back,
// and that one declared in other words is made anew.
func TestIssueRemoved(t *testing.T) {
	st := issueRecord(t)
	must[int](t)(st.Put(ctx, ferryArticles()))
	declareFerry(t, st)
	must[Done](t)(Run(ctx, st))
	if _, _, err := Declare(ctx, st, "ferry.issue", "issue Selling the ferry\nabout noon\naction noon", "2026-11-22T11:00:00Z"); err != nil {
		t.Fatal(err)
	}
	must[Done](t)(Run(ctx, st))
	if held := heldOn(t, st); len(held.Assigned) != 1 || len(held.Changes) != 0 {
		t.Errorf("declared anew: have %+v, want one statement", held)
	}
	must[bool](t)(st.Declare(ctx, "selling-the-ferry", "", "", "2026-11-22T12:00:00Z"))
	if held := heldOn(t, st); len(held.Assigned) != 0 {
		t.Errorf("removed: have %+v", held)
	}
}
