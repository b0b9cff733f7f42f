package entity

import "onrecord"

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
