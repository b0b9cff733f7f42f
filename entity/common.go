package entity

import "onrecord"

// common resolves a source whose head is a common noun.
func (d *draft) common(st, first, h, end int) source {
	noun := titleOf(d.low[h])
	definite := d.isDefinite(first)
	switch {
	case spokespeople[noun] && !d.plural(h):
		if s, ok := d.spokesperson(st, first, h, end); ok {
			return s
		}
		return d.unnamed(first, h, end, onrecord.UnknownKind, "spokesperson", definite)
	case d.low[h] == "gop":
		return source{who: d.called("Republican Party", onrecord.Organisation, first, end), form: "institution", why: "named", head: h, sieve: institutionSieve}
	case titleNouns[noun] && !d.plural(h):
		return d.byTitleNoun(st, first, h, end)
	case pressNouns[d.low[h]] && d.ownName(first, h) != none:
		return source{who: d.speaksFor(d.ownName(first, h)), form: "institution", why: "named after its owner", head: h, sieve: madeSieve}
	case papers[noun]:
		return d.unnamed(first, h, end, onrecord.Paper, "document", definite)
	case noun == "group" && h+2 < end && d.low[h+1] == "of":
		return d.unnamed(first, h, end, onrecord.Group, "group", definite) // "a group of doctors"
	case institutionNouns[noun] && d.capital(h) && h-1 > first && d.capital(h-1) && d.low[first] == "the" && !commonAcronyms[d.low[h]]:
		return d.untagged(first, h)
	case institutionNouns[noun] && !d.plural(h):
		return d.byInstitutionNoun(st, first, h, end)
	case d.capital(h) && d.low[first] != "a" && d.low[first] != "an" && (d.tag(h) == "NNP" || h > first && !d.plural(h)) && !groups[noun] && !somebody[noun]:
		return d.untagged(first, h)
	case d.plural(h) && (definite || d.low[first] == "both") && epithets[singular(d.low[h])] && len(d.inView(first, onrecord.Person)) > 0:
		return d.candidates(d.inView(first, onrecord.Person), "group", h) // "both candidates"
	case d.plural(h) || groups[noun]:
		return d.unnamed(first, h, end, onrecord.Group, "group", definite)
	case somebody[noun]:
		return d.unnamed(first, h, end, onrecord.UnknownKind, "unnamed", definite)
	}
	return d.unnamed(first, h, end, onrecord.UnknownKind, "thing", definite)
}

// byTitleNoun resolves a source that is somebody's office or profession.
func (d *draft) byTitleNoun(st, first, h, end int) source {
	p := d.rolePhrase(first, h, end)
	if d.isDefinite(first) || owners[d.low[first]] || first < h && (d.noun(first) || d.adjective(first)) && !oneOf[d.low[first]] {
		if s, ok := d.byRole(st, &p); ok {
			return s
		}
	}
	if s, ok := d.introducedBelow(&p); ok {
		return s
	}
	return d.unnamed(first, h, end, onrecord.UnknownKind, "title", d.isDefinite(first))
}

// byInstitutionNoun resolves a source that is a campaign, a company, a court.
func (d *draft) byInstitutionNoun(st, first, h, end int) source {
	if s, ok := d.camp(first, h); ok {
		return s
	}
	if s, ok := d.ofSomebody(st, first, h); ok {
		return s
	}
	if s, ok := d.ofCountry(first, h); ok {
		return s
	}
	if s, ok := d.theCampaign(st, first, h); ok {
		return s
	}
	if s, ok := d.byInstitution(st, first, h); ok {
		return s
	}
	noun, definite := titleOf(d.low[h]), d.isDefinite(first)
	if definite && !d.modified(first, h, noun) && !d.anyOther(first, h) {
		if who := d.theOneCalled(noun, h); who != none {
			return source{who: who, form: "role", why: "the one " + noun + " named before", head: h, sieve: titleSieve}
		}
	}
	return d.unnamed(first, h, end, onrecord.Organisation, "institution", definite)
}

// spokesperson is the one with a name who was quoted just before: "the
// congressman's spokesman" after "Bo Hill, a spokesman for Rep. Lee".
func (d *draft) spokesperson(st, first, h, end int) (source, bool) {
	if d.at(h+1) == "for" || d.low[first] == "a" || d.low[first] == "an" {
		return source{}, false
	}
	p := d.rolePhrase(first, h, end)
	p.telling = nil
	s, ok := d.byRole(st, &p)
	for k := len(d.recent) - 1; ok && k >= 0 && k >= len(d.recent)-4; k-- {
		if r := &d.recent[k]; s.who != none && r.who == s.who && r.said && d.paragraph(h)-d.paragraph(r.token) <= 1 {
			return s, true
		}
	}
	return source{}, false
}

// pressNouns speak for whose name stands before them: "the Harbour Board
// website".
var pressNouns = set("website site blog homepage magazine newspaper network")

// ownName is the institution whose name ends right before the head h.
func (d *draft) ownName(first, h int) int {
	k := h
	if d.at(h-1) == "editorial" {
		k--
	}
	if k-1 < first {
		return none
	}
	m := d.mentionAt(k - 1)
	if m == nil || m.end != k || m.who == none || m.kind == onrecord.Person || m.first < first || d.beings[m.who].kind == onrecord.Country && !institutionNouns[m.parts[len(m.parts)-1]] {
		return none
	}
	return m.who
}

// isDefinite: "the nominee", also where the article stands before the source.
func (d *draft) isDefinite(first int) bool {
	return d.low[first] == "the" || d.low[first] == "this" || d.low[first] == "that" || d.at(first-1) == "the" && d.sentence[first-1] == d.sentence[first]
}

// oneOf begin a noun phrase for somebody new.
var oneOf = set("one another each every any some no two three several many other")

// untagged is a source that is a proper name without a tag.
func (d *draft) untagged(first, h int) source {
	from := h
	for from > first && d.capital(from-1) && (d.noun(from-1) || d.adjective(from-1)) {
		from--
	}
	name := oneLine(d.span(from, h+1).In(d.text))
	return source{who: d.called(name, onrecord.UnknownKind, from, h+1), form: "institution", why: "named", head: h, sieve: institutionSieve}
}

func (d *draft) plural(i int) bool { return d.tag(i) == "NNS" || d.tag(i) == "NNPS" }
