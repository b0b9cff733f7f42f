package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

	"onrecord"
	"onrecord/store"
)

// Counts over the whole record are kept, not counted: the front page and the
// list of speakers need them each time. A document is told when it becomes
// current and told again, with the sign turned, when it stops being so.

// told is what one document adds to the counts.
type told struct {
	doc        *onrecord.Document
	outlet     int64
	sign       int
	entities   int
	statements []toldStatement
}

type toldStatement struct {
	kind, act, anon, year, role string
	speaker                     int64
	day                         onrecord.Day // of saying
	relations                   []string     // their kinds
}

func (t *told) statement(st *onrecord.Statement, speaker int64, kinds string) {
	day, _, _ := known(st.Said)
	t.statements = append(t.statements, toldStatement{
		string(st.Kind), string(st.Act), string(st.Anonymity), yearOf(st.Said), st.Role, speaker, day, kindList(kinds)})
}

type (
	tallyKey struct{ field, value string }
	roleKey  struct {
		speaker int64
		title   string
	}
	counts struct {
		documents, statements, unattributed int
		first, last                         onrecord.Day
		lost                                bool // something was taken away: find first and last anew
	}
)

// tallies are the changes of one transaction.
type tallies struct {
	tally   map[tallyKey]int
	roles   map[roleKey]int
	speaker map[int64]*counts
	outlet  map[int64]*counts
}

func newTallies() tallies {
	return tallies{map[tallyKey]int{}, map[roleKey]int{}, map[int64]*counts{}, map[int64]*counts{}}
}

func (a tallies) tell(t *told) {
	a.tally[tallyKey{"documents", ""}] += t.sign
	a.tally[tallyKey{"entities", ""}] += t.sign * t.entities
	if t.doc.Unread != "" {
		a.tally[tallyKey{"unread", ""}] += t.sign
	}
	out := of(a.outlet, t.outlet)
	out.documents += t.sign
	out.seen(t.doc.Published.From, t.sign)
	here := map[int64]bool{}
	for _, st := range t.statements {
		for _, k := range []tallyKey{{"statements", ""}, {string(store.KindIs), st.kind}, {string(store.ActIs), st.act},
			{string(store.AnonIs), st.anon}, {string(store.SaidIn), st.year}} {
			a.tally[k] += t.sign
		}
		for _, kind := range st.relations {
			a.tally[tallyKey{string(store.RelationIs), kind}] += t.sign
		}
		out.statements += t.sign
		if st.speaker == 0 {
			out.unattributed += t.sign
			a.tally[tallyKey{string(store.KeyIs), ""}] += t.sign
			continue
		}
		a.spoke(st, t.sign, !here[st.speaker])
		here[st.speaker] = true
	}
}

func (a tallies) spoke(st toldStatement, sign int, firstHere bool) {
	sp := of(a.speaker, st.speaker)
	sp.statements += sign
	if firstHere {
		sp.documents += sign
	}
	sp.seen(st.day, sign)
	if st.role != "" {
		a.roles[roleKey{st.speaker, st.role}] += sign
	}
}

func of(m map[int64]*counts, seq int64) *counts {
	if m[seq] == nil {
		m[seq] = &counts{}
	}
	return m[seq]
}

func (c *counts) seen(day onrecord.Day, sign int) {
	if sign < 0 {
		c.lost = true
		return
	}
	if day == "" {
		return
	}
	if c.first == "" || day < c.first {
		c.first = day
	}
	c.last = max(c.last, day)
}

// write brings the counts in the record up to date.
func (a tallies) write(ctx context.Context, tx *sql.Tx) error {
	w := &writer{ctx: ctx, tx: tx}
	for _, k := range sorted(a.tally, func(x, y tallyKey) bool { return x.field < y.field || x.field == y.field && x.value < y.value }) {
		w.exec(`INSERT INTO tally VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n`, k.field, k.value, a.tally[k])
	}
	for _, k := range sorted(a.roles, func(x, y roleKey) bool { return x.speaker < y.speaker || x.speaker == y.speaker && x.title < y.title }) {
		w.exec(`INSERT INTO role VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n`, k.speaker, k.title, a.roles[k])
	}
	for _, seq := range slices.Sorted(maps.Keys(a.speaker)) {
		c := a.speaker[seq]
		w.exec(`UPDATE speaker SET statements = statements + ?2, documents = documents + ?3, `+widen+` WHERE seq = ?1`,
			seq, c.statements, c.documents, c.first, c.last)
		if c.lost {
			marks, err := classMarks(ctx, tx, seq)
			w.err = errors.Join(w.err, err)
			w.exec(findSpoken, seq, marks)
		}
	}
	for _, seq := range slices.Sorted(maps.Keys(a.outlet)) {
		c := a.outlet[seq]
		w.exec(`UPDATE outlet SET documents = documents + ?2, statements = statements + ?3, `+widen+`, unattributed = unattributed + ?6 WHERE seq = ?1`,
			seq, c.documents, c.statements, c.first, c.last, c.unattributed)
		if c.lost {
			w.exec(findPrinted, seq)
		}
	}
	w.exec(`DELETE FROM tally WHERE n = 0`)
	w.exec(`DELETE FROM role WHERE n = 0`)
	return w.err
}

const (
	widen = `first = CASE WHEN ?4 = '' THEN first WHEN first = '' THEN ?4 ELSE min(first, ?4) END, last = max(last, ?5)`
	day   = `coalesce(json->>'$.said.from', date(json->>'$.said.until', '-1 day'))`

	findSpoken = `UPDATE speaker SET (first, last) = (
		SELECT coalesce(min(` + day + `), ''), coalesce(max(` + day + `), '')
		FROM words JOIN statement ON place = words.rowid JOIN body USING(at) WHERE words MATCH ?2) WHERE seq = ?1`
	findPrinted = `UPDATE outlet SET (first, last) = (SELECT coalesce(min(published), ''), coalesce(max(published), '')
		FROM document WHERE outlet = ?1 AND current AND published <> '') WHERE seq = ?1`
)

// A writer runs statements until one fails.
type writer struct {
	ctx context.Context
	tx  *sql.Tx
	err error
}

func (w *writer) exec(query string, args ...any) {
	if w.err == nil {
		_, w.err = w.tx.ExecContext(w.ctx, query, args...)
	}
}

func sorted[K comparable, V any](m map[K]V, less func(a, b K) bool) []K {
	return slices.SortedFunc(maps.Keys(m), func(a, b K) int {
		if less(a, b) {
			return -1
		}
		return 1
	})
}
