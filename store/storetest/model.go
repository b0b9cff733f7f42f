package storetest

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
	"onrecord/store"
)

// A model is a record in memory, kept and asked in the plainest way: what an
// engine answers is compared with it.
type model struct {
	docs []*modelDoc // in the order of adding
}

type modelDoc struct {
	r       *onrecord.Reading // what holds
	found   *onrecord.Reading // what the reader found
	current bool
	added   int // of its first statement, in the order of adding
}

func (m *model) put(r *onrecord.Reading) (added bool) {
	for _, d := range m.docs {
		if d.r.Doc.ID == r.Doc.ID {
			if d.r.Reader == r.Reader {
				return false
			}
			kept := *r.Doc
			kept.Replaces = d.r.Doc.Replaces
			again := *r
			again.Doc = &kept
			d.set(&again, d.r.Corrections)
			d.added = m.next()
			return true
		}
	}
	kept := *r.Doc
	for _, d := range m.docs {
		if d.r.Doc.Address() == r.Doc.Address() && d.current {
			d.current = false
			kept.Replaces = d.r.Doc.ID
		}
	}
	again := *r
	again.Doc = &kept
	m.docs = append(m.docs, &modelDoc{&again, &again, true, m.next()})
	return true
}

func (d *modelDoc) set(found *onrecord.Reading, corrections []onrecord.Correction) {
	d.found, d.r = found, store.Apply(found, corrections)
}

// correct adds a correction to the d-th document.
func (m *model) correct(d *modelDoc, c onrecord.Correction) (added bool) {
	if slices.ContainsFunc(d.r.Corrections, func(old onrecord.Correction) bool { return old.ID == c.ID }) {
		return false
	}
	d.set(d.found, append(slices.Clone(d.r.Corrections), c))
	d.added = m.next()
	return true
}

func (m *model) next() (n int) {
	for _, d := range m.docs {
		n = max(n, d.added+1000)
	}
	return n
}

