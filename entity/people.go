package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// maxNamesakes bounds the work on hostile texts: beyond it a name is not
// compared with more people of the same first or last name.
const maxNamesakes = 32

// findPeople joins the mentions of people by name: first those of two words
// and more, then the rest. Headlines come last: their capitals run names and
// words together ("Board Shuts Down Lee").
func (d *draft) findPeople() {
	var loud []*mention
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case m.kind != onrecord.Person || d.plainParts(m) < 2:
		case d.loud(m):
			loud = append(loud, m)
		default:
			m.who = d.fullName(m)
		}
	}
	for _, m := range loud {
		d.inHeadline(m)
	}
	for i := range d.mentions {
		m := &d.mentions[i]
		switch {
		case m.kind == onrecord.Person && m.who == none:
			d.lastName(m)
		case m.kind != onrecord.Person && len(m.parts) <= 3:
			d.mistagged(m)
		}
	}
	d.findUntagged()
	d.findProtagonists()
}

// loud reports a name in a line where most words have capitals.
func (d *draft) loud(m *mention) bool {
	first, end := d.bounds(m.first)
	words, capitals := 0, 0
	for i := first; i < min(end, first+2*maxPhrase); i++ {
		if len(d.low[i]) > 3 && (i < m.first || i >= m.end) {
			words++
			if d.capital(i) {
				capitals++
			}
		}
	}
	return capitals >= 2 && capitals*3 >= words*2
}

// inHeadline cuts a name to the words that the body knows.
func (d *draft) inHeadline(m *mention) {
	plain, junior := split(m.parts)
	n := len(plain)
	switch {
	case d.sameFull(plain, junior, m) != none:
	case n > 2 && d.sameFull(plain[:2], "", m) != none:
		m.parts, m.end = plain[:2], m.first+2
	case firstNames[plain[0]] == 0 && len(d.byLast[plain[n-1]]) > 0:
		m.first, m.title = m.end-1, m.end-1
		m.parts = plain[n-1:]
		return // a last name
	}
	if m.who = d.fullName(m); m.who != none {
		d.beings[m.who].first = min(d.beings[m.who].first, m.first)
	}
}

// findUntagged finds the last names that the tags missed: a capitalised word
// alone that somebody in the article bears.
func (d *draft) findUntagged() {
	var found []mention
	k := 0
	for i := range d.low {
		for k < len(d.mentions) && d.mentions[k].end <= i {
			k++
		}
		if k < len(d.mentions) && d.mentions[k].first <= i || len(d.byLast[d.low[i]]) == 0 || !d.alone(i) || d.onPage(i) {
			continue
		}
		found = append(found, mention{first: i, end: i + 1, title: i, kind: onrecord.Person, parts: d.low[i : i+1], who: none})
	}
	for n := range found {
		d.lastName(&found[n])
		if who := found[n].who; who != none {
			d.beings[who].first = min(d.beings[who].first, found[n].first)
		}
	}
	d.mentions = append(d.mentions, found...)
	slices.SortFunc(d.mentions, func(a, b mention) int { return a.first - b.first })
}

// alone reports a capitalised proper noun with no other beside it.
func (d *draft) alone(i int) bool {
	if !d.capital(i) || !strings.HasPrefix(d.tag(i), "NNP") {
		return false
	}
	next := i + 1
	if next < len(d.low) && d.noun(next) && (d.capital(next) || d.tag(i) == "NNPS") {
		return false
	}
	return i == 0 || !d.capital(i-1) || !d.noun(i-1) || titleNouns[titleOf(d.low[i-1])] || d.sentence[i-1] != d.sentence[i]
}

// plainParts counts the words of a name without Jr.
func (d *draft) plainParts(m *mention) int {
	n := len(m.parts)
	if n > 0 && suffixes[m.parts[n-1]] {
		n--
	}
	return n
}

// split parts a name from its Jr.
func split(parts []string) (plain []string, junior string) {
	n := len(parts)
	if n > 1 && suffixes[parts[n-1]] {
		return parts[:n-1], parts[n-1]
	}
	return parts, ""
}

