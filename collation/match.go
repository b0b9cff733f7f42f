package collation

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"onrecord"
	"onrecord/relation"
	"onrecord/store"
)

// match compares the statements of the batch with all that could report the
// same utterance.
func (b *batch) match(ctx context.Context, c *store.Collated) error {
	pairs, err := b.near(ctx)
	if err != nil {
		return err
	}
	pairs = append(b.within(), pairs...)
	ids := make([]onrecord.StatementID, len(pairs))
	for i, p := range pairs {
		ids[i] = p.b
	}
	if err := b.load(ctx, ids); err != nil {
		return err
	}
	read := map[onrecord.StatementID]*relation.Prepared{}
	prepare := func(r *onrecord.Report) *relation.Prepared {
		if read[r.Statement] == nil {
			read[r.Statement] = relation.Prepare(r)
		}
		return read[r.Statement]
	}
	for _, p := range pairs {
		first, second := b.report(p.a), b.report(p.b)
		if second == nil {
			continue
		}
		if second.Less(first) {
			first, second = second, first
		}
		if m, ok := prepare(first).Same(prepare(second)); ok {
			m.A, m.B = first.Statement, second.Statement
			c.Matches = append(c.Matches, m)
		}
	}
	sortMatches(c.Matches)
	return nil
}

// A pair is a statement of the batch, and one that could be the same.
type pair struct{ a, b onrecord.StatementID }

// most is how many statements of other documents one is compared with in each
// of the two ways, and how many documents: those with the least IDs. What so
// many say alike is a formula or on everybody's page, and that all meet the same
// few keeps them together without comparing each with each.
const most = 50

// near lists the statements of other documents to compare each of the batch
// with: of those with a print in common and of those of its speaker and days
// the ones that can be the same.
func (b *batch) near(ctx context.Context) (out []pair, err error) {
	printed, err := b.printed(ctx)
	if err != nil {
		return nil, err
	}
	for i := range b.sketches {
		s := &b.sketches[i]
		var found []*store.Sketch
		for _, p := range s.Prints {
			found = append(found, printed[p]...)
		}
		slices.SortFunc(found, func(a, b *store.Sketch) int { return cmp.Compare(a.Statement, b.Statement) })
		ids := firstSame(nil, s, slices.Compact(found))
		if s.Key != "" {
			ids = firstSame(ids, s, b.spoken[s.Key].byID)
		}
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			out = append(out, pair{s.Statement, id})
		}
	}
	return out, nil
}

// firstSame adds the first of the statements that can be the same as s.
func firstSame(to []onrecord.StatementID, s *store.Sketch, found []*store.Sketch) []onrecord.StatementID {
	n := 0
	for _, o := range found {
		if n == most {
			break
		}
		if likely(s, o) {
			to = append(to, o.Statement)
			n++
		}
	}
	return to
}

// likely reports two sketches of what relation.Same could join.
func likely(s, o *store.Sketch) bool {
	if s.Key == o.Key && s.Key != "" && !overlap(s, o) {
		return false
	}
	return relation.About(s.Terms, o.Terms) && !relation.Apart(s.Key, o.Key)
}

// printed are the statements of other documents that have a print of the batch
// and can be the same as one of it with that print, by print.
func (b *batch) printed(ctx context.Context) (map[uint64][]*store.Sketch, error) {
	ours := map[uint64][]*store.Sketch{}
	for i := range b.sketches {
		for _, p := range b.sketches[i].Prints {
			ours[p] = append(ours[p], &b.sketches[i])
		}
	}
	if len(ours) == 0 {
		return nil, nil
	}
	fits := func(o *store.Sketch) bool {
		return slices.ContainsFunc(o.Prints, func(p uint64) bool {
			return slices.ContainsFunc(ours[p], func(s *store.Sketch) bool { return likely(s, o) })
		})
	}
	held, err := b.st.Near(ctx, store.Nearby{Prints: slices.Sorted(maps.Keys(ours)), Fits: fits})
	out := map[uint64][]*store.Sketch{}
	for i := range held {
		if _, own := b.index[held[i].Statement]; own {
			continue
		}
		for _, p := range held[i].Prints {
			if ours[p] != nil {
				out[p] = append(out[p], &held[i])
			}
		}
	}
	return out, err
}

// within lists the pairs of statements of the batch that near would find.
func (b *batch) within() []pair {
	var out []pair
	prints := map[uint64][]int{}
	keys := map[string][]int{}
	for i := range b.sketches {
		s := &b.sketches[i]
		var found []int
		for _, p := range s.Prints {
			found = append(found, prints[p]...)
			prints[p] = append(prints[p], i)
		}
		if s.Key != "" {
			found = append(found, keys[s.Key]...)
			keys[s.Key] = append(keys[s.Key], i)
		}
		slices.Sort(found)
		for _, j := range slices.Compact(found) {
			if likely(s, &b.sketches[j]) {
				out = append(out, pair{b.sketches[j].Statement, s.Statement})
			}
		}
	}
	return out
}
