package entity

import (
	"slices"
	"strings"

	"onrecord"
)

func (d *draft) fullName(m *mention) int {
	plain, junior := split(m.parts)
	if n := len(plain); n == 2 && len(plain[0]) == 2 && plain[0][1] == '.' && len(d.byLast[plain[1]]) > 0 {
		if d.sameFull(plain, junior, m) == none {
			return none // one initial is no new namesake
		}
	}
	if who := d.sameFull(plain, junior, m); who != none {
		b := &d.beings[who]
		if len(plain) > len(b.parts) || len(plain) == len(b.parts) && shortForms[b.parts[0]] == plain[0] {
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

// printed is a name as the article gives it, on one line; the capitals of a
// transcript's turn are lowered.
func (d *draft) printed(m *mention) string {
	name := strings.Join(strings.Fields(d.span(m.first, m.end).In(d.text)), " ")
	if _, ok := d.turns[m.title]; ok {
		return lowered(name)
	}
	return name
}

// sameFull finds the person of the same full name.
func (d *draft) sameFull(plain []string, junior string, m *mention) int {
	last := plain[len(plain)-1]
	for _, who := range atMost(d.byLast[last], maxNamesakes) {
		b := &d.beings[who]
		if b.junior == junior && len(b.parts) >= 2 && sameGiven(b.parts, plain) && !genderClash(b, m) {
			return who
		}
	}
	if list := d.byLast[last]; len(list) == 1 && len(d.beings[list[0]].parts) == 1 && d.beings[list[0]].junior == junior && !genderClash(&d.beings[list[0]], m) {
		return list[0] // known by the last name only until now
	}
	for _, list := range [][]int{d.byLast[last], d.byFirst[plain[0]]} {
		for _, who := range atMost(list, maxNamesakes) {
			if d.beings[who].junior == junior && misspelt(d.beings[who].parts, plain) {
				return who
			}
		}
	}
	return none
}

func atMost(list []int, n int) []int { return list[:min(n, len(list))] }

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
	return initialOf(x, y) || initialOf(y, x) || initialsOf(x, b) || initialsOf(y, a) || calledByInitials(x, b)
}

// calledByInitials: "Jeb Bush" is John Ellis Bush.
func calledByInitials(x string, name []string) bool {
	if len(x) != len(name) || len(x) < 3 {
		return false
	}
	for i := range name {
		if x[i] != name[i][0] {
			return false
		}
	}
	return true
}

// initialsOf: "T.S. Vance" is Thomas Sinclair Vance.
func initialsOf(x string, name []string) bool {
	letters := strings.ReplaceAll(x, ".", "")
	if len(letters) < 2 || len(letters)*2 != len(x) || len(letters) >= len(name) {
		return false
	}
	for i := range len(letters) {
		if letters[i] != name[i][0] {
			return false
		}
	}
	return true
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
