package entity

import (
	"slices"

	"onrecord"
)

// maxNamesakes bounds the work on hostile texts: beyond it a name is not
// compared with more people of the same first or last name.
const maxNamesakes = 32

// findPeople joins the mentions of people by name: first those of two words
// and more, then the rest. Headlines come last: their capitals run names and
// words together ("Board Shuts Down Lee").
func (d *draft) findPeople() {
	d.beings = make([]being, 0, 8+len(d.mentions)/3)
	var loud []*mention
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case m.kind != onrecord.Person || d.plainParts(m) < 2:
		case d.loud(m):
			loud = append(loud, m)
		default:
			m.who = d.fullName(m)
			d.introducedInitials(m)
		}
	}
	for _, m := range loud {
		d.inHeadline(m)
	}
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case m.kind == onrecord.Person && m.who == none:
			d.lastName(m)
		case m.kind != onrecord.Person && len(m.parts) <= 3:
			d.mistagged(m)
		}
		d.runTogether(m)
	}
	d.findUntagged()
	d.findProtagonists()
}

// loud reports a name in a line where most words have capitals.
func (d *draft) loud(m *mention) bool {
	first, end := d.bounds(m.first)
	words, capitals := 0, 0
	for i := first; i < min(end, first+2*maxPhrase); i++ {
		if len(d.low[i]) > 3 && (i < m.first || i >= m.end) {
			words++
			if d.capital(i) {
				capitals++
			}
		}
	}
	return capitals >= 2 && capitals*3 >= words*2
}

// inHeadline cuts a name to the words that the body knows.
func (d *draft) inHeadline(m *mention) {
	plain, junior := split(m.parts)
	n := len(plain)
	switch {
	case d.sameFull(plain, junior, m) != none:
	case n > 2 && d.sameFull(plain[:2], "", m) != none:
		m.parts, m.end = plain[:2], m.first+2
	case firstNames[plain[0]] == 0 && len(d.byLast[plain[n-1]]) > 0:
		m.first, m.title = m.end-1, m.end-1
		m.parts = plain[n-1:]
		return // a last name
	case firstNames[plain[0]] == 0 && len(d.byLast[plain[0]]) == 1 && len(d.byLast[plain[n-1]]) == 0:
		m.end = m.first + 1 // "Lee Speech Draws Crowd"
		m.parts = plain[:1]
		return
	}
	if m.who = d.fullName(m); m.who != none {
		d.beings[m.who].first = min(d.beings[m.who].first, m.first)
	}
}

// runTogether cuts an institution in a headline ("Board Shuts Down Lee") to the
// person whose last name ends it, when the body has one such person and the
// words before are no name of theirs.
func (d *draft) runTogether(m *mention) {
	if m.kind != onrecord.Organisation || m.end-m.first < 2 || !d.loud(m) {
		return
	}
	if b := d.byLast[m.parts[0]]; len(b) == 1 && len(d.beings[b[0]].parts) > 1 && len(d.byLast[m.parts[len(m.parts)-1]]) == 0 && m.end-m.first > 2 {
		m.end, m.kind, m.parts = m.first+1, onrecord.Person, m.parts[:1]
		d.lastName(m) // "Lee Vows To End Tax"
		return
	}
	bearers := d.byLast[m.parts[len(m.parts)-1]]
	if len(bearers) != 1 || len(d.beings[bearers[0]].parts) < 2 || slices.Contains(d.beings[bearers[0]].parts, d.low[m.end-2]) {
		return
	}
	m.first, m.title, m.kind = m.end-1, m.end-1, onrecord.Person
	m.parts = m.parts[len(m.parts)-1:]
	d.lastName(m)
}

// plainParts counts the words of a name without Jr.
func (d *draft) plainParts(m *mention) int {
	n := len(m.parts)
	if n > 0 && suffixes[m.parts[n-1]] {
		n--
	}
	return n
}

// split parts a name from its Jr.
func split(parts []string) (plain []string, junior string) {
	n := len(parts)
	if n > 1 && suffixes[parts[n-1]] {
		return parts[:n-1], parts[n-1]
	}
	return parts, ""
}
