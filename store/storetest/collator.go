package storetest

import (
	"cmp"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
)

// A collator is the plainest there can be: it tests what a record keeps across
// documents, not what is found. Two statements are the same when they have the
// same words and no two speakers, or when one speaker begins them alike on one
// day; documents with one title are copies; a placeholder is filled with its
// owner's first statement elsewhere.
type collator struct {
	t interface {
		Helper()
		Fatal(...any)
	}
	st      store.Store
	reports map[onrecord.StatementID]onrecord.Report
	batch   []onrecord.Report // of the documents that are collated
	docs    map[onrecord.DocumentID]bool
	titles  map[onrecord.DocumentID]string
	c       *store.Collated
}

func hash(words string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(words))
	return h.Sum64()
}

func begins(content string) string {
	first, _, _ := strings.Cut(spaced(content)[1:], " ")
	return first
}

func sameUtterance(a, b *onrecord.Report) bool {
	words := a.Content != "" && spaced(a.Content) == spaced(b.Content) && (a.Key == "" || b.Key == "" || a.Key == b.Key)
	day := a.Key != "" && a.Key == b.Key && a.Said.EDTF != "" && a.Said.EDTF == b.Said.EDTF && begins(a.Content) == begins(b.Content)
	return a.Statement != b.Statement && (words || day)
}

func lastDay(c onrecord.Claimed) onrecord.Day {
	if c.Until == "" {
		return ""
	}
	return onrecord.Day(before(c.Until))
}

func sketchOf(r *onrecord.Report) store.Sketch {
	return store.Sketch{Statement: r.Statement, First: r.Said.From, Last: lastDay(r.Said), Terms: []uint32{uint32(len(r.Content))}, Prints: []uint64{hash(spaced(r.Content))}}
}

// collateSome brings some pending documents up to date.
func collateSome(t interface {
	Helper()
	Fatal(...any)
}, st store.Store, docs []onrecord.DocumentID, state int64) {
	t.Helper()
	w := &collator{t: t, st: st, reports: map[onrecord.StatementID]onrecord.Report{}, docs: map[onrecord.DocumentID]bool{}, titles: map[onrecord.DocumentID]string{},
		c: &store.Collated{State: state, Docs: docs, DocPrints: map[onrecord.DocumentID][]uint64{}}}
	for _, id := range docs {
		w.docs[id] = true
	}
	var err error
	w.batch, err = st.Reports(ctx, docs...)
	w.must(err)
	for _, r := range w.batch {
		w.reports[r.Statement] = r
		w.c.Sketches = append(w.c.Sketches, sketchOf(&r))
	}
	w.copies()
	w.matches()
	w.group()
	w.fill()
	w.assign()
	w.must(st.Collate(ctx, w.c))
}

func (w *collator) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// near lists reports that could be the same: those that the record finds, and
// those of the batch.
func (w *collator) near(r *onrecord.Report) []onrecord.Report {
	k := sketchOf(r)
	found, err := w.st.Near(ctx, store.Nearby{Prints: k.Prints, Key: r.Key, From: k.First, Until: k.Last})
	w.must(err)
	var ids []onrecord.StatementID
	for _, one := range found {
		ids = append(ids, one.Statement)
	}
	out := slices.Clone(w.batch)
	for _, one := range w.load(ids...) {
		if !w.docs[one.Doc] {
			out = append(out, one)
		}
	}
	return out
}

func (w *collator) load(ids ...onrecord.StatementID) []onrecord.Report {
	out, err := w.st.ReportsOf(ctx, ids...)
	w.must(err)
	for _, r := range out {
		w.reports[r.Statement] = r
	}
	return out
}

func (w *collator) matches() {
	seen := map[[2]onrecord.StatementID]bool{}
	for i := range w.batch {
		for _, other := range w.near(&w.batch[i]) {
			a, b := w.batch[i], other
			if b.Less(&a) {
				a, b = b, a
			}
			if pair := [2]onrecord.StatementID{a.Statement, b.Statement}; sameUtterance(&a, &b) && !seen[pair] {
				seen[pair] = true
				w.c.Matches = append(w.c.Matches, onrecord.Match{A: a.Statement, B: b.Statement, Score: 1, Why: []string{"alike"}})
			}
		}
	}
}

