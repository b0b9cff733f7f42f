package collation

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sort"

	"onrecord"
	"onrecord/store"
	"onrecord/wording"
)

// A spoken is what the record has of a speaker, of the days that a batch asks
// about: read once a batch, since a popular speaker is asked about by most
// statements of it. The batch itself is not in it.
type spoken struct {
	byID   []*store.Sketch
	byLast []*store.Sketch
	firsts []onrecord.Day // sorted, to count by
}

// noLast is after any day.
const noLast = onrecord.Day("9999-99-99")

func lastOf(s *store.Sketch) onrecord.Day { return cmp.Or(s.Last, noLast) }

// speakers reads what is asked about: the days of the batch's own statements,
// and those that what placeholders mean may have been said on.
func (b *batch) speakers(ctx context.Context, list []store.Placeholder) error {
	days := map[string][]store.Sketch{}
	for i := range b.sketches {
		if s := &b.sketches[i]; s.Key != "" {
			days[s.Key] = append(days[s.Key], store.Sketch{First: s.First, Last: s.Last})
		}
	}
	for i := range list {
		if w, ok := windowOf(&list[i]); ok {
			days[list[i].Key] = append(days[list[i].Key], w)
		}
	}
	b.spoken = map[string]*spoken{}
	for _, key := range slices.Sorted(maps.Keys(days)) {
		s, err := b.speaker(ctx, key, days[key])
		if err != nil {
			return err
		}
		b.spoken[key] = s
	}
	return nil
}

func (b *batch) speaker(ctx context.Context, key string, days []store.Sketch) (*spoken, error) {
	s := &spoken{}
	for _, w := range united(days) {
		held, err := b.st.Near(ctx, store.Nearby{Key: key, From: w.First, Until: w.Last})
		if err != nil {
			return nil, err
		}
		for i := range held {
			if _, own := b.index[held[i].Statement]; !own {
				s.byID = append(s.byID, &held[i])
			}
		}
	}
	slices.SortFunc(s.byID, func(a, b *store.Sketch) int { return cmp.Compare(a.Statement, b.Statement) })
	s.byID = slices.CompactFunc(s.byID, func(a, b *store.Sketch) bool { return a.Statement == b.Statement })
	s.byLast = slices.Clone(s.byID)
	slices.SortStableFunc(s.byLast, func(a, b *store.Sketch) int { return cmp.Compare(lastOf(a), lastOf(b)) })
	for _, one := range s.byID {
		s.firsts = append(s.firsts, one.First)
	}
	slices.Sort(s.firsts)
	return s, nil
}

// united are the same days in as few stretches as there are, ordered; an empty
// day is open.
func united(days []store.Sketch) (out []store.Sketch) {
	slices.SortFunc(days, func(a, b store.Sketch) int { return cmp.Compare(a.First, b.First) })
	for _, d := range days {
		if n := len(out) - 1; n >= 0 && d.First <= lastOf(&out[n]) {
			if lastOf(&d) > lastOf(&out[n]) {
				out[n].Last = d.Last
			}
			continue
		}
		out = append(out, d)
	}
	return out
}

// count is how many statements have days that overlap those of w.
func (s *spoken) count(w *store.Sketch) int {
	begun := len(s.firsts)
	if w.Last != "" {
		begun = sort.Search(len(s.firsts), func(i int) bool { return s.firsts[i] > w.Last })
	}
	return begun - s.over(w)
}

// over is how many statements were all said before w begins.
func (s *spoken) over(w *store.Sketch) int {
	return sort.Search(len(s.byLast), func(i int) bool { return lastOf(s.byLast[i]) >= w.First })
}

// in are the statements with days that overlap those of w; of more than a crowd
// only those with one of the terms.
func (s *spoken) in(w *store.Sketch, crowded bool, terms []uint32) (out []*store.Sketch) {
	for _, one := range s.byLast[s.over(w):] {
		if overlap(w, one) && (!crowded || wording.Shared(terms, one.Terms) > 0) {
			out = append(out, one)
		}
	}
	return out
}
