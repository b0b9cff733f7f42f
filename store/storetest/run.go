package storetest

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord"
	"onrecord/store"
)

// Run tests the engine that open opens, empty, for each test anew.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	for _, test := range []struct {
		name string
		f    func(*testing.T, store.Store)
	}{
		{"kept whole", keptWhole}, {"statement", statement}, {"again", again}, {"versions", versions}, {"another reader", anotherReader}, {"outdated", outdated},
		{"find", find}, {"orders and pages", pages}, {"facets", facets}, {"marks", marks}, {"hostile words", hostile},
		{"roles, ways and addressees", ways}, {"links", links}, {"relations", relations}, {"relations of versions", relationsOfVersions}, {"relations corrected", relationsCorrected}, {"relations identified", relationsIdentified}, {"one speaker", oneSpeaker},
		{"speakers", speakers}, {"outlets and stats", outlets}, {"failures", failures}, {"each", each},
		{"corrected", corrected}, {"corrected again", correctedAgain}, {"corrected, then read again", correctedThenReread}, {"corrected versions", correctedVersions},
		{"all or none", allOrNone}, {"not found", notFound}, {"backup", backup}, {"together", together},
	} {
		t.Run(test.name, func(t *testing.T) {
			st := open(t)
			test.f(t, st)
			mustCheck(t, st)
		})
	}
	t.Run("random", func(t *testing.T) { random(t, open) })
}

// The readers of these tests: what most articles were read by, and another.
var (
	reader  = onrecord.ReaderVersion{Stages: "1", Model: onrecord.Fast}
	reader2 = onrecord.ReaderVersion{Stages: "2", Model: onrecord.Fast}
)

var ctx = context.Background()

func mustCheck(t interface {
	Helper()
	Fatalf(string, ...any)
}, st store.Store) {
	t.Helper()
	wrong, err := st.Check(ctx)
	if err != nil {
		t.Fatalf("Check: %v", err)
	}
	if len(wrong) > 0 {
		t.Fatalf("Check found:\n%s", join(wrong))
	}
}

func join(lines []string) (s string) {
	for _, l := range lines {
		s += "\t" + l + "\n"
	}
	return s
}

// put adds articles and says how many must be new.
func put(t *testing.T, st store.Store, want int, articles ...Article) []*onrecord.Reading {
	t.Helper()
	var rs []*onrecord.Reading
	for _, a := range articles {
		rs = append(rs, a.readBy(reader))
	}
	added, err := st.Put(ctx, rs)
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	if added != want {
		t.Fatalf("Put of %d articles added %d, want %d", len(articles), added, want)
	}
	return rs
}

// harbour and strike are two articles with every kind of row.
var harbour = Article{
	Address: "harbour.txt", Outlet: "The Coast Herald", Title: "Harbour to close", Published: "2026-02-10",
	Sayings: []Saying{
		{Speaker: "Ada Brandt", Role: "Minister", Content: "The harbour will close | in spring", Said: "2026-02-09", Kind: onrecord.Direct, Act: onrecord.Promised, To: "young lawmakers", Where: "in Parliament", At: "at a hearing", In: "in a statement"},
		{Speaker: "Ada Brandt", Content: "nobody loses work", Said: "2026-02", Via: "told The Northern Observer | said Ole Falk | reported"},
		{Speaker: "Ole Falk", Role: "Union chair", Cue: "denied", Content: "that talks had begun", Said: "2025-11/2026-01", Act: onrecord.Denied},
		{Source: "two officials", Content: "the plan was older — \u201cmuch older\u201d", Kind: onrecord.Mixed, Anon: onrecord.Unnamed},
	},
	Relations: []Related{
		{Kind: onrecord.Denies, From: Ending{Saying: 3}, Cue: "denied", To: Ending{Owner: "Ada Brandt", Noun: "report", Words: "her report", About: "the talks", Said: "2025-10"}},
		{Kind: onrecord.WalksBack, From: Ending{Owner: "Kai Holm", Words: "Kai Holm", Said: "2026-03-02"}, Hedge: "appeared to", Cue: "walk back", To: Ending{Saying: 2, Words: "her remarks"}, By: "Ole Falk"},
		{Kind: onrecord.AboutEvent, From: Ending{Saying: 4}, Cue: "about", To: Ending{Words: "the storm"}},
	},
}

