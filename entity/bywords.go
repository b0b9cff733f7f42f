package entity

import (
	"strings"

	"onrecord"
)

// byWords classes a source that the article does not name by its own words.
func (d *draft) byWords(st *onrecord.Statement, s source, first, end int) onrecord.Anonymity {
	h := d.head(first, end)
	noun := singular(d.low[h])
	switch {
	case d.titledName(first, end) || h > first && d.allCapitals(first, h+1) && d.tag(h) == "NNP" && papers[noun]:
		return onrecord.Named // "director Ann Lee", "Pew Research"
	case s.form == "document" || papers[noun] || papers[d.low[h]] || textNouns[noun]:
		return onrecord.Documentary
	case d.hides(st, first, end, h):
		return onrecord.Unnamed
	case s.form == "spokesperson" || spokespeople[d.low[h]]:
		return onrecord.Spokesperson
	case s.form == "joint":
		return onrecord.Named
	case partsOf[d.low[h]] && h+1 < end && d.low[h+1] == "of" && h+2 < end:
		return d.partClass(h+2, end)
	case d.low[h] == "police" || d.low[h] == "percent" || d.tag(h) == "CD" && (h == first || !d.capital(h-1)):
		return onrecord.Collective
	}
	definite := d.definite(first, h)
	switch {
	case d.properHead(first, h):
		return onrecord.Named
	case s.form == "institution" || institutionNouns[d.low[h]] && !d.plural(h):
		return pick(definite || d.bareHeadline(first, h), onrecord.Named, onrecord.Unnamed)
	case rivalling[d.low[h]] && (d.low[first] == "the" || d.low[first] == "both"):
		return onrecord.Named
	case d.plural(h) || s.form == "group":
		return d.manyClass(first, h)
	case epithets[titleOf(d.low[h])] && (d.low[first] == "the" || d.low[first] == "this" || d.bareHeadline(first, h)) && !d.introduced(first, h):
		return onrecord.Named
	case s.form == "title" || s.form == "role":
		return onrecord.TitleOnly
	}
	return onrecord.Unnamed
}

func pick(is bool, a, b onrecord.Anonymity) onrecord.Anonymity {
	if is {
		return a
	}
	return b
}

// rivalling plurals mean those whom the article is about: "both candidates".
var rivalling = set("candidates nominees rivals contenders hopefuls opponents front-runners frontrunners campaigns")

// singular takes off a plural's ending, roughly: enough to find a noun in a
// list.
func singular(w string) string {
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}

// hides: the source's words, or its sentence, say that the name is held back.
func (d *draft) hides(st *onrecord.Statement, first, end, h int) bool {
	for k := first; k < end; k++ {
		if hidden[d.low[k]] || d.low[k] == "source" || d.low[k] == "sources" {
			return true
		}
	}
	if !insiders[d.low[h]] && !d.plural(h) && !somebody[d.low[h]] {
		return false
	}
	from, until := d.bounds(first)
	for k := max(from, first-3*wayReach); k < min(until, end+4*wayReach); k++ {
		if d.low[k] == "anonymity" && !d.content[k] {
			return true
		}
	}
	return false
}

// partClass: "the rest of the voters", "a pair of editorials".
func (d *draft) partClass(k, end int) onrecord.Anonymity {
	h := d.head(k, end)
	if noun := singular(d.low[h]); papers[noun] || textNouns[noun] {
		return onrecord.Documentary
	}
	return onrecord.Collective
}

// manyClass: particular people are unnamed, many are a group.
func (d *draft) manyClass(first, h int) onrecord.Anonymity {
	counted := false
	for k := first; k < h; k++ {
		counted = counted || countWords[d.low[k]]
	}
	return pick(counted && insiders[d.low[h]], onrecord.Unnamed, onrecord.Collective)
}

// definite: "the", "this", "both", an owner.
func (d *draft) definite(first, h int) bool {
	switch d.low[first] {
	case "the", "this", "that", "both", "these", "those":
		return true
	}
	if d.tag(first) == "PRP$" {
		return true
	}
	for k := first; k < h; k++ {
		if possessive(d.low[k]) {
			return true
		}
	}
	return false
}

// properHead: the head is a proper name that is no title and no noun of many.
func (d *draft) properHead(first, h int) bool {
	w := d.low[h]
	if d.tag(h) == "CD" {
		return true // "Channel 5"
	}
	if d.low[first] == "a" || d.low[first] == "an" || !d.capital(h) || d.tag(h) != "NNP" || epithets[w] || titleNouns[w] || papers[w] || somebody[w] || groups[w] || d.bareHeadline(first, h) {
		return false
	}
	from, _ := d.bounds(first)
	return h > from || !institutionNouns[w]
}

// titledName: a title's noun and then a name of two words end the source.
func (d *draft) titledName(first, end int) bool {
	k := end - 1
	for k > first && d.capital(k) && d.tag(k) == "NNP" {
		k--
	}
	return end-1-k >= 2 && k > first && titleNouns[d.low[k]]
}

func (d *draft) allCapitals(first, end int) bool {
	for k := first; k < end; k++ {
		if !d.capital(k) {
			return false
		}
	}
	return true
}

// bareHeadline: headlines leave the article out: "Campaign criticises agencies".
func (d *draft) bareHeadline(first, h int) bool {
	return first == h && (d.inTitle(h) || d.paragraph(h) == 0)
}

// introduced reports that the same noun stood after "a" before: a person whom
// the article knows by the description only.
func (d *draft) introduced(first, h int) bool {
	who, ok := d.byHead[d.low[h]]
	if !ok || d.beings[who].first >= first {
		return false
	}
	k := d.beings[who].first
	return k < len(d.low) && (d.low[k] == "a" || d.low[k] == "an" || d.low[k] == "one" || d.low[k] == "another" || d.tag(k) != "DT" && d.tag(k) != "PRP$")
}
