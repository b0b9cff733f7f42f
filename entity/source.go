package entity

import (
	"strings"

	"onrecord"
)

// A source is resolved by its head: a pronoun, a name, or a noun.

// speaker resolves the source of statement i. Statements come in the order of
// their sources, so that what is read before is known.
func (d *draft) speaker(i int) {
	st := &d.r.Statements[i]
	first, end := d.phraseOf(st.Source)
	if first >= end {
		d.sources[i] = source{who: none, head: none, form: "none", why: "no words name the source"}
		return
	}
	d.read(first)
	for k := 0; k < i && k < 8; k++ { // a source shared by several cues
		if d.r.Statements[i-k-1].Source == st.Source && d.sources[i-k-1].form != "" {
			d.sources[i] = d.sources[i-k-1]
			return
		}
	}
	s := d.resolve(i, first, end)
	if s.who != none && s.score() < leastScore {
		s = d.candidates([]int{s.who}, s.form, s.head)
	}
	d.sources[i] = s
	switch {
	case s.who != none:
		d.remember(seen{who: s.who, token: s.head, subject: true, said: true, epithet: s.epithet})
	case s.form == "role" || s.form == "pronoun" && s.head != none && (pronouns[d.low[s.head]] == he || pronouns[d.low[s.head]] == she):
		d.remember(seen{who: none, others: s.others, token: s.head, subject: true, said: true, open: true})
	}
}

func (d *draft) resolve(i, first, end int) source {
	for first < end && (d.tag(first) == "," || d.low[first] == "“" || d.low[first] == "\"") {
		first++
	}
	if first >= end {
		return source{who: none, head: none, form: "none", why: "no words name the source"}
	}
	if p, ok := pronouns[d.low[first]]; ok && d.isPronoun(first, end) {
		return d.pronoun(i, first, p)
	}
	if s, ok := d.joint(first, end); ok {
		return s
	}
	h := d.head(first, end)
	if s, ok := d.withOthers(first, h, end); ok {
		return s
	}
	if m := d.mentionAt(h); m != nil && (m.title >= first || m.first <= h) {
		if s, ok := d.named(m, first, h, end); ok {
			return s
		}
	}
	if m := d.apposition(h, end); m != nil {
		return d.bearer(m, "name in apposition")
	}
	if m := d.lastWord(h, end); m != nil && m.who != none {
		return source{who: m.who, form: "institution", why: "name in apposition", head: m.first, sieve: institutionSieve}
	}
	if m := d.besides(first, h, end); m != nil {
		if m.kind != onrecord.Person {
			return source{who: m.who, form: "institution", why: "name in apposition", head: h, sieve: institutionSieve}
		}
		return d.bearer(m, "name in apposition")
	}
	return d.common(i, first, h, end)
}

// isPronoun: "he" and "he himself", but not "her campaign".
func (d *draft) isPronoun(first, end int) bool {
	if first+1 == end {
		return true
	}
	switch d.low[first+1] {
	case "of", "and", "or":
		return false // "one of the polls", "she and her husband"
	}
	return !d.noun(first+1) && !d.adjective(first+1) && d.tag(first) != "PRP$" && d.tag(first) != "DT"
}

// head is the head of the noun phrase that begins at first: its last noun
// before a preposition, a comma, a relative or a verb.
func (d *draft) head(first, end int) int {
	h := none
	for i := first; i < end; i++ {
		switch {
		case d.noun(i) || d.tag(i) == "CD":
			h = i
		case possessive(d.low[i]) && i+1 < end:
			h = none // "Smith's lawyer": the owner is not the head
		case h != none && (d.tag(i) == "IN" || d.tag(i) == "," || d.tag(i) == "TO" || d.tag(i) == "CC" || strings.HasPrefix(d.tag(i), "W") || d.verb(i) || d.tag(i) == ":" || d.tag(i) == "-LRB-"):
			return h
		}
	}
	if h == none {
		return end - 1
	}
	return h
}

// named resolves a head that is part of a name. A name that only modifies a
// noun after it ("the Trump campaign") is not the head's.
func (d *draft) named(m *mention, first, h, end int) (source, bool) {
	if m.end <= h {
		return source{}, false
	}
	if m.kind == onrecord.Person {
		if m.end < end && d.noun(m.end) && !d.capital(m.end) {
			return source{}, false
		}
		if possessive(d.at(m.end)) && m.end+1 < end {
			return source{}, false
		}
		return d.bearer(m, d.formOf(m)), true
	}
	if m.who == none {
		return source{}, false
	}
	if commonAcronyms[m.parts[len(m.parts)-1]] && (d.low[first] == "a" || d.low[first] == "an") {
		return source{}, false // "a pro-Lee PAC"
	}
	who := d.speaksFor(m.who)
	if titleNouns[titleOf(d.low[h])] || spokespeople[d.low[h]] {
		return source{}, false
	}
	return source{who: who, form: "institution", why: "named", head: h, sieve: institutionSieve}, true
}

func (d *draft) formOf(m *mention) string {
	switch {
	case d.plainParts(m) >= 2:
		return "full name"
	case m.title < m.first:
		return "title and last name"
	}
	return "last name"
}

// bearer is who a person's name was found to mean.
func (d *draft) bearer(m *mention, form string) source {
	if m.who != none && m.protagonist {
		return source{who: m.who, form: form, why: form + ", of several the one whom the article is about", head: m.first, sieve: protagonistSieve}
	}
	if m.who != none && m.namesake {
		return source{who: m.who, form: form, why: form + ", of several the one named before", head: m.first, sieve: namesakeSieve}
	}
	if m.who != none {
		return source{who: m.who, form: form, why: form, head: m.first, sieve: nameSieve}
	}
	return d.candidates(m.others, form, m.first)
}

// candidates is a source that stays unknown.
func (d *draft) candidates(others []int, form string, head int) source {
	if len(others) == 0 {
		return source{who: none, head: head, form: form, why: form + " without antecedent"}
	}
	var names []string
	for _, who := range most(others) {
		names = append(names, d.beings[who].name)
	}
	count := "two candidates: "
	switch n := len(others); {
	case n == 1 && (form == "pronoun" || form == "role"):
		count = "not sure enough: "
	case n == 1:
		count = "only a first name fits: "
	case n > 2:
		count = "several candidates: "
	}
	return source{who: none, others: most(others), head: head, form: form, why: count + strings.Join(names, ", ")}
}

// maxOthers bounds the candidates kept.
const maxOthers = 5

func most(list []int) []int { return list[:min(len(list), maxOthers)] }
