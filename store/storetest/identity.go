package storetest

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord"
	"onrecord/store"
)

// RunIdentity tests what an engine makes of identifications and of lists of
// office-holders.
func RunIdentity(t *testing.T, open func(t *testing.T) store.Store) {
	for _, test := range []struct {
		name string
		f    func(*testing.T, store.Store)
	}{
		{"merged", merged}, {"merged in turn", mergedInTurn}, {"split", splitUp}, {"undone", undone}, {"read again", identifiedThenReread},
		{"not identified", notIdentified}, {"profiles", profiles}, {"held offices", heldOffices},
		{"relations of who is merged", mergedRelations},
	} {
		t.Run(test.name, func(t *testing.T) {
			st := open(t)
			test.f(t, st)
			mustCheck(t, st)
		})
	}
	t.Run("any order", func(t *testing.T) { anyOrder(t, open) })
}

// Merge says at the minute of a day that other is key.
func Merge(minute int, key, other string) onrecord.Identification {
	return identification(minute, onrecord.Identification{Kind: onrecord.Merged, Key: key, Other: other})
}

// Split says that in docs key is other.
func Split(minute int, key, other string, docs ...onrecord.DocumentID) onrecord.Identification {
	slices.Sort(docs)
	return identification(minute, onrecord.Identification{Kind: onrecord.Split, Key: key, Other: other, Docs: docs})
}

// Undo says that an identification does not hold.
func Undo(minute int, id onrecord.IdentificationID) onrecord.Identification {
	return identification(minute, onrecord.Identification{Kind: onrecord.Undone, Undoes: id})
}

func identification(minute int, i onrecord.Identification) onrecord.Identification {
	i.Evidence, i.Score, i.Who = []string{"the register says so"}, 1, "B. Editor"
	i.When = store.InstantOf(time.Date(2026, 5, 1, 10, minute, 0, 0, time.UTC))
	i.ID = i.ComputeID()
	return i
}

func identify(t *testing.T, st store.Store, want int, list ...onrecord.Identification) {
	t.Helper()
	if added, err := st.Identify(ctx, list); err != nil || added != want {
		t.Fatalf("Identify: %d, %v; want %d", added, err, want)
	}
}

// Two articles about a harbour whose minister has two names, and a namesake.
var quay = Article{
	Address: "quay.txt", Outlet: "The Coast Herald", Title: "Quay", Published: "2026-02-11",
	Sayings: []Saying{
		{Speaker: "Ada M. Brandt", Role: "Minister", Content: "the quay is safe", Said: "2026-01-05"},
		{Speaker: "Ole Falk", Role: "Coach", Content: "we win on Sunday", Said: "2026-02-10"},
	},
}

var dock = Article{
	Address: "dock.txt", Outlet: "The Coast Herald", Title: "Dock", Published: "2026-02-10",
	Sayings: []Saying{
		{Speaker: "Ada Brandt", Role: "Minister", Content: "the dock closes"},
		{Speaker: "Ole Falk", Role: "Union chair", Content: "no"},
		{Speaker: "Ada Brandt", Content: "nobody loses work"},
	},
}

