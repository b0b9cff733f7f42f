// Package watch tells of new answers to saved questions: it finds what came
// into the record since it last told, and posts it to webhooks.
//
// What is promised: no address is contacted but the webhook that a person gave
// a watch, through no proxy and following no redirect; what is new is told at
// least once, since a watch counts as told only after all of it was taken; a
// webhook that fails holds up no other watch; no secret, and no part of an
// address but its host, is in an error.
package watch

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"onrecord/search"
	"onrecord/store"
)

// ErrBehind says that changes are not told yet, because documents were added
// that were not compared with the others so far: some could be missed for good.
var ErrBehind = errors.New("articles wait to be compared with the rest of the record")

// News is a part of what is new for a watch: some statements, or some changes,
// the newest first.
type News struct {
	Watch      store.Watch
	Statements []store.Hit
	Changes    []store.Departure
}

// Len is how many answers there are.
func (n *News) Len() int { return len(n.Statements) + len(n.Changes) }

// mostAnswers is how many answers are told at once.
const mostAnswers = 50

// Look finds what is new for w and hands it to tell, a part at a time. It returns
// the mark up to which w was told when tell took every part.
func Look(ctx context.Context, st store.Store, w store.Watch, tell func(*News) error) (mark int64, err error) {
	if mark, err = st.Mark(ctx); err != nil { // before the questions, lest what is added meanwhile be missed
		return 0, err
	}
	switch w.Kind {
	case store.WatchStatements:
		err = lookStatements(ctx, st, w, tell)
	case store.WatchChanges:
		err = lookChanges(ctx, st, w, tell)
	default:
		err = fmt.Errorf("no kind of watch %q", w.Kind)
	}
	return mark, err
}

func lookStatements(ctx context.Context, st store.Store, w store.Watch, tell func(*News) error) error {
	q, err := search.Parse(w.Query)
	if err != nil {
		return err
	}
	f := store.Find{Where: q.Expr(), Added: w.Told, Page: store.Page{Limit: mostAnswers}}
	for {
		res, err := st.Find(ctx, f)
		if err != nil {
			return err
		}
		if len(res.Hits) > 0 {
			if err := tell(&News{Watch: w, Statements: res.Hits}); err != nil {
				return err
			}
		}
		if f.After = res.Next; f.After == "" {
			return nil
		}
	}
}

func lookChanges(ctx context.Context, st store.Store, w store.Watch, tell func(*News) error) error {
	pending, _, err := st.Pending(ctx, 1)
	if err != nil {
		return err
	}
	if len(pending) > 0 {
		return ErrBehind
	}
	q := store.ChangeQuery{Issue: w.Issue, Key: w.Key, Added: w.Told, Page: store.Page{Limit: mostAnswers}}
	for {
		list, next, err := st.Changes(ctx, q)
		if err != nil {
			return err
		}
		if len(list) > 0 {
			if err := tell(&News{Watch: w, Changes: list}); err != nil {
				return err
			}
		}
		if q.After = next; next == "" {
			return nil
		}
	}
}

// longestName is how many bytes the name of a watch may have.
const longestName = 100

// Check says what is wrong with a watch, and what to do.
func Check(w store.Watch) error {
	if w.Name == "" || len(w.Name) > longestName || strings.IndexFunc(w.Name, func(r rune) bool { return !unicode.IsPrint(r) }) >= 0 {
		return fmt.Errorf("the name of a watch is up to %d bytes that can be printed", longestName)
	}
	switch w.Kind {
	case store.WatchStatements:
		if _, err := search.Parse(w.Query); err != nil {
			return err
		}
	case store.WatchChanges:
		if w.Query != "" {
			return errors.New("a watch looks for statements or for changes, not for both")
		}
	default:
		return fmt.Errorf("no kind of watch %q", w.Kind)
	}
	if w.Webhook == "" {
		if w.Secret != "" {
			return errors.New("a secret signs what is posted: give a webhook too")
		}
		return nil
	}
	if _, err := address(w.Webhook); err != nil {
		return err
	}
	_, err := keyOf(w.Secret)
	return err
}
