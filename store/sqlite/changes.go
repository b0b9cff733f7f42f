package sqlite

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/store"
)

// changes lists changes of position.
type changes struct {
	loader
	day int64 // of the last that was read
}

func (l *changes) list(q store.ChangeQuery) (list []store.Departure, next string, err error) {
	query, args, err := l.query(q)
	if err != nil {
		return nil, "", err
	}
	rows, err := l.tx.QueryContext(l.ctx, query, args...)
	if err != nil {
		return nil, "", err
	}
	type ends struct{ earlier, later int64 }
	var places []ends
	limit := limitOrAll(q.Page)
	if err := each(rows, func() error {
		if len(list) == limit {
			next = fmt.Sprintf("%d.%s", l.day, list[limit-1].ID)
			return nil
		}
		var d store.Departure
		var at ends
		if err := l.scan(rows, &d, &at.earlier, &at.later); err != nil {
			return err
		}
		list, places = append(list, d), append(places, at)
		return nil
	}); err != nil || q.Bare {
		return list, next, err
	}
	for i, at := range places {
		for place, into := range map[int64]*store.Hit{at.earlier: &list[i].Earlier, at.later: &list[i].Later} {
			h, err := l.hit(place)
			if err != nil {
				return nil, "", err
			}
			*into = *h
		}
	}
	return list, next, nil
}

// query finds a page of changes and one more.
func (l *changes) query(q store.ChangeQuery) (string, []any, error) {
	where, args := []string{`true`}, []any{}
	add := func(cond string, value any) {
		args = append(args, value)
		where = append(where, strings.ReplaceAll(cond, "?", fmt.Sprint("?", len(args))))
	}
	if q.Issue != "" {
		add(`c.issue = (SELECT seq FROM issue WHERE id = ?)`, q.Issue)
	}
	if q.Key != "" {
		seqs, err := members(l.ctx, l.tx, l.ids, q.Key)
		if err != nil {
			return "", nil, err
		}
		add(`(c.earlier_speaker IN (SELECT value FROM json_each(?)) OR c.later_speaker IN (SELECT value FROM json_each(?)))`, encode(seqs))
	}
	if q.Since != "" {
		add(`c.day >= ?`, dayNumber(onrecord.Claimed{From: q.Since}))
	}
	if q.Kind != "" {
		add(`c.kind = ?`, q.Kind)
	} else if !q.Repeats {
		add(`c.kind <> ?`, onrecord.Same)
	}
	if q.Added > 0 {
		add(`c.added > ?`, q.Added)
	}
	if q.After != "" {
		day, id, err := changeCursor(q.After)
		if err != nil {
			return "", nil, err
		}
		add(`(c.day, c.id) < (?, `, day)
		where[len(where)-1] += fmt.Sprintf("?%d)", len(args)+1)
		args = append(args, id)
	}
	limit := limitOrAll(q.Page)
	if limit > 0 {
		limit++
	}
	args = append(args, limit)
	return fmt.Sprintf(`SELECT c.id, i.id, i.name, c.kind, c.day, c.score, c.json, e.id, e.place, t.id, t.place
		FROM change c JOIN issue i ON i.seq = c.issue CROSS JOIN statement e ON e.at = c.earlier CROSS JOIN statement t ON t.at = c.later
		WHERE %s ORDER BY c.day DESC, c.id DESC LIMIT ?%d`, strings.Join(where, ` AND `), len(args)), args, nil
}

func changeCursor(cursor string) (day int64, id string, err error) {
	if n, err := fmt.Sscanf(cursor, "%d.%s", &day, &id); n != 2 || err != nil {
		return 0, "", fmt.Errorf("no page %q of this list, begin with the first: %w", cursor, store.ErrQuestion)
	}
	return day, id, nil
}

func (l *changes) scan(rows *sql.Rows, d *store.Departure, earlier, later *int64) error {
	c := &d.Change
	var text string
	if err := rows.Scan(&c.ID, &c.Issue, &d.IssueName, &c.Kind, &l.day, &c.Score, &text, &c.Earlier, earlier, &c.Later, later); err != nil {
		return err
	}
	var in change
	if err := json.Unmarshal([]byte(text), &in); err != nil {
		return fmt.Errorf("change %s: %w", c.ID, err)
	}
	c.Why, c.Caveats = in.Why, in.Caveats
	for i, id := range []onrecord.StatementID{c.Earlier, c.Later} {
		if in.Position[i] != nil {
			c.Position[i] = in.Position[i].position(c.Issue, id, l.ids)
		}
	}
	return nil
}

// limitOrAll is how many rows a page has, -1 for all.
func limitOrAll(p store.Page) int {
	if p.Limit == -1 {
		return -1
	}
	return limitOf(p)
}