// group makes utterances of what is joined now with the batch, and of what was.
func (w *collator) group() {
	var ids []onrecord.StatementID
	for _, r := range w.batch {
		ids = append(ids, r.Statement)
	}
	for _, m := range w.c.Matches {
		ids = append(ids, m.A, m.B)
	}
	all, err := w.st.Component(ctx, ids...)
	w.must(err)
	w.load(all.Statements...)
	joined := sets[onrecord.StatementID]{}
	apart := map[[2]onrecord.StatementID]bool{}
	for _, r := range all.Rulings {
		a, b := now(w.reports, &r.A), now(w.reports, &r.B)
		if r.Kind == onrecord.Together {
			joined.join(a, b)
		} else {
			apart[[2]onrecord.StatementID{a, b}], apart[[2]onrecord.StatementID{b, a}] = true, true
		}
	}
	for _, m := range all.Matches {
		if !w.docs[w.reports[m.A].Doc] && !w.docs[w.reports[m.B].Doc] && !apart[[2]onrecord.StatementID{m.A, m.B}] {
			joined.join(m.A, m.B)
		}
	}
	for _, m := range w.c.Matches {
		if !apart[[2]onrecord.StatementID{m.A, m.B}] {
			joined.join(m.A, m.B)
		}
	}
	w.c.Components = [][]onrecord.StatementID{all.Statements}
	for _, g := range joined.groups(all.Statements) {
		slices.SortFunc(g, func(a, b onrecord.StatementID) int {
			x, y := w.reports[a], w.reports[b]
			if x.Less(&y) {
				return -1
			}
			return 1
		})
		w.c.Utterances = append(w.c.Utterances, w.utterance(g))
	}
}

// now is the statement that a ruling was made on, as the tests keep it: by its
// ID. One that was found again elsewhere decides nothing here.
func now(reports map[onrecord.StatementID]onrecord.Report, p *onrecord.Place) onrecord.StatementID {
	return reports[p.Statement].Statement
}

func (w *collator) utterance(g []onrecord.StatementID) onrecord.Utterance {
	outlets, texts := map[string]bool{}, map[string]bool{}
	for _, id := range g {
		outlets[w.reports[id].Outlet], texts[w.title(w.reports[id].Doc)] = true, true
	}
	return onrecord.Utterance{First: g[0], Reports: g, Outlets: len(outlets), Independent: len(texts)}
}

func (w *collator) title(id onrecord.DocumentID) string {
	if _, ok := w.titles[id]; !ok {
		r, err := w.st.Document(ctx, id)
		w.must(err)
		w.titles[id] = r.Doc.Title
	}
	return w.titles[id]
}

func (w *collator) copies() {
	for _, id := range w.c.Docs {
		w.c.DocPrints[id] = []uint64{hash(w.title(id))}
		found, err := w.st.CopiesNear(ctx, w.c.DocPrints[id]...)
		w.must(err)
		for _, other := range append(found, w.c.Docs...) {
			a, b := min(id, other), max(id, other)
			one := onrecord.Copy{A: a, B: b, Score: 1, Why: []string{"one title"}}
			if a != b && w.title(a) == w.title(b) && !slices.ContainsFunc(w.c.Copies, func(c onrecord.Copy) bool { return c.A == a && c.B == b }) {
				w.c.Copies = append(w.c.Copies, one)
			}
		}
	}
}

// fill looks at the placeholders of the batch and at those whose owners speak in it.
func (w *collator) fill() {
	list, err := w.st.Placeholders(ctx, store.PlaceholderQuery{Docs: w.c.Docs})
	w.must(err)
	for _, key := range w.keys() {
		more, err := w.st.Placeholders(ctx, store.PlaceholderQuery{Key: key})
		w.must(err)
		list = append(list, more...)
	}
	for _, p := range list {
		w.c.Placeholders = append(w.c.Placeholders, store.PlaceholderID{Doc: p.Doc, Relation: p.Relation, To: p.To})
		if best := w.firstOf(&p); best != "" {
			w.c.Filled = append(w.c.Filled, onrecord.Filled{Doc: p.Doc, Relation: p.Relation, To: p.To, Statement: best, Score: 1, Why: []string{"the first"}})
		}
	}
}

func (w *collator) keys() []string {
	keys := map[string]bool{}
	for _, r := range w.batch {
		if r.Key != "" {
			keys[r.Key] = true
		}
	}
	return slices.Sorted(maps.Keys(keys))
}

func (w *collator) firstOf(p *store.Placeholder) (id onrecord.StatementID) {
	var best *onrecord.Report
	for _, r := range w.near(&onrecord.Report{Key: p.Key}) {
		if r.Key == p.Key && r.Doc != p.Doc && (best == nil || r.Less(best)) {
			best, id = &r, r.Statement
		}
	}
	return id
}