func merged(t *testing.T, st store.Store) {
	rs := put(t, st, 2, harbour, quay)
	merge := Merge(1, "person:ada-brandt", "person:ada-m-brandt")
	identify(t, st, 1, merge)
	identify(t, st, 0, merge)
	for _, key := range []string{"person:ada-brandt", "person:ada-m-brandt"} {
		found(t, st, leaf(store.KeyIs, key), 3)
		sp, err := st.Speaker(ctx, key)
		want := &store.Speaker{Key: "person:ada-brandt", Name: "Ada Brandt", Kind: onrecord.Person, Statements: 3, Documents: 2,
			First: "2026-01-05", Last: "2026-02-09", Roles: []string{"Minister"}, Also: []string{"Ada M. Brandt"}}
		if diff := cmp.Diff(want, sp); err != nil || diff != "" {
			t.Errorf("Speaker(%s): %v (-want +have):\n%s", key, err, diff)
		}
	}
	found(t, st, leaf(store.SpeakerIs, "ada m brandt"), 3)
	found(t, st, leaf(store.SpeakerIs, "ada"), 3)
	found(t, st, leaf(store.SpeakerIs, "m falk"), 0)
	for words, want := range map[string]int{"m brandt": 1, "brandt": 1, "": 2} {
		if list, _, err := st.Speakers(ctx, words, store.Page{}); err != nil || len(list) != want {
			t.Errorf("Speakers(%q): %d, %v; want %d", words, len(list), err, want)
		}
	}
	h, err := st.Statement(ctx, rs[1].Statements[0].ID)
	if err != nil || h.Key != "person:ada-brandt" || h.Speaker.Name != "Ada M. Brandt" {
		t.Errorf("the statement is of %q, %v, %v; want the key that stays and the name as printed", h.Key, h.Speaker, err)
	}
	for _, where := range []store.Expr{{}, leaf(store.KindIs, "indirect")} {
		res, err := st.Find(ctx, store.Find{Where: where, Facets: true})
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range res.Facets[0].Values {
			if v.Value == "person:ada-m-brandt" {
				t.Errorf("Find %+v counts %+v", where, v)
			}
		}
	}
	id, err := st.Identity(ctx, "person:ada-m-brandt")
	want := &store.Identity{Asked: "person:ada-m-brandt", Key: "person:ada-brandt", Name: "Ada Brandt", Known: true,
		Also: []store.Alias{{Key: "person:ada-m-brandt", Name: "Ada M. Brandt"}}, Decided: []store.Identified{{Identification: merge}}}
	if diff := cmp.Diff(want, id); err != nil || diff != "" {
		t.Errorf("Identity: %v (-want +have):\n%s", err, diff)
	}
}

// mergedInTurn sees that merging is transitive and goes round in no circle.
func mergedInTurn(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, quay)
	identify(t, st, 3, Merge(1, "person:ada-m-brandt", "person:ada-brandt"), Merge(2, "person:ole-falk", "person:ada-brandt"), Merge(3, "person:ada-brandt", "person:ole-falk"))
	found(t, st, leaf(store.KeyIs, "person:ada-brandt"), 5)
	list, err := st.Identifications(ctx)
	if err != nil || len(list) != 3 || !list[0].Holds() || !list[1].Holds() || list[2].Holds() || !list[2].Idle {
		t.Errorf("Identifications: %+v, %v; want the third idle", list, err)
	}
	if sp, err := st.Speaker(ctx, "person:ada-m-brandt"); err != nil || sp.Key != "person:ole-falk" || len(sp.Also) != 2 {
		t.Errorf("Speaker: %+v, %v", sp, err)
	}
	later := Article{Address: "later.txt", Title: "Later", Sayings: []Saying{{Speaker: "Ada Brandt", Content: "later"}}}
	put(t, st, 1, later)
	found(t, st, leaf(store.KeyIs, "person:ole-falk"), 6)
}

// mergedRelations sees that a relation is found under all names of who owns its
// ends, and shown with the key that stays.
func mergedRelations(t *testing.T, st store.Store) {
	put(t, st, 1, Article{Address: "walk.txt", Title: "Walk", Published: "2026-02-12",
		Sayings:   []Saying{{Speaker: "Ada Brandt", Content: "we did not mean that"}},
		Relations: []Related{{Kind: onrecord.WalksBack, From: Ending{Saying: 1}, To: Ending{Owner: "Kai Holm", Noun: "remark", Words: "his remarks"}}}})
	identify(t, st, 1, Merge(1, "person:kay-holm", "person:kai-holm"))
	for _, key := range []string{"person:kai-holm", "person:kay-holm"} {
		links, _, err := st.Relations(ctx, store.RelationQuery{Key: key, Side: store.ToSide})
		if err != nil || len(links) != 1 || links[0].To.Key != "person:kay-holm" || links[0].To.Owner.Name != "Kai Holm" {
			t.Errorf("relations of %s: %+v, %v", key, links, err)
		}
		sp, err := st.Speaker(ctx, key)
		if err != nil || sp.Key != "person:kay-holm" || sp.Statements != 0 {
			t.Errorf("Speaker(%s): %+v, %v", key, sp, err)
		}
	}
	if links, _, err := st.Relations(ctx, store.RelationQuery{Key: "person:nobody"}); err != nil || len(links) != 0 {
		t.Errorf("relations of nobody: %+v, %v", links, err)
	}
}

