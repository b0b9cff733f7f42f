package storetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

// ways asks for roles, ways, addressees and relations.
func ways(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	for _, c := range []struct {
		e    store.Expr
		want int
	}{
		{leaf(store.RoleIs, "minister"), 1},
		{leaf(store.RoleIs, "CHAIR union"), 1},
		{leaf(store.RoleIs, "union minister"), 0},
		{leaf(store.RoleIs, "mini"), 0},
		{leaf(store.RoleIs, ""), 4},
		{leaf(store.ViaIs, "reported"), 1},
		{leaf(store.ViaIs, "observer"), 1},
		{leaf(store.ViaIs, "told northern observer"), 1},
		{leaf(store.ViaIs, "told herald"), 0},
		{leaf(store.ViaIs, ""), 5},
		{leaf(store.ToIs, "lawmakers"), 1},
		{leaf(store.ToIs, "old lawmakers"), 0},
		{leaf(store.ToIs, ""), 5},
		{leaf(store.RelationIs, "walks_back"), 2},
		{leaf(store.RelationIs, "denies"), 1},
		{leaf(store.RelationIs, "repeats"), 0},
		{leaf(store.RelationIs, store.Any), 4},
		{leaf(store.RelationIs, ""), 0},
		{not(leaf(store.RelationIs, store.Any)), 2},
		{and(leaf(store.RelationIs, "walks_back"), leaf(store.SpeakerIs, "falk")), 1},
		{either(leaf(store.RoleIs, "minister"), leaf(store.ToIs, "")), 6},
		{and(leaf(store.RoleIs, ""), leaf(store.ViaIs, "")), 3},
	} {
		found(t, st, c.e, c.want)
	}
}

// shownEnd is an end as a list would show it.
func shownEnd(e store.LinkEnd) string {
	s := e.Is()
	if e.Owner != nil {
		s += " of " + e.Owner.Name + " " + e.Key
	}
	if b := e.Statement; b != nil {
		s += fmt.Sprintf(" %q by %q said %q", b.Content, b.Key, b.Said.EDTF)
	}
	return s + fmt.Sprintf(" words %q about %q of %q", e.Words, e.About, e.Said.EDTF)
}

func shown(l store.Link) string {
	s := fmt.Sprintf("%s %s | %q %q | %s | %s", l.Side, shownEnd(l.From), l.Hedge, l.Cue, shownEnd(l.To), l.Doc.Outlet)
	if l.By != nil {
		s += " by " + l.By.Name + " " + l.ByKey
	}
	return s
}

func allShown(links []store.Link) (out []string) {
	for _, l := range links {
		out = append(out, shown(l))
	}
	return out
}

// The relations of harbour and strike, without a side.
var (
	denied = ` statement of Ole Falk person:ole-falk "that talks had begun" by "person:ole-falk" said "2025-11/2026-01" words "" about "" of "" ` +
		`| "" "denied" | placeholder of Ada Brandt person:ada-brandt words "her report" about "the talks" of "2025-10" | The Coast Herald`
	walkedBack = ` entity of Kai Holm person:kai-holm words "Kai Holm" about "" of "2026-03-02" | "appeared to" "walk back" ` +
		`| statement of Ada Brandt person:ada-brandt "nobody loses work" by "person:ada-brandt" said "2026-02" words "her remarks" about "" of "" | The Coast Herald by Ole Falk person:ole-falk`
	about = ` statement "the plan was older — “much older”" by "" said "" words "" about "" of "" | "" "about" ` +
		`| event words "the storm" about "" of "" | The Coast Herald`
	tookBack = ` statement of Ole Falk person:ole-falk "We strike on Monday" by "person:ole-falk" said "2026-03-01" words "" about "" of "" | "" "took back" ` +
		`| placeholder of Ole Falk person:ole-falk words "his promise" about "" of "" | Evening Post`
)

