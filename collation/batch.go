package collation

import (
	"cmp"
	"context"
	"slices"

	"onrecord"
	"onrecord/relation"
	"onrecord/store"
)

// A batch is documents that are collated together, and the statements of other
// documents that were met.
type batch struct {
	st       store.Store
	docs     []onrecord.DocumentID
	in       map[onrecord.DocumentID]bool
	reports  []onrecord.Report // of docs
	sketches []store.Sketch    // of reports
	index    map[onrecord.StatementID]int
	others   map[onrecord.StatementID]*onrecord.Report // of other documents, as far as they were read

	placeholders []store.Placeholder // that may mean something else than before
	spoken       map[string]*spoken  // by speaker
}

func newBatch(ctx context.Context, st store.Store, docs []onrecord.DocumentID) (*batch, error) {
	b := &batch{st: st, docs: docs, in: map[onrecord.DocumentID]bool{}, index: map[onrecord.StatementID]int{}, others: map[onrecord.StatementID]*onrecord.Report{}}
	for _, id := range docs {
		b.in[id] = true
	}
	var err error
	if b.reports, err = st.Reports(ctx, docs...); err != nil {
		return nil, err
	}
	for i := range b.reports {
		r := &b.reports[i]
		b.index[r.Statement] = i
		s := store.Sketch{Statement: r.Statement, Key: r.Key}
		s.Terms, s.Prints, s.First, s.Last = relation.Trace(r)
		b.sketches = append(b.sketches, s)
	}
	if b.placeholders, err = b.open(ctx); err != nil {
		return nil, err
	}
	return b, b.speakers(ctx, b.placeholders)
}

// report is a statement of the batch, or one that was read.
func (b *batch) report(id onrecord.StatementID) *onrecord.Report {
	if i, ok := b.index[id]; ok {
		return &b.reports[i]
	}
	return b.others[id]
}

// load reads statements of other documents that were not read yet.
func (b *batch) load(ctx context.Context, ids []onrecord.StatementID) error {
	var missing []onrecord.StatementID
	for _, id := range ids {
		if b.report(id) == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	read, err := b.st.ReportsOf(ctx, slices.Compact(missing)...)
	for i := range read {
		b.others[read[i].Statement] = &read[i]
	}
	return err
}

// ids are the statements of the batch.
func (b *batch) ids() []onrecord.StatementID {
	out := make([]onrecord.StatementID, len(b.reports))
	for i := range b.reports {
		out[i] = b.reports[i].Statement
	}
	return out
}

// overlap reports two sketches whose days overlap; an empty day is open.
func overlap(a, b *store.Sketch) bool {
	return (a.Last == "" || b.First <= a.Last) && (b.Last == "" || a.First <= b.Last)
}

func sortMatches(list []onrecord.Match) {
	slices.SortFunc(list, func(m, n onrecord.Match) int { return cmp.Or(cmp.Compare(m.A, n.A), cmp.Compare(m.B, n.B)) })
}
