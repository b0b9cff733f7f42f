package sqlite

import (
	"context"
	"fmt"

	"onrecord/store"
)

// Mark implements store.Watching: documents are numbered as they are added, and
// none is ever removed.
func (s *Store) Mark(ctx context.Context) (mark int64, err error) {
	err = s.read.QueryRowContext(ctx, `SELECT coalesce(max(seq), 0) FROM document`).Scan(&mark)
	return mark, explain(s.path, err)
}

// Watch implements store.Watching.
func (s *Store) Watch(ctx context.Context, w store.Watch) error {
	return s.changing(ctx, func(p *putter) error {
		return p.exec(`INSERT OR REPLACE INTO watch VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)`, w.Name, w.Kind, w.Query, w.Issue, w.Key, w.Webhook, w.Secret, w.Told, w.Made)
	})
}

// Watches implements store.Watching.
func (s *Store) Watches(ctx context.Context) (list []store.Watch, err error) {
	rows, err := s.read.QueryContext(ctx, `SELECT name, kind, query, issue, key, webhook, secret, told, made FROM watch ORDER BY name`)
	if err != nil {
		return nil, explain(s.path, err)
	}
	err = each(rows, func() error {
		var w store.Watch
		err := rows.Scan(&w.Name, &w.Kind, &w.Query, &w.Issue, &w.Key, &w.Webhook, &w.Secret, &w.Told, &w.Made)
		list = append(list, w)
		return err
	})
	return list, explain(s.path, err)
}

// Unwatch implements store.Watching.
func (s *Store) Unwatch(ctx context.Context, name string) error {
	return s.watched(ctx, name, `DELETE FROM watch WHERE name = ?`, name)
}

// Told implements store.Watching.
func (s *Store) Told(ctx context.Context, name string, mark int64) error {
	return s.watched(ctx, name, `UPDATE watch SET told = ? WHERE name = ?`, mark, name)
}

func (s *Store) watched(ctx context.Context, name, query string, args ...any) error {
	return s.changing(ctx, func(p *putter) error {
		found, err := p.affects(query, args...)
		if err == nil && !found {
			err = fmt.Errorf("watch %s: %w", name, store.ErrNotFound)
		}
		return err
	})
}