func splitUp(t *testing.T, st store.Store) {
	rs := put(t, st, 3, harbour, quay, strike)
	identify(t, st, 1, Split(1, "person:ole-falk", "person:ole-falk-coach", rs[1].Doc.ID))
	found(t, st, leaf(store.KeyIs, "person:ole-falk"), 2)
	found(t, st, leaf(store.KeyIs, "person:ole-falk-coach"), 1)
	found(t, st, leaf(store.SpeakerIs, "falk"), 3)
	sp, err := st.Speaker(ctx, "person:ole-falk-coach")
	want := &store.Speaker{Key: "person:ole-falk-coach", Name: "Ole Falk (coach)", Kind: onrecord.Person, Statements: 1, Documents: 1,
		First: "2026-02-10", Last: "2026-02-10", Roles: []string{"Coach"}}
	if diff := cmp.Diff(want, sp); err != nil || diff != "" {
		t.Errorf("Speaker: %v (-want +have):\n%s", err, diff)
	}
	// A merge before the split leads to the key that is split.
	identify(t, st, 2, Merge(2, "person:bo-ek", "person:ole-falk"), Split(3, "person:ole-falk", "person:bo-ek-dock", rs[0].Doc.ID))
	found(t, st, leaf(store.KeyIs, "person:bo-ek"), 2)
	found(t, st, leaf(store.KeyIs, "person:bo-ek-dock"), 1)
	// What was split off can be merged with another.
	identify(t, st, 1, Merge(4, "person:ada-brandt", "person:bo-ek-dock"))
	found(t, st, leaf(store.KeyIs, "person:ada-brandt"), 3)
}

func undone(t *testing.T, st store.Store) {
	rs := put(t, st, 3, harbour, quay, strike)
	before := snapshot(t, st)
	list := []onrecord.Identification{Merge(1, "person:ada-brandt", "person:ada-m-brandt"), Split(2, "person:ole-falk", "person:ole-falk-coach", rs[1].Doc.ID)}
	identify(t, st, 2, list...)
	if cmp.Diff(before, snapshot(t, st)) == "" {
		t.Error("identifications changed nothing")
	}
	identify(t, st, 2, Undo(3, list[0].ID), Undo(4, list[1].ID))
	if diff := cmp.Diff(before, snapshot(t, st)); diff != "" {
		t.Errorf("undone, the record is not what it was (-want +have):\n%s", diff)
	}
	all, err := st.Identifications(ctx)
	if err != nil || all[0].UndoneBy != all[2].ID || all[0].Holds() || all[2].Holds() {
		t.Errorf("Identifications: %+v, %v", all, err)
	}
	byEvidence := Merge(5, "person:ada-m-brandt", "person:ada-brandt")
	byEvidence.Who = ""
	byEvidence.ID = byEvidence.ComputeID()
	if _, err := st.Identify(ctx, []onrecord.Identification{byEvidence}); !errors.Is(err, store.ErrIdentification) {
		t.Errorf("evidence decides again what was undone: %v", err)
	}
	identify(t, st, 1, Merge(6, "person:ada-brandt", "person:ada-m-brandt"))
	found(t, st, leaf(store.KeyIs, "person:ada-m-brandt"), 3)
}

