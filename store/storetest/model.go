package storetest

import (
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

// A modelHit is a statement with what orders and answers it.
type modelHit struct {
	doc     *onrecord.Document
	st      *onrecord.Statement
	speaker *onrecord.Entity
	added   int
}

func (m *model) find(e store.Expr, order store.Order) []string {
	var hits []modelHit
	for _, d := range m.docs {
		for i := range d.r.Statements {
			h := modelHit{doc: d.r.Doc, st: &d.r.Statements[i], added: d.added + i}
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
	case store.DocIs:
		return string(h.doc.ID) == e.Text
	case store.SaidIn:
		return overlaps(h.st.Said, e)
	case store.PrintedIn:
		return overlaps(h.doc.Published, e)
	}
	return true
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
