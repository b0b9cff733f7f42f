package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"onrecord"
	"onrecord/store"
)

// Assignments implements store.Across.
func (s *Store) Assignments(ctx context.Context, q store.StanceQuery) (list []store.Stance, next string, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		l := &stances{loader: loader{ctx: ctx, tx: tx, ids: ids}}
		list, next, err = l.list(q)
		return err
	})
	return list, next, err
}

// stances lists stances. Most say when and why in the words of others: what was
// decoded once is remembered.
type stances struct {
	loader
	said, printed int64 // of the last that was read
	times         remembered[onrecord.Claimed]
	whys          remembered[[]string]
	spans         remembered[[]onrecord.Span]
}

// remembered is what texts were decoded to.
type remembered[T any] map[string]T

func (m *remembered[T]) decode(text string, decode func(string) (T, error)) (T, error) {
	if v, ok := (*m)[text]; ok {
		return v, nil
	}
	v, err := decode(text)
	if *m == nil {
		*m = remembered[T]{}
	}
	(*m)[text] = v
	return v, err
}

func (l *stances) list(q store.StanceQuery) (list []store.Stance, next string, err error) {
	where, args := []string{`s.issue = (SELECT seq FROM issue WHERE id = ?1)`}, []any{q.Issue}
	if q.Positioned {
		where = append(where, `s.position <> ''`)
	}
	if q.Key != "" {
		seqs, err := members(l.ctx, l.tx, l.ids, q.Key)
		if err != nil {
			return nil, "", err
		}
		args = append(args, encode(seqs))
		where = append(where, fmt.Sprintf(`s.speaker IN (SELECT value FROM json_each(?%d))`, len(args)))
	}
	if q.After != "" {
		var id string
		if n, err := fmt.Sscanf(q.After, "%d.%d.%s", &l.said, &l.printed, &id); n != 3 || err != nil {
			return nil, "", fmt.Errorf("no page %q of this list, begin with the first: %w", q.After, store.ErrQuestion)
		}
		where = append(where, fmt.Sprintf(`(s.said, s.printed, s.id) > (?%d, ?%d, ?%d)`, len(args)+1, len(args)+2, len(args)+3))
		args = append(args, l.said, l.printed, id)
	}
	limit := limitOrAll(q.Page)
	args = append(args, limit+min(1, max(0, limit)))
	rows, err := l.tx.QueryContext(l.ctx, fmt.Sprintf(`SELECT s.said, s.printed, s.id, s.score, s.words, s.why, s.position, coalesce(r.key, p.key, ''), coalesce(r.name, p.name, ''),
		s.kind, s.act, s.time, s.published, o.name, s.document, coalesce((SELECT id FROM report u JOIN statement t ON t.at = u.first WHERE u.at = s.at), s.id)
		FROM stance s LEFT JOIN speaker p ON p.seq = s.speaker LEFT JOIN speaker r ON r.seq = p.root JOIN outlet o ON o.seq = s.outlet
		WHERE %s ORDER BY s.said, s.printed, s.id LIMIT ?%d`, strings.Join(where, ` AND `), len(args)), args...)
	if err != nil {
		return nil, "", err
	}
	err = each(rows, func() error {
		if len(list) == limit {
			next = fmt.Sprintf("%d.%d.%s", l.said, l.printed, list[limit-1].Statement)
			return nil
		}
		st := store.Stance{Assignment: onrecord.Assignment{Issue: q.Issue}}
		err := l.scan(rows, &st)
		list = append(list, st)
		return err
	})
	return list, next, err
}

func (l *stances) scan(rows *sql.Rows, st *store.Stance) error {
	var words, why, pos, said, published string
	if err := rows.Scan(&l.said, &l.printed, &st.Statement, &st.Score, &words, &why, &pos, &st.Key, &st.Name,
		&st.Kind, &st.Act, &said, &published, &st.Outlet, &st.Doc, &st.Utterance); err != nil {
		return err
	}
	var err error
	if st.Why, err = l.whys.decode(why, decodeWhy); err != nil {
		return err
	}
	if st.Words, err = l.spans.decode(words, decodeSpans); err != nil {
		return err
	}
	if st.Said, err = l.times.decode(said, decodeTime); err != nil {
		return err
	}
	if st.Published, err = l.times.decode(published, decodeTime); err != nil || pos == "" {
		return err
	}
	var in position
	if err := json.Unmarshal([]byte(pos), &in); err != nil {
		return fmt.Errorf("position of statement %s: %w", st.Statement, err)
	}
	p := in.position(st.Issue, st.Statement, l.ids)
	if in.As {
		p.Assignment = st.Assignment
	}
	st.Position = &p
	return nil
}