func identifiedThenReread(t *testing.T, st store.Store) {
	rs := put(t, st, 2, harbour, quay)
	identify(t, st, 2, Merge(1, "person:ada-brandt", "person:ada-m-brandt"), Split(2, "person:ole-falk", "person:ole-falk-coach", rs[1].Doc.ID))
	before := snapshot(t, st)
	for _, a := range []Article{harbour, quay} {
		if added, err := st.Put(ctx, []*onrecord.Reading{a.readBy(reader2)}); err != nil || added != 1 {
			t.Fatal(added, err)
		}
	}
	if diff := cmp.Diff(before, snapshot(t, st)); diff != "" {
		t.Errorf("read again, the record is not what it was (-want +have):\n%s", diff)
	}
	fix(t, st, Correction(&rs[1].Statements[1], 1, onrecord.CorrectSpeaker, "person:Ada M. Brandt"))
	found(t, st, leaf(store.KeyIs, "person:ada-brandt"), 4)
	found(t, st, leaf(store.KeyIs, "person:ole-falk-coach"), 0)
}

func notIdentified(t *testing.T, st store.Store) {
	put(t, st, 1, harbour)
	good := Merge(1, "person:ada-brandt", "person:ole-falk")
	for what, change := range map[string]func(*onrecord.Identification){
		"a key that is none":      func(i *onrecord.Identification) { i.Key = "Ada Brandt" },
		"a key in another form":   func(i *onrecord.Identification) { i.Key = "person:Ada-Brandt" },
		"a kind that is none":     func(i *onrecord.Identification) { i.Kind = "marriage" },
		"itself":                  func(i *onrecord.Identification) { i.Other = i.Key },
		"no evidence":             func(i *onrecord.Identification) { i.Evidence = nil },
		"a score above one":       func(i *onrecord.Identification) { i.Score = 2 },
		"a time that is none":     func(i *onrecord.Identification) { i.When = "soon" },
		"a split of no documents": func(i *onrecord.Identification) { i.Kind = onrecord.Split },
		"a merge in documents":    func(i *onrecord.Identification) { i.Docs = []onrecord.DocumentID{"d"} },
		"an undo of nothing":      func(i *onrecord.Identification) { *i = Undo(1, "") },
	} {
		bad := good
		change(&bad)
		bad.ID = bad.ComputeID()
		if n, err := st.Identify(ctx, []onrecord.Identification{good, bad}); n != 0 || !errors.Is(err, store.ErrIdentification) {
			t.Errorf("%s: %d, %v; want ErrIdentification", what, n, err)
		}
	}
	if _, err := st.Identify(ctx, []onrecord.Identification{Undo(1, "inone")}); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("an undo of what is not there: %v; want ErrNotFound", err)
	}
	wrong := good
	wrong.ID = "iother"
	if _, err := st.Identify(ctx, []onrecord.Identification{wrong}); !errors.Is(err, store.ErrIdentification) {
		t.Errorf("a wrong ID: %v", err)
	}
	undo := Undo(3, good.ID)
	identify(t, st, 2, good, undo)
	if _, err := st.Identify(ctx, []onrecord.Identification{Undo(4, undo.ID)}); !errors.Is(err, store.ErrIdentification) {
		t.Errorf("an undo of an undo: %v", err)
	}
	if id, err := st.Identity(ctx, "person:nobody"); err != nil || id.Known || id.Key != "person:nobody" || id.Name != "Nobody" {
		t.Errorf("Identity of a key that is not there: %+v, %v", id, err)
	}
}

