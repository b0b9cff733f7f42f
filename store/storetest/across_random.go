package storetest

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
)

// A view is all that a record says across documents.
type view struct {
	Hits         []store.Hit
	Utterances   []store.Utterance
	Components   []store.Component
	Copies       [][]onrecord.Copy
	Placeholders []store.Placeholder
	Near         [][]store.Sketch
	Issues       []store.IssueFile
	Stances      [][]store.Stance
	Changes      []store.Departure
	Rulings      []store.Ruled
	Coverage     []store.Month
}

func viewOf(rt *rapid.T, st store.Store) (v view) {
	must := func(err error) {
		rt.Helper()
		if err != nil {
			rt.Fatal(err)
		}
	}
	res, err := st.Find(ctx, store.Find{Page: store.Page{Limit: 1000}})
	must(err)
	v.Hits = res.Hits
	slices.SortFunc(v.Hits, func(a, b store.Hit) int { return cmp.Compare(a.ID, b.ID) })
	docs := map[onrecord.DocumentID]bool{}
	for _, h := range v.Hits {
		u, err := st.Utterance(ctx, h.ID)
		must(err)
		c, err := st.Component(ctx, h.ID)
		must(err)
		near, err := st.Near(ctx, store.Nearby{Key: h.Key, From: h.Said.From, Until: h.Said.Until})
		must(err)
		v.Utterances, v.Components, v.Near = append(v.Utterances, *u), append(v.Components, *c), append(v.Near, near)
		if docs[h.Doc.ID] {
			continue
		}
		docs[h.Doc.ID] = true
		copies, err := st.Copies(ctx, h.Doc.ID)
		must(err)
		ps, err := st.Placeholders(ctx, store.PlaceholderQuery{Docs: []onrecord.DocumentID{h.Doc.ID}})
		must(err)
		v.Copies, v.Placeholders = append(v.Copies, copies), append(v.Placeholders, ps...)
	}
	v.Issues, err = st.Issues(ctx)
	must(err)
	for _, issue := range v.Issues {
		list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: issue.ID, Page: store.Page{Limit: -1}})
		must(err)
		v.Stances = append(v.Stances, list)
	}
	v.Changes, _, err = st.Changes(ctx, store.ChangeQuery{Repeats: true, Page: store.Page{Limit: -1}})
	must(err)
	v.Rulings, err = st.Rulings(ctx)
	must(err)
	v.Coverage, err = st.Coverage(ctx)
	must(err)
	return v
}

// inParts does random things to two records, of which one is collated in parts,
// in any order, between them, and the other once at the end: then both say the
// same, and what can be said without a record.
func inParts(t *testing.T, open func(t *testing.T) store.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		parts, once := open(t), open(t)
		defer parts.Close()
		defer once.Close()
		w := &world{m: &model{}, by: reader}
		for range rapid.IntRange(1, 12).Draw(rt, "steps") {
			if rapid.Bool().Draw(rt, "collate") {
				collatePart(rt, parts)
			} else if do := w.draw(rt); do != nil {
				for _, st := range []store.Store{parts, once} {
					if err := do(st); err != nil {
						rt.Fatal(err)
					}
				}
			}
			mustCheck(rt, parts)
		}
		for _, st := range []store.Store{parts, once} {
			finish(rt, st)
			mustCheck(rt, st)
		}
		have := viewOf(rt, parts)
		if diff := gocmp.Diff(viewOf(rt, once), have, cmpopts.EquateEmpty()); diff != "" {
			rt.Fatalf("collated in parts, the record says something else (-want +have):\n%s", diff)
		}
		sameMatches(rt, parts, &have)
	})
}

// collatePart collates some of the pending documents.
func collatePart(rt *rapid.T, st store.Store) {
	docs, state := pendingOf(rt, st)
	if len(docs) == 0 {
		return
	}
	some := rapid.Permutation(docs).Draw(rt, "docs")
	collateSome(rt, st, some[:rapid.IntRange(1, len(some)).Draw(rt, "number")], state)
}

