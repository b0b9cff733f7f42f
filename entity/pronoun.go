package entity

import "onrecord"

// A word is a pronoun: who it can mean.
type pronounKind byte

const (
	he pronounKind = iota
	she
	they
	it
	who
	i
	we
	nobody
)

var pronouns = map[string]pronounKind{
	"he": he, "him": he, "his": he, "himself": he, "she": she, "her": she, "hers": she, "herself": she,
	"they": they, "them": they, "their": they, "theirs": they, "it": it, "its": it,
	"who": who, "that": who, "which": who, "whom": who, "i": i, "me": i, "my": i, "we": we, "us": we, "our": we,
	"you": nobody, "your": nobody, "one": nobody, "this": nobody, "these": nobody, "those": nobody, "what": nobody, "there": nobody,
	"nobody": nobody, "none": nobody, "anyone": nobody, "someone": nobody, "somebody": nobody, "everyone": nobody, "everybody": nobody,
}

func (d *draft) pronoun(st, at int, kind pronounKind) source {
	switch kind {
	case who:
		return d.relative(st, at)
	case i, we, nobody:
		// first person: see insideQuotations
		return source{who: none, head: at, form: "pronoun", why: "pronoun “" + d.low[at] + "”"}
	}
	return d.nearest(st, at, kind)
}

// relative resolves "who", "which" and "that": by the parse, else what stands
// right before.
func (d *draft) relative(st, at int) source {
	first, _ := d.bounds(at)
	before := at - 1
	for before >= first && (d.low[before] == "," || d.low[before] == "—" || d.low[before] == "–" || d.low[before] == "--" || d.low[before] == "-") {
		before--
	}
	if before < first {
		return source{who: none, head: at, form: "pronoun", why: "relative without antecedent"}
	}
	if m := d.mentionAt(before); m != nil && m.end == before+1 && d.suits(at, m) {
		if m.who != none {
			return source{who: d.speaksFor(m.who), form: "pronoun", why: "relative to the name before", head: at, sieve: relativeSieve}
		}
		return d.candidates(m.others, "pronoun", at)
	}
	h := before
	if v := d.r.Tokens[at].Head; v >= first && v < len(d.low) && d.r.Tokens[v].Rel == "acl:relcl" {
		if n := d.r.Tokens[v].Head; n >= first && n < at {
			h = n
		}
	}
	if m := d.mentionAt(h); m != nil && m.who != none && m.end > h && d.suits(at, m) {
		return source{who: d.speaksFor(m.who), form: "pronoun", why: "relative to the name before", head: at, sieve: relativeSieve}
	}
	start := h
	for start > first && h-start < titleReach && (d.noun(start-1) || d.adjective(start-1) || d.tag(start-1) == "DT" || d.tag(start-1) == "PRP$" || possessive(d.low[start-1])) {
		start--
	}
	if !d.noun(h) {
		return source{who: none, head: at, form: "pronoun", why: "relative without antecedent"}
	}
	if m := d.besides(start, h, h+1); m != nil && m.who != none {
		return source{who: m.who, form: "pronoun", why: "relative to the name before", head: at, sieve: relativeSieve}
	}
	s := d.common(st, start, h, h+1)
	s.head, s.why = at, "relative, "+s.why
	return s
}

// suits: "who" is no institution or place, "which" no person.
func (d *draft) suits(at int, m *mention) bool {
	switch d.low[at] {
	case "who", "whom":
		return m.kind == onrecord.Person || m.who != none && d.beings[m.who].kind == onrecord.Group
	case "which":
		return m.kind != onrecord.Person
	}
	return true
}
