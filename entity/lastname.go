package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// findUntagged finds the last names that the tags missed: a capitalised word
// alone that somebody in the article bears.
func (d *draft) findUntagged() {
	var found []mention
	k := 0
	for i := range d.low {
		for k < len(d.mentions) && d.mentions[k].end <= i {
			k++
		}
		if k < len(d.mentions) && d.mentions[k].first <= i || !d.capital(i) || len(d.byLast[d.low[i]]) == 0 || !d.alone(i) || d.onPage(i) {
			continue
		}
		found = append(found, mention{first: i, end: i + 1, title: i, kind: onrecord.Person, parts: d.low[i : i+1], who: none})
	}
	for n := range found {
		d.lastName(&found[n])
		if who := found[n].who; who != none {
			d.beings[who].first = min(d.beings[who].first, found[n].first)
		}
	}
	d.mentions = append(d.mentions, found...)
	slices.SortFunc(d.mentions, func(a, b mention) int { return a.first - b.first })
}

// alone reports a capitalised proper noun with no other beside it.
func (d *draft) alone(i int) bool {
	if !d.capital(i) || !strings.HasPrefix(d.tag(i), "NNP") {
		return false
	}
	next := i + 1
	if next < len(d.low) && d.noun(next) && (d.capital(next) || d.tag(i) == "NNPS") {
		return false
	}
	return i == 0 || !d.capital(i-1) || !d.noun(i-1) || titleNouns[titleOf(d.low[i-1])] || d.sentence[i-1] != d.sentence[i]
}

// lastName finds who a name of one word is: the one bearer introduced before
// it, else the one bearer in the article. A first name alone is nobody.
func (d *draft) lastName(m *mention) {
	plain, junior := split(m.parts)
	last := plain[len(plain)-1]
	all := d.bearers(last, junior, m)
	before := all[:0:0]
	for _, who := range all {
		if d.beings[who].first < m.first {
			before = append(before, who)
		}
	}
	if len(before) > 0 {
		all = before
	}
	switch {
	case len(all) == 1 && d.another(m, last, all[0]):
		m.who = d.newLast(m, last)
	case len(all) == 1:
		m.who = all[0]
		d.addGender(m.who, m)
	case len(all) > 1:
		m.others = all
	case firstNames[last] != 0 && len(d.byFirst[last]) > 0:
		m.others = atMost(d.byFirst[last], maxNamesakes)
	default:
		m.who = d.newLast(m, last)
	}
}

// another: "President Lee" is not Ann Lee where the article speaks of Mr. Lee,
// too: a president need not be introduced, the family is.
func (d *draft) another(m *mention, last string, who int) bool {
	if d.beings[who].gender != 'f' || m.honorific != "president" && d.at(m.first-1) != "president" {
		return false
	}
	for k := range d.mentions[:min(len(d.mentions), maxBeings)] {
		if o := &d.mentions[k]; len(o.parts) == 1 && o.parts[0] == last && honorifics[o.honorific] == 'm' {
			return true
		}
	}
	return false
}

// newLast is a person known by the last name only.
func (d *draft) newLast(m *mention, last string) int {
	who := len(d.beings)
	d.beings = append(d.beings, being{kind: onrecord.Person, name: d.printed(m), parts: []string{last}, first: m.first})
	d.byLast[last] = append(d.byLast[last], who)
	d.addGender(who, m)
	return who
}

// bearers are the people a last name may mean, by Jr., by Mr. or Ms.
func (d *draft) bearers(last, junior string, m *mention) []int {
	var all []int
	for _, who := range atMost(d.byLast[last], maxNamesakes) {
		b := &d.beings[who]
		if (junior == "" || b.junior == junior) && !genderClash(b, m) {
			all = append(all, who)
		}
	}
	if g := honorifics[m.honorific]; len(all) > 1 && (g == 'm' || g == 'f') {
		var sure []int
		for _, who := range all {
			if d.beings[who].gender == g {
				sure = append(sure, who)
			}
		}
		if len(sure) == 1 {
			return sure
		}
	}
	return all
}

// place reports a name that is tagged as a place and may well be one: towns
// are called after people.
func (d *draft) place(m *mention) bool {
	if m.kind != onrecord.Country {
		return false
	}
	key := nameKey(m.parts)
	_, capital := capitals[key]
	return capital || countries[key] || towns[key] || len(m.parts) > 1
}

// mistagged: a name that is tagged as an institution or a place, but is
// exactly a person's.
func (d *draft) mistagged(m *mention) {
	if d.place(m) || m.end < len(d.low) && d.capital(m.end) && d.noun(m.end) {
		return
	}
	plain, junior := split(m.parts)
	all := d.byLast[plain[len(plain)-1]]
	if len(all) == 0 || len(all) > maxNamesakes {
		return
	}
	for _, who := range all {
		b := &d.beings[who]
		if len(b.parts) < 2 && m.kind != onrecord.Country {
			continue
		}
		if len(plain) == 1 || slices.Equal(plain, b.parts) && junior == b.junior {
			m.kind = onrecord.Person
		}
	}
	if m.kind == onrecord.Person {
		if len(plain) == 1 {
			d.lastName(m)
		} else {
			m.who = d.fullName(m)
		}
	}
}
