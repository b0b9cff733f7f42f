package collation

import (
	"context"
	"slices"

	"onrecord"
	"onrecord/relation"
	"onrecord/store"
)

// match compares the statements of the batch with all that could report the
// same utterance.
func (b *batch) match(ctx context.Context, c *store.Collated) error {
	pairs := b.within()
	for i := range b.sketches {
		found, err := b.near(ctx, &b.sketches[i])
		if err != nil {
			return err
		}
		for _, id := range found {
			pairs = append(pairs, pair{b.sketches[i].Statement, id})
		}
	}
	ids := make([]onrecord.StatementID, len(pairs))
	for i, p := range pairs {
		ids[i] = p.b
	}
	if err := b.load(ctx, ids); err != nil {
		return err
	}
	for _, p := range pairs {
		first, second := b.report(p.a), b.report(p.b)
		if second == nil {
			continue
		}
		if second.Less(first) {
			first, second = second, first
		}
		if m, ok := relation.Same(first, second); ok {
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

// near lists the statements of other documents to compare one with: those with
// a print in common, and those of its speaker and days that are about the same.
func (b *batch) near(ctx context.Context, s *store.Sketch) (out []onrecord.StatementID, err error) {
	add := func(q store.Nearby, fits func(*store.Sketch) bool) {
		var found []store.Sketch
		if err == nil {
			found, err = b.st.Near(ctx, q)
		}
		n := 0
		for i := range found {
			if _, own := b.index[found[i].Statement]; !own && fits(&found[i]) && n < most {
				out = append(out, found[i].Statement)
				n++
			}
		}
	}
	if len(s.Prints) > 0 {
		add(store.Nearby{Prints: s.Prints}, func(*store.Sketch) bool { return true })
	}
	if s.Key != "" && len(s.Terms) > 0 {
		add(store.Nearby{Key: s.Key, From: s.First, Until: s.Last}, func(o *store.Sketch) bool { return relation.About(s.Terms, o.Terms) })
	}
	slices.Sort(out)
	return slices.Compact(out), err
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
			for _, j := range keys[s.Key] {
				if o := &b.sketches[j]; overlap(s, o) && relation.About(s.Terms, o.Terms) {
					found = append(found, j)
				}
			}
			keys[s.Key] = append(keys[s.Key], i)
		}
		slices.Sort(found)
		for _, j := range slices.Compact(found) {
			out = append(out, pair{b.sketches[j].Statement, s.Statement})
		}
	}
	return out
}
