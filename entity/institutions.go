package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// findInstitutions joins the mentions of institutions and places by name, and
// acronyms with the full name that the article gives before them.
func (d *draft) findInstitutions() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.kind == onrecord.Person {
			continue
		}
		m.who = d.institutionOf(m, i)
	}
	d.findKinds()
}

func (d *draft) institutionOf(m *mention, i int) int {
	key := nameKey(m.parts)
	if long, ok := alias[key]; ok {
		key = long
	}
	if who, ok := d.byName[key]; ok {
		b := &d.beings[who]
		if b.kind == onrecord.UnknownKind {
			b.kind = kindOf(key, m.kind)
		}
		if len(d.printed(m)) > len(b.name) {
			b.name = d.printed(m)
		}
		return who
	}
	if who := d.shortFor(m); who != none {
		return who
	}
	if who := d.longOf(m); who != none {
		d.beings[who].name, d.beings[who].parts = d.printed(m), m.parts
		d.byName[key] = who
		return who
	}
	kind := kindOf(key, m.kind)
	if strings.HasSuffix(m.parts[len(m.parts)-1], ".com") || strings.HasSuffix(m.parts[len(m.parts)-1], ".org") {
		kind = onrecord.Organisation
	}
	if kind == onrecord.UnknownKind && d.tag(m.end-1) == "NNPS" {
		kind = onrecord.Group // "Republicans"
	}
	who := len(d.beings)
	d.beings = append(d.beings, being{kind: kind, name: d.printed(m), parts: m.parts, first: m.first})
	d.byName[key] = who
	d.acronym(m, who)
	if kind == onrecord.Organisation && len(m.parts) > 1 {
		d.byEdge[m.parts[len(m.parts)-1]] = append(d.byEdge[m.parts[len(m.parts)-1]], who)
		d.byEdge[m.parts[0]] = append(d.byEdge[m.parts[0]], who)
	}
	return who
}

// shortFor is the one institution named before of whose name this is the end,
// "the Journal", or, when it says something, the beginning, "Fenn".
func (d *draft) shortFor(m *mention) int {
	if m.kind == onrecord.Country || len(m.parts) > 2 {
		return none
	}
	found := none
	for _, who := range atMost(d.byEdge[m.parts[len(m.parts)-1]], maxNamesakes) {
		b := &d.beings[who].parts
		n := len(m.parts)
		tail := len(*b) > n && slices.Equal((*b)[len(*b)-n:], m.parts) && (n > 1 || namedAs["outlet"][m.parts[0]] || wholly[m.parts[0]])
		head := n == 1 && (*b)[0] == m.parts[0] && d.saysMuch(m)
		if !tail && !head || found == who {
			continue
		}
		if found != none {
			return none
		}
		found = who
	}
	return found
}

// longOf is the institution that was named by the first word only until now:
// "Fenn" in a headline, then Fenn Motors.
func (d *draft) longOf(m *mention) int {
	if m.kind != onrecord.Organisation || len(m.parts) != 2 || len(d.byLast[m.parts[0]]) > 0 || !d.saysMuch(m) {
		return none
	}
	if who, ok := d.byName[m.parts[0]]; ok && d.beings[who].kind == onrecord.Organisation && len(d.beings[who].parts) == 1 {
		return who
	}
	return none
}

// saysMuch: a first word that no other names begin with.
func (d *draft) saysMuch(m *mention) bool {
	w := m.parts[0]
	return len(w) > 3 && !partyWords[w] && !generalWords[w] && !countries[w] && !towns[w] && d.tag(m.first) == "NNP"
}

var generalWords = set(`national american federal united international state house senate supreme white general north south east
west new great royal public human center young right free world global department university committee citizens people
associated catholic christian priorities americans conservative women student students house british european republicans`)

// acronym lets "FBI" mean the Federal Bureau of Investigation that was named
// before.
func (d *draft) acronym(m *mention, who int) {
	var initials strings.Builder
	for k := m.first; k < m.end; k++ {
		if d.capital(k) {
			initials.WriteByte(d.low[k][0])
		}
	}
	short := initials.String()
	if len(short) < 3 {
		return
	}
	if _, taken := d.byName[short]; !taken {
		d.byName[short] = who
	}
}

// nameKey is a name by which two mentions are the same.
func nameKey(parts []string) string {
	if len(parts) > 1 && parts[0] == "the" {
		parts = parts[1:]
	}
	key := strings.Join(parts, " ")
	return strings.ReplaceAll(key, ".", "")
}
