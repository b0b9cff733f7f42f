package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// atBits is the room for a statement's number in its document.
const atBits = 20

// Put implements store.Store. A document that is held, but was read by another
// reader version, is read anew: its statements are replaced, and it counts as
// added.
func (s *Store) Put(ctx context.Context, readings []*onrecord.Reading, version string) (added int, err error) {
	for _, r := range readings {
		if err := validate(r); err != nil {
			return 0, fmt.Errorf("article %s: %w: %w", r.Doc.Article, store.ErrInvalid, err)
		}
	}
	err = s.inWrite(ctx, func(tx *sql.Tx) error {
		p := &putter{ctx: ctx, tx: tx, version: version, tallies: newTallies()}
		defer p.close()
		added, err = p.put(readings)
		return err
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// validate refuses what the record could not be checked by afterwards.
func validate(r *onrecord.Reading) error {
	if len(r.Statements) >= 1<<atBits {
		return fmt.Errorf("document %s: %d statements, more than the record has room for", r.Doc.ID, len(r.Statements))
	}
	wrong := []error{r.Check()}
	if r.Doc.ID != r.Doc.ComputeID() {
		wrong = append(wrong, fmt.Errorf("document %s: its ID should be %s", r.Doc.ID, r.Doc.ComputeID()))
	}
	seen := map[onrecord.StatementID]bool{}
	for i := range r.Statements {
		st := &r.Statements[i]
		switch {
		case st.Doc != r.Doc.ID || st.ID != st.ComputeID():
			wrong = append(wrong, fmt.Errorf("document %s: statement %s has a wrong ID", r.Doc.ID, st.ID))
		case seen[st.ID]:
			wrong = append(wrong, fmt.Errorf("document %s: statement %s twice", r.Doc.ID, st.ID))
		case math.IsNaN(st.Score) || math.IsInf(st.Score, 0):
			wrong = append(wrong, fmt.Errorf("document %s: statement %s has the score %v", r.Doc.ID, st.ID, st.Score))
		}
		seen[st.ID] = true
	}
	return errors.Join(wrong...)
}

// A putter adds readings within one transaction.
type putter struct {
	ctx     context.Context
	tx      *sql.Tx
	version string
	prepared
	tallies
	rows []row // to be indexed
}

// A row is a statement on its way into the index.
type row struct {
	place                int64
	content, source, cue string
	marks                string
}

func (p *putter) put(readings []*onrecord.Reading) (added int, err error) {
	for _, r := range readings {
		isNew, err := p.one(r)
		if err != nil {
			return 0, fmt.Errorf("article %s: %w", r.Doc.Article, err)
		}
		if isNew {
			added++
		}
	}
	if err := p.index(); err != nil {
		return 0, err
	}
	return added, p.tallies.write(p.ctx, p.tx)
}

// one adds one reading, whole, but for its rows in the index.
func (p *putter) one(r *onrecord.Reading) (isNew bool, err error) {
	held, err := p.held(r.Doc.ID)
	if err != nil {
		return false, err
	}
	seq := held.seq
	if held.reader != p.version {
		isNew = true
		if seq, err = p.document(r, held); err != nil {
			return false, err
		}
	}
	if err := p.exec(`INSERT OR REPLACE INTO page VALUES(?, ?, ?, ?)`, r.Doc.Article, r.Doc.SHA256, p.version, seq); err != nil {
		return false, err
	}
	return isNew, p.exec(`DELETE FROM failure WHERE article = ?`, r.Doc.Article)
}

type held struct {
	seq     int64 // 0: not held
	reader  string
	current bool
}

func (p *putter) held(id onrecord.DocumentID) (h held, err error) {
	h.reader = p.version + " is not it"
	err = p.tx.QueryRowContext(p.ctx, `SELECT seq, reader, current FROM document WHERE id = ?`, id).Scan(&h.seq, &h.reader, &h.current)
	if errors.Is(err, sql.ErrNoRows) {
		return h, nil
	}
	return h, err
}

// document writes the document and its statements.
func (p *putter) document(r *onrecord.Reading, old held) (seq int64, err error) {
	if old.seq != 0 {
		return old.seq, p.again(r, old)
	}
	replaces, err := p.replace(r.Doc.Address())
	if err != nil {
		return 0, err
	}
	outlet, err := p.outletSeq(r.Doc.Outlet)
	if err != nil {
		return 0, err
	}
	done, err := p.tx.ExecContext(p.ctx, `INSERT INTO document VALUES(NULL, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.Doc.ID, r.Doc.Address(), r.Doc.Article, r.Doc.Title, outlet, r.Doc.Published.From, len(r.Statements),
		p.version, replaces, encodeHead(r.Doc), encodeEntities(r.Entities), r.Doc.Text)
	if err != nil {
		return 0, err
	}
	if seq, err = done.LastInsertId(); err != nil {
		return 0, err
	}
	return seq, p.statements(r, seq, outlet, true)
}

// again replaces what an older or newer reader found in a document.
func (p *putter) again(r *onrecord.Reading, old held) error {
	if old.current {
		if err := p.retract(old.seq); err != nil {
			return err
		}
	}
	for _, q := range []string{
		`DELETE FROM statement WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`,
		`DELETE FROM body WHERE at BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`,
	} {
		if err := p.exec(q, old.seq); err != nil {
			return err
		}
	}
	outlet, err := p.outletSeq(r.Doc.Outlet)
	if err != nil {
		return err
	}
	if err := p.exec(`UPDATE document SET title = ?, outlet = ?, published = ?, statements = ?, reader = ?, head = ?, entities = ? WHERE seq = ?`,
		r.Doc.Title, outlet, r.Doc.Published.From, len(r.Statements), p.version, encodeHead(r.Doc), encodeEntities(r.Entities), old.seq); err != nil {
		return err
	}
	return p.statements(r, old.seq, outlet, old.current)
}

// replace makes the current document of an address an older version.
func (p *putter) replace(address string) (replaces string, err error) {
	var seq int64
	err = p.tx.QueryRowContext(p.ctx, `SELECT seq, id FROM document WHERE address = ? AND current`, address).Scan(&seq, &replaces)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	if err := p.retract(seq); err != nil {
		return "", err
	}
	return replaces, p.exec(`UPDATE document SET current = 0 WHERE seq = ?`, seq)
}

// statements writes the statements of one document.
func (p *putter) statements(r *onrecord.Reading, seq, outlet int64, current bool) error {
	entities := map[onrecord.EntityID]*onrecord.Entity{}
	for i := range r.Entities {
		entities[r.Entities[i].ID] = &r.Entities[i]
	}
	added, err := p.number(len(r.Statements))
	if err != nil {
		return err
	}
	tell := &told{doc: r.Doc, outlet: outlet, sign: +1, entities: len(r.Entities)}
	for i := range r.Statements {
		st := &r.Statements[i]
		speaker := entities[st.Speaker]
		who, err := p.speakerSeq(speaker)
		if err != nil {
			return err
		}
		at := seq<<atBits | int64(i)
		place := placeOf(st.Said, r.Doc.Published, added+int64(i))
		place, err = p.statement(place, at, who, outlet, st)
		if err != nil {
			return err
		}
		marks := marksOf(r.Doc, st, speaker, who)
		if err := p.exec(`INSERT INTO body VALUES(?, ?, ?)`, at, marks, encodeBody(st)); err != nil {
			return err
		}
		text := r.Doc.Text
		p.rows = append(p.rows, row{place, clean(content(text, st)), clean(st.Source.In(text)), clean(st.Cue.In(text)), marks})
		tell.statement(st, who)
	}
	if !current {
		p.rows = p.rows[:len(p.rows)-len(r.Statements)]
		return nil
	}
	p.tell(tell)
	return nil
}

// statement writes one row, at the next free place.
func (p *putter) statement(place, at, who, outlet int64, st *onrecord.Statement) (int64, error) {
	speaker := sql.NullInt64{Int64: who, Valid: who != 0}
	for {
		done, err := p.run(`INSERT INTO statement VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(place) DO NOTHING`,
			place, st.ID, at, speaker, outlet, st.Kind, st.Act, st.Anonymity, yearOf(st.Said))
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
