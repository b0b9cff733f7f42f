package entity

import "onrecord"

// appositionAfter reads "Ann Lee, the mayor of Harbour, …".
func (d *draft) appositionAfter(m *mention) (onrecord.Role, bool) {
	_, end := d.bounds(m.first)
	if d.at(m.end) != "," || m.end+1 >= end || d.quoted[m.end] != d.quoted[m.first] {
		return onrecord.Role{}, false
	}
	i := m.end + 1
	if d.low[i] == "who" && i+2 < end && (d.low[i+1] == "is" || d.low[i+1] == "was") {
		i += 2
	}
	i = d.skipDeterminer(i, end)
	noun := none
	k := i
	for k < end && k-i < 2*titleReach {
		w := d.low[k]
		if w == "," || w == "." || w == ":" || w == ";" || w == "—" || w == "--" || w == "who" || w == "which" || d.quoted[k] != d.quoted[m.first] {
			break
		}
		if d.verb(k) && d.tag(k) != "VBN" && d.tag(k) != "VBG" {
			return onrecord.Role{}, false // "In Harbour, the mayor said …"
		}
		if noun == none {
			if d.tag(k) == "IN" || d.r.Tokens[k].Name == "PERSON" {
				break
			}
			if titleNouns[titleOf(w)] && !d.nounNext(k, end) {
				noun = k
			}
		}
		k++
	}
	if noun == none || k <= noun {
		return onrecord.Role{}, false
	}
	role := d.role(i, k)
	if _, ok := d.turns[m.title]; ok {
		role.Title, role.Organisation = lowered(role.Title), lowered(role.Organisation)
	}
	return role, true
}

// nounNext reports that the noun at k is not the last of its compound.
func (d *draft) nounNext(k, end int) bool {
	return k+1 < end && d.noun(k+1) && d.r.Tokens[k+1].Name != "PERSON"
}

func (d *draft) skipDeterminer(i, end int) int {
	for i < end-1 && (d.tag(i) == "DT" || owners[d.low[i]] || d.low[i] == "then") {
		i++
	}
	return i
}

// appositionBefore reads "The mayor of Harbour, Ann Lee, …": the name must be
// set off by a comma after it too, or end the sentence, and the noun phrase
// must begin with a determiner.
func (d *draft) appositionBefore(m *mention) (onrecord.Role, bool) {
	first, end := d.bounds(m.first)
	comma := m.title - 1
	if comma <= first || d.low[comma] != "," || m.end >= end || d.low[m.end] != "," && d.low[m.end] != "." {
		return onrecord.Role{}, false
	}
	i := comma
	for i > first && comma-i < titleReach {
		i--
		if d.tag(i) == "DT" || owners[d.low[i]] {
			if noun := d.titleNoun(i+1, comma); noun != none && d.phrase(i+1, comma) {
				return d.role(i+1, comma), true
			}
			if d.at(i-1) != "of" && d.at(i-1) != "for" {
				break
			}
		}
		if d.verb(i) || d.low[i] == "," {
			break
		}
	}
	return onrecord.Role{}, false
}

// phrase reports that tokens [i, end) are one noun phrase: no verb, no comma.
func (d *draft) phrase(i, end int) bool {
	for ; i < end; i++ {
		if d.verb(i) && d.tag(i) != "VBN" && d.tag(i) != "VBG" || d.low[i] == "," {
			return false
		}
	}
	return true
}
