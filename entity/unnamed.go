package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// unnamed is a source known by its description. "The official" is the last
// official that was described.
func (d *draft) unnamed(first, h, end int, kind onrecord.EntityKind, form string, definite bool) source {
	if definite && h == first+1 {
		if who, ok := d.byHead[d.low[h]]; ok && !slices.ContainsFunc(d.beings[who].parts, ranked) {
			return source{who: who, form: form, why: "the " + d.low[h] + " spoken of before", head: h}
		}
	}
	if definite && !vagueWords[d.at(first+1)] && (kind == onrecord.Organisation || form == "title" && epithets[d.low[h]]) {
		// It may be another word for somebody who has a name.
		if others := d.inView(first, kind); len(others) > 0 {
			return d.candidates(others, "role", h)
		}
	}
	// "The judge", of whom nothing was said before, may be another word for
	// somebody named: a pronoun after it means neither.
	epithet := definite && kind == onrecord.UnknownKind
	who := d.described(d.description(first, end), kind, first, end)
	d.byHead[d.low[h]] = who
	d.beings[who].human = form == "title" || form == "spokesperson" || form == "unnamed"
	return source{who: who, form: form, why: "described, not named", head: h, epithet: epithet}
}

// inView are the institutions with a name, or the people, that were spoken of
// before token at, the most likely first.
func (d *draft) inView(at int, kind onrecord.EntityKind) []int {
	if kind != onrecord.Organisation {
		kind = onrecord.Person
	}
	return whoOf(d.spokenOf(at, func(s *seen, _, _ int) (candidate, bool) {
		if s.who == none || d.beings[s.who].kind != kind || d.beings[s.who].unnamed {
			return candidate{}, false
		}
		return candidate{who: s.who}, true
	}))
}

// ranked words make another of an office: "the governor" is not "the deputy
// governor".
func ranked(w string) bool { return ranks[w] || past[w] }

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
