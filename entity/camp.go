package entity

import "onrecord"

// called is the institution of a name that the tags missed.
func (d *draft) called(name string, kind onrecord.EntityKind, first, end int) int {
	parts := words(name)
	key := nameKey(parts)
	if long, ok := alias[key]; ok {
		key = long
	}
	who, ok := d.byName[key]
	if !ok {
		who = len(d.beings)
		d.beings = append(d.beings, being{kind: kindOf(key, kind), name: name, parts: parts, first: first})
		d.byName[key] = who
	}
	d.beings[who].mentions = append(d.beings[who].mentions, d.span(first, end))
	return who
}

// camp names what belongs to somebody named: "the Lee campaign", "Ann Lee's
// campaign".
func (d *draft) camp(first, h int) (source, bool) {
	k := h
	if k-1 > first && possessive(d.low[k-1]) {
		k--
	}
	if k-1 < first {
		return source{}, false
	}
	m := d.mentionAt(k - 1)
	if m == nil || m.end != k || m.first < first || m.kind == onrecord.Country || d.low[first] == "a" || d.low[first] == "an" {
		return source{}, false
	}
	from := m.first
	if m.kind == onrecord.Person {
		from = m.end - 1
		if suffixes[d.low[from]] && from > m.first {
			from--
		}
	}
	name := oneLine(d.span(from, m.end).In(d.text)) + " " + d.word(h)
	return source{who: d.called(name, onrecord.Organisation, m.first, h+1), form: "institution", why: "named after its head", head: h, sieve: madeSieve}, true
}