// links sees that a hit has the relations that it is an end of.
func links(t *testing.T, st store.Store) {
	r := put(t, st, 2, harbour, strike)[0]
	for i, want := range [][]string{nil, {"to" + walkedBack}, {"from" + denied}, {"from" + about}} {
		h, err := st.Statement(ctx, r.Statements[i].ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, allShown(h.Relations)); diff != "" {
			t.Errorf("links of statement %d (-want +have):\n%s", i, diff)
		}
	}
	for _, h := range found(t, st, leaf(store.RelationIs, "walks_back"), 2).Hits {
		if len(h.Relations) != 1 || h.Relations[0].Doc.ID != h.Doc.ID || h.Relations[0].Doc.Text != "" {
			t.Errorf("the hit %q has the relations %+v", h.Content, h.Relations)
		}
	}
	h, err := st.Statement(ctx, r.Statements[1].ID)
	if err != nil {
		t.Fatal(err)
	}
	l := h.Relations[0]
	if want := "report the talks\n Kai Holm appeared to "; len(l.Before) != 160 || l.Before[160-len(want):] != want {
		t.Errorf("before the cue: %q, want 160 bytes that end in %q", l.Before, want)
	}
	if want := " her remarks\n about the storm\n"; l.After != want {
		t.Errorf("after the cue: %q, want %q", l.After, want)
	}
	if l.ID != r.Relations[1].ID || l.From.ID != string(r.Relations[1].From.Owner) || l.To.ID != string(r.Statements[1].ID) {
		t.Errorf("the IDs are %s, %s, %s", l.ID, l.From.ID, l.To.ID)
	}
}

// relations sees that they are listed, newest first, by kind and owner.
func relations(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	for _, c := range []struct {
		q    store.RelationQuery
		want []string
	}{
		{store.RelationQuery{}, []string{walkedBack, tookBack, about, denied}},
		{store.RelationQuery{Kind: onrecord.WalksBack}, []string{walkedBack, tookBack}},
		{store.RelationQuery{Kind: onrecord.Repeats}, nil},
		{store.RelationQuery{Key: "person:ole-falk"}, []string{tookBack, denied}},
		{store.RelationQuery{Key: "person:ole-falk", Kind: onrecord.Denies}, []string{denied}},
		{store.RelationQuery{Key: "person:ada-brandt"}, []string{walkedBack, denied}},
		{store.RelationQuery{Key: "person:ada-brandt", Side: store.ToSide, Kind: onrecord.WalksBack}, []string{walkedBack}},
		{store.RelationQuery{Key: "person:ada-brandt", Side: store.FromSide}, nil},
		{store.RelationQuery{Key: "person:kai-holm", Side: store.FromSide}, []string{walkedBack}},
		{store.RelationQuery{Key: "person:nobody"}, nil},
	} {
		for limit := 1; limit <= 5; limit++ {
			q := c.q
			q.Limit = limit
			if diff := cmp.Diff(c.want, allShown(walkRelations(t, st, q))); diff != "" {
				t.Errorf("relations %+v (-want +have):\n%s", q, diff)
			}
		}
	}
	for _, bad := range []store.RelationQuery{{Page: store.Page{After: "x"}}, {Page: store.Page{After: "1"}}, {Page: store.Page{After: "1.x"}}, {Side: "left"}} {
		if _, _, err := st.Relations(ctx, bad); !errors.Is(err, store.ErrQuestion) {
			t.Errorf("Relations %+v: %v, want ErrQuestion", bad, err)
		}
	}
}

// walkRelations collects all pages.
func walkRelations(t interface {
	Helper()
	Fatal(...any)
}, st store.Store, q store.RelationQuery) (out []store.Link) {
	t.Helper()
	for {
		list, next, err := st.Relations(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, list...)
		if next == "" || len(out) > 1000 {
			return out
		}
		q.After = next
	}
}

// relationsOfVersions sees that only current documents' are listed, and that a
// version keeps its own.
func relationsOfVersions(t *testing.T, st store.Store) {
	old := put(t, st, 1, harbour)[0]
	edited := harbour
	edited.Relations = harbour.Relations[:1]
	put(t, st, 1, edited)
	if diff := cmp.Diff([]string{denied}, allShown(walkRelations(t, st, store.RelationQuery{}))); diff != "" {
		t.Errorf("relations after an edit (-want +have):\n%s", diff)
	}
	found(t, st, leaf(store.RelationIs, store.Any), 1)
	h, err := st.Statement(ctx, old.Statements[1].ID)
	if diff := cmp.Diff([]string{"to" + walkedBack}, allShown(h.Relations)); err != nil || diff != "" {
		t.Errorf("links of the old version: %v (-want +have):\n%s", err, diff)
	}
	none := edited
	none.Relations = nil
	none.Title += " soon"
	put(t, st, 1, none)
	if _, err := st.Speaker(ctx, "person:kai-holm"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("the owner of a relation that is gone: %v, want ErrNotFound", err)
	}
	again := none.readBy(reader2)
	again.Relations = []onrecord.Relation{{Doc: again.Doc.ID, Kind: onrecord.Repeats, From: onrecord.End{Statement: again.Statements[0].ID}, To: onrecord.End{Statement: again.Statements[1].ID}}}
	again.Relations[0].ID = again.Relations[0].ComputeID()
	if added, err := st.Put(ctx, []*onrecord.Reading{again}); added != 1 || err != nil {
		t.Fatalf("Put by another reader: %d, %v", added, err)
	}
	found(t, st, leaf(store.RelationIs, "repeats"), 2)
}