func profiles(t *testing.T, st store.Store) {
	rs := put(t, st, 2, dock, quay)
	identify(t, st, 1, Merge(1, "person:ada-brandt", "person:ada-m-brandt"))
	have, err := st.Profiles(ctx, "person:ada-m-brandt")
	want := []onrecord.Profile{{Key: "person:ada-brandt", Name: "Ada Brandt", Kind: onrecord.Person, Appearances: []onrecord.Appearance{
		{Doc: rs[0].Doc.ID, Own: "person:ada-brandt", Name: "Ada Brandt", Outlet: "The Coast Herald", Printed: "2026-02-10", Statements: 2,
			Roles: []onrecord.Role{{Title: "Minister"}}, With: []string{"person:ada-brandt", "person:ole-falk"}},
		{Doc: rs[1].Doc.ID, Own: "person:ada-m-brandt", Name: "Ada M. Brandt", Outlet: "The Coast Herald", Printed: "2026-02-11", Statements: 1,
			Roles: []onrecord.Role{{Title: "Minister"}}, With: []string{"person:ada-brandt", "person:ole-falk"}},
	}}}
	slices.SortFunc(want[0].Appearances, func(a, b onrecord.Appearance) int { return cmpDoc(a.Doc, b.Doc) })
	if diff := cmp.Diff(want, have, cmpopts.EquateEmpty()); err != nil || diff != "" {
		t.Errorf("Profiles of one: %v (-want +have):\n%s", err, diff)
	}
	all, err := st.Profiles(ctx)
	if err != nil || len(all) != 2 || all[1].Key != "person:ole-falk" || len(all[1].Appearances) != 2 {
		t.Errorf("Profiles: %+v, %v", all, err)
	}
	if diff := cmp.Diff(want[0], all[0], cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("Profiles, the first (-want +have):\n%s", diff)
	}
	if none, err := st.Profiles(ctx, "person:nobody"); err != nil || len(none) != 0 {
		t.Errorf("Profiles of nobody: %+v, %v", none, err)
	}
}

func cmpDoc(a, b onrecord.DocumentID) int {
	if a < b {
		return -1
	}
	return 1
}

func heldOffices(t *testing.T, st store.Store) {
	when := store.InstantOf(time.Date(2026, 5, 1, 10, 0, 0, 0, time.UTC))
	list := []onrecord.Holding{
		{List: "ports.csv", Line: 2, Person: "Ada Brandt", OtherNames: []string{"Ada M. Brandt"}, Identifier: "Q1", Position: "Minister", Organisation: "Ports", Start: "2025", End: "2026-01-31", From: "2025-01-01", Until: "2026-02-01"},
		{List: "ports.csv", Line: 4, Person: "Bo Ek", Position: "Minister", Start: "2026-02-01", From: "2026-02-01"},
	}
	hold := func(list string, holdings []onrecord.Holding, want bool) {
		t.Helper()
		if changed, err := st.Hold(ctx, list, holdings, when); err != nil || changed != want {
			t.Fatalf("Hold(%s) of %d: %t, %v; want %t", list, len(holdings), changed, err, want)
		}
	}
	hold("ports.csv", list, true)
	hold("ports.csv", list, false)
	have, err := st.Holdings(ctx)
	if diff := cmp.Diff(list, have); err != nil || diff != "" {
		t.Errorf("Holdings: %v (-want +have):\n%s", err, diff)
	}
	hold("ports.csv", list[1:], true)
	lists, err := st.HoldingLists(ctx)
	if err != nil || len(lists) != 1 || lists[0].Name != "ports.csv" || lists[0].Holdings != 1 || lists[0].Imported != when || len(lists[0].SHA256) != 64 {
		t.Errorf("HoldingLists: %+v, %v", lists, err)
	}
	hold("ports.csv", nil, true)
	hold("ports.csv", nil, false)
	if have, err := st.Holdings(ctx); err != nil || len(have) != 0 {
		t.Errorf("Holdings after the list was removed: %+v, %v", have, err)
	}
	if _, err := st.Hold(ctx, "other.csv", list, when); err == nil {
		t.Error("lines of another list: no error")
	}
	hold("ports.csv", list, true)
}