var strike = Article{
	Address: "strike.html", URL: "https://example.org/strike", Outlet: "Evening Post", Title: "Strike called", Published: "2026-03-01",
	Sayings: []Saying{
		{Speaker: "Ole Falk", Content: "We strike on Monday", Said: "2026-03-01", Kind: onrecord.Direct},
		{Speaker: "Bo Ek", Cue: "asked", Content: "whether the harbour closes", Said: "../2026-02-20", Act: onrecord.Asked},
	},
	Relations: []Related{{Kind: onrecord.WalksBack, From: Ending{Saying: 1}, Cue: "took back", To: Ending{Owner: "Ole Falk", Noun: "promise", Words: "his promise"}}},
}

func keptWhole(t *testing.T, st store.Store) {
	for _, r := range put(t, st, 2, harbour, strike) {
		have, err := st.Document(ctx, r.Doc.ID)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, have, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("document %s is not what was put (-want +have):\n%s", r.Doc.Article, diff)
		}
	}
}

func again(t *testing.T, st store.Store) {
	rs := put(t, st, 1, harbour)
	put(t, st, 0, harbour)
	put(t, st, 1, harbour, strike)
	for _, c := range []struct {
		article, sha string
		by           onrecord.ReaderVersion
		want         bool
	}{
		{"harbour.txt", rs[0].Doc.SHA256, reader, true},
		{"harbour.txt", "other", reader, false},
		{"other.txt", rs[0].Doc.SHA256, reader, false},
		{"harbour.txt", rs[0].Doc.SHA256, reader2, false},
	} {
		have, err := st.Holds(ctx, c.article, c.sha, c.by)
		if err != nil || have != c.want {
			t.Errorf("Holds(%s, %s, %s) = %t, %v; want %t", c.article, c.sha, c.by, have, err, c.want)
		}
	}
}

func versions(t *testing.T, st store.Store) {
	first := put(t, st, 1, harbour)[0]
	edited := harbour
	edited.Sayings, edited.Relations = harbour.Sayings[1:], nil
	second := put(t, st, 1, edited)[0]
	heads, err := st.Versions(ctx, first.Doc.ID)
	if err != nil || len(heads) != 2 {
		t.Fatalf("Versions: %d, %v; want 2", len(heads), err)
	}
	if heads[0].ID != first.Doc.ID || heads[0].Current || heads[0].Statements != 4 || heads[0].Text != "" {
		t.Errorf("the first version is %+v", heads[0])
	}
	if heads[1].ID != second.Doc.ID || !heads[1].Current || heads[1].Replaces != first.Doc.ID || heads[1].Statements != 3 {
		t.Errorf("the second version is %+v", heads[1])
	}
	found(t, st, leaf(store.Words, "spring"), 0)
	found(t, st, leaf(store.Words, "work"), 1)
	h, err := st.Statement(ctx, first.Statements[0].ID)
	if err != nil || h.Doc.Current || h.Content != "The harbour will close … in spring" {
		t.Errorf("the first version's statement: %+v, %v", h, err)
	}
	put(t, st, 0, harbour) // it is held; the newer one stays current
	found(t, st, leaf(store.Words, "spring"), 0)
}

func anotherReader(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	fewer := harbour
	fewer.Sayings = slices.Clone(harbour.Sayings)
	fewer.Sayings[0].Speaker, fewer.Sayings[0].Source, fewer.Sayings[0].Role = "", "Ada Brandt", ""
	fewer.Sayings[1].Said = ""
	if added, err := st.Put(ctx, []*onrecord.Reading{fewer.readBy(reader2)}); added != 1 || err != nil {
		t.Fatalf("Put by another reader: %d, %v; want 1", added, err)
	}
	found(t, st, leaf(store.SpeakerIs, "brandt"), 1)
	found(t, st, leaf(store.KeyIs, ""), 2)
	heads, err := st.Versions(ctx, fewer.Reading().Doc.ID)
	if err != nil || len(heads) != 1 || heads[0].Reader != reader2 {
		t.Errorf("read anew, the document's versions are %+v, %v; want one, by %s", heads, err, reader2)
	}
}

