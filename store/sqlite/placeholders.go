package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

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
		Words: e.Words.In(text), About: e.About.In(text), Said: e.Said, Published: d.head.Published}
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

// undated stands for a day where none is known.
const undated = -farOff - 1

// begins are the days on which a placeholder is looked for: those that By and
// Published begin with.
func begins(p *store.Placeholder) (days []int64) {
	for _, c := range []onrecord.Claimed{p.By, p.Published} {
		first, _, _ := known(c)
		if n, ok, err := countDays(first); ok && err == nil {
			days = append(days, n)
		}
	}
	if len(days) == 0 {
		return []int64{undated}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// placeholders keeps those of the documents, and what was found for them.
func (w *collator) placeholders(c *store.Collated) error {
	l := &loader{ctx: w.ctx, tx: w.tx, ids: w.ids}
	for _, seq := range w.order {
		if err := w.placed(l, seq); err != nil {
			return err
		}
	}
	for _, id := range c.Placeholders {
		at, err := w.end(id)
		if err == nil {
			err = w.exec(`DELETE FROM filled WHERE at = ? AND side = ?`, at.at, at.side)
		}
		if err != nil {
			return err
		}
	}
	for i := range c.Filled {
		f := &c.Filled[i]
		at, err1 := w.end(store.PlaceholderID{Doc: f.Doc, Relation: f.Relation, To: f.To})
		st, err2 := w.at(f.Statement)
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		if st>>atBits == at.at>>atBits || !finite(f.Score) {
			return fmt.Errorf("relation %s: filled with a statement of its own document", f.Relation)
		}
		if err := w.exec(`INSERT OR REPLACE INTO filled VALUES(?, ?, ?, ?, ?)`, at.at, at.side, st, f.Score, encodeWhy(f.Why)); err != nil {
			return err
		}
	}
	return nil
}

// placed keeps the placeholders of a document, to be found by owner and day.
func (w *collator) placed(l *loader, seq int64) error {
	if err := w.exec(`DELETE FROM placeholder WHERE at`+ofDocument, seq); err != nil {
		return err
	}
	var n int
	if err := w.value(&n, `SELECT count(*) FROM relation WHERE at`+ofDocument, seq); err != nil || n == 0 {
		return err
	}
	d, err := l.document(seq)
	if err != nil {
		return err
	}
	all, err := d.decoded()
	if err != nil {
		return err
	}
	for _, end := range placeholdersIn(all, seq) {
		one, err := l.placeholder(d, end)
		if err != nil {
			return err
		}
		for _, day := range begins(one) {
			if err := w.exec(`INSERT INTO placeholder SELECT iif(?3, to_owner, from_owner), ?1, at, ?3 FROM relation WHERE at = ?2`, day, end.at, end.side); err != nil {
				return err
			}
		}
	}
	return nil
}

// end is the number of a placeholder of a current document.
func (w *collator) end(id store.PlaceholderID) (at placing, err error) {
	seq, err := w.doc(id.Doc)
	if err != nil {
		return at, err
	}
	if w.rels[seq] == nil {
		if err := w.numbered(seq, id.Doc); err != nil {
			return at, err
		}
	}
	if id.To {
		at.side = 1
	}
	n, ok := w.rels[seq][id.Relation]
	if !ok {
		return at, notFound(sql.ErrNoRows, "relation", string(id.Relation))
	}
	at.at = seq<<atBits | n
	return at, nil
}

// numbered loads the numbers of a document's relations.
func (w *collator) numbered(seq int64, id onrecord.DocumentID) error {
	var text string
	if err := w.value(&text, `SELECT relations FROM document WHERE seq = ?`, seq); err != nil {
		return err
	}
	all, err := decodeRelations(text, id)
	if err != nil {
		return err
	}
	w.rels[seq] = map[onrecord.RelationID]int64{}
	for i := range all {
		w.rels[seq][all[i].ID] = int64(i)
	}
	return nil
}
