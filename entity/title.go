package entity

import (
	"strings"

	"onrecord"
)

// titleBefore reads "White House press secretary Ann Lee" and sets the
// mention's first token of title.
func (d *draft) titleBefore(m *mention) (onrecord.Role, bool) {
	first, _ := d.bounds(m.first)
	i := m.first
	for i > first && m.first-i < titleReach && d.titleWord(i-1, first) {
		i--
	}
	for i < m.first && (!d.noun(i) && !d.adjective(i) || d.r.Tokens[i].Name == "DATE" && d.tag(i) != "CD" || d.clock(i)) {
		i++
	}
	if k := d.behindPreposition(i, m.first); k > i {
		i = k // "a spokeswoman for Mr. Lee"
	}
	if d.titleNoun(i, m.first) == none || d.at(i-1) == "to" && i == m.first-1 {
		return onrecord.Role{}, false // "to host Lee"
	}
	m.title = i
	if i == m.first-1 && strictHonorifics[d.low[i]] && longTitles[d.low[i]] == "" {
		return onrecord.Role{}, false // Mr., Ms.
	}
	return d.role(i, m.first), true
}

// behindPreposition is where the title begins when the words before it belong
// to somebody else: a preposition before the name, or before honorifics alone.
func (d *draft) behindPreposition(i, end int) int {
	k := end
	for k > i && honorifics[d.low[k-1]] != 0 {
		k--
	}
	if k > i && (d.low[k-1] == "of" || d.low[k-1] == "for" || d.low[k-1] == "to") {
		return k
	}
	return i
}

// clock reports a time of day: "1:26 p.m.".
func (d *draft) clock(i int) bool {
	w := d.low[i]
	return w == "a.m." || w == "p.m." || strings.Contains(w, ":") && strings.ContainsAny(w, "0123456789")
}

// titleWord reports that token i can be part of a title before a name.
func (d *draft) titleWord(i, first int) bool {
	switch {
	case d.quoted[i] && i+1 < len(d.quoted) && !d.quoted[i+1]:
		return false
	case d.low[i] == "-", d.tag(i) == "HYPH":
		return i+1 < len(d.low) && d.r.Tokens[i].End == d.r.Tokens[i+1].Start // "NORPORT, N.J. - Gov. Ann Lee"
	case d.noun(i):
		return d.tag(i) != "NNS" || d.capital(i)
	case d.adjective(i):
		return true
	case d.low[i] == "of", d.low[i] == "for":
		return i > first && d.noun(i-1) && titleNouns[titleOf(d.low[i-1])]
	case d.low[i] == "the":
		return i > first && d.low[i-1] == "of"
	case d.low[i] == "and", d.low[i] == "&":
		return i > first && d.noun(i-1) && titleNouns[titleOf(d.low[i-1])]
	}
	return false
}

// titleNoun finds the noun of a title in tokens [i, end): its last word, or
// one before "of" or "for".
func (d *draft) titleNoun(i, end int) int {
	if i < end && titleNouns[titleOf(d.low[end-1])] {
		return end - 1
	}
	for ; i+1 < end; i++ {
		if titleNouns[titleOf(d.low[i])] && (d.low[i+1] == "of" || d.low[i+1] == "for") {
			return i
		}
	}
	return none
}

// role makes a Role of tokens [i, end). A name of an institution at its start
// is its Organisation.
func (d *draft) role(i, end int) onrecord.Role {
	role := onrecord.Role{Words: d.span(i, end)}
	k := i
	for k < end && d.r.Tokens[k].Name == "ORGANIZATION" && !titleNouns[titleOf(d.low[k])] {
		k++
	}
	if k > i && k < end {
		role.Organisation = oneLine(d.span(i, k).In(d.text))
		if possessive(d.low[k]) && k+1 < end {
			k++
		}
		i = k
	} else {
		role.Organisation = d.organisationIn(i, end)
	}
	role.Title = oneLine(d.span(i, end).In(d.text))
	return role
}

// organisationIn is the first name of an institution after "of", "at", "for"
// or "with" in tokens [i, end).
func (d *draft) organisationIn(i, end int) string {
	for ; i+1 < end; i++ {
		switch d.low[i] {
		case "of", "at", "for", "with", "from":
		default:
			continue
		}
		k := i + 1
		if d.low[k] == "the" && k+1 < end {
			k++
		}
		e := k
		for e < end && d.r.Tokens[e].Name == "ORGANIZATION" {
			e++
		}
		if e > k {
			return oneLine(d.span(k, e).In(d.text))
		}
	}
	return ""
}

// byTitle picks, of several people of one name, the one who bears the title.
func (d *draft) byTitle(m *mention, role onrecord.Role) {
	if m.title >= m.first {
		return
	}
	noun := d.titleNoun(m.title, m.first)
	if noun == none {
		return
	}
	sure := none
	for _, who := range m.others {
		if d.bears(who, titleOf(d.low[noun])) {
			if sure != none {
				return
			}
			sure = who
		}
	}
	if sure != none {
		m.who, m.others = sure, nil
	}
}

// bears reports that a being has a title with this noun.
func (d *draft) bears(who int, noun string) bool {
	for _, title := range d.beings[who].titles {
		for _, w := range strings.Fields(title) {
			if titleOf(w) == noun {
				return true
			}
		}
	}
	return false
}
