package sqlite

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"onrecord"
)

// atBits is the room for a statement's number in its document.
const atBits = 20

// statements writes the statements of one document.
func (p *putter) statements(r *onrecord.Reading, seq, outlet int64, current bool) error {
	ends := endsOf(r)
	added, err := p.number(len(r.Statements))
	if err != nil {
		return err
	}
	tell := &told{doc: r.Doc, outlet: outlet, sign: +1, entities: len(r.Entities)}
	for i := range r.Statements {
		st := &r.Statements[i]
		speaker, kinds := ends.entities[st.Speaker], ends.kinds[st.ID]
		who, err := p.speakerSeq(speaker)
		if err != nil {
			return err
		}
		at := seq<<atBits | int64(i)
		place := placeOf(st.Said, r.Doc.Published, added+int64(i))
		place, err = p.statement(place, at, who, outlet, st, kinds)
		if err != nil {
			return err
		}
		marks := marksOf(r.Doc, st, speaker, who, kinds)
		if err := p.exec(`INSERT INTO body VALUES(?, ?, ?)`, at, marks, encodeBody(st)); err != nil {
			return err
		}
		text := r.Doc.Text
		p.rows = append(p.rows, row{place, clean(content(text, st)), clean(st.Source.In(text)), clean(st.Cue.In(text)), marks})
		root, err := p.rootOf(who)
		if err != nil {
			return err
		}
		tell.statement(st, root, kinds)
	}
	if !current {
		p.rows = p.rows[:len(p.rows)-len(r.Statements)]
		return nil
	}
	p.tell(tell)
	return errors.Join(p.relations(r, seq, ends), p.pend(seq))
}

// statement writes one row, at the next free place.
func (p *putter) statement(place, at, who, outlet int64, st *onrecord.Statement, kinds string) (int64, error) {
	for {
		done, err := p.run(`INSERT INTO statement VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(place) DO NOTHING`,
			place, st.ID, at, orNull(who), outlet, st.Kind, st.Act, st.Anonymity, yearOf(st.Said), kinds)
		if err != nil {
			return 0, err
		}
		if n, err := done.RowsAffected(); n == 1 || err != nil {
			return place, err
		}
		place = place&^(1<<adding-1) | (place+1)&(1<<adding-1)
	}
}

// number takes n numbers in the order of adding.
func (p *putter) number(n int) (first int64, err error) {
	err = p.tx.QueryRowContext(p.ctx, `UPDATE counter SET statements = statements + ? RETURNING statements`, n).Scan(&first)
	return first - int64(n), err
}

// index adds the rows by place: the index writes what it holds in memory out
// whenever a place is lower than the one before.
func (p *putter) index() error {
	slices.SortFunc(p.rows, func(a, b row) int { return cmp.Compare(a.place, b.place) })
	for _, r := range p.rows {
		if err := p.exec(`INSERT INTO words(rowid, content, source, cue, marks) VALUES(?, ?, ?, ?, ?)`,
			r.place, r.content, r.source, r.cue, r.marks); err != nil {
			return err
		}
	}
	return nil
}

// content is the words of the content, its pieces joined by " … ".
func content(text string, st *onrecord.Statement) string {
	pieces := make([]string, len(st.Content))
	for i, s := range st.Content {
		pieces[i] = s.In(text)
	}
	return strings.Join(pieces, " … ")
}

// clean takes the sign of marks out of a text.
func clean(text string) string { return strings.ReplaceAll(text, markSign, " ") }

// yearOf is the year of saying, empty when unknown.
func yearOf(c onrecord.Claimed) string {
	from, _, _ := known(c)
	year, _, _ := strings.Cut(string(from), "-")
	return year
}
