package sqlite

import (
	"database/sql"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// relations writes a row for each relation of a current document.
func (p *putter) relations(r *onrecord.Reading, seq int64, ends ends) error {
	for i := range r.Relations {
		rel := &r.Relations[i]
		from, err := p.speakerSeq(ends.entities[rel.From.Owner])
		if err != nil {
			return err
		}
		to, err := p.speakerSeq(ends.entities[rel.To.Owner])
		if err != nil {
			return err
		}
		if err := p.exec(`INSERT INTO relation VALUES(?, ?, ?, ?, ?)`, seq<<atBits|int64(i), ends.day(rel), rel.Kind, orNull(from), orNull(to)); err != nil {
			return err
		}
	}
	return nil
}

func orNull(seq int64) sql.NullInt64 { return sql.NullInt64{Int64: seq, Valid: seq != 0} }

// ends is what the ends of a reading's relations refer to.
type ends struct {
	doc        *onrecord.Document
	entities   map[onrecord.EntityID]*onrecord.Entity
	statements map[onrecord.StatementID]*onrecord.Statement
	kinds      map[onrecord.StatementID]string
}

func endsOf(r *onrecord.Reading) ends {
	e := ends{r.Doc, map[onrecord.EntityID]*onrecord.Entity{}, map[onrecord.StatementID]*onrecord.Statement{}, kindsOf(r.Relations)}
	for i := range r.Entities {
		e.entities[r.Entities[i].ID] = &r.Entities[i]
	}
	if len(r.Relations) > 0 {
		for i := range r.Statements {
			e.statements[r.Statements[i].ID] = &r.Statements[i]
		}
	}
	return e
}

// key is the Speaker.Key of an entity, empty for none.
func (e ends) key(id onrecord.EntityID) string {
	if e.entities[id] == nil {
		return ""
	}
	return store.KeyOf(e.entities[id].Kind, e.entities[id].Name)
}

// day orders relations: the day that From was said, else that of publication,
// counted as in a place.
func (e ends) day(rel *onrecord.Relation) int64 {
	said := rel.From.Said
	if st := e.statements[rel.From.Statement]; st != nil {
		said = st.Said
	}
	if day := dayNumber(said); day > 0 {
		return day
	}
	return dayNumber(e.doc.Published)
}

// kindsOf lists the kinds of the relations that each statement is an end of, in
// order and parted by commas.
func kindsOf(relations []onrecord.Relation) map[onrecord.StatementID]string {
	all := map[onrecord.StatementID][]string{}
	for i := range relations {
		rel := &relations[i]
		for _, id := range []onrecord.StatementID{rel.From.Statement, rel.To.Statement} {
			if id != "" {
				all[id] = append(all[id], string(rel.Kind))
			}
		}
	}
	out := make(map[onrecord.StatementID]string, len(all))
	for id, kinds := range all {
		slices.Sort(kinds)
		out[id] = strings.Join(slices.Compact(kinds), ",")
	}
	return out
}

// kindList parts what kindsOf joined.
func kindList(kinds string) []string {
	if kinds == "" {
		return nil
	}
	return strings.Split(kinds, ",")
}
