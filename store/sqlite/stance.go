package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// A position's JSON. Its issue and statement are columns.
type position struct {
	As         bool     `json:"as,omitempty"` // assigned: then score, words and why are those of the assignment
	Score      float64  `json:"score,omitempty"`
	Words      []span   `json:"words,omitempty"`
	Why        []string `json:"why,omitempty"`
	Key        string   `json:"key,omitempty"`
	For        string   `json:"for,omitempty"`
	Pole       string   `json:"pole,omitempty"`
	Conditions []string `json:"conditions,omitempty"`
	Certainty  float64  `json:"certainty,omitempty"`
}

func positionOf(p *onrecord.Position) *position {
	return &position{false, p.Score, spans(p.Words), p.Why, p.Key, p.For, string(p.Pole), p.Conditions, p.Certainty}
}

func (p *position) position(issue onrecord.IssueID, id onrecord.StatementID, ids *store.Identities) onrecord.Position {
	return onrecord.Position{Assignment: onrecord.Assignment{Issue: issue, Statement: id, Score: p.Score, Words: toSpans(p.Words), Why: p.Why},
		Key: ids.Root(p.Key), For: ids.Root(p.For), Pole: onrecord.Pole(p.Pole), Conditions: p.Conditions, Certainty: p.Certainty}
}

// Assign implements store.Across.
func (s *Store) Assign(ctx context.Context, state int64, id onrecord.IssueID, on []onrecord.Assignment, positions []onrecord.Position) error {
	return s.inState(ctx, state, func(p *putter) error {
		issue, err := p.issue(id)
		if err != nil {
			return err
		}
		if err := p.exec(`DELETE FROM stance WHERE issue = ?`, issue); err != nil {
			return err
		}
		w := newCollator(p)
		if err := w.assign(on, positions, func(a *onrecord.Assignment, _ int64) error {
			if a.Issue != id {
				return fmt.Errorf("it is on issue %s, not on %s", a.Issue, id)
			}
			return nil
		}); err != nil {
			return err
		}
		return p.exec(`UPDATE issue SET unassigned = 0, outdated = 1 WHERE seq = ?`, issue)
	})
}

