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

// open lists the placeholders of the batch, and those in other articles that a
// statement of the batch could be.
func (b *batch) open(ctx context.Context) ([]store.Placeholder, error) {
	list, err := b.st.Placeholders(ctx, store.PlaceholderQuery{Docs: b.docs})
	if err != nil {
		return nil, err
	}
	said := b.said()
	for _, key := range slices.Sorted(maps.Keys(said)) {
		held, err := b.waiting(ctx, key, said[key])
		if err != nil {
			return nil, err
		}
		list = append(list, held...)
	}
	return list, nil
}

// ends looks for what placeholders mean.
func (b *batch) ends(ctx context.Context, c *store.Collated) error {
	said := b.said()
	for i := range b.placeholders {
		if err := b.fill(ctx, c, &b.placeholders[i], said[b.placeholders[i].Key]); err != nil {
			return err
		}
	}
	return nil
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
	s.First, s.Last, ok = asWanted(p).Window()
	return s, ok
}

func asWanted(p *store.Placeholder) *relation.Wanted {
	return &relation.Wanted{Kind: p.Kind, Key: p.Key, Noun: p.Noun, Words: p.Words, About: p.About, Said: p.Said, By: p.By, Published: p.Published, Context: p.Context}
}

// fill fills a placeholder, or leaves it as it is meant to be: open.
func (b *batch) fill(ctx context.Context, c *store.Collated, p *store.Placeholder, own []int) error {
	var candidates []onrecord.Report
	if window, ok := windowOf(p); ok {
		found, changed := b.wanted(p, &window, own)
		if !changed {
			return nil
		}
		var err error
		if candidates, err = b.candidates(ctx, p, found); err != nil {
			return err
		}
	}
	c.Placeholders = append(c.Placeholders, store.PlaceholderID{Doc: p.Doc, Relation: p.Relation, To: p.To})
	i, score, why, ok := relation.Meant(asWanted(p), candidates)
	if ok {
		c.Filled = append(c.Filled, onrecord.Filled{Doc: p.Doc, Relation: p.Relation, To: p.To, Statement: candidates[i].Statement, Score: score, Why: why})
	}
	return nil
}

// crowd is how many statements of an owner are looked at for one placeholder.
// Of more, as a popular speaker makes in a month, only those that share a word
// with what is meant: without one, none of so many stands out.
const crowd = 100

// wanted are the statements of the owner, of the days that come into question.
// Changed is false for a placeholder in another article when no statement of the
// batch is among them, and there was a crowd without the batch: then it means
// what it meant.
func (b *batch) wanted(p *store.Placeholder, window *store.Sketch, own []int) (found []*store.Sketch, changed bool) {
	held := b.spoken[p.Key]
	before := held.count(window)
	var now []*store.Sketch
	for _, i := range own {
		if overlap(window, &b.sketches[i]) {
			now = append(now, &b.sketches[i])
		}
	}
	crowded := before+len(now) > crowd
	var about []uint32
	if crowded {
		about = wording.Terms(wording.Words(p.About))
		now = slices.DeleteFunc(now, func(s *store.Sketch) bool { return wording.Shared(about, s.Terms) == 0 })
	}
	if !b.in[p.Doc] && len(now) == 0 && before > crowd {
		return nil, false
	}
	return append(held.in(window, crowded, about), now...), true
}

// candidates are statements of other articles, ordered by ID.
func (b *batch) candidates(ctx context.Context, p *store.Placeholder, found []*store.Sketch) (out []onrecord.Report, err error) {
	ids := make([]onrecord.StatementID, len(found))
	for i, s := range found {
		ids[i] = s.Statement
	}
	if err := b.load(ctx, ids); err != nil {
		return nil, err
	}
	slices.Sort(ids)
	for _, id := range ids {
		if r := b.report(id); r != nil && r.Doc != p.Doc {
			out = append(out, *r)
		}
	}
	return out, nil
}