// relationsCorrected sees that an end's owner follows its statement's speaker,
// and that a statement which is removed takes its relations with it.
func relationsCorrected(t *testing.T, st store.Store) {
	r := put(t, st, 1, harbour)[0]
	fix(t, st, Correction(&r.Statements[1], 1, onrecord.CorrectSpeaker, "person:Eva Lind"))
	if have := walkRelations(t, st, store.RelationQuery{Key: "person:eva-lind"}); len(have) != 1 || have[0].To.Owner.Name != "Eva Lind" || have[0].To.Statement.Key != "person:eva-lind" {
		t.Errorf("relations of the corrected speaker: %q", allShown(have))
	}
	if have := walkRelations(t, st, store.RelationQuery{Key: "person:ada-brandt", Kind: onrecord.WalksBack}); len(have) > 0 {
		t.Errorf("relations of the speaker that it was: %q", allShown(have))
	}
	fix(t, st, Correction(&r.Statements[1], 2, onrecord.CorrectRemoved, "yes"))
	found(t, st, leaf(store.RelationIs, "walks_back"), 0)
	if have := walkRelations(t, st, store.RelationQuery{}); len(have) != 2 {
		t.Errorf("relations after a removal: %q", allShown(have))
	}
	fix(t, st, Correction(&r.Statements[1], 3, onrecord.CorrectRemoved, "no"), Correction(&r.Statements[1], 4, onrecord.CorrectSpeaker, "person:Ada Brandt"))
	have, err := st.Document(ctx, r.Doc.ID)
	if diff := cmp.Diff(r.Relations, have.Relations); err != nil || diff != "" {
		t.Errorf("relations after all was undone: %v (-want +have):\n%s", err, diff)
	}
}

// relationsIdentified sees that relations are listed by who is who, each once.
func relationsIdentified(t *testing.T, st store.Store) {
	r := put(t, st, 2, harbour, strike)[1]
	merge := Merge(1, "person:ada-brandt", "person:kai-holm")
	identify(t, st, 2, merge, Split(2, "person:ole-falk", "person:ole-falk-jr", r.Doc.ID))
	for key, want := range map[string]string{
		"person:ada-brandt": "walks_back denies", "person:kai-holm": "walks_back denies",
		"person:ole-falk": "denies", "person:ole-falk-jr": "walks_back",
	} {
		var have []string
		for _, l := range walkRelations(t, st, store.RelationQuery{Key: key, Page: store.Page{Limit: 1}}) {
			have = append(have, string(l.Kind))
		}
		if have := strings.Join(have, " "); have != want {
			t.Errorf("relations of %s: %s, want %s", key, have, want)
		}
	}
	l := walkRelations(t, st, store.RelationQuery{Key: "person:kai-holm"})[0]
	if l.From.Key != "person:ada-brandt" || l.From.Owner.Name != "Kai Holm" || l.To.Statement.Key != "person:ada-brandt" {
		t.Errorf("the ends are of %s, %s and %s", l.From.Key, l.From.Owner.Name, l.To.Statement.Key)
	}
	if sp, err := st.Speaker(ctx, "person:kai-holm"); err != nil || sp.Key != "person:ada-brandt" || sp.Statements != 2 {
		t.Errorf("Speaker of a merged key: %+v, %v", sp, err)
	}
	identify(t, st, 1, Undo(3, merge.ID))
	if have := walkRelations(t, st, store.RelationQuery{Key: "person:kai-holm"}); len(have) != 1 || have[0].From.Key != "person:kai-holm" {
		t.Errorf("relations after the merge was undone: %q", allShown(have))
	}
}

// oneSpeaker asks for speakers by key.
func oneSpeaker(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	for _, want := range []store.Speaker{
		{Key: "person:ole-falk", Name: "Ole Falk", Kind: onrecord.Person, Statements: 2, Documents: 2, First: "2025-11-01", Last: "2026-03-01", Roles: []string{"Union chair"}},
		{Key: "person:kai-holm", Name: "Kai Holm", Kind: onrecord.Person},
	} {
		have, err := st.Speaker(ctx, want.Key)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&want, have); diff != "" {
			t.Errorf("Speaker(%s) (-want +have):\n%s", want.Key, diff)
		}
	}
	for _, key := range []string{"", "person:nobody", "Ole Falk"} {
		if _, err := st.Speaker(ctx, key); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("Speaker(%q): %v, want ErrNotFound", key, err)
		}
	}
}
