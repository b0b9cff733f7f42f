package web

import (
	"context"
	"slices"

	"onrecord"
	"onrecord/store"
)

// A movedView is a change that leads from a statement, or to it.
type movedView struct {
	pairView
	IsLater bool // the statement is the later one
}

// mostMoved is how many changes a statement's page shows.
const mostMoved = 20

// movedOf are the changes of which one of these statements of a speaker is an
// end, the newest first.
func (s *server) movedOf(ctx context.Context, key string, ids []onrecord.StatementID) (out []store.Departure, more int, err error) {
	if key == "" {
		return nil, 0, nil
	}
	all, _, err := s.st.Changes(ctx, store.ChangeQuery{Key: key, Bare: true, Page: store.Page{Limit: -1}})
	if err != nil {
		return nil, 0, err
	}
	for i := range all {
		c := &all[i].Change
		if !slices.Contains(ids, c.Later) && !slices.Contains(ids, c.Earlier) {
			continue
		}
		if len(out) == mostMoved {
			more++
			continue
		}
		if err := s.withHits(ctx, &all[i]); err != nil {
			return nil, 0, err
		}
		out = append(out, all[i])
	}
	return out, more, nil
}

// withHits fetches both statements of a change that was asked for bare.
func (s *server) withHits(ctx context.Context, d *store.Departure) error {
	for _, side := range []struct {
		hit *store.Hit
		id  onrecord.StatementID
	}{{&d.Earlier, d.Change.Earlier}, {&d.Later, d.Change.Later}} {
		h, err := s.st.Statement(ctx, side.id)
		if err != nil {
			return err
		}
		*side.hit = *h
	}
	return nil
}
