package watch

import (
	"context"
	"errors"
	"fmt"
	"io"

	"onrecord/store"
)

// A Teller tells watches of what is new.
type Teller struct {
	Poster
	Show   func(*News) error    // what is new, before it is posted; nil: not shown
	Posted func(*Message) error // a message was taken; nil: not noted
	DryRun bool                 // show what is new, post nothing, and tell it again next time
}

// A Told is how it went with one watch.
type Told struct {
	Watch   string
	Answers int   // that were told
	Err     error // why not all were
}

// Run tells each of the watches what is new, one after the other, those that
// fail too. The error is about the record, or that ctx ended.
func (t *Teller) Run(ctx context.Context, st store.Store, watches []store.Watch) ([]Told, error) {
	defer t.Close()
	var out []Told
	for _, w := range watches {
		told := Told{Watch: w.Name}
		told.Answers, told.Err = t.tell(ctx, st, w)
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		out = append(out, told)
	}
	return out, nil
}

func (t *Teller) tell(ctx context.Context, st store.Store, w store.Watch) (answers int, err error) {
	mark, err := Look(ctx, st, w, func(n *News) error {
		if t.Show != nil {
			if err := t.Show(n); err != nil {
				return err
			}
		}
		if !t.DryRun && w.Webhook != "" {
			if err := t.post(ctx, st, n); err != nil {
				return err
			}
		}
		answers += n.Len()
		return nil
	})
	if err != nil || t.DryRun || mark == w.Told {
		return answers, err
	}
	return answers, st.Told(ctx, w.Name, mark)
}

// largest is how many bytes a message may have, as long as it has several
// answers.
const largest = 1 << 20

// post posts n, in two parts where it is large.
func (t *Teller) post(ctx context.Context, st store.Store, n *News) error {
	m, err := MessageOf(ctx, st, n, false)
	if err != nil {
		return err
	}
	body, err := m.Bytes()
	if err != nil {
		return err
	}
	if half := n.Len() / 2; len(body) > largest && half > 0 {
		first, second := *n, *n
		first.Statements, second.Statements = cut(n.Statements, half)
		first.Changes, second.Changes = cut(n.Changes, half)
		if err := t.post(ctx, st, &first); err != nil {
			return err
		}
		return t.post(ctx, st, &second)
	}
	if err := t.Post(ctx, n.Watch, m); err != nil {
		return err
	}
	if t.Posted != nil {
		return t.Posted(m)
	}
	return nil
}

func cut[T any](list []T, n int) (first, second []T) {
	n = min(n, len(list))
	return list[:n], list[n:]
}

// Test posts the newest answers to the webhook of w, marked as a test, whether
// they were told or not. It returns how many.
func (t *Teller) Test(ctx context.Context, st store.Store, w store.Watch) (int, error) {
	defer t.Close()
	n := &News{Watch: w}
	all := w
	all.Told = 0
	_, err := Look(ctx, st, all, func(found *News) error {
		n.Statements, _ = cut(found.Statements, inTest)
		n.Changes, _ = cut(found.Changes, inTest)
		return io.EOF // enough
	})
	if err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	m, err := MessageOf(ctx, st, n, true)
	if err != nil {
		return 0, err
	}
	if w.Webhook == "" {
		return n.Len(), fmt.Errorf("watch %s has no webhook: save it again with --webhook", w.Name)
	}
	return n.Len(), t.Post(ctx, w, m)
}

// inTest is how many answers a test posts.
const inTest = 3