// stances keeps those of the documents' statements.
func (w *collator) stances(c *store.Collated) error {
	before, err := w.onIssues()
	if err != nil {
		return err
	}
	for _, seq := range w.order {
		if err := w.exec(`DELETE FROM stance WHERE at`+ofDocument, seq); err != nil {
			return err
		}
	}
	if err := w.assign(c.Assignments, c.Positions, func(_ *onrecord.Assignment, at int64) error {
		if w.docs[at>>atBits] == "" {
			return fmt.Errorf("its document is not one of those that are collated")
		}
		return nil
	}); err != nil {
		return err
	}
	after, err := w.onIssues()
	if err != nil {
		return err
	}
	for _, one := range [][2]map[int64]string{{before, after}, {after, before}} {
		for issue, text := range one[0] {
			if one[1][issue] != text {
				if err := w.exec(`UPDATE issue SET outdated = 1 WHERE seq = ?`, issue); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// onIssues is what positions the documents' statements take, by issue.
func (w *collator) onIssues() (map[int64]string, error) {
	out := map[int64]string{}
	for _, seq := range w.order {
		rows, err := w.query(`SELECT issue, at || position FROM stance WHERE at`+ofDocument+` AND position <> '' ORDER BY at, issue`, seq)
		if err != nil {
			return nil, err
		}
		if err := each(rows, func() error {
			var issue int64
			var text string
			err := rows.Scan(&issue, &text)
			out[issue] += text + "\n"
			return err
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// assign adds stances that fit.
func (w *collator) assign(on []onrecord.Assignment, positions []onrecord.Position, fits func(*onrecord.Assignment, int64) error) error {
	type key struct {
		issue onrecord.IssueID
		id    onrecord.StatementID
	}
	taken := map[key]*onrecord.Position{}
	for i := range positions {
		taken[key{positions[i].Issue, positions[i].Statement}] = &positions[i]
	}
	for i := range on {
		a := &on[i]
		at, err := w.at(a.Statement)
		if err == nil {
			err = fits(a, at)
		}
		if err == nil {
			err = w.assigned(a, at, taken[key{a.Issue, a.Statement}])
		}
		if err != nil {
			return fmt.Errorf("statement %s on issue %s: %w", a.Statement, a.Issue, err)
		}
		delete(taken, key{a.Issue, a.Statement})
	}
	for i := range positions {
		if p := &positions[i]; taken[key{p.Issue, p.Statement}] != nil {
			return fmt.Errorf("statement %s takes a position on issue %s, and is not assigned to it", p.Statement, p.Issue)
		}
	}
	return nil
}

func (w *collator) assigned(a *onrecord.Assignment, at int64, taken *onrecord.Position) error {
	issue, err := w.issue(a.Issue)
	if err != nil {
		return err
	}
	if !finite(a.Score) {
		return fmt.Errorf("its score is %v", a.Score)
	}
	f, err := w.facts(at)
	if err != nil {
		return err
	}
	return w.exec(`INSERT INTO stance SELECT ?1, ?2, ?3, t.id, t.at, ?5, ?6, ?7, ?8, t.speaker, t.kind, t.act, ?9, ?10, t.outlet, d.id
		FROM statement t CROSS JOIN document d ON d.seq = t.at >> 20 WHERE t.at = ?4`,
		issue, f.said, f.printed, at, a.Score, encodeSpans(a.Words), encodeWhy(a.Why), encodeTaken(a, taken), f.time, f.published)
}

// encodeTaken is the position that is taken with an assignment, empty for none.
func encodeTaken(a *onrecord.Assignment, taken *onrecord.Position) string {
	if taken == nil {
		return ""
	}
	p := positionOf(taken)
	if p.Score == a.Score && slices.Equal(taken.Words, a.Words) && slices.Equal(taken.Why, a.Why) {
		p.As, p.Score, p.Words, p.Why = true, 0, nil, nil
	}
	return encode(p)
}

// facts are the times of a statement, as a stance keeps them.
type facts struct {
	said, printed   int64
	time, published string
}

func (w *collator) facts(at int64) (f facts, err error) {
	var body, head string
	if err := w.value(&body, `SELECT json FROM body WHERE at = ?`, at); err != nil {
		return f, err
	}
	if err := w.value(&head, `SELECT head FROM document WHERE seq = ?`, at>>atBits); err != nil {
		return f, err
	}
	return factsOf(body, head)
}

func factsOf(body, head string) (f facts, err error) {
	var st onrecord.Statement
	if err := decodeBody(body, &st); err != nil {
		return f, err
	}
	var h reportedHead
	if err := json.Unmarshal([]byte(head), &h); err != nil {
		return f, err
	}
	st.Said.Words = onrecord.Span{}
	published := toClaimed(h.Published)
	published.Words = onrecord.Span{}
	return facts{orderOf(st.Said), orderOf(published), encodeTime(st.Said), encodeTime(published)}, nil
}

// orderOf numbers what onrecord.Report.Less compares: the first day that is
// known, and of none one after all others.
func orderOf(c onrecord.Claimed) int64 {
	for _, day := range []onrecord.Day{c.From, c.Until} {
		if n, ok, err := countDays(day); ok && err == nil {
			return n
		}
	}
	return farOff
}

func encodeTime(c onrecord.Claimed) string {
	if c.IsZero() {
		return ""
	}
	return encode(claimedOf(c))
}

func decodeTime(text string) (c onrecord.Claimed, err error) {
	if text == "" {
		return c, nil
	}
	var in claimed
	err = json.Unmarshal([]byte(text), &in)
	return toClaimed(&in), err
}

func encodeSpans(list []onrecord.Span) string {
	if len(list) == 0 {
		return ""
	}
	return encode(spans(list))
}

func decodeSpans(text string) ([]onrecord.Span, error) {
	if text == "" {
		return nil, nil
	}
	var in []span
	err := json.Unmarshal([]byte(text), &in)
	return toSpans(in), err
}

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
