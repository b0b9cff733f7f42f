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

// RunAcross tests what an engine keeps across documents, and of saved questions.
func RunAcross(t *testing.T, open func(t *testing.T) store.Store) {
	for _, test := range []struct {
		name string
		f    func(*testing.T, store.Store)
	}{
		{"pending", pending}, {"reports", reports}, {"collated", collated},
		{"stale", stale}, {"not collated", notCollated}, {"rulings", rulings}, {"ruled, then gone", ruledThenGone}, {"not rulings", notRulings}, {"issues", issues}, {"watches", watches}, {"added", added},
	} {
		t.Run(test.name, func(t *testing.T) {
			st := open(t)
			test.f(t, st)
			mustCheck(t, st)
		})
	}
	t.Run("near", func(t *testing.T) { near(t, open) })
	t.Run("in parts", func(t *testing.T) { inParts(t, open) })
}

// north and south report what harbour reports.
var (
	north = Article{Address: "north.txt", Outlet: "The Northern Observer", Title: "Closed", Published: "2026-02-11", Sayings: []Saying{
		{Speaker: "Ada Brandt", Content: "The harbour will close", Said: "2026-02-09"}, {Speaker: "Ole Falk", Content: "we will see"},
	}}
	south = Article{Address: "south.txt", Title: "Closed", Published: "2026-02-12", Sayings: []Saying{
		{Speaker: "Ada Brandt", Content: "The harbour will close | in spring", Kind: onrecord.Direct},
	}}
)

