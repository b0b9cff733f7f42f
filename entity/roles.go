package entity

import (
	"strings"

	"onrecord"
)

// titleReach is how many tokens a title may have.
const titleReach = 12

// findRoles reads the titles that stand before and after the names of people,
// and uses them to tell two of one name apart.
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

// addSeat lets "the Ohio senator" mean "Sen. Ann Lee (R-Ohio)" and "Sen. Ann
// Lee of Ohio": the place and the party count among the words of the title.
func (d *draft) addSeat(m *mention, role onrecord.Role) {
	seat := ""
	switch w := d.at(m.end); {
	case (w == "(" || w == "-lrb-" || w == ",") && m.end+1 < len(d.low):
		party, place, ok := strings.Cut(d.at(m.end+1), "-")
		if !ok || partyNames[party] == "" {
			return
		}
		seat = partyNames[party] + " " + stateName(place)
	case w == "of" && d.r.Tokens[min(m.end+1, len(d.low)-1)].Name == "LOCATION":
		e := m.end + 1
		for e < len(d.low) && e < m.end+4 && d.r.Tokens[e].Name == "LOCATION" {
			e++
		}
		seat = strings.Join(d.low[m.end+1:e], " ")
	}
	if b := &d.beings[m.who]; seat != "" && len(b.titles) < 2*maxRoles {
		b.titles = append(b.titles, strings.ToLower(role.Title)+" "+seat)
	}
}

var partyNames = map[string]string{"r": "republican", "d": "democratic democrat", "i": "independent", "l": "libertarian"}

// stateName writes out an abbreviation of the Associated Press style.
func stateName(s string) string {
	if long, ok := states[strings.TrimRight(s, ".)")]; ok {
		return long
	}
	return strings.TrimRight(s, ".)")
}

var states = pairs2(`ala: alabama, ariz: arizona, ark: arkansas, calif: california, colo: colorado, conn: connecticut,
del: delaware, fla: florida, ga: georgia, ill: illinois, ind: indiana, kan: kansas, ky: kentucky, la: louisiana, md: maryland,
mass: massachusetts, mich: michigan, minn: minnesota, miss: mississippi, mo: missouri, mont: montana, neb: nebraska, nev: nevada,
n.h: new hampshire, n.j: new jersey, n.m: new mexico, n.y: new york, n.c: north carolina, n.d: north dakota, okla: oklahoma,
ore: oregon, pa: pennsylvania, r.i: rhode island, s.c: south carolina, s.d: south dakota, tenn: tennessee, tex: texas, vt: vermont,
va: virginia, wash: washington, w.va: west virginia, wis: wisconsin, wyo: wyoming, al: alabama, az: arizona, ar: arkansas,
ca: california, co: colorado, ct: connecticut, fl: florida, il: illinois, ks: kansas, ma: massachusetts, mi: michigan,
mn: minnesota, ms: mississippi, ne: nebraska, nv: nevada, nh: new hampshire, nj: new jersey, nm: new mexico, ny: new york,
nc: north carolina, oh: ohio, ok: oklahoma, or: oregon, ri: rhode island, sc: south carolina, tn: tennessee, tx: texas,
ut: utah, wa: washington, wi: wisconsin, wv: west virginia, ky.: kentucky`)

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

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// titleBefore reads "White House press secretary Ann Lee" and sets the
// mention's first token of title.
func (d *draft) titleBefore(m *mention) (onrecord.Role, bool) {
	first, _ := d.bounds(m.first)
	i := m.first
	for i > first && m.first-i < titleReach && d.titleWord(i-1, first) {
		i--
	}
	for i < m.first && (!d.noun(i) && !d.adjective(i) || d.r.Tokens[i].Name == "DATE" && d.tag(i) != "CD") {
		i++
	}
	if d.titleNoun(i, m.first) == none {
		return onrecord.Role{}, false
	}
	m.title = i
	if i == m.first-1 && strictHonorifics[d.low[i]] && longTitles[d.low[i]] == "" {
		return onrecord.Role{}, false // Mr., Ms.
	}
	return d.role(i, m.first), true
}

// titleWord reports that token i can be part of a title before a name.
func (d *draft) titleWord(i, first int) bool {
	switch {
	case d.quoted[i] && i+1 < len(d.quoted) && !d.quoted[i+1]:
		return false
	case d.noun(i), d.tag(i) == "HYPH", d.low[i] == "-":
		return d.tag(i) != "NNS" || d.capital(i)
	case d.adjective(i):
		return true
	case d.low[i] == "of", d.low[i] == "for":
		return i > first && d.noun(i-1) && titleNouns[titleOf(d.low[i-1])]
	case d.low[i] == "the":
		return i > first && d.low[i-1] == "of"
	case d.low[i] == "and", d.low[i] == "&":
		return i > first && d.noun(i-1) && titleNouns[titleOf(d.low[i-1])]
	}
	return false
}

// titleNoun finds the noun of a title in tokens [i, end): its last word, or
// one before "of" or "for".
func (d *draft) titleNoun(i, end int) int {
	if i < end && titleNouns[titleOf(d.low[end-1])] {
		return end - 1
	}
	for ; i+1 < end; i++ {
		if titleNouns[titleOf(d.low[i])] && (d.low[i+1] == "of" || d.low[i+1] == "for") {
			return i
		}
	}
	return none
}

