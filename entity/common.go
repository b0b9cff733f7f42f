package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// common resolves a source whose head is a common noun.
func (d *draft) common(first, h, end int) source {
	noun := titleOf(d.low[h])
	definite := d.low[first] == "the" || d.low[first] == "this" || d.low[first] == "that"
	switch {
	case spokespeople[noun] && !d.plural(h):
		return d.unnamed(first, h, end, onrecord.UnknownKind, "spokesperson", definite)
	case titleNouns[noun] && !d.plural(h):
		if definite || owners[d.low[first]] || d.noun(first) || d.adjective(first) {
			if s, ok := d.byRole(first, h, end, noun); ok {
				return s
			}
		}
		return d.unnamed(first, h, end, onrecord.UnknownKind, "title", definite)
	case papers[noun]:
		return d.unnamed(first, h, end, onrecord.Paper, "document", definite)
	case noun == "group" && h+2 < end && d.low[h+1] == "of":
		return d.unnamed(first, h, end, onrecord.Group, "group", definite) // "a group of doctors"
	case institutionNouns[noun] && !d.plural(h):
		if s, ok := d.camp(first, h); ok {
			return s
		}
		if definite {
			if who, ok := d.institutionCalled(noun, h); ok {
				return source{who: who, form: "role", why: "the one " + noun + " named before", head: h}
			}
		}
		return d.unnamed(first, h, end, onrecord.Organisation, "institution", definite)
	case d.capital(h) && (d.tag(h) == "NNP" || h > first && !d.plural(h)) && !groups[noun] && !somebody[noun]:
		return d.untagged(first, h)
	case d.plural(h) || groups[noun]:
		return d.unnamed(first, h, end, onrecord.Group, "group", definite)
	case somebody[noun]:
		return d.unnamed(first, h, end, onrecord.UnknownKind, "unnamed", definite)
	}
	return d.unnamed(first, h, end, onrecord.UnknownKind, "thing", definite)
}

// untagged is a source that is a proper name without a tag.
func (d *draft) untagged(first, h int) source {
	from := h
	for from > first && d.capital(from-1) && (d.noun(from-1) || d.adjective(from-1)) {
		from--
	}
	name := oneLine(d.span(from, h+1).In(d.text))
	return source{who: d.called(name, onrecord.UnknownKind, from, h+1), form: "institution", why: "named", head: h}
}

func (d *draft) plural(i int) bool { return d.tag(i) == "NNS" || d.tag(i) == "NNPS" }

// institutionCalled is the one institution named before whose name ends in the
// noun.
func (d *draft) institutionCalled(noun string, h int) (int, bool) {
	found := none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.kind == onrecord.Organisation && !b.unnamed && b.first < h && b.parts[len(b.parts)-1] == noun {
			if found != none {
				return none, false
			}
			found = who
		}
	}
	return found, found != none
}

// unnamed is a source known by its description. "The official" is the last
// official that was described.
func (d *draft) unnamed(first, h, end int, kind onrecord.EntityKind, form string, definite bool) source {
	if definite && h == first+1 {
		if who, ok := d.byHead[d.low[h]]; ok && !slices.ContainsFunc(d.beings[who].parts, ranked) {
			return source{who: who, form: form, why: "the " + d.low[h] + " spoken of before", head: h}
		}
	}
	if who, ok := d.epithet(first, h); ok {
		return source{who: who, form: "role", why: "another word for the one named before", head: h}
	}
	// "The actor", of whom nothing was said before, is most often another word
	// for somebody named: a pronoun after it means neither.
	epithet := definite && kind == onrecord.UnknownKind
	who := d.described(d.description(first, end), kind, first, end)
	d.byHead[d.low[h]] = who
	d.beings[who].human = form == "title" || form == "spokesperson" || form == "unnamed"
	return source{who: who, form: form, why: "described, not named", head: h, epithet: epithet}
}

// ranked words make another of an office: "the governor" is not "the deputy
// governor".
func ranked(w string) bool { return ranks[w] }

var ranks = set("deputy vice former assistant acting associate junior ex-president retired")

// maxDescription is how many bytes of a description become a name.
const maxDescription = 80

// description is a source's words up to a relative clause, on one line.
func (d *draft) description(first, end int) string {
	for first < end-1 && (d.low[first] == "a" || d.low[first] == "an") {
		first++
	}
	e := first + 1
	for e < end && d.tag(e) != "," && !strings.HasPrefix(d.tag(e), "W") && d.r.Tokens[e].End-d.r.Tokens[first].Start <= maxDescription {
		e++
	}
	return oneLine(d.span(first, e).In(d.text))
}

func (d *draft) described(name string, kind onrecord.EntityKind, first, end int) int {
	who := len(d.beings)
	d.beings = append(d.beings, being{
		kind: kind, name: name, parts: strings.Fields(strings.ToLower(name)), first: first, unnamed: true,
		mentions: []onrecord.Span{d.span(first, end)},
	})
	return who
}