// relations lists those of current documents, newest first.
func (m *model) relations(q store.RelationQuery) (out []onrecord.Relation) {
	days := map[onrecord.RelationID]string{}
	for _, d := range slices.Backward(m.docs) {
		for i, rel := range slices.Backward(d.r.Relations) {
			if d.current && d.asks(q, &d.r.Relations[i]) {
				out = append(out, rel)
				days[rel.ID] = cmp.Or(dayOf(d.said(rel.From)), dayOf(d.r.Doc.Published))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b onrecord.Relation) int { return strings.Compare(days[b.ID], days[a.ID]) })
	return out
}

func (d *modelDoc) asks(q store.RelationQuery, rel *onrecord.Relation) bool {
	from, to := d.key(rel.From.Owner) == q.Key && q.Side != store.ToSide, d.key(rel.To.Owner) == q.Key && q.Side != store.FromSide
	return (q.Kind == "" || q.Kind == rel.Kind) && (q.Key == "" || from || to)
}

func (d *modelDoc) key(id onrecord.EntityID) string {
	for i := range d.r.Entities {
		if e := &d.r.Entities[i]; e.ID == id {
			return store.KeyOf(e.Kind, e.Name)
		}
	}
	return ""
}

// said is when an end was said.
func (d *modelDoc) said(e onrecord.End) onrecord.Claimed {
	for i := range d.r.Statements {
		if d.r.Statements[i].ID == e.Statement {
			return d.r.Statements[i].Said
		}
	}
	return e.Said
}

// A modelHit is a statement with what orders and answers it.
type modelHit struct {
	r       *onrecord.Reading
	doc     *onrecord.Document
	st      *onrecord.Statement
	speaker *onrecord.Entity
	added   int
}

func (m *model) find(e store.Expr, order store.Order) []string {
	var hits []modelHit
	for _, d := range m.docs {
		for i := range d.r.Statements {
			h := modelHit{r: d.r, doc: d.r.Doc, st: &d.r.Statements[i], added: d.added + i}
			for j := range d.r.Entities {
				if d.r.Entities[j].ID == h.st.Speaker {
					h.speaker = &d.r.Entities[j]
				}
			}
			if d.current && h.meets(e) {
				hits = append(hits, h)
			}
		}
	}
	slices.SortFunc(hits, func(a, b modelHit) int { return compare(a, b, order) })
	var ids []string
	for _, h := range hits {
		ids = append(ids, string(h.st.ID))
	}
	return ids
}

func compare(a, b modelHit, order store.Order) int {
	sa, sb := dayOf(a.st.Said), dayOf(b.st.Said)
	c := strings.Compare(sb, sa)
	if c == 0 {
		c = strings.Compare(dayOf(b.doc.Published), dayOf(a.doc.Published))
	}
	if c == 0 {
		c = b.added - a.added
	}
	if order == store.Oldest {
		c = -c
		if (sa == "") != (sb == "") {
			return strings.Compare(sb, sa)
		}
	}
	return c
}

// dayOf is the first day of a time, or the one before its end.
func dayOf(c onrecord.Claimed) string {
	if c.From != "" || c.Until == "" {
		return string(c.From)
	}
	return before(c.Until)
}

func (h modelHit) meets(e store.Expr) bool {
	switch e.Op {
	case store.And:
		return !slices.ContainsFunc(e.Args, func(arg store.Expr) bool { return !h.meets(arg) })
	case store.Or:
		return slices.ContainsFunc(e.Args, h.meets)
	case store.Not:
		return !h.meets(e.Args[0])
	}
	name := ""
	if h.speaker != nil {
		name = h.speaker.Name
	}
	switch e.Field {
	case store.Words:
		return !slices.ContainsFunc(strings.Fields(e.Text), func(w string) bool { return !h.says(w) })
	case store.Phrase:
		return h.says(e.Text)
	case store.SpeakerIs:
		return holds(name, e.Text)
	case store.KeyIs:
		if h.speaker == nil {
			return e.Text == ""
		}
		return store.KeyOf(h.speaker.Kind, name) == e.Text
	case store.OutletIs:
		return holds(h.doc.Outlet, e.Text)
	case store.KindIs:
		return string(h.st.Kind) == e.Text
	case store.ActIs:
		return string(h.st.Act) == e.Text
	case store.AnonIs:
		return string(h.st.Anonymity) == e.Text
	case store.RoleIs:
		return holds(h.st.Role, e.Text)
	case store.ToIs:
		return holds(h.st.Addressee.In(h.doc.Text), e.Text)
	case store.ViaIs:
		return holds(way(h.st), e.Text)
	case store.RelationIs:
		return slices.ContainsFunc(h.r.Relations, func(rel onrecord.Relation) bool {
			return (rel.From.Statement == h.st.ID || rel.To.Statement == h.st.ID) && (string(rel.Kind) == e.Text || e.Text == store.Any)
		})
	case store.DocIs:
		return string(h.doc.ID) == e.Text
	case store.SaidIn:
		return overlaps(h.st.Said, e)
	case store.PrintedIn:
		return overlaps(h.doc.Published, e)
	}
	return true
}

// way is what a statement's hops are found by.
func way(st *onrecord.Statement) (words string) {
	for _, hop := range st.Via {
		words += string(hop.Kind) + " " + hop.Name + " "
	}
	return words
}

// says reports whether words stand in a row in content, source or cue.
func (h modelHit) says(words string) bool {
	text := h.doc.Text
	var content []string
	for _, s := range h.st.Content {
		content = append(content, s.In(text))
	}
	for _, field := range []string{strings.Join(content, " … "), h.st.Source.In(text), h.st.Cue.In(text)} {
		if strings.Contains(spaced(field), spaced(words)) {
			return true
		}
	}
	return false
}

func spaced(s string) string { return " " + strings.Join(store.NameWords(s), " ") + " " }

func holds(name, words string) bool {
	all := store.NameWords(name)
	return !slices.ContainsFunc(store.NameWords(words), func(w string) bool { return !slices.Contains(all, w) }) &&
		(words != "" || name == "")
}

func overlaps(c onrecord.Claimed, e store.Expr) bool {
	unknown := c.From == "" && c.Until == ""
	if e.Text == store.Unknown || unknown {
		return e.Text == store.Unknown && unknown
	}
	if e.From != "" && e.Until != "" && e.From >= e.Until {
		return false
	}
	first, last := dayOf(c), string(c.From) // an open end: the day at the other
	if c.Until != "" {
		last = before(c.Until)
	}
	return (e.Until == "" || first < string(e.Until)) && (e.From == "" || last >= string(e.From))
}
