package sqlite

import (
	"strings"

	"onrecord"
	"onrecord/store"
)

// links shows the relations of a statement.
func (l *loader) links(d *loaded, id onrecord.StatementID) (list []store.Link, err error) {
	if !strings.Contains(d.relations, string(id)) {
		return nil, nil
	}
	all, err := d.decoded()
	if err != nil {
		return nil, err
	}
	for i := range all {
		side := store.FromSide
		switch id {
		case all[i].From.Statement:
		case all[i].To.Statement:
			side = store.ToSide
		default:
			continue
		}
		link, err := l.link(d, i)
		if err != nil {
			return nil, err
		}
		link.Side = side
		list = append(list, *link)
	}
	return list, nil
}

// decoded are the relations of the document.
func (d *loaded) decoded() (all []onrecord.Relation, err error) {
	if d.all == nil {
		d.all, err = decodeRelations(d.relations, d.head.ID)
	}
	return d.all, err
}

// link shows the i-th relation of a document that was decoded.
func (l *loader) link(d *loaded, i int) (*store.Link, error) {
	rel, at := &d.all[i], d.seq<<atBits|int64(i)
	text := d.head.Text
	link := &store.Link{Relation: *rel, Doc: d.shown(), Cue: rel.Cue.In(text), Hedge: rel.Hedge.In(text)}
	link.By, link.ByKey = d.entity(rel.By)
	if !rel.Cue.IsZero() {
		link.Before, link.After = tail(text[:rel.Cue.Start], around), start(text[rel.Cue.End:], around)
	}
	var err error
	if link.From, err = l.end(d, rel, placing{at, 0}); err != nil {
		return nil, err
	}
	link.To, err = l.end(d, rel, placing{at, 1})
	return link, err
}

func (l *loader) end(d *loaded, rel *onrecord.Relation, at placing) (out store.LinkEnd, err error) {
	text, e := d.head.Text, &rel.From
	if at.side == 1 {
		e = &rel.To
	}
	out = store.LinkEnd{End: *e, ID: rel.EndID(e), Words: e.Words.In(text), About: e.About.In(text), SaidWords: e.Said.Words.In(text)}
	out.Owner, out.Key = d.entity(e.Owner)
	switch e.Is() {
	case "statement":
		out.Statement, err = l.brief(d, e.Statement)
	case "placeholder":
		out.Filled, err = l.filledEnd(d, rel, at)
	}
	return out, err
}

// filledEnd shows the statement of another document that an end means.
func (l *loader) filledEnd(d *loaded, rel *onrecord.Relation, at placing) (*store.FilledEnd, error) {
	f, statement, err := l.filled(d, rel, at)
	if f == nil || err != nil {
		return nil, err
	}
	other, err := l.document(statement >> atBits)
	if err != nil {
		return nil, err
	}
	b, err := l.brief(other, f.Statement)
	if err != nil {
		return nil, err
	}
	return &store.FilledEnd{Filled: *f, Brief: *b, Doc: other.shown()}, nil
}

func (l *loader) brief(d *loaded, id onrecord.StatementID) (*store.Brief, error) {
	if b := d.briefs[id]; b != nil {
		return b, nil
	}
	st, _, err := l.statement(`s.id = ?`, id)
	if err != nil {
		return nil, err
	}
	b := &store.Brief{ID: st.ID, Kind: st.Kind, Act: st.Act, Content: content(d.head.Text, st), Cue: st.Cue.In(d.head.Text), Said: st.Said}
	b.Speaker, b.Key = d.entity(st.Speaker)
	if d.briefs == nil {
		d.briefs = map[onrecord.StatementID]*store.Brief{}
	}
	d.briefs[id] = b
	return b, nil
}

// entity is one that the document names and the key that holds for it, nil when it is not there.
func (d *loaded) entity(id onrecord.EntityID) (*onrecord.Entity, string) {
	e := decodeEntity(d.entities, d.head.ID, id)
	if e == nil {
		return nil, ""
	}
	return e, d.ids.Of(store.KeyOf(e.Kind, e.Name), d.head.ID)
}
