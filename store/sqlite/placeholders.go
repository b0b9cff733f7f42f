package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"onrecord"
	"onrecord/store"
)

// A placing is an end of a relation of a document, by number.
type placing struct {
	at   int64
	side int64 // 0 From, 1 To
}

// Placeholders implements store.Across.
func (s *Store) Placeholders(ctx context.Context, q store.PlaceholderQuery) (out []store.Placeholder, err error) {
	err = s.inRead(ctx, func(tx *sql.Tx) error {
		ids, err := s.identities(ctx, tx)
		if err != nil {
			return err
		}
		l := &loader{ctx: ctx, tx: tx, ids: ids}
		wanted, err := l.wanted(q)
		if err != nil {
			return err
		}
		for _, w := range wanted {
			d, err := l.document(w.at >> atBits)
			if err != nil {
				return err
			}
			one, err := l.placeholder(d, w)
			if err != nil {
				return err
			}
			out = append(out, *one)
		}
		return nil
	})
	return out, err
}

// wanted finds the ends that q asks for.
func (l *loader) wanted(q store.PlaceholderQuery) ([]placing, error) {
	if q.Key == "" {
		return l.wantedIn(q.Docs)
	}
	seqs, err := members(l.ctx, l.tx, l.ids, q.Key)
	if err != nil {
		return nil, err
	}
	first, hasFirst, err1 := countDays(q.From)
	end, hasEnd, err2 := countDays(q.Until)
	if err1 != nil || err2 != nil {
		return nil, fmt.Errorf("%q to %q: %w", q.From, q.Until, store.ErrQuestion)
	}
	if !hasFirst {
		first = -farOff
	}
	if !hasEnd {
		end = farOff + 1
	}
	rows, err := l.tx.QueryContext(l.ctx, `SELECT DISTINCT p.at, p.side FROM json_each(?1) k CROSS JOIN placeholder p ON p.owner = k.value
		AND (p.day >= ?2 AND p.day < ?3 OR p.day = ?4) ORDER BY 1, 2`, encode(seqs), first, end, undated)
	if err != nil {
		return nil, err
	}
	var out []placing
	err = each(rows, func() error {
		var one placing
		err := rows.Scan(&one.at, &one.side)
		out = append(out, one)
		return err
	})
	return out, err
}

// wantedIn are the placeholders of documents.
func (l *loader) wantedIn(docs []onrecord.DocumentID) (out []placing, err error) {
	seqs, err := listed[int64](l.tx.QueryContext(l.ctx, `SELECT DISTINCT d.seq FROM json_each(?) k CROSS JOIN document d ON d.id = k.value WHERE d.current ORDER BY 1`, encode(docs)))
	if err != nil {
		return nil, err
	}
	for _, seq := range seqs {
		d, err := l.document(seq)
		if err != nil {
			return nil, err
		}
		all, err := d.decoded()
		if err != nil {
			return nil, err
		}
		out = append(out, placeholdersIn(all, seq)...)
	}
	return out, nil
}

// placeholdersIn are the ends that mean a statement elsewhere and have an owner.
func placeholdersIn(relations []onrecord.Relation, seq int64) (out []placing) {
	for i := range relations {
		for side, e := range []*onrecord.End{&relations[i].From, &relations[i].To} {
			if e.Is() == "placeholder" && e.Owner != "" {
				out = append(out, placing{seq<<atBits | int64(i), int64(side)})
			}
		}
	}
	return out
}

// placeholder loads one.
func (l *loader) placeholder(d *loaded, w placing) (*store.Placeholder, error) {
	all, err := d.decoded()
	if err != nil {
		return nil, err
	}
	i := w.at & (1<<atBits - 1)
	if i >= int64(len(all)) {
		return nil, fmt.Errorf("document %s has no relation %d", d.head.ID, i)
	}
	rel := &all[i]
	e, other := &rel.From, &rel.To
	if w.side == 1 {
		e, other = other, e
	}
	text := d.head.Text
	out := &store.Placeholder{Doc: d.head.ID, Relation: rel.ID, To: w.side == 1, Kind: rel.Kind, Noun: e.Noun,
		Words: e.Words.In(text), About: e.About.In(text), Context: store.Around(text, rel.Cue), Said: e.Said, Published: d.head.Published}
	_, out.Key = d.entity(e.Owner)
	if out.By, err = l.by(d, other); err != nil {
		return nil, err
	}
	out.Said.Words, out.By.Words, out.Published.Words = onrecord.Span{}, onrecord.Span{}, onrecord.Span{}
	out.Filled, _, err = l.filled(d, rel, w)
	return out, err
}

// by is when an end was said, else when the article was published.
func (l *loader) by(d *loaded, e *onrecord.End) (onrecord.Claimed, error) {
	said := e.Said
	if e.Statement != "" {
		b, err := l.brief(d, e.Statement)
		if err != nil {
			return said, err
		}
		said = b.Said
	}
	if said.IsZero() {
		return d.head.Published, nil
	}
	return said, nil
}

// filled is what an end means, nil for nothing, and the number of that.
func (l *loader) filled(d *loaded, rel *onrecord.Relation, w placing) (*onrecord.Filled, int64, error) {
	f := &onrecord.Filled{Doc: d.head.ID, Relation: rel.ID, To: w.side == 1}
	var why string
	var at int64
	err := l.tx.QueryRowContext(l.ctx, `SELECT t.id, t.at, f.score, f.why FROM filled f JOIN statement t ON t.at = f.statement WHERE f.at = ? AND f.side = ?`,
		w.at, w.side).Scan(&f.Statement, &at, &f.Score, &why)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, 0, nil
	}
	if err == nil {
		f.Why, err = decodeWhy(why)
	}
	return f, at, err
}
