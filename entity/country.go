package entity

import "onrecord"

// governing are nouns that a country's name before makes a name.
var governing = set("government parliament military army navy embassy ministry consulate police judiciary")

// ofCountry names "the Norlander government".
func (d *draft) ofCountry(first, h int) (source, bool) {
	from := h
	for from > first && d.capital(from-1) && (d.noun(from-1) || d.adjective(from-1)) && d.sentence[from-1] == d.sentence[h] {
		from--
	}
	if begins, _ := d.bounds(h); from == h || from == begins || !governing[d.low[h]] || partyWords[d.low[from]] || d.low[first] == "a" {
		return source{}, false
	}
	if m := d.mentionAt(h - 1); m != nil && m.kind == onrecord.Person {
		return source{}, false
	}
	name := oneLine(d.span(from, h+1).In(d.text))
	return source{who: d.called(name, onrecord.Organisation, from, h+1), form: "institution", why: "named after its country", head: h, sieve: madeSieve}, true
}