// outdated tells documents by what read them.
func outdated(t *testing.T, st store.Store) {
	edited := harbour
	edited.Title = "Harbour stays"
	rs := put(t, st, 3, harbour, strike, edited)
	raw := harbour
	raw.Address = "raw.txt"
	rawReader := reader2
	rawReader.Raw = true
	for r, want := range map[*onrecord.Reading]int{strike.readBy(reader2): 1, raw.readBy(rawReader): 1} {
		if added, err := st.Put(ctx, []*onrecord.Reading{r}); added != want || err != nil {
			t.Fatalf("Put by %s: %d, %v; want %d", r.Reader, added, err, want)
		}
	}
	old := []onrecord.DocumentID{rs[0].Doc.ID, rs[2].Doc.ID}
	slices.Sort(old)
	for _, c := range []struct {
		by   onrecord.ReaderVersion
		want []onrecord.DocumentID
	}{{reader2, old}, {rawReader, old}, {onrecord.ReaderVersion{Stages: "3"}, nil}} {
		have, err := st.Outdated(ctx, c.by)
		if c.want == nil && len(have) == 4 && slices.IsSorted(have) {
			continue // all of them
		}
		if diff := cmp.Diff(c.want, have); err != nil || diff != "" {
			t.Errorf("Outdated(%s): %v (-want +have):\n%s", c.by, err, diff)
		}
	}
	stats, err := st.Stats(ctx)
	want := []store.ReaderCount{{Reader: reader, Documents: 2}, {Reader: reader2, Documents: 1}, {Reader: rawReader, Documents: 1}}
	if diff := cmp.Diff(want, stats.Readers); err != nil || diff != "" {
		t.Errorf("Stats.Readers: %v (-want +have):\n%s", err, diff)
	}
	h, err := st.Statement(ctx, strike.Reading().Statements[0].ID)
	if err != nil || h.Doc.Reader != reader2 {
		t.Errorf("the statement was read by %v, %v; want %s", h, err, reader2)
	}
}

func speakers(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	first, next, err := st.Speakers(ctx, "", store.Page{Limit: 2})
	if err != nil || len(first) != 2 || next == "" {
		t.Fatalf("Speakers: %v, %q, %v", first, next, err)
	}
	rest, next, err := st.Speakers(ctx, "", store.Page{Limit: 2, After: next})
	if err != nil || next != "" {
		t.Fatalf("Speakers after: %v, %q, %v", rest, next, err)
	}
	want := []store.Speaker{
		{Key: "person:ada-brandt", Name: "Ada Brandt", Kind: onrecord.Person, Statements: 2, Documents: 1, First: "2026-02-01", Last: "2026-02-09", Roles: []string{"Minister"}},
		{Key: "person:ole-falk", Name: "Ole Falk", Kind: onrecord.Person, Statements: 2, Documents: 2, First: "2025-11-01", Last: "2026-03-01", Roles: []string{"Union chair"}},
		{Key: "person:bo-ek", Name: "Bo Ek", Kind: onrecord.Person, Statements: 1, Documents: 1, First: "2026-02-20", Last: "2026-02-20"},
	}
	if diff := cmp.Diff(want, append(first, rest...)); diff != "" {
		t.Errorf("Speakers (-want +have):\n%s", diff)
	}
	for words, want := range map[string]int{"falk": 1, "FALK ole": 1, "fal": 0, "ada falk": 0, "O'": 0} {
		if have, _, err := st.Speakers(ctx, words, store.Page{}); err != nil || len(have) != want {
			t.Errorf("Speakers(%q): %d, %v; want %d", words, len(have), err, want)
		}
	}
}

func outlets(t *testing.T, st store.Store) {
	unread := Article{Address: "fr.txt", Outlet: "Le Port", Title: "Le port", Unread: "not English: fr"}
	put(t, st, 3, harbour, strike, unread)
	edited := strike
	edited.Title = "Strike called off"
	put(t, st, 1, edited)
	have, err := st.Outlets(ctx)
	want := []store.Outlet{
		{Name: "Evening Post", Documents: 1, Statements: 2, First: "2026-03-01", Last: "2026-03-01"},
		{Name: "Le Port", Documents: 1},
		{Name: "The Coast Herald", Documents: 1, Statements: 4, Unattributed: 1, First: "2026-02-10", Last: "2026-02-10"},
	}
	if diff := cmp.Diff(want, have); err != nil || diff != "" {
		t.Errorf("Outlets: %v (-want +have):\n%s", err, diff)
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		t.Fatal(err)
	}
	stats.Schema, stats.Bytes = 0, 0
	wantStats := &store.Stats{Documents: 3, Versions: 4, Statements: 6, Entities: 5, Unknown: 1, Unread: 1,
		Kinds: map[onrecord.Kind]int{onrecord.Direct: 2, onrecord.Indirect: 3, onrecord.Mixed: 1}, First: "2026-02-10", Last: "2026-03-01",
		Relations: map[onrecord.RelationKind]int{onrecord.WalksBack: 2, onrecord.Denies: 1, onrecord.AboutEvent: 1},
		Readers:   []store.ReaderCount{{Reader: reader, Documents: 4}}}
	if diff := cmp.Diff(wantStats, stats); diff != "" {
		t.Errorf("Stats (-want +have):\n%s", diff)
	}
}

