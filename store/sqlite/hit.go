package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord"
	"onrecord/store"
)

// around is how many bytes of text are shown before and after a statement.
const around = 160

// Statement implements store.Store.
func (s *Store) Statement(ctx context.Context, id onrecord.StatementID) (hit *store.Hit, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		var place int64
		err := tx.QueryRowContext(ctx, `SELECT place FROM statement WHERE id = ?`, id).Scan(&place)
		if err := notFound(err, "statement", string(id)); err != nil {
			return err
		}
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		hit, err = (&loader{ctx: ctx, tx: tx, ids: ids}).hit(place)
		return err
	})
	return hit, err
}

// A loader loads hits; hits of one document share its decoding.
type loader struct {
	ctx  context.Context
	tx   *sql.Tx
	ids  *store.Identities
	docs map[int64]*loaded
}

type loaded struct {
	seq       int64
	ids       *store.Identities
	head      store.Head // with its text
	entities  string     // JSON, of which a hit needs one or two
	relations string     // JSON, of which most hits need none

	all    []onrecord.Relation // decoded when one is needed
	briefs map[onrecord.StatementID]*store.Brief
}

func (l *loader) hit(place int64) (*store.Hit, error) {
	st, at, err := l.statement(`place = ?`, place)
	if err != nil {
		return nil, fmt.Errorf("statement at place %d: %w", place, err)
	}
	doc, err := l.document(at >> atBits)
	if err != nil {
		return nil, err
	}
	h := &store.Hit{Statement: *st}
	doc.show(h)
	if err := l.joined(h, at); err != nil {
		return nil, err
	}
	if h.Relations, err = l.links(doc, st.ID); err != nil {
		return nil, err
	}
	return h, l.corrections(h, at>>atBits)
}

// statement loads the one that meets a condition, but for its document.
func (l *loader) statement(where string, arg any) (st *onrecord.Statement, at int64, err error) {
	st = &onrecord.Statement{}
	var json string
	if err := l.tx.QueryRowContext(l.ctx, `SELECT s.id, s.kind, s.act, s.anonymity, s.at, b.json
		FROM statement s JOIN body b USING(at) WHERE `+where, arg).Scan(&st.ID, &st.Kind, &st.Act, &st.Anonymity, &at, &json); err != nil {
		return nil, 0, err
	}
	if err := decodeBody(json, st); err != nil {
		return nil, 0, fmt.Errorf("statement %s: %w", st.ID, err)
	}
	return st, at, nil
}

// corrections loads those of h's statement.
func (l *loader) corrections(h *store.Hit, seq int64) error {
	if len(h.Statement.Corrections) == 0 {
		return nil
	}
	all, err := loadCorrections(l.ctx, l.tx, seq, h.Statement.Doc)
	for _, c := range all {
		if slices.Contains(h.Statement.Corrections, c.ID) {
			h.Corrections = append(h.Corrections, c)
		}
	}
	return err
}

func (l *loader) document(seq int64) (*loaded, error) {
	if d := l.docs[seq]; d != nil {
		return d, nil
	}
	d := &loaded{seq: seq, ids: l.ids}
	var err error
	if d.head, d.entities, d.relations, err = loadWhole(l.ctx, l.tx, seq); err != nil {
		return nil, err
	}
	if l.docs == nil {
		l.docs = map[int64]*loaded{}
	}
	l.docs[seq] = d
	return d, nil
}

// show fills in what the document knows of a statement.
func (d *loaded) show(h *store.Hit) {
	text := d.head.Text
	h.Statement.Doc = d.head.ID
	h.Doc = d.shown()
	h.Speaker, h.Key = d.entity(h.Statement.Speaker)
	for _, id := range h.Statement.Others {
		if e := decodeEntity(d.entities, d.head.ID, id); e != nil {
			h.Others = append(h.Others, *e)
		}
	}
	h.Content, h.Cue, h.Source = content(text, &h.Statement), h.Statement.Cue.In(text), h.Statement.Source.In(text)
	h.AddresseeWords, h.VenueWords, h.OccasionWords = h.Addressee.In(text), h.Venue.In(text), h.Occasion.In(text)
	h.MediumWords, h.SaidWords = h.Medium.In(text), h.Said.Words.In(text)
	first, last := extent(&h.Statement)
	h.Before, h.After = tail(text[:first], around), start(text[last:], around)
}

// shown is the document as a Head.
func (d *loaded) shown() store.Head {
	h := d.head
	h.Text, h.Paragraphs, h.Boilerplate = "", nil, nil
	return h
}

// extent is where a statement begins and ends.
func extent(st *onrecord.Statement) (first, last int) {
	first = -1
	for _, s := range append([]onrecord.Span{st.Cue, st.Source}, st.Content...) {
		if s.IsZero() {
			continue
		}
		if first < 0 || s.Start < first {
			first = s.Start
		}
		last = max(last, s.End)
	}
	return max(first, 0), last
}

// tail is at most n bytes of the end of text, in whole characters.
func tail(text string, n int) string {
	at := max(0, len(text)-n)
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return text[at:]
}

// start is at most n bytes of the beginning of text, in whole characters.
func start(text string, n int) string {
	at := min(n, len(text))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return text[:at]
}

// The index puts these around what a question's words found.
const foundFrom, foundTo = "\uE001", "\uE002"

// marksIn turns what the index marked back into spans of content. A text that
// has the signs itself is left without marks.
func marksIn(marked, content string) []onrecord.Span {
	if strings.ContainsAny(content, foundFrom+foundTo) {
		return nil
	}
	var out []onrecord.Span
	at := 0
	for {
		from := strings.Index(marked, foundFrom)
		if from < 0 {
			return out
		}
		marked = marked[from+len(foundFrom):]
		at += from
		to := strings.Index(marked, foundTo)
		if to < 0 || at+to > len(content) {
			return nil
		}
		out = append(out, onrecord.Span{Start: at, End: at + to})
		marked = marked[to+len(foundTo):]
		at += to
	}
}
