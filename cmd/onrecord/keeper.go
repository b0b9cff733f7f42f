package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord"
	"onrecord/collation"
	"onrecord/reader"
	"onrecord/store"
)

// A batch is put when it has this many results, or is this old: small enough
// to lose little, large enough that the cost of a transaction does not show.
const (
	batchSize = 64
	batchAge  = 2 * time.Second
)

// A keeper puts results into a record while others are being read, and compares
// them with what is there. What it counted is there after close.
type keeper struct {
	st      store.Store
	stop    func() // ends the reading when nothing can be written
	compare *collation.Collator

	batch   []reader.Result
	began   time.Time // of the batch
	batches chan []reader.Result
	done    chan struct{}
	err     error

	added, held, statements int
	joined                  int // statements that are not alone in their utterance
	failures                []store.Failure
	unread                  []onrecord.Document // names and reasons
}

// newKeeper begins one that writes until it is closed, and compares until ctx
// ends: what is put after that waits.
func newKeeper(ctx context.Context, st store.Store, stop func()) *keeper {
	k := &keeper{st: st, stop: stop, compare: collation.New(st), batches: make(chan []reader.Result), done: make(chan struct{})}
	go k.write(ctx)
	return k
}

// take adds a result to the batch. It waits while the batch before is written
// and this one is full.
func (k *keeper) take(res reader.Result) {
	if res.Reading != nil { // what the record does not keep need not wait with it
		res.Reading.Tokens, res.Reading.Sentences, res.Reading.Quotations = nil, nil, nil
	}
	if len(k.batch) == 0 {
		k.began = time.Now()
	}
	k.batch = append(k.batch, res)
	if len(k.batch) >= batchSize || time.Since(k.began) > batchAge {
		k.batches <- k.batch
		k.batch = nil
	}
}

// close writes the last batch and returns what went wrong.
func (k *keeper) close() error {
	k.batches <- k.batch
	close(k.batches)
	<-k.done
	return k.err
}

func (k *keeper) write(ctx context.Context) {
	defer close(k.done)
	few, err := fewWait(context.WithoutCancel(ctx), k.st)
	k.fails(err)
	waiting := 0
	join := func() {
		if k.err == nil && few && ctx.Err() == nil {
			k.fails(k.join(ctx))
		}
		waiting = 0
	}
	for batch := range k.batches {
		if k.err == nil {
			k.fails(k.put(batch))
		}
		if waiting += len(batch); waiting >= collation.Size {
			join()
		}
	}
	join()
}

// fails ends the reading for an error.
func (k *keeper) fails(err error) {
	if err != nil {
		k.err = err
		k.stop()
	}
}

// join compares what waits with the record. What an interruption leaves waits
// for the next command.
func (k *keeper) join(ctx context.Context) error {
	done, err := k.compare.Run(ctx, nil)
	k.joined += done.Joined
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// put is not stopped by an interruption, which would lose what was read.
func (k *keeper) put(batch []reader.Result) error {
	ctx := context.Background()
	var readings []*onrecord.Reading
	for _, res := range batch {
		switch {
		case res.Err != nil:
			if err := k.fail(ctx, res.Article, res.Err); err != nil {
				return err
			}
		case res.Reading == nil:
			k.held++
		default:
			readings = append(readings, res.Reading)
		}
	}
	err := k.putAll(ctx, readings)
	if errors.Is(err, store.ErrInvalid) {
		return k.putEach(ctx, readings)
	}
	return err
}

// putEach keeps a reading that the record refuses from stopping the others.
func (k *keeper) putEach(ctx context.Context, readings []*onrecord.Reading) error {
	for _, r := range readings {
		err := k.putAll(ctx, []*onrecord.Reading{r})
		if errors.Is(err, store.ErrInvalid) {
			err = k.fail(ctx, r.Doc.Article, fmt.Errorf("%w: a fault of onrecord, please report it", err))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (k *keeper) putAll(ctx context.Context, readings []*onrecord.Reading) error {
	if len(readings) == 0 {
		return nil
	}
	added, err := k.st.Put(ctx, readings)
	if err != nil {
		return err
	}
	k.added += added
	k.held += len(readings) - added
	for _, r := range readings {
		k.statements += len(r.Statements)
		if r.Doc.Unread != "" {
			k.unread = append(k.unread, onrecord.Document{Article: r.Doc.Article, Unread: r.Doc.Unread})
		}
	}
	return nil
}

func (k *keeper) fail(ctx context.Context, name string, err error) error {
	f := store.Failure{Article: name, Reason: err.Error(), When: time.Now()}
	k.failures = append(k.failures, f)
	return k.st.Fail(ctx, f)
}