func (d *draft) fullName(m *mention) int {
	plain, junior := split(m.parts)
	if n := len(plain); n == 2 && len(plain[0]) == 2 && plain[0][1] == '.' && len(d.byLast[plain[1]]) > 0 {
		if d.sameFull(plain, junior, m) == none {
			return none // one initial is no new namesake
		}
	}
	if who := d.sameFull(plain, junior, m); who != none {
		b := &d.beings[who]
		if len(plain) > len(b.parts) {
			b.name, b.parts = d.printed(m), plain
			if b.gender == 0 {
				b.gender = likelyGender(plain[0])
			}
		}
		d.addGender(who, m)
		return who
	}
	who := len(d.beings)
	d.beings = append(d.beings, being{
		kind: onrecord.Person, name: d.printed(m), parts: plain, junior: junior,
		gender: likelyGender(plain[0]), first: m.first,
	})
	d.addGender(who, m)
	last := plain[len(plain)-1]
	d.byLast[last] = append(d.byLast[last], who)
	d.byFirst[plain[0]] = append(d.byFirst[plain[0]], who)
	if familyFirst[plain[0]] && len(plain) >= 2 {
		d.byLast[plain[0]] = append(d.byLast[plain[0]], who)
	}
	return who
}

// likelyGender of a first name, 0 when both bear it or it is not known.
func likelyGender(name string) byte {
	if g := firstNames[name]; g != 'u' {
		return g
	}
	return 0
}

// addGender: Mr. and Ms. say more than a first name.
func (d *draft) addGender(who int, m *mention) {
	if g := honorifics[m.honorific]; g == 'm' || g == 'f' {
		d.beings[who].gender = g
	}
}

// printed is a name as the article gives it, on one line.
func (d *draft) printed(m *mention) string {
	return strings.Join(strings.Fields(d.span(m.first, m.end).In(d.text)), " ")
}

// sameFull finds the person of the same full name.
func (d *draft) sameFull(plain []string, junior string, m *mention) int {
	last := plain[len(plain)-1]
	for _, who := range head(d.byLast[last], maxNamesakes) {
		b := &d.beings[who]
		if b.junior == junior && len(b.parts) >= 2 && sameGiven(b.parts, plain) && !genderClash(b, m) {
			return who
		}
	}
	if list := d.byLast[last]; len(list) == 1 && len(d.beings[list[0]].parts) == 1 && d.beings[list[0]].junior == junior && !genderClash(&d.beings[list[0]], m) {
		return list[0] // known by the last name only until now
	}
	for _, list := range [][]int{d.byLast[last], d.byFirst[plain[0]]} {
		for _, who := range head(list, maxNamesakes) {
			if d.beings[who].junior == junior && misspelt(d.beings[who].parts, plain) {
				return who
			}
		}
	}
	return none
}

func head(list []int, n int) []int { return list[:min(n, len(list))] }

func genderClash(b *being, m *mention) bool {
	g := honorifics[m.honorific]
	return (g == 'm' || g == 'f') && b.gender != 0 && b.gender != g
}

// sameGiven compares the given names of two names of one last name: the same
// first name, a short form of it or its initial; or one name is the tail of
// the other ("Huckabee Sanders").
func sameGiven(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < len(b) && firstNames[a[0]] == 0 && slices.Equal(a, b[len(b)-len(a):]) {
		return true
	}
	x, y := a[0], b[0]
	if x == y || shortForms[x] == y || shortForms[y] == x || shortForms[x] != "" && shortForms[x] == shortForms[y] {
		return !middleClash(a, b)
	}
	return initialOf(x, y) || initialOf(y, x)
}

// middleClash: "George W. Bush" is not "George H. W. Bush".
func middleClash(a, b []string) bool {
	if len(a) < 3 || len(b) < 3 {
		return false
	}
	x, y := a[1], b[1]
	return x[0] != y[0]
}

func initialOf(x, y string) bool {
	return len(x) <= 2 && x != "" && y != "" && x[0] == y[0] && (len(x) == 1 || x[1] == '.')
}

// misspelt reports two names of the same number of words, all equal but one,
// which differs by one letter put in, left out, changed or swapped (Damerau
// and Levenshtein). Two known first names are two people; so are two short
// last names.
func misspelt(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	at := none
	for i := range a {
		if a[i] != b[i] {
			if at != none {
				return false
			}
			at = i
		}
	}
	if at == none {
		return true
	}
	x, y := a[at], b[at]
	if at == 0 && firstNames[x] != 0 && firstNames[y] != 0 || min(len(x), len(y)) < 4 && len(a) == 2 || min(len(x), len(y)) < 3 {
		return false
	}
	if at == len(a)-1 && min(len(x), len(y)) < 5 {
		return false
	}
	return oneEdit([]rune(x), []rune(y))
}

