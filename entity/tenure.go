package entity

import (
	"strings"

	"onrecord"
)

// What else an article says of who held an office, besides titles and
// appositions. These are titles to match a source by, not roles of the record.

// findTenures reads "the Lee administration", "when Lee was governor", "her
// years as secretary of state", "Lee is the nominee".
func (d *draft) findTenures() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.kind != onrecord.Person || m.who == none || d.quoted[m.first] {
			continue
		}
		if !m.namesake && !m.protagonist && (d.at(m.end) == "administration" || possessive(d.at(m.end)) && d.at(m.end+1) == "administration") {
			d.addTitle(m.who, "president")
		}
		d.servedAs(m, i)
		d.isThe(m)
	}
}

// addTitle adds words by which a source can mean somebody.
func (d *draft) addTitle(who int, title string) {
	b := &d.beings[who]
	for _, old := range b.titles {
		if old == title {
			return
		}
	}
	if len(b.titles) < 2*maxRoles {
		b.titles = append(b.titles, title)
	}
}

// tenures are offices that "as" without an article gives to the one named
// before: "as president" is mostly a promise.
var tenures = set("secretary governor senator mayor ambassador lady congressman congresswoman")

// servedAs reads on from a name to the next for "as governor".
func (d *draft) servedAs(m *mention, i int) {
	_, end := d.bounds(m.first)
	if i+1 < len(d.mentions) {
		end = min(end, d.mentions[i+1].title)
	}
	for k := m.end; k+1 < min(end, m.end+2*titleReach); k++ {
		if d.quoted[k] || d.low[k] != "as" && d.low[k] != "was" && d.low[k] != "while" {
			continue
		}
		e := k + 1
		for e < end && e < k+6 && (d.noun(e) || d.adjective(e)) && !tenures[d.low[e]] {
			e++
		}
		if e < end && tenures[d.low[e]] {
			title := "former " + d.low[e]
			if d.low[e] == "secretary" && d.at(e+1) == "of" {
				title += " of " + d.at(e+2)
			} else if e > k+1 {
				title = "former " + strings.ToLower(oneLine(d.span(k+1, e+1).In(d.text)))
			}
			d.addTitle(m.who, title)
			return
		}
	}
}

// isThe reads "Ann Lee is the Republican nominee".
func (d *draft) isThe(m *mention) {
	_, end := d.bounds(m.first)
	k := m.end
	if k+2 >= end || d.low[k] != "is" && d.low[k] != "was" && d.low[k] != "became" && d.low[k] != "remains" || d.tag(k+1) != "DT" {
		return
	}
	h := d.head(k+2, min(end, k+2+titleReach))
	if kindOfRole(titleOf(d.low[h])) == noKind || d.plural(h) || !d.phrase(k+2, h) || h < k+2 {
		return
	}
	for i := k + 2; i < h; i++ {
		if !d.noun(i) && !d.adjective(i) && d.tag(i) != "HYPH" && d.tag(i) != "VBN" {
			return
		}
	}
	title := d.low[h]
	for i := h - 1; i >= k+2; i-- {
		title = d.low[i] + " " + title
	}
	d.addTitle(m.who, title)
}
