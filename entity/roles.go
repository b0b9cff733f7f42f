package entity

import (
	"strings"

	"onrecord"
)

// titleReach is how many tokens a title may have.
const titleReach = 12

// findRoles reads the titles that stand before and after the names of people,
// and uses them to tell two of one name apart; then what else tells them apart
// and what else the article says of offices.
func (d *draft) findRoles() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.kind != onrecord.Person {
			continue
		}
		role, ok := d.titleBefore(m)
		if m.who == none {
			d.byTitle(m, role)
		}
		if m.who == none || d.quoted[m.first] {
			continue // what a speaker calls somebody is no role that the article gives
		}
		if ok {
			d.addRole(m.who, role)
			d.addSeat(m, role)
		}
		if role, ok := d.appositionBefore(m); ok {
			d.addRole(m.who, role)
		}
		if role, ok := d.appositionAfter(m); ok {
			d.addRole(m.who, role)
		}
	}
	d.findNamesakes()
	d.findTenures()
}

// maxRoles bounds the roles kept of one person.
const maxRoles = 12

func (d *draft) addRole(who int, role onrecord.Role) {
	b := &d.beings[who]
	for _, old := range b.roles {
		if strings.EqualFold(old.Title, role.Title) && old.Organisation == role.Organisation {
			return
		}
	}
	if len(b.roles) < maxRoles {
		b.roles = append(b.roles, role)
		b.titles = append(b.titles, strings.ToLower(oneLine(role.Words.In(d.text))))
	}
	if b.gender == 0 {
		b.gender = genderOfTitle(role.Title)
	}
}

// genderOfTitle: "congresswoman", "actress", "his wife".
func genderOfTitle(title string) byte {
	for _, w := range strings.Fields(strings.ToLower(title)) {
		switch {
		case strings.HasSuffix(w, "woman"), feminine[w]:
			return 'f'
		case w == "congressman" || w == "businessman" || w == "spokesman" || masculine[w]:
			return 'm'
		}
	}
	return 0
}

// owners are pronouns that begin a noun phrase.
var owners = set("his her their its my our your whose")

var (
	feminine  = set("actress wife mother daughter sister queen princess widow grandmother mom girlfriend duchess")
	masculine = set("actor husband father son brother king prince grandfather dad boyfriend duke")
)

// oneLine makes every run of white space one blank.
func oneLine(s string) string {
	blank := true // at the beginning, and after a blank
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f || s[i] == ' ' && blank {
			return strings.Join(strings.Fields(s), " ")
		}
		blank = s[i] == ' '
	}
	return strings.TrimSuffix(s, " ")
}