// sameMatches compares every two statements.
func sameMatches(rt *rapid.T, st store.Store, v *view) {
	var ids []onrecord.StatementID
	for _, h := range v.Hits {
		ids = append(ids, h.ID)
	}
	reports, err := st.ReportsOf(ctx, ids...)
	if err != nil {
		rt.Fatal(err)
	}
	for i, c := range v.Components {
		for j := range reports {
			matched := slices.ContainsFunc(c.Matches, func(m onrecord.Match) bool {
				return m.A == ids[i] && m.B == ids[j] || m.A == ids[j] && m.B == ids[i]
			})
			if want := sameUtterance(&reports[i], &reports[j]); matched != want {
				rt.Fatalf("%s and %s are matched: %t, want %t", ids[i], ids[j], matched, want)
			}
		}
	}
}

// A world is what random steps are drawn from.
type world struct {
	m       *model
	by      onrecord.ReaderVersion
	list    []onrecord.Identification
	rulings []onrecord.Ruling
}

// draw draws a step, nil for none.
func (w *world) draw(rt *rapid.T) func(store.Store) error {
	switch kind := rapid.IntRange(0, 9).Draw(rt, "step"); kind {
	case 0:
		w.by.Stages += "+"
		return nil
	case 1, 2:
		if c, ok := w.correction(rt); ok {
			return func(st store.Store) error { _, err := st.Correct(ctx, c); return err }
		}
	case 3, 4:
		if i, ok := w.identification(rt); ok {
			return func(st store.Store) error { _, err := st.Identify(ctx, []onrecord.Identification{i}); return err }
		}
	case 5, 6:
		if r, ok := w.ruling(rt); ok {
			return func(st store.Store) error { _, err := st.Rule(ctx, r); return err }
		}
	case 7:
		name := rapid.SampledFrom([]string{"harbour", "strike"}).Draw(rt, "issue")
		text := rapid.SampledFrom([]string{"", "one", "two"}).Draw(rt, "text")
		return func(st store.Store) error {
			_, err := st.Declare(ctx, onrecord.IssueID(name), name, text, declared)
			return err
		}
	}
	r := drawArticle(rt).readBy(w.by)
	w.m.put(r)
	return func(st store.Store) error { _, err := st.Put(ctx, []*onrecord.Reading{r}); return err }
}

func (w *world) statement(rt *rapid.T) (d *modelDoc, st *onrecord.Statement) {
	if len(w.m.docs) == 0 {
		return nil, nil
	}
	d = rapid.SampledFrom(w.m.docs).Draw(rt, "document")
	if len(d.found.Statements) == 0 {
		return nil, nil
	}
	return d, &d.found.Statements[rapid.IntRange(0, len(d.found.Statements)-1).Draw(rt, "statement")]
}

func (w *world) correction(rt *rapid.T) (c onrecord.Correction, ok bool) {
	d, st := w.statement(rt)
	if st == nil {
		return c, false
	}
	c = drawCorrection(rt, *st)
	w.m.correct(d, c)
	return c, true
}

func (w *world) ruling(rt *rapid.T) (r onrecord.Ruling, ok bool) {
	minute := len(w.rulings)
	if minute > 0 && rapid.IntRange(0, 3).Draw(rt, "undo") == 0 {
		what := rapid.SampledFrom(w.rulings).Draw(rt, "undone")
		if what.Kind == onrecord.RulingUndone {
			return r, false
		}
		r = Unrule(minute, what.ID)
	} else {
		_, a := w.statement(rt)
		_, b := w.statement(rt)
		if a == nil || b == nil || a.ID == b.ID {
			return r, false
		}
		r = Rule(minute, rapid.SampledFrom([]onrecord.RulingKind{onrecord.Apart, onrecord.Together}).Draw(rt, "ruling"), a, b)
	}
	w.rulings = append(w.rulings, r)
	return r, true
}

func (w *world) identification(rt *rapid.T) (i onrecord.Identification, ok bool) {
	minute := len(w.list)
	keys := rapid.Permutation(someKeys).Draw(rt, "keys")
	switch kind := rapid.IntRange(0, 3).Draw(rt, "identification"); {
	case kind == 0 && len(w.m.docs) > 0:
		i = Split(minute, keys[0], keys[1], rapid.SampledFrom(w.m.docs).Draw(rt, "document").r.Doc.ID)
	case kind == 1 && minute > 0:
		what := rapid.SampledFrom(w.list).Draw(rt, "undone")
		if what.Kind == onrecord.Undone {
			return i, false
		}
		i = Undo(minute, what.ID)
	default:
		i = Merge(minute, keys[0], keys[1])
	}
	w.list = append(w.list, i)
	return i, true
}
