package entity

import (
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
	kind := kindOf(key, m.kind)
	if kind == onrecord.UnknownKind && d.tag(m.end-1) == "NNPS" {
		kind = onrecord.Group // "Republicans"
	}
	who := len(d.beings)
	d.beings = append(d.beings, being{kind: kind, name: d.printed(m), parts: m.parts, first: m.first})
	d.byName[key] = who
	d.acronym(m, who)
	return who
}

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
