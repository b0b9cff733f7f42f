package collation

import (
	"context"
	"math"
	"slices"

	"onrecord"
	"onrecord/relation"
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
	for _, part := range g.parts() {
		c.Components = append(c.Components, part)
		if len(part) > 1 {
			if err := b.divide(ctx, c, g, part); err != nil {
				return err
			}
		}
	}
	return nil
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

// divide divides a part of the record that matches and rulings join.
func (b *batch) divide(ctx context.Context, c *store.Collated, g *graph, part []onrecord.StatementID) error {
	reports := make([]onrecord.Report, 0, len(part))
	for _, id := range part {
		if r := b.report(id); r != nil {
			reports = append(reports, *r)
		}
	}
	for _, group := range relation.Group(reports, g.matches[g.root(part[0])], g.rulings[g.root(part[0])]) {
		if len(group) < 2 {
			continue
		}
		some := make([]onrecord.Report, len(group))
		for k, i := range group {
			some[k] = reports[i]
		}
		u, err := b.utterance(ctx, c, some)
		if err != nil {
			return err
		}
		c.Utterances = append(c.Utterances, u)
	}
	return nil
}

func (b *batch) utterance(ctx context.Context, c *store.Collated, reports []onrecord.Report) (u onrecord.Utterance, err error) {
	slices.SortFunc(reports, func(a, b onrecord.Report) int {
		switch {
		case a.Less(&b):
			return -1
		case b.Less(&a):
			return 1
		}
		return 0
	})
	for i := range reports {
		u.Reports = append(u.Reports, reports[i].Statement)
	}
	u.First = u.Reports[0]
	copies, err := b.copiesAmong(ctx, c, reports)
	u.Outlets, u.Independent = syndication.Independent(reports, copies)
	return u, err
}

// copiesAmong are the copies between the documents of reports, of the batch as
// they are found now, of others as they are held.
func (b *batch) copiesAmong(ctx context.Context, c *store.Collated, reports []onrecord.Report) ([]onrecord.Copy, error) {
	of := map[onrecord.DocumentID]bool{}
	var outside []onrecord.DocumentID
	for i := range reports {
		if id := reports[i].Doc; !of[id] {
			of[id] = true
			if !b.in[id] {
				outside = append(outside, id)
			}
		}
	}
	var out []onrecord.Copy
	for _, one := range c.Copies {
		if of[one.A] && of[one.B] {
			out = append(out, one)
		}
	}
	if len(outside) < 2 {
		return out, nil
	}
	held, err := b.st.Copies(ctx, outside...)
	for _, one := range held {
		if of[one.A] && of[one.B] && !b.in[one.A] && !b.in[one.B] {
			out = append(out, one)
		}
	}
	return out, err
}