func pendingOf(t interface {
	Helper()
	Fatal(...any)
}, st store.Store) (docs []onrecord.DocumentID, state int64) {
	t.Helper()
	docs, state, err := st.Pending(ctx, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return docs, state
}

func isPending(t *testing.T, st store.Store, when string, want ...*onrecord.Reading) {
	t.Helper()
	var ids []onrecord.DocumentID
	for _, r := range want {
		ids = append(ids, r.Doc.ID)
	}
	have, _ := pendingOf(t, st)
	slices.Sort(ids)
	slices.Sort(have)
	if diff := cmp.Diff(ids, have, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("pending %s (-want +have):\n%s", when, diff)
	}
}

// nothing collates documents and finds nothing.
func nothing(t *testing.T, st store.Store, docs ...onrecord.DocumentID) *store.Collated {
	t.Helper()
	reports, err := st.Reports(ctx, docs...)
	if err != nil {
		t.Fatal(err)
	}
	c := &store.Collated{Docs: docs}
	_, c.State = pendingOf(t, st)
	for _, r := range reports {
		c.Sketches = append(c.Sketches, store.Sketch{Statement: r.Statement, First: r.Said.From, Terms: []uint32{1}, Prints: []uint64{uint64(len(r.Content)), 1 << 63}})
		c.Components = append(c.Components, []onrecord.StatementID{r.Statement})
	}
	return c
}

func collate(t *testing.T, st store.Store, c *store.Collated) {
	t.Helper()
	if err := st.Collate(ctx, c); err != nil {
		t.Fatalf("Collate: %v", err)
	}
	mustCheck(t, st)
}

// pending sees which documents are to be collated after what.
func pending(t *testing.T, st store.Store) {
	rs := put(t, st, 3, harbour, north, south)
	isPending(t, st, "after Put", rs...)
	first, _, err := st.Pending(ctx, 2)
	if err != nil || len(first) != 2 || first[0] != rs[0].Doc.ID || first[1] != rs[1].Doc.ID {
		t.Errorf("the first two pending are %v, %v", first, err)
	}
	c := nothing(t, st, rs[0].Doc.ID, rs[1].Doc.ID, rs[2].Doc.ID)
	a, b := rs[0].Statements[0].ID, rs[1].Statements[0].ID
	c.Matches = []onrecord.Match{{A: a, B: b, Score: 1, Why: []string{"the same words"}}}
	c.Components = append(c.Components, []onrecord.StatementID{a, b})
	c.Utterances = []onrecord.Utterance{{First: a, Reports: []onrecord.StatementID{a, b}, Outlets: 2, Independent: 2}}
	collate(t, st, c)
	isPending(t, st, "after Collate")
	put(t, st, 0, harbour)
	isPending(t, st, "after nothing new")
	fix(t, st, Correction(&rs[2].Statements[0], 1, onrecord.CorrectNote, ""))
	isPending(t, st, "after a correction", rs[2])
	collate(t, st, nothing(t, st, rs[2].Doc.ID))
	if _, err := st.Put(ctx, []*onrecord.Reading{harbour.readBy(reader2)}); err != nil {
		t.Fatal(err)
	}
	isPending(t, st, "after another reading", rs[0], rs[1])
	collate(t, st, nothing(t, st, rs[0].Doc.ID, rs[1].Doc.ID))
	identify(t, st, 1, Merge(1, "person:eva-lind", "person:ole-falk"))
	isPending(t, st, "after a merge", rs[0], rs[1])
	collate(t, st, nothing(t, st, rs[0].Doc.ID, rs[1].Doc.ID))
	rule(t, st, Rule(1, onrecord.Apart, &rs[1].Statements[0], &rs[2].Statements[0]))
	isPending(t, st, "after a ruling", rs[1], rs[2])
}

// Rule is a ruling on two statements, made at the minute of a day.
func Rule(minute int, kind onrecord.RulingKind, a, b *onrecord.Statement) onrecord.Ruling {
	r := onrecord.Ruling{Kind: kind, A: store.PlaceOf(a), B: store.PlaceOf(b)}
	return ruled(minute, r)
}

// Unrule says that a ruling does not hold.
func Unrule(minute int, id onrecord.RulingID) onrecord.Ruling {
	return ruled(minute, onrecord.Ruling{Kind: onrecord.RulingUndone, Undoes: id})
}

func ruled(minute int, r onrecord.Ruling) onrecord.Ruling {
	r.Who, r.Why, r.When = "B. Editor", "the tape says so", store.InstantOf(time.Date(2026, 6, 1, 10, minute, 0, 0, time.UTC))
	r.ID = r.ComputeID()
	return r
}

func rule(t *testing.T, st store.Store, list ...onrecord.Ruling) {
	t.Helper()
	for _, r := range list {
		if added, err := st.Rule(ctx, r); err != nil || !added {
			t.Fatalf("Rule %s: %t, %v; want it added", r.Kind, added, err)
		}
		mustCheck(t, st)
	}
}

// reports sees what is compared of a statement.
func reports(t *testing.T, st store.Store) {
	rs := put(t, st, 2, harbour, strike)
	have, err := st.Reports(ctx, rs[1].Doc.ID, rs[0].Doc.ID)
	if err != nil || len(have) != 6 || have[0].Statement != rs[1].Statements[0].ID || have[5].Statement != rs[0].Statements[3].ID {
		t.Fatalf("Reports: %d, %v", len(have), err)
	}
	first := rs[0].Statements[0]
	want := onrecord.Report{Statement: first.ID, Doc: rs[0].Doc.ID, Key: "person:ada-brandt", Kind: onrecord.Direct, Act: onrecord.Promised,
		Content: "The harbour will close … in spring", Cue: "said", Occasion: "at a hearing", Said: first.Said, Published: rs[0].Doc.Published,
		Outlet: "The Coast Herald", Byline: []string{"A. Writer"}, Score: 0.5}
	if diff := cmp.Diff(want, have[2], cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("Reports (-want +have):\n%s", diff)
	}
	some, err := st.ReportsOf(ctx, have[4].Statement, have[0].Statement, "sno", have[4].Statement)
	byID := []onrecord.Report{have[0], have[4]}
	slices.SortFunc(byID, func(a, b onrecord.Report) int { return cmpID(a.Statement, b.Statement) })
	if diff := cmp.Diff(byID, some); err != nil || diff != "" {
		t.Errorf("ReportsOf: %v (-want +have):\n%s", err, diff)
	}
}

// collated sees that what was written is what is read.
func collated(t *testing.T, st store.Store) {
	rs := put(t, st, 3, harbour, north, south)
	a, b, d := rs[0].Statements[0].ID, rs[1].Statements[0].ID, rs[2].Statements[0].ID
	c := nothing(t, st, rs[0].Doc.ID, rs[1].Doc.ID, rs[2].Doc.ID)
	c.Matches = []onrecord.Match{{A: a, B: b, Score: 0.75, Why: []string{"cut"}}, {A: a, B: d, Score: 1}}
	c.Components = [][]onrecord.StatementID{{a, b, d}}
	c.Utterances = []onrecord.Utterance{{First: a, Reports: []onrecord.StatementID{a, b, d}, Outlets: 3, Independent: 2}}
	c.Copies = []onrecord.Copy{{A: rs[1].Doc.ID, B: rs[2].Doc.ID, Score: 0.5, Why: []string{"one title"}}}
	c.DocPrints = map[onrecord.DocumentID][]uint64{rs[1].Doc.ID: {1, 1 << 63}}
	rel := rs[0].Relations[0].ID
	f := onrecord.Filled{Doc: rs[0].Doc.ID, Relation: rel, To: true, Statement: d, Score: 0.5, Why: []string{"his"}}
	c.Placeholders, c.Filled = []store.PlaceholderID{{Doc: rs[0].Doc.ID, Relation: rel, To: true}}, []onrecord.Filled{f}
	collate(t, st, c)
	u, err := st.Utterance(ctx, d)
	if err != nil || len(u.Hits) != 3 || u.Hits[2].Same != a || u.Hits[0].Same != "" || u.Hits[1].Reports != 3 {
		t.Fatalf("Utterance: %+v, %v", u, err)
	}
	if diff := cmp.Diff(c.Utterances[0], u.Utterance); diff != "" {
		t.Errorf("Utterance (-want +have):\n%s", diff)
	}
	one := c.Utterances[0]
	one.Reports = nil
	all, err := st.Utterances(ctx)
	if diff := cmp.Diff([]onrecord.Utterance{one}, all); diff != "" || err != nil {
		t.Errorf("Utterances: %v (-want +have):\n%s", err, diff)
	}
	if diff := cmp.Diff(c.Copies, u.Copies); diff != "" {
		t.Errorf("copies of the utterance (-want +have):\n%s", diff)
	}
	r, err := st.Document(ctx, rs[2].Doc.ID)
	if err != nil || r.Statements[0].Same != a {
		t.Errorf("in its document the third report is the same as %q, %v; want %s", r.Statements[0].Same, err, a)
	}
	ps, err := st.Placeholders(ctx, store.PlaceholderQuery{Key: "person:ada-brandt", From: "2026-02-10", Until: "2026-02-11"})
	if err != nil || len(ps) != 1 || ps[0].Noun != "report" || ps[0].Words != "her report" || ps[0].Filled == nil {
		t.Errorf("Placeholders: %+v, %v", ps, err)
	} else if diff := cmp.Diff(&f, ps[0].Filled); diff != "" {
		t.Errorf("filled (-want +have):\n%s", diff)
	}
	h, err := st.Statement(ctx, rs[0].Statements[2].ID)
	if err != nil || h.Relations[0].To.Filled == nil || h.Relations[0].To.Filled.Brief.ID != d || h.Relations[0].To.Filled.Doc.ID != rs[2].Doc.ID {
		t.Errorf("the filled end of a hit: %+v, %v", h.Relations, err)
	}
	docs, err := st.CopiesNear(ctx, 7, 1<<63)
	if err != nil || len(docs) != 1 || docs[0] != rs[1].Doc.ID {
		t.Errorf("CopiesNear: %v, %v", docs, err)
	}
	doc, err := st.Article(ctx, rs[1].Doc.ID)
	if diff := cmp.Diff(rs[1].Doc, doc, cmpopts.EquateEmpty()); err != nil || diff != "" {
		t.Errorf("Article: %v (-want +have):\n%s", err, diff)
	}
	if _, err := st.Article(ctx, "dno"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Article of a document that is not held: %v; want ErrNotFound", err)
	}
	near, err := st.Near(ctx, store.Nearby{Key: "person:ada-brandt", Until: "2026-01-01"})
	if err != nil || len(near) != 1 || near[0].Statement != d || near[0].Key != "person:ada-brandt" || near[0].Terms[0] != 1 {
		t.Errorf("Near: %+v, %v; want %s", near, err, d)
	}
}

// stale sees that nothing is written that was computed from another state.
func stale(t *testing.T, st store.Store) {
	rs := put(t, st, 1, harbour)
	c := nothing(t, st, rs[0].Doc.ID)
	put(t, st, 1, north)
	if err := st.Collate(ctx, c); !errors.Is(err, store.ErrStale) {
		t.Errorf("Collate after Put: %v; want ErrStale", err)
	}
	isPending(t, st, "after a stale Collate", append(rs, north.Reading())...)
	_, c.State = pendingOf(t, st)
	collate(t, st, c)
	if err := st.Collate(ctx, c); !errors.Is(err, store.ErrStale) {
		t.Errorf("Collate after another: %v; want ErrStale", err)
	}
	for name, change := range map[string]func() error{
		"a correction": func() error {
			_, err := st.Correct(ctx, Correction(&rs[0].Statements[0], 1, onrecord.CorrectNote, ""))
			return err
		},
		"an identification": func() error {
			_, err := st.Identify(ctx, []onrecord.Identification{Merge(1, "person:a", "person:b")})
			return err
		},
		"a ruling": func() error {
			_, err := st.Rule(ctx, Rule(1, onrecord.Apart, &rs[0].Statements[0], &rs[0].Statements[1]))
			return err
		},
		"an issue": func() error { _, err := st.Declare(ctx, onHarbour, "Harbour", "text", declared); return err },
	} {
		_, c.State = pendingOf(t, st)
		if err := change(); err != nil {
			t.Fatal(err)
		}
		if err := st.Collate(ctx, c); !errors.Is(err, store.ErrStale) {
			t.Errorf("Collate after %s: %v; want ErrStale", name, err)
		}
	}
	_, state := pendingOf(t, st)
	for name, err := range map[string]error{"Assign": st.Assign(ctx, state-1, onHarbour, nil, nil), "Recompute": st.Recompute(ctx, state-1, onHarbour, nil)} {
		if !errors.Is(err, store.ErrStale) {
			t.Errorf("%s from another state: %v; want ErrStale", name, err)
		}
	}
	put(t, st, 0, north)
	if _, now := pendingOf(t, st); now != state {
		t.Errorf("the state is %d after nothing was done, want %d", now, state)
	}
}

// notCollated sees that what cannot be kept is refused, all of it.
func notCollated(t *testing.T, st store.Store) {
	rs := put(t, st, 3, harbour, north, south)
	a, b, other := rs[0].Statements[0].ID, rs[1].Statements[0].ID, rs[2].Statements[0].ID
	for name, spoil := range map[string]func(*store.Collated){
		"a sketch too few":             func(c *store.Collated) { c.Sketches = c.Sketches[1:] },
		"a sketch of another document": func(c *store.Collated) { c.Sketches[0].Statement = other },
		"a sketch that ends first":     func(c *store.Collated) { c.Sketches[0].First, c.Sketches[0].Last = "2026-02-02", "2026-02-01" },
		"a sketch of no day":           func(c *store.Collated) { c.Sketches[0].First = "soon" },
		"a match with itself":          func(c *store.Collated) { c.Matches = []onrecord.Match{{A: a, B: a}} },
		"a match with nothing":         func(c *store.Collated) { c.Matches = []onrecord.Match{{A: a, B: "sno"}} },
		"a match with what is pending": func(c *store.Collated) { c.Matches = []onrecord.Match{{A: a, B: other}} },
		"a copy of itself":             func(c *store.Collated) { c.Copies = []onrecord.Copy{{A: rs[0].Doc.ID, B: rs[0].Doc.ID}} },
		"an utterance of one": func(c *store.Collated) {
			c.Utterances = []onrecord.Utterance{{First: a, Reports: []onrecord.StatementID{a}, Outlets: 1, Independent: 1}}
		},
		"a statement in two utterances": func(c *store.Collated) { c.Utterances = []onrecord.Utterance{two(a, b), two(a, b)} },
		"more outlets than reports":     func(c *store.Collated) { u := two(a, b); u.Outlets = 3; c.Utterances = []onrecord.Utterance{u} },
		"an end that is not there": func(c *store.Collated) {
			c.Filled = []onrecord.Filled{{Doc: rs[0].Doc.ID, Relation: "rno", Statement: b}}
		},
		"an end filled with its own": func(c *store.Collated) {
			c.Filled = []onrecord.Filled{{Doc: rs[0].Doc.ID, Relation: rs[0].Relations[0].ID, To: true, Statement: a}}
		},
		"an issue that is not there": func(c *store.Collated) { c.Assignments = []onrecord.Assignment{{Issue: "no", Statement: a}} },
		"a position without assignment": func(c *store.Collated) {
			c.Positions = []onrecord.Position{{Assignment: onrecord.Assignment{Issue: "no", Statement: a}}}
		},
		"a document that is not there": func(c *store.Collated) { c.Docs = append(c.Docs, "dno") },
	} {
		c := nothing(t, st, rs[0].Doc.ID, rs[1].Doc.ID)
		spoil(c)
		if err := st.Collate(ctx, c); err == nil || errors.Is(err, store.ErrStale) {
			t.Errorf("Collate with %s: %v; want an error", name, err)
		}
		isPending(t, st, "after "+name, rs...)
	}
}

func two(a, b onrecord.StatementID) onrecord.Utterance {
	return onrecord.Utterance{First: a, Reports: []onrecord.StatementID{a, b}, Outlets: 1, Independent: 1}
}

func watches(t *testing.T, st store.Store) {
	w := store.Watch{Name: "harbour", Kind: store.WatchStatements, Query: "harbour", Webhook: "https://example.org/", Secret: "s", Told: 3, Made: "2026-05-01T10:00:00.000000Z"}
	for _, one := range []store.Watch{{Name: "z", Kind: store.WatchChanges, Issue: "talks", Key: "person:bo-ek"}, {Name: "harbour"}, w} {
		if err := st.Watch(ctx, one); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(st.Told(ctx, "harbour", 9), st.Unwatch(ctx, "z")); err != nil {
		t.Fatal(err)
	}
	w.Told = 9
	have, err := st.Watches(ctx)
	if diff := cmp.Diff([]store.Watch{w}, have); err != nil || diff != "" {
		t.Errorf("Watches: %v (-want +have):\n%s", err, diff)
	}
	if err1, err2 := st.Unwatch(ctx, "z"), st.Told(ctx, "z", 1); !errors.Is(err1, store.ErrNotFound) || !errors.Is(err2, store.ErrNotFound) {
		t.Errorf("of a watch that is not there: %v and %v; want ErrNotFound", err1, err2)
	}
}

// added sees that only what was added after a mark is found.
func added(t *testing.T, st store.Store) {
	put(t, st, 1, harbour)
	mark, err := st.Mark(ctx)
	if err != nil {
		t.Fatal(err)
	}
	count := func(when string, want int) {
		t.Helper()
		for _, e := range []store.Expr{leaf(store.Words, "harbour"), {}} {
			res, err := st.Find(ctx, store.Find{Where: e, Added: mark, Facets: true})
			if err != nil || res.Total != want || len(res.Hits) != want || res.Counted != want {
				t.Errorf("%s %d are found of %+v, %v; want %d", when, res.Total, e, err, want)
			}
		}
	}
	count("nothing added", 0)
	if _, err := st.Put(ctx, []*onrecord.Reading{harbour.readBy(reader2)}); err != nil {
		t.Fatal(err)
	}
	count("read again", 0)
	put(t, st, 1, south)
	count("one added", 1)
}

func cmpID(a, b onrecord.StatementID) int {
	if a < b {
		return -1
	}
	return 1
}
