package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"onrecord/store"
	"onrecord/watch"
)

// A toldPrinter prints what watches tell.
type toldPrinter struct {
	ctx   context.Context
	st    store.Store
	out   *printer
	errs  io.Writer
	lines bool // as JSON Lines

	behind map[string]int // how often in a row a watch had to wait for others' work
}

func (t *toldPrinter) news(n *watch.News) error {
	if t.lines {
		m, err := watch.MessageOf(t.ctx, t.st, n, false)
		if err != nil {
			return err
		}
		t.out.json(m)
		return t.out.err
	}
	p := t.out
	p.line("%s", p.style(bold, safe(n.Watch.Name)+": "+number(n.Len(), "new "+noun(&n.Watch))))
	p.line("")
	hits, changes := &hitText{p: p}, &changeText{p, t.st}
	for i := range n.Statements {
		if err := hits.hit(t.ctx, &n.Statements[i]); err != nil {
			return err
		}
	}
	for i := range n.Changes {
		if err := changes.change(t.ctx, &n.Changes[i]); err != nil {
			return err
		}
	}
	return p.err
}

// noun is what a watch tells of, one of them.
func noun(w *store.Watch) string {
	if w.Kind == store.WatchChanges {
		return "change"
	}
	return "statement"
}

func (t *toldPrinter) posted(m *watch.Message) error {
	if !t.lines {
		t.out.line("posted as %s", m.ID)
		t.out.line("")
	}
	return t.out.err
}

// results says which watches failed, and that there was nothing new where the
// command ends with it.
func (t *toldPrinter) results(list []watch.Told, last bool) error {
	answers, failed := 0, false
	for _, told := range list {
		answers += told.Answers
		if t.waits(told, last) || told.Err == nil {
			continue
		}
		failed = true
		if _, err := fmt.Fprintf(t.errs, "onrecord: watch %s: %s\n", safe(told.Watch), safe(whatNext(told.Err))); err != nil {
			return err
		}
	}
	if last && answers == 0 && !failed && !t.lines {
		t.out.line("Nothing new.")
	}
	if t.out.err != nil {
		return t.out.err
	}
	if failed {
		return errTold
	}
	return nil
}

// waits reports whether a watch only waits for another program that is adding
// articles: that is no failure the first time, when there will be another.
func (t *toldPrinter) waits(told watch.Told, last bool) bool {
	if !errors.Is(told.Err, watch.ErrBehind) {
		delete(t.behind, told.Watch)
		return false
	}
	t.behind[told.Watch]++
	return !last && t.behind[told.Watch] == 1
}

func whatNext(err error) string {
	if errors.Is(err, watch.ErrBehind) {
		return err.Error() + ": run onrecord collate, then this again"
	}
	return err.Error()
}