func oneEdit(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) || slices.Equal(x[i+1:], y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}

// lastName finds who a name of one word is: the one bearer introduced before
// it, else the one bearer in the article. A first name alone is nobody.
func (d *draft) lastName(m *mention) {
	plain, junior := split(m.parts)
	last := plain[len(plain)-1]
	all := d.bearers(last, junior, m)
	before := all[:0:0]
	for _, who := range all {
		if d.beings[who].first < m.first {
			before = append(before, who)
		}
	}
	if len(before) > 0 {
		all = before
	}
	switch {
	case len(all) == 1:
		m.who = all[0]
		d.addGender(m.who, m)
	case len(all) > 1:
		m.others = all
	case firstNames[last] != 0 && len(d.byFirst[last]) > 0:
		m.others = head(d.byFirst[last], maxNamesakes)
	default:
		m.who = d.newLast(m, last)
	}
}

// A protagonist is named this often, and this many times as often as any
// namesake. Of the last names with several bearers in 27 articles of
// eval/testdata/sources.tsv the rule decided NN, NN of them rightly.
const (
	protagonistCount = 6
	protagonistLead  = 4
)

// findProtagonists decides last names with several bearers for the one whom
// the article introduced first and is about: news calls the others by their
// first names too.
func (d *draft) findProtagonists() {
	counts := make([]int, len(d.beings))
	for i := range d.mentions {
		if who := d.mentions[i].who; who != none {
			counts[who]++
		}
	}
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.who != none || len(m.others) < 2 || m.honorific != "" {
			continue
		}
		best := m.others[0]
		plain, _ := split(m.parts)
		if b := d.beings[best].parts; len(b) < 2 || b[0] == plain[len(plain)-1] {
			continue // a first name
		}
		for _, who := range m.others {
			if d.beings[who].first < d.beings[best].first {
				best = who
			}
		}
		leads := counts[best] >= protagonistCount
		for _, who := range m.others {
			leads = leads && (who == best || counts[best] >= protagonistLead*counts[who])
		}
		if leads {
			m.who, m.protagonist = best, true
		}
	}
}

// newLast is a person known by the last name only.
func (d *draft) newLast(m *mention, last string) int {
	who := len(d.beings)
	d.beings = append(d.beings, being{kind: onrecord.Person, name: d.printed(m), parts: []string{last}, first: m.first})
	d.byLast[last] = append(d.byLast[last], who)
	d.addGender(who, m)
	return who
}

// bearers are the people a last name may mean, by Jr., by Mr. or Ms.
func (d *draft) bearers(last, junior string, m *mention) []int {
	var all []int
	for _, who := range head(d.byLast[last], maxNamesakes) {
		b := &d.beings[who]
		if (junior == "" || b.junior == junior) && !genderClash(b, m) {
			all = append(all, who)
		}
	}
	if g := honorifics[m.honorific]; len(all) > 1 && (g == 'm' || g == 'f') {
		var sure []int
		for _, who := range all {
			if d.beings[who].gender == g {
				sure = append(sure, who)
			}
		}
		if len(sure) == 1 {
			return sure
		}
	}
	return all
}

// place reports a name that is tagged as a place and may well be one: towns
// are called after people.
func (d *draft) place(m *mention) bool {
	if m.kind != onrecord.Country {
		return false
	}
	key := nameKey(m.parts)
	_, capital := capitals[key]
	return capital || countries[key] || towns[key] || len(m.parts) > 1
}

// mistagged: a name that is tagged as an institution or a place, but is
// exactly a person's.
func (d *draft) mistagged(m *mention) {
	if d.place(m) || m.end < len(d.low) && d.capital(m.end) && d.noun(m.end) {
		return
	}
	plain, junior := split(m.parts)
	all := d.byLast[plain[len(plain)-1]]
	if len(all) == 0 || len(all) > maxNamesakes {
		return
	}
	for _, who := range all {
		b := &d.beings[who]
		if len(b.parts) < 2 && m.kind != onrecord.Country {
			continue
		}
		if len(plain) == 1 || slices.Equal(plain, b.parts) && junior == b.junior {
			m.kind = onrecord.Person
		}
	}
	if m.kind == onrecord.Person {
		if len(plain) == 1 {
			d.lastName(m)
		} else {
			m.who = d.fullName(m)
		}
	}
}
