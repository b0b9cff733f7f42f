package collation

import (
	"context"
	"maps"
	"slices"

	"onrecord"
	"onrecord/relation"
	"onrecord/store"
	"onrecord/wording"
)

// ends looks for what placeholders mean: those of the batch, and those in other
// articles that a statement of the batch could be.
func (b *batch) ends(ctx context.Context, c *store.Collated) error {
	list, err := b.st.Placeholders(ctx, store.PlaceholderQuery{Docs: b.docs})
	if err != nil {
		return err
	}
	said := b.said()
	for _, key := range slices.Sorted(maps.Keys(said)) {
		held, err := b.waiting(ctx, key, said[key])
		if err != nil {
			return err
		}
		list = append(list, held...)
	}
	held, err := b.owned(ctx, list)
	if err != nil {
		return err
	}
	for i := range list {
		if err := b.fill(ctx, c, &list[i], held[list[i].Key], said); err != nil {
			return err
		}
	}
	return nil
}

// owned are the statements of the owners of placeholders, of all days that come
// into question for one of them.
func (b *batch) owned(ctx context.Context, list []store.Placeholder) (map[string][]store.Sketch, error) {
	days := map[string]store.Sketch{}
	for i := range list {
		if w, ok := windowOf(&list[i]); ok {
			if all, more := days[list[i].Key]; more {
				w.First, w.Last = min(w.First, all.First), max(w.Last, all.Last)
			}
			days[list[i].Key] = w
		}
	}
	out := map[string][]store.Sketch{}
	for _, key := range slices.Sorted(maps.Keys(days)) {
		held, err := b.st.Near(ctx, store.Nearby{Key: key, From: days[key].First, Until: days[key].Last})
		if err != nil {
			return nil, err
		}
		out[key] = held
	}
	return out, nil
}

// said are the statements of the batch by speaker.
func (b *batch) said() map[string][]int {
	out := map[string][]int{}
	for i := range b.sketches {
		if key := b.sketches[i].Key; key != "" && b.reports[i].Kind != onrecord.Reported {
			out[key] = append(out[key], i)
		}
	}
	return out
}

// waiting are the placeholders in other documents that statements of the batch
// by their owner could be.
func (b *batch) waiting(ctx context.Context, key string, said []int) (out []store.Placeholder, err error) {
	from := b.sketches[said[0]].First
	for _, i := range said {
		from = min(from, b.sketches[i].First)
	}
	held, err := b.st.Placeholders(ctx, store.PlaceholderQuery{Key: key, From: from})
	for i := range held {
		if p := &held[i]; !b.in[p.Doc] && b.meets(p, said) {
			out = append(out, *p)
		}
	}
	return out, err
}

// meets reports a placeholder that could mean one of some statements, by their
// days.
func (b *batch) meets(p *store.Placeholder, said []int) bool {
	window, ok := windowOf(p)
	return ok && slices.ContainsFunc(said, func(i int) bool { return overlap(&window, &b.sketches[i]) })
}

// windowOf are the days on which what is meant may have been said.
func windowOf(p *store.Placeholder) (s store.Sketch, ok bool) {
	s.First, s.Last, ok = wanted(p).Window()
	return s, ok
}

func wanted(p *store.Placeholder) *relation.Wanted {
	return &relation.Wanted{Kind: p.Kind, Key: p.Key, Noun: p.Noun, Words: p.Words, About: p.About, Said: p.Said, By: p.By, Published: p.Published}
}

// fill fills a placeholder, or leaves it as it is meant to be: open.
func (b *batch) fill(ctx context.Context, c *store.Collated, p *store.Placeholder, held []store.Sketch, said map[string][]int) error {
	c.Placeholders = append(c.Placeholders, store.PlaceholderID{Doc: p.Doc, Relation: p.Relation, To: p.To})
	window, ok := windowOf(p)
	if !ok {
		return nil
	}
	candidates, err := b.candidates(ctx, p, &window, held, said[p.Key])
	if err != nil {
		return err
	}
	i, score, why, ok := relation.Meant(wanted(p), candidates)
	if ok {
		c.Filled = append(c.Filled, onrecord.Filled{Doc: p.Doc, Relation: p.Relation, To: p.To, Statement: candidates[i].Statement, Score: score, Why: why})
	}
	return nil
}

// crowd is how many statements of an owner are looked at for one placeholder.
// Of more, as a popular speaker makes in a month, only those that share a word
// with what is meant: without one, none of so many stands out.
const crowd = 100

// candidates are the statements of the owner in other articles, of the days
// that come into question, ordered by ID.
func (b *batch) candidates(ctx context.Context, p *store.Placeholder, window *store.Sketch, held []store.Sketch, own []int) ([]onrecord.Report, error) {
	var found []*store.Sketch
	for i := range held {
		if _, now := b.index[held[i].Statement]; !now && overlap(window, &held[i]) {
			found = append(found, &held[i])
		}
	}
	for _, i := range own {
		if overlap(window, &b.sketches[i]) {
			found = append(found, &b.sketches[i])
		}
	}
	if len(found) > crowd {
		about := wording.Terms(wording.Words(p.About))
		found = slices.DeleteFunc(found, func(s *store.Sketch) bool { return wording.Shared(about, s.Terms) == 0 })
	}
	ids := make([]onrecord.StatementID, len(found))
	for i, s := range found {
		ids[i] = s.Statement
	}
	if err := b.load(ctx, ids); err != nil {
		return nil, err
	}
	slices.Sort(ids)
	var out []onrecord.Report
	for _, id := range slices.Compact(ids) {
		if r := b.report(id); r != nil && r.Doc != p.Doc {
			out = append(out, *r)
		}
	}
	return out, nil
}
