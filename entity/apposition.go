package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// joint reads "Ann Lee and Bo Hill": two people who say one thing are a group
// of that name.
func (d *draft) joint(first, end int) (source, bool) {
	var names []string
	at := first
	for at < end {
		for at < end && (d.tag(at) == "," || d.low[at] == "and" || d.low[at] == "both" || d.low[at] == "&") {
			at++
		}
		if at >= end {
			break
		}
		m := d.mentionAt(at)
		if m == nil || m.title != at || m.end > end || m.end < end && d.tag(m.end) != "," && d.low[m.end] != "and" && d.low[m.end] != "&" {
			return source{}, false
		}
		if m.who == none {
			names = append(names, d.printed(m))
		} else {
			names = append(names, d.beings[m.who].name)
		}
		at = m.end
	}
	if len(names) < 2 || !slices.Contains(d.low[first:end], "and") && !slices.Contains(d.low[first:end], "&") {
		return source{}, false
	}
	name := strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	return source{who: d.described(name, onrecord.Group, first, end), form: "joint", why: "named together", head: first}, true
}

// withOthers reads "Ann Lee and her aides": a group too, under its own words.
// "The founder and director" is one person.
func (d *draft) withOthers(first, h, end int) (source, bool) {
	k := h + 1
	if k+1 < end && d.low[k] == "," && owners[d.low[k+1]] {
		for k < end && d.low[k] != "and" { // "the mayor, his aides and his friends"
			k++
		}
	}
	if k+1 >= end || d.low[k] != "and" && d.low[k] != "&" {
		return source{}, false
	}
	if m := d.mentionAt(h); m != nil && (m.end > k || m.kind != onrecord.Person) {
		return source{}, false
	}
	next := d.head(k+1, end)
	if d.mentionAt(h) == nil && titleNouns[titleOf(d.low[next])] && !d.plural(next) {
		return source{}, false
	}
	form := "group"
	if d.mentionAt(h) != nil {
		form = "joint"
	}
	name := d.description(first, end)
	return source{who: d.described(name, onrecord.Group, first, end), form: form, why: "one source of several", head: h}, true
}

// apposition finds the person named after the noun phrase: "his campaign
// manager, Ann Lee", "a spokesman for the mayor, Bo Hill".
func (d *draft) apposition(h, end int) *mention {
	if !titleNouns[titleOf(d.low[h])] && !somebody[d.low[h]] && !spokespeople[d.low[h]] {
		return nil
	}
	comma := none
	for i := h + 1; i < end; i++ {
		switch {
		case d.verb(i) && d.tag(i) != "VBN" || strings.HasPrefix(d.tag(i), "W"):
			return nil
		case d.low[i] == ",", d.low[i] == "--", d.low[i] == "—", d.low[i] == "–":
			comma = i
			continue
		case d.tag(i) == "IN" || d.tag(i) == "TO":
			comma = none
		}
		if m := d.mentionAt(i); m != nil && m.kind == onrecord.Person && m.title == i {
			if comma != none && i-comma < 5 && !possessive(d.at(m.end)) {
				return m // "the other man, his cousin Bo Hill"
			}
			i = m.end - 1
		}
	}
	return nil
}

// besides finds the person named right before a source that is in apposition:
// "Ann Lee, the mayor of Harbour,".
func (d *draft) besides(first, h, end int) *mention {
	thing := institutionNouns[d.low[h]] || loosely[d.low[h]]
	if d.at(first-1) != "," || !titleNouns[titleOf(d.low[h])] && !thing || d.plural(h) || d.at(end) == "and" || d.verbAfter(end) || first < 2 {
		return nil
	}
	m := d.mentionAt(first - 2)
	if m == nil || m.end != first-1 || (m.kind == onrecord.Person) == thing || m.who == none || d.sentence[m.first] != d.sentence[first] {
		return nil
	}
	return m
}

// lastWord finds the name that ends a source, set off by a comma: "the company
// that carried them, Fenn & Sons,". A title before the comma would be its own:
// "an aide to the mayor, Ann Lee".
func (d *draft) lastWord(h, end int) *mention {
	for end > h && d.low[end-1] == "," {
		end--
	}
	m := d.mentionAt(end - 1)
	if m == nil || m.end != end || m.title <= h+1 || d.plural(h) || d.low[m.title-1] != "," {
		return nil
	}
	before := d.low[m.title-2]
	if m.title-2 != h && (titleNouns[titleOf(before)] || institutionNouns[before] || somebody[before]) {
		return nil
	}
	for i := h + 1; i < m.title-1; i++ {
		if d.low[i] == "," {
			return nil // a list
		}
	}
	return m
}
