package collation

import (
	"context"
	"maps"
	"math"
	"slices"

	"onrecord"
	"onrecord/store"
	"onrecord/syndication"
)

// utterances divides what the batch belongs to, and belonged to, into
// utterances.
func (b *batch) utterances(ctx context.Context, c *store.Collated) error {
	from := b.ids()
	for i := range c.Matches {
		from = append(from, c.Matches[i].A, c.Matches[i].B)
	}
	slices.Sort(from)
	held, err := b.st.Component(ctx, slices.Compact(from)...)
	if err != nil {
		return err
	}
	rulings, err := b.rulings(ctx, held.Rulings)
	if err != nil {
		return err
	}
	g := b.graph(held, c.Matches, rulings)
	if err := b.load(ctx, g.joined()); err != nil {
		return err
	}
	var all [][]onrecord.Report
	for _, part := range g.parts() {
		c.Components = append(c.Components, part)
		if len(part) > 1 {
			all = append(all, b.divide(g, part)...)
		}
	}
	copies, err := b.copiesAmong(ctx, c, all)
	for _, reports := range all {
		c.Utterances = append(c.Utterances, utterance(reports, copies))
	}
	return err
}

// rulings are those between statements that are collated, or are so with the
// batch, named as they are now. With one that is still pending a ruling holds
// when its turn comes.
func (b *batch) rulings(ctx context.Context, list []onrecord.Ruling) ([]onrecord.Ruling, error) {
	if len(list) == 0 {
		return nil, nil
	}
	all, err := b.st.Rulings(ctx)
	if err != nil {
		return nil, err
	}
	now := map[onrecord.RulingID]*store.Ruled{}
	for i := range all {
		now[all[i].ID] = &all[i]
	}
	docs, _, err := b.st.Pending(ctx, math.MaxInt32)
	waits := map[onrecord.DocumentID]bool{}
	for _, id := range docs {
		waits[id] = !b.in[id]
	}
	var out []onrecord.Ruling
	for _, one := range list {
		r := now[one.ID]
		if r == nil || r.NowA == "" || r.NowB == "" || waits[one.A.Doc] || waits[one.B.Doc] {
			continue
		}
		one.A.Statement, one.B.Statement = r.NowA, r.NowB
		out = append(out, one)
	}
	return out, err
}

// divide divides a part of the record that matches and rulings join into the
// reports of each utterance, in their order; what is alone is left out.
func (b *batch) divide(g *graph, part []onrecord.StatementID) (out [][]onrecord.Report) {
	reports := make([]onrecord.Report, 0, len(part))
	for _, id := range part {
		if r := b.report(id); r != nil {
			reports = append(reports, *r)
		}
	}
	root := g.root(part[0])
	for _, some := range group(reports, g.matches[root], g.rulings[root]) {
		if len(some) < 2 {
			continue
		}
		slices.SortFunc(some, func(a, b onrecord.Report) int {
			switch {
			case a.Less(&b):
				return -1
			case b.Less(&a):
				return 1
			}
			return 0
		})
		out = append(out, some)
	}
	return out
}

// utterance is what some reports report.
func utterance(reports []onrecord.Report, copies map[onrecord.DocumentID][]onrecord.Copy) (u onrecord.Utterance) {
	var among []onrecord.Copy
	for i := range reports {
		u.Reports = append(u.Reports, reports[i].Statement)
		if i == 0 || reports[i].Doc != reports[i-1].Doc {
			among = append(among, copies[reports[i].Doc]...)
		}
	}
	u.First = u.Reports[0]
	u.Outlets, u.Independent = syndication.Independent(reports, among)
	return u
}

// copiesAmong are the copies of the documents of reports, by the first of the
// two: of the batch as they are found now, of others as they are held.
func (b *batch) copiesAmong(ctx context.Context, c *store.Collated, all [][]onrecord.Report) (map[onrecord.DocumentID][]onrecord.Copy, error) {
	of := map[onrecord.DocumentID]bool{}
	for _, reports := range all {
		for i := range reports {
			of[reports[i].Doc] = true
		}
	}
	out := map[onrecord.DocumentID][]onrecord.Copy{}
	for _, one := range c.Copies {
		out[one.A] = append(out[one.A], one)
	}
	var outside []onrecord.DocumentID
	for _, id := range slices.Sorted(maps.Keys(of)) {
		if !b.in[id] {
			outside = append(outside, id)
		}
	}
	if len(outside) == 0 {
		return out, nil
	}
	held, err := b.st.Copies(ctx, outside...)
	for _, one := range held {
		if of[one.A] && of[one.B] && !b.in[one.A] && !b.in[one.B] {
			out[one.A] = append(out[one.A], one)
		}
	}
	return out, err
}