// role makes a Role of tokens [i, end). A name of an institution at its start
// is its Organisation.
func (d *draft) role(i, end int) onrecord.Role {
	role := onrecord.Role{Words: d.span(i, end)}
	k := i
	for k < end && d.r.Tokens[k].Name == "ORGANIZATION" && !titleNouns[titleOf(d.low[k])] {
		k++
	}
	if k > i && k < end {
		role.Organisation = oneLine(d.span(i, k).In(d.text))
		if possessive(d.low[k]) && k+1 < end {
			k++
		}
		i = k
	} else {
		role.Organisation = d.organisationIn(i, end)
	}
	role.Title = oneLine(d.span(i, end).In(d.text))
	return role
}

// organisationIn is the first name of an institution after "of", "at", "for"
// or "with" in tokens [i, end).
func (d *draft) organisationIn(i, end int) string {
	for ; i+1 < end; i++ {
		switch d.low[i] {
		case "of", "at", "for", "with", "from":
		default:
			continue
		}
		k := i + 1
		if d.low[k] == "the" && k+1 < end {
			k++
		}
		e := k
		for e < end && d.r.Tokens[e].Name == "ORGANIZATION" {
			e++
		}
		if e > k {
			return oneLine(d.span(k, e).In(d.text))
		}
	}
	return ""
}

// appositionAfter reads "Ann Lee, the mayor of Harbour, …".
func (d *draft) appositionAfter(m *mention) (onrecord.Role, bool) {
	_, end := d.bounds(m.first)
	if d.at(m.end) != "," || m.end+1 >= end || d.quoted[m.end] != d.quoted[m.first] {
		return onrecord.Role{}, false
	}
	i := m.end + 1
	if d.low[i] == "who" && i+2 < end && (d.low[i+1] == "is" || d.low[i+1] == "was") {
		i += 2
	}
	i = d.skipDeterminer(i, end)
	noun := none
	k := i
	for k < end && k-i < 2*titleReach {
		w := d.low[k]
		if w == "," || w == "." || w == ";" || w == "—" || w == "--" || w == "who" || w == "which" || d.quoted[k] != d.quoted[m.first] {
			break
		}
		if d.verb(k) && d.tag(k) != "VBN" && d.tag(k) != "VBG" {
			break
		}
		if noun == none {
			if d.tag(k) == "IN" || d.r.Tokens[k].Name == "PERSON" {
				break
			}
			if titleNouns[titleOf(w)] && !d.nounNext(k, end) {
				noun = k
			}
		}
		k++
	}
	if noun == none || k <= noun {
		return onrecord.Role{}, false
	}
	return d.role(i, k), true
}

// nounNext reports that the noun at k is not the last of its compound.
func (d *draft) nounNext(k, end int) bool {
	return k+1 < end && d.noun(k+1) && d.r.Tokens[k+1].Name != "PERSON"
}

func (d *draft) skipDeterminer(i, end int) int {
	for i < end-1 && (d.tag(i) == "DT" || owners[d.low[i]] || d.low[i] == "then") {
		i++
	}
	return i
}

// appositionBefore reads "The mayor of Harbour, Ann Lee, …": the name must be
// set off by a comma after it too, or end the sentence, and the noun phrase
// must begin with a determiner.
func (d *draft) appositionBefore(m *mention) (onrecord.Role, bool) {
	first, end := d.bounds(m.first)
	comma := m.title - 1
	if comma <= first || d.low[comma] != "," || m.end >= end || d.low[m.end] != "," && d.low[m.end] != "." {
		return onrecord.Role{}, false
	}
	i := comma
	for i > first && comma-i < titleReach {
		i--
		if d.tag(i) == "DT" || owners[d.low[i]] {
			if noun := d.titleNoun(i+1, comma); noun != none && d.phrase(i+1, comma) {
				return d.role(i+1, comma), true
			}
			if d.at(i-1) != "of" && d.at(i-1) != "for" {
				break
			}
		}
		if d.verb(i) || d.low[i] == "," {
			break
		}
	}
	return onrecord.Role{}, false
}

// phrase reports that tokens [i, end) are one noun phrase: no verb, no comma.
func (d *draft) phrase(i, end int) bool {
	for ; i < end; i++ {
		if d.verb(i) && d.tag(i) != "VBN" && d.tag(i) != "VBG" || d.low[i] == "," {
			return false
		}
	}
	return true
}

// byTitle picks, of several people of one name, the one who bears the title.
func (d *draft) byTitle(m *mention, role onrecord.Role) {
	if m.title >= m.first {
		return
	}
	noun := d.titleNoun(m.title, m.first)
	if noun == none {
		return
	}
	sure := none
	for _, who := range m.others {
		if d.bears(who, titleOf(d.low[noun])) {
			if sure != none {
				return
			}
			sure = who
		}
	}
	if sure != none {
		m.who, m.others = sure, nil
	}
}

// bears reports that a being has a title with this noun.
func (d *draft) bears(who int, noun string) bool {
	for _, title := range d.beings[who].titles {
		for _, w := range strings.Fields(title) {
			if titleOf(w) == noun {
				return true
			}
		}
	}
	return false
}
