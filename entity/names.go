package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// maxParts is how many words a person's name may have.
const maxParts = 6

// findNames finds the names: runs of tokens with one kind of name, and runs of
// proper nouns that begin with a known first name.
func (d *draft) findNames() {
	done := 0 // a rank's point may have ended a sentence inside a name
	for _, st := range d.r.Sentences {
		first, end := max(st.First, done), min(st.End, len(d.low))
		if first >= end || d.onPage(first) {
			continue
		}
		for i := first; i < end; {
			if d.upper[i] || len(d.turns) > 0 {
				if m := d.nameAt(i, first, end); m.end > i {
					d.mentions = append(d.mentions, m)
					i, done = m.end, m.end
					continue
				}
			}
			i++
		}
	}
}

// nameAt reads a name that begins at token i; its end is i when there is none.
func (d *draft) nameAt(i, first, end int) mention {
	miss := mention{end: i}
	if len(d.turns) > 0 {
		if name, ok := d.turns[i]; ok {
			m := d.person(name.first, name.end, end, miss)
			m.title = min(i, m.title)
			return m
		}
	}
	if !d.capital(i) {
		return miss
	}
	kind := d.nameKind(i, end)
	if kind == "" {
		return miss
	}
	j := i + 1
	for j < end && j-i < 12 && d.sameName(i, j) {
		j++
	}
	if kind == onrecord.Organisation && j+1 < end && d.low[j] == "for" && causes[d.low[j+1]] && d.capital(j+1) {
		j += 2 // "Fishermen for Change"
	}
	if kind != onrecord.Person {
		return d.institution(i, j, end, kind)
	}
	return d.person(i, j, end, miss)
}

func (d *draft) nameKind(i, end int) onrecord.EntityKind {
	if i+1 < end && d.capital(i+1) && strictHonorifics[d.low[i]] && d.r.Tokens[i+1].Name != "ORGANIZATION" {
		return onrecord.Person
	}
	switch d.r.Tokens[i].Name {
	case "PERSON":
		return onrecord.Person
	case "ORGANIZATION":
		return onrecord.Organisation
	case "LOCATION", "COUNTRY", "CITY", "STATE_OR_PROVINCE":
		return onrecord.Country
	case "MISC", "O":
		proper := strings.HasPrefix(d.tag(i), "NNP")
		if proper && i+1 < end && firstNames[d.low[i]] != 0 && d.tag(i+1) == "NNP" && d.capital(i+1) {
			return onrecord.Person
		}
		if proper && d.r.Tokens[i].Name == "MISC" {
			return onrecord.UnknownKind
		}
	}
	return ""
}

// sameName reports that token j goes on with the name that began at i.
func (d *draft) sameName(i, j int) bool {
	a, b := d.r.Tokens[i].Name, d.r.Tokens[j].Name
	if suffixes[d.low[j]] {
		return true
	}
	if strictHonorifics[d.low[i]] {
		if j == i+1 {
			return true
		}
		a = d.r.Tokens[i+1].Name // "Sen. Ann Lee": the title need not be tagged
	}
	if a == "PERSON" && b == "PERSON" {
		return d.capital(j) || particles[d.low[j]]
	}
	if a == "MISC" || a == "O" {
		return b == a && d.tag(j) == "NNP" && d.capital(j)
	}
	return a == b && (d.capital(j) || d.tag(j) == "IN" || d.tag(j) == "TO" || d.tag(j) == "DT" || d.tag(j) == "CC" || d.tag(j) == "HYPH" || d.tag(j) == "CD" || d.low[j] == "&")
}

// person takes titles off the front of tokens [i, j) and junk off the end.
func (d *draft) person(i, j, end int, miss mention) mention {
	m := mention{first: i, end: j, title: i, kind: onrecord.Person, who: none}
	for m.first+1 < m.end && d.isTitle(m.first) {
		if honorifics[d.low[m.first]] != 0 {
			m.honorific = d.low[m.first]
		}
		m.first++
	}
	for m.first+1 < m.end && notNominal[d.tag(m.first)] && !particles[d.low[m.first]] && firstNames[d.low[m.first]] == 0 {
		m.first++ // "Meanwhile Lee went on"
		m.title = m.first
	}
	for k := m.end - 2; k > m.first; k-- {
		if d.isTitle(k) && !notGiven[d.low[k]] && !suffixes[d.low[m.end-1]] {
			m.first = k + 1 // "Norport Mayor Ann Lee" tagged as one name
			if honorifics[d.low[k]] != 0 {
				m.honorific = d.low[k]
			}
			break
		}
	}
	for m.end > m.first && !d.capital(m.end-1) && !suffixes[d.low[m.end-1]] {
		m.end--
	}
	if m.end <= m.first || m.end-m.first > maxParts {
		miss.end = i
		return miss
	}
	if m.end < end && suffixes[d.low[m.end]] {
		m.end++
	} else if m.end+1 < end && d.low[m.end] == "," && suffixes[d.low[m.end+1]] {
		m.end += 2
	}
	m.parts = d.low[m.first:m.end:m.end]
	if slices.Contains(m.parts, ",") {
		m.parts = slices.DeleteFunc(slices.Clone(m.parts), func(w string) bool { return w == "," })
	}
	return m
}

// causes end names of clubs after "for".
var causes = set("america americans change action peace justice freedom progress growth life liberty all life")

var commonAcronyms = set("pac pacs super superpac ceo tv the a")

var notNominal = set("RB IN CC WRB DT MD PRP PRP$ UH")

// isTitle reports that token i, which begins a name, is a title.
func (d *draft) isTitle(i int) bool {
	w := d.low[i]
	return honorifics[w] != 0 || notGiven[w] || titleNouns[titleOf(w)] && firstNames[w] == 0
}

func (d *draft) institution(i, j, end int, kind onrecord.EntityKind) mention {
	m := mention{first: i, end: j, title: i, kind: kind, who: none}
	for m.end > m.first+1 && !d.capital(m.end-1) && d.tag(m.end-1) != "CD" {
		m.end--
	}
	m.parts = d.low[m.first:m.end:m.end]
	if !slices.ContainsFunc(m.parts, func(w string) bool { return !commonAcronyms[w] }) {
		m.end = i // "a super PAC" is no name
	}
	return m
}
