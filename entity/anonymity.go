package entity

import (
	"strings"

	"onrecord"
)

// anonymity classes a source: by who it was found to be, else by its words.
// "Named" is a person or an institution whose name the article gives anywhere,
// so a description of somebody who cannot be told from another candidate is
// named too.
func (d *draft) anonymity(st *onrecord.Statement, s source) onrecord.Anonymity {
	if s.who != none && !d.beings[s.who].unnamed {
		switch d.beings[s.who].kind {
		case onrecord.Paper:
			return onrecord.Documentary
		case onrecord.Group:
			return onrecord.Collective
		}
		return onrecord.Named
	}
	first, end := d.phraseOf(st.Source)
	if first >= end {
		return onrecord.Unnamed
	}
	if s.who == none && len(s.others) > 0 {
		if b := &d.beings[s.others[0]]; b.unnamed {
			return d.describedClass(b.parts, formOfKind(b))
		}
		return onrecord.Named
	}
	if s.form == "pronoun" && s.who == none {
		return pronounClass(d.low[first])
	}
	if s.form == "pronoun" || d.low[first] == "who" || d.low[first] == "which" || d.low[first] == "that" && end == first+1 {
		return d.byDescription(s)
	}
	return d.byWords(st, s, first, end)
}

// pronounClass is the class of a pronoun that stays open.
func pronounClass(w string) onrecord.Anonymity {
	switch w {
	case "it", "its", "he", "she", "his", "her":
		return onrecord.Named
	case "we", "they", "you", "their", "our", "us", "them", "who", "these", "those":
		return onrecord.Collective
	}
	return onrecord.Unnamed
}

// byDescription is the class of a pronoun that means somebody described.
func (d *draft) byDescription(s source) onrecord.Anonymity {
	if s.who == none {
		return onrecord.Collective
	}
	b := &d.beings[s.who]
	form := s.form
	if form == "pronoun" {
		form = formOfKind(b)
	}
	return d.describedClass(b.parts, form)
}

// describedClass classes the words of a description, in lower case.
func (d *draft) describedClass(parts []string, form string) onrecord.Anonymity {
	for _, w := range parts {
		switch {
		case hidden[w] || w == "source" || w == "sources":
			return onrecord.Unnamed
		case spokespeople[w]:
			return onrecord.Spokesperson
		}
	}
	definite := len(parts) > 0 && (parts[0] == "the" || parts[0] == "this")
	switch form {
	case "document":
		return onrecord.Documentary
	case "group":
		return onrecord.Collective
	case "spokesperson":
		return onrecord.Spokesperson
	case "institution":
		return onrecord.Named
	case "title", "role":
		if definite && epithets[parts[len(parts)-1]] {
			return onrecord.Named
		}
		return onrecord.TitleOnly
	}
	return onrecord.Unnamed
}

// formOfKind is the form of the description that a pronoun stands for.
func formOfKind(b *being) string {
	for _, w := range b.parts {
		switch {
		case spokespeople[w]:
			return "spokesperson"
		case titleNouns[titleOf(w)] && b.kind == onrecord.UnknownKind && b.human:
			return "title"
		}
	}
	switch b.kind {
	case onrecord.Group:
		return "group"
	case onrecord.Paper:
		return "document"
	case onrecord.Organisation:
		return "institution"
	}
	return "unnamed"
}

var (
	// hidden are words of those who do not give their names.
	hidden = set("anonymity anonymous anonymously unnamed unidentified familiar insider insiders")

	// countWords make a plural one of particular, unnamed people.
	countWords = set("one two three four five six several some multiple a few another")

	insiders = set("official officials source sources aide aides staffer staffers insider insiders adviser advisers advisor advisors operative operatives diplomat diplomats person people")

	// epithets are words for somebody whom the article has named, after "the".
	// An office that nobody named holds is a title.
	epithets = set(`president president-elect candidate nominee contender hopeful front-runner frontrunner senator congressman congresswoman lawmaker
billionaire businessman businesswoman mogul tycoon developer entrepreneur investor magnate heir ceo founder democrat republican libertarian
independent socialist conservative liberal progressive politician newcomer outsider native veteran neurosurgeon surgeon actor actress singer
star comedian rapper author celebrity entertainer icon legend provocateur firebrand maverick statesman stateswoman rival opponent
incumbent challenger standard-bearer impostor doppelganger dictator strongman texan vermonter floridian ohioan lady mate`)

	// partsOf many: what is said of the noun after "of".
	partsOf = set(`rest chorus family trio pair number majority minority percent handful group crowd wave host coalition band bunch series cadre
quartet dozens scores hundreds thousands millions plurality half third quarter most many some few couple array circle members list slew collection cluster`)

	// textNouns are documents besides those that a source can be resolved to.
	textNouns = set(`polling readout summary sign rule photograph editorial billboard plaque banner slogan clip footage tally count model index ranking
indicator estimate projection forecast transcript note log agenda minutes guideline guidance provision amendment bylaws regulation calculation
headline cartoon trailer song lyrics word rhetoric commercial spot caption invoice receipt criterion poster placard leaflet brochure textbook bible
verdict count table map chart graphic figure ad-tracker fact-sheet sheet sample measure proposal resolution legislation statute clause`)
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
