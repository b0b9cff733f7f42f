package collation

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"onrecord"
	"onrecord/relation"
	"onrecord/store"
	"onrecord/wording"
)

// match compares the statements of the batch with all that could report the
// same utterance.
func (b *batch) match(ctx context.Context, c *store.Collated) error {
	pairs, err := b.near(ctx)
	if err != nil {
		return err
	}
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

// Most is how many statements of nearly the same words one is compared with in
// each of the two ways, and how many documents one is; many is how many
// statements in all: those with the least IDs. What so many say alike is a
// formula or on everybody's page, and that all meet the same few keeps them
// together without comparing each with each.
const (
	most = 50
	many = 500
)

// near lists the pairs to compare: of each statement of the batch those with a
// print in common and those of its speaker and days that can be the same, of the
// batch too.
func (b *batch) near(ctx context.Context) (out []pair, err error) {
	printed, err := b.printed(ctx)
	if err != nil {
		return nil, err
	}
	said := b.alike()
	seen := map[pair]bool{}
	for i := range b.sketches {
		s := &b.sketches[i]
		var found []*store.Sketch
		for _, p := range s.Prints {
			found = append(found, printed[p]...)
		}
		byID(found)
		for _, id := range chosen(chosen(nil, s, slices.Compact(found)), s, said[s.Key]) {
			p := pair{s.Statement, id}
			if _, own := b.index[id]; own && id < s.Statement {
				p = pair{id, s.Statement}
			}
			if !seen[p] {
				seen[p] = true
				out = append(out, p)
			}
		}
	}
	return out, nil
}

// alike are the statements of the speakers of the batch, its own among them, by
// speaker and ID.
func (b *batch) alike() map[string][]*store.Sketch {
	out := map[string][]*store.Sketch{}
	for i := range b.sketches {
		if key := b.sketches[i].Key; key != "" {
			out[key] = append(out[key], &b.sketches[i])
		}
	}
	for key := range out {
		out[key] = append(out[key], b.spoken[key].byID...)
		byID(out[key])
	}
	return out
}

func byID(list []*store.Sketch) {
	slices.SortFunc(list, func(a, b *store.Sketch) int { return cmp.Compare(a.Statement, b.Statement) })
}

// chosen adds the first of the statements that can be the same as s.
func chosen(to []onrecord.StatementID, s *store.Sketch, found []*store.Sketch) []onrecord.StatementID {
	near, all := 0, 0
	for _, o := range found {
		if all == many {
			break
		}
		if o.Statement == s.Statement || !likely(s, o) {
			continue
		}
		if nearly(s, o) {
			if near == most {
				continue
			}
			near++
		}
		all++
		to = append(to, o.Statement)
	}
	return to
}

// nearly reports two statements with nearly the same words.
func nearly(s, o *store.Sketch) bool {
	const share = 0.8
	return float64(wording.Shared(s.Terms, o.Terms)) >= share*float64(max(len(s.Terms), len(o.Terms)))
}

// likely reports two sketches of what relation.Same could join.
func likely(s, o *store.Sketch) bool {
	if s.Key == o.Key && s.Key != "" && !overlap(s, o) {
		return false
	}
	return relation.About(s.Terms, o.Terms) && !relation.Apart(s.Key, o.Key)
}

// printed are the statements that have a print of the batch and can be the same
// as one of it with that print, by print, its own among them.
func (b *batch) printed(ctx context.Context) (map[uint64][]*store.Sketch, error) {
	out := map[uint64][]*store.Sketch{}
	for i := range b.sketches {
		for _, p := range b.sketches[i].Prints {
			out[p] = append(out[p], &b.sketches[i])
		}
	}
	if len(out) == 0 {
		return nil, nil
	}
	fits := func(o *store.Sketch) bool {
		return slices.ContainsFunc(o.Prints, func(p uint64) bool {
			return slices.ContainsFunc(out[p], func(s *store.Sketch) bool { return likely(s, o) })
		})
	}
	held, err := b.st.Near(ctx, store.Nearby{Prints: slices.Sorted(maps.Keys(out)), Fits: fits})
	for i := range held {
		if _, own := b.index[held[i].Statement]; own {
			continue
		}
		for _, p := range held[i].Prints {
			if list, ours := out[p]; ours {
				out[p] = append(list, &held[i])
			}
		}
	}
	return out, err
}
