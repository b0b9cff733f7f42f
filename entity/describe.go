package entity

import (
	"strings"

	"onrecord"
)

// describe fills what a statement's own words say of it: the act, and the role
// and anonymity of its source.
func (d *draft) describe(i int) {
	st, s := &d.r.Statements[i], d.sources[i]
	st.Act = d.act(i)
	st.Anonymity = d.anonymity(st, s)
	if s.who != none && len(d.beings[s.who].roles) > 0 {
		st.Role = d.roleOf(s.who)
	}
}

// roleOf is the fullest role that the article gives.
func (d *draft) roleOf(who int) string {
	var best onrecord.Role
	for _, role := range d.beings[who].roles {
		if len(role.Title)+len(role.Organisation) > len(best.Title)+len(best.Organisation) {
			best = role
		}
	}
	if best.Organisation != "" && !strings.Contains(best.Title, best.Organisation) {
		return best.Organisation + " " + best.Title
	}
	return best.Title
}

// hidden are words of those who do not give their names.
var hidden = set("anonymity anonymous anonymously unnamed unidentified familiar insider insiders")

// countWords make a plural one of particular, unnamed people.
var countWords = set("one two three four five six several some many dozens multiple a few")

var insiders = set("official officials source sources aide aides staffer staffers insider insiders adviser advisers advisor advisors operative operatives diplomat diplomats person people")

// anonymity classes a source by its words.
func (d *draft) anonymity(st *onrecord.Statement, s source) onrecord.Anonymity {
	first, end := d.phraseOf(st.Source)
	if s.who != none && !d.beings[s.who].unnamed {
		switch d.beings[s.who].kind {
		case onrecord.Paper:
			return onrecord.Documentary
		case onrecord.Group:
			return onrecord.Collective
		}
		return onrecord.Named
	}
	if s.who == none && len(s.others) > 0 && s.form != "role" {
		return onrecord.Named
	}
	hides, insider, counted := false, false, false
	for k := first; k < end; k++ {
		hides = hides || hidden[d.low[k]] || d.low[k] == "source" || d.low[k] == "sources"
		insider = insider || insiders[d.low[k]]
		counted = counted || countWords[d.low[k]]
	}
	form := s.form
	if s.who != none && form == "pronoun" {
		form = formOfKind(&d.beings[s.who])
	}
	switch {
	case form == "document":
		return onrecord.Documentary
	case hides:
		return onrecord.Unnamed
	case form == "spokesperson":
		return onrecord.Spokesperson
	case form == "title" || form == "role":
		return onrecord.TitleOnly
	case form == "joint":
		return onrecord.Named
	case form == "group" && (!insider || !counted):
		return onrecord.Collective
	}
	return onrecord.Unnamed
}

// formOfKind is the form of the description that a pronoun stands for.
func formOfKind(b *being) string {
	for _, w := range b.parts {
		if spokespeople[w] {
			return "spokesperson"
		}
	}
	switch b.kind {
	case onrecord.Group:
		return "group"
	case onrecord.Paper:
		return "document"
	}
	return "unnamed"
}