func failures(t *testing.T, st store.Store) {
	when := time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)
	for _, f := range []store.Failure{{Article: "b.txt", Reason: "empty", When: when}, {Article: "harbour.txt", Reason: "binary", When: when}, {Article: "b.txt", Reason: "binary", When: when}} {
		if err := st.Fail(ctx, f); err != nil {
			t.Fatal(err)
		}
	}
	put(t, st, 1, harbour)
	have, err := st.Failures(ctx)
	if diff := cmp.Diff([]store.Failure{{Article: "b.txt", Reason: "binary", When: when}}, have); err != nil || diff != "" {
		t.Errorf("Failures: %v (-want +have):\n%s", err, diff)
	}
}

func each(t *testing.T, st store.Store) {
	edited := harbour
	edited.Title = "Harbour stays"
	put(t, st, 3, harbour, strike, edited)
	var ids []onrecord.DocumentID
	err := st.Each(ctx, func(r *onrecord.Reading) error {
		ids = append(ids, r.Doc.ID)
		return nil
	})
	if err != nil || len(ids) != 3 || !slices.IsSorted(ids) {
		t.Errorf("Each called with %v, %v; want 3 in order", ids, err)
	}
	stop := errors.New("enough")
	n := 0
	if err := st.Each(ctx, func(*onrecord.Reading) error { n++; return stop }); !errors.Is(err, stop) || n != 1 {
		t.Errorf("Each went on after an error: %d calls, %v", n, err)
	}
}

func allOrNone(t *testing.T, st store.Store) {
	bad := strike.Reading()
	bad.Statements[1].ID = "sbad"
	if added, err := st.Put(ctx, []*onrecord.Reading{harbour.Reading(), bad}); !errors.Is(err, store.ErrInvalid) || added != 0 {
		t.Errorf("Put of a bad reading: %d, %v; want ErrInvalid", added, err)
	}
	bad = strike.Reading()
	bad.Statements[1].Content[0].End = 1 << 20
	bad.Statements[1].ID = bad.Statements[1].ComputeID()
	if added, err := st.Put(ctx, []*onrecord.Reading{harbour.Reading(), bad}); err == nil || added != 0 {
		t.Errorf("Put of a span outside the text: %d, %v; want an error", added, err)
	}
	fixed := harbour.Reading()
	fixed = store.Apply(fixed, []onrecord.Correction{Correction(&fixed.Statements[0], 1, onrecord.CorrectNote, "")})
	if added, err := st.Put(ctx, []*onrecord.Reading{strike.Reading(), fixed}); !errors.Is(err, store.ErrInvalid) || added != 0 {
		t.Errorf("Put of a corrected reading: %d, %v; want ErrInvalid", added, err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if added, err := st.Put(gone, []*onrecord.Reading{harbour.Reading()}); err == nil || added != 0 {
		t.Errorf("Put after the end of its context: %d, %v; want an error", added, err)
	}
	if s, err := st.Stats(ctx); err != nil || s.Versions != 0 {
		t.Errorf("the record has %d documents, %v; want 0", s.Versions, err)
	}
}

func notFound(t *testing.T, st store.Store) {
	_, err1 := st.Document(ctx, "dno")
	_, err2 := st.Statement(ctx, "sno")
	_, err3 := st.Versions(ctx, "dno")
	for i, err := range []error{err1, err2, err3} {
		if !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%d: %v; want ErrNotFound", i, err)
		}
	}
}

func backup(t *testing.T, st store.Store) {
	put(t, st, 1, harbour)
	path := filepath.Join(t.TempDir(), "a 'copy'?.db")
	if err := st.Backup(ctx, path); err != nil {
		t.Fatal(err)
	}
	if err := st.Backup(ctx, path); err == nil {
		t.Errorf("Backup wrote over %s", path)
	}
	put(t, st, 1, strike)
}

// together has readers and writers at once.
func together(t *testing.T, st store.Store) {
	done := make(chan error)
	const n = 8
	for i := range n {
		go func() {
			a := harbour
			a.Address = fmt.Sprintf("%d.txt", i)
			_, err := st.Put(ctx, []*onrecord.Reading{a.Reading()})
			done <- err
		}()
		go func() {
			res, err := st.Find(ctx, store.Find{Where: leaf(store.Words, "harbour"), Facets: true})
			if err == nil && len(res.Hits) != min(res.Total, 20) {
				err = fmt.Errorf("%d hits of %d", len(res.Hits), res.Total)
			}
			done <- err
		}()
	}
	for range 2 * n {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	found(t, st, leaf(store.Words, "harbour"), n)
}
