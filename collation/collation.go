// Package collation brings a record up to date with what no document says
// alone: which statements report one utterance, which documents are copies,
// what placeholders mean, where speakers stand on issues.
//
// What is promised: the record that Run leaves follows from the documents,
// identifications, corrections, rulings and issues that it holds, not from the
// order in which they came nor from how they were divided, as long as no
// statement has more than fifty others of nearly its words, or more than 500 that
// come into question, and no document more than fifty that may be copies; a run
// that is broken off is gone on with by the next one; no more than a few hundred
// documents and what they meet are in memory at a time.
package collation

import (
	"context"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// Size is how many documents Run collates in one step at most. What was said
// by the speakers of a step is read once in it, so who adds many runs it no
// sooner than so many wait.
const Size = 256

// retries is how often a step is begun again because another program changed
// the record meanwhile.
const retries = 50

// Done says what was done.
type Done struct {
	Documents int // that were collated
	Joined    int // statements of theirs that are not alone in their utterance
}

// Run collates all documents that are pending. It may be called while others
// read and write the record; what is not done when ctx ends stays pending.
func Run(ctx context.Context, st store.Store) (Done, error) { return New(st).Run(ctx, nil) }

// A Collator collates documents of a record as they come. It keeps those that
// came lately, since a story is copied within hours.
type Collator struct {
	st       store.Store
	articles map[onrecord.DocumentID]*article // that were compared lately
}

// New makes a Collator of a record.
func New(st store.Store) *Collator {
	return &Collator{st, map[onrecord.DocumentID]*article{}}
}

// Run collates all documents that are pending, and tells after each step what
// was done in it, unless tell is nil.
func (c *Collator) Run(ctx context.Context, tell func(Done)) (all Done, err error) {
	for {
		done, err := c.step(ctx, Size)
		all.Documents, all.Joined = all.Documents+done.Documents, all.Joined+done.Joined
		if err != nil {
			return all, fmt.Errorf("collating: %w", err)
		}
		if done.Documents == 0 {
			return all, finishIssues(ctx, c.st)
		}
		if tell != nil {
			tell(done)
		}
	}
}

// step collates at most limit pending documents.
func (c *Collator) step(ctx context.Context, limit int) (Done, error) {
	for n := 0; ; n++ {
		done, err := c.try(ctx, limit)
		if !errors.Is(err, store.ErrStale) || n == retries {
			return done, err
		}
	}
}

func (c *Collator) try(ctx context.Context, limit int) (Done, error) {
	docs, state, err := c.st.Pending(ctx, limit)
	if err != nil || len(docs) == 0 {
		return Done{}, err
	}
	b, err := newBatch(ctx, c.st, docs)
	if err != nil {
		return Done{}, err
	}
	out := &store.Collated{State: state, Docs: docs, Sketches: b.sketches}
	for _, compute := range []func(context.Context, *store.Collated) error{
		b.match, c.copies, b.utterances, b.ends, b.stances,
	} {
		if err := compute(ctx, out); err != nil {
			return Done{}, err
		}
	}
	if err := c.st.Collate(ctx, out); err != nil {
		return Done{}, err
	}
	return Done{len(docs), b.joined(out)}, nil
}

// joined counts the statements of the batch that have others beside them.
func (b *batch) joined(c *store.Collated) (n int) {
	for i := range c.Utterances {
		for _, id := range c.Utterances[i].Reports {
			if _, ok := b.index[id]; ok {
				n++
			}
		}
	}
	return n
}