const onHarbour onrecord.IssueID = "harbour"

func (w *collator) assign() {
	issues, err := w.st.Issues(ctx)
	w.must(err)
	for _, issue := range issues {
		on, positions := stances(issue.ID, w.batch)
		w.c.Assignments, w.c.Positions = append(w.c.Assignments, on...), append(w.c.Positions, positions...)
	}
}

// stances are those of statements with the word that the issue is named for.
func stances(issue onrecord.IssueID, reports []onrecord.Report) (on []onrecord.Assignment, positions []onrecord.Position) {
	for _, r := range reports {
		if !strings.Contains(spaced(r.Content), " "+string(issue)+" ") {
			continue
		}
		a := onrecord.Assignment{Issue: issue, Statement: r.Statement, Score: 0.5, Words: []onrecord.Span{{Start: 0, End: len(r.Content)}}, Why: []string{"word"}}
		on = append(on, a)
		if r.Key == "" {
			continue
		}
		p := onrecord.Position{Assignment: a, Key: r.Key, Pole: onrecord.For, Certainty: 1}
		if r.Act == onrecord.Denied {
			p.Pole, p.Conditions = onrecord.Against, []string{"if " + r.Content}
		}
		positions = append(positions, p)
	}
	return on, positions
}

// finish brings the record up to date.
func finish(t interface {
	Helper()
	Fatal(...any)
}, st store.Store) {
	t.Helper()
	for {
		docs, state := pendingOf(t, st)
		if len(docs) == 0 {
			break
		}
		collateSome(t, st, docs, state)
	}
	w := &collator{t: t, st: st}
	issues, err := st.Issues(ctx)
	w.must(err)
	for _, issue := range issues {
		if issue.Unassigned {
			w.must(reassign(st, issue.ID))
		}
		if issue.Unassigned || issue.Outdated {
			w.must(recompute(st, issue.ID))
		}
	}
}

func reassign(st store.Store, issue onrecord.IssueID) error {
	_, state, err := st.Pending(ctx, 0)
	if err != nil {
		return err
	}
	var docs []onrecord.DocumentID
	if err := st.Each(ctx, func(r *onrecord.Reading) error { docs = append(docs, r.Doc.ID); return nil }); err != nil {
		return err
	}
	reports, err := st.Reports(ctx, docs...) // of those that are current
	if err != nil {
		return err
	}
	on, positions := stances(issue, reports)
	return st.Assign(ctx, state, issue, on, positions)
}

// recompute finds a change wherever a speaker takes another pole than before.
func recompute(st store.Store, issue onrecord.IssueID) error {
	_, state, err := st.Pending(ctx, 0)
	if err != nil {
		return err
	}
	list, _, err := st.Assignments(ctx, store.StanceQuery{Issue: issue, Positioned: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return err
	}
	before := map[string]*onrecord.Position{}
	var changes []onrecord.Change
	for _, one := range list {
		p := one.Position
		if last := before[p.Key]; last != nil {
			c := onrecord.Change{Issue: issue, Kind: onrecord.Same, Earlier: last.Statement, Later: p.Statement, Score: 0.5, Why: []string{"later"}, Position: [2]onrecord.Position{*last, *p}}
			if last.Pole != p.Pole {
				c.Kind, c.Caveats = onrecord.Turns, []string{"a paraphrase"}
			}
			c.ID = c.ComputeID()
			changes = append(changes, c)
		}
		before[p.Key] = p
	}
	return st.Recompute(ctx, state, issue, changes)
}

// sets join what is joined.
type sets[K cmp.Ordered] map[K]K

func (s sets[K]) of(k K) K {
	for {
		next, ok := s[k]
		if !ok || next == k {
			return k
		}
		k = next
	}
}

func (s sets[K]) join(a, b K) { s[s.of(a)] = s.of(b) }

// groups are those of two and more, in order.
func (s sets[K]) groups(all []K) (out [][]K) {
	by := map[K][]K{}
	for _, k := range all {
		by[s.of(k)] = append(by[s.of(k)], k)
	}
	for _, k := range slices.Sorted(maps.Keys(by)) {
		if len(by[k]) > 1 {
			out = append(out, by[k])
		}
	}
	return out
}

// declared is when the issues of these tests were declared.
var declared = store.InstantOf(time.Date(2026, 7, 1, 10, 0, 0, 0, time.UTC))

// CollateAll collates what is pending as these tests do, and does what is
// outstanding of issues.
func CollateAll(t *testing.T, st store.Store) {
	t.Helper()
	finish(t, st)
}
