package people

import (
	"slices"
	"strings"
)

// A Name is a person's name taken apart. The words are folded: lower case,
// without accents and punctuation.
type Name struct {
	First  []string // "rex"; empty for a last name alone
	Last   string   // "tillerson"
	Suffix string   // "jr", "sr", "ii" …
}

var suffixes = setOf("jr sr ii iii iv")

// particles begin a last name: "van der Berg", "de Blasio", "al-Assad".
var particles = setOf("van von der den de la le du di da dos das del al el bin ibn ben abu mac st saint ter ten")

// honorifics stand before a name.
var honorifics = setOf(`mr mrs ms miss dr prof sir dame lord lady president senator sen representative rep congressman congresswoman
	governor gov general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm judge justice rev reverend
	father sister pope king queen prince princess secretary minister ambassador chancellor sheikh ayatollah`)

// ParseName takes a name apart. Honorifics are passed over.
func ParseName(name string) Name {
	words := fold(name)
	for len(words) > 1 && honorifics[words[0]] {
		words = words[1:]
	}
	var n Name
	if len(words) > 1 && suffixes[words[len(words)-1]] {
		n.Suffix, words = words[len(words)-1], words[:len(words)-1]
	}
	if len(words) == 0 {
		return n
	}
	at := len(words) - 1
	for at > 1 && particles[words[at-1]] {
		at--
	}
	n.First, n.Last = words[:at], strings.Join(words[at:], " ")
	return n
}

// A Likeness says how alike two names are.
type Likeness int

// The likenesses, each stronger than the one before.
const (
	Different Likeness = iota
	LastOnly           // one is a last name alone
	Initials           // the first names agree as far as initials tell: "J. Smith", "John Smith"
	ShortForm          // one first name is short for the other: "Bob", "Robert"
	Middle             // equal but for a middle name or a suffix that one of them leaves out
	Equal
)

// Alike compares two names.
func Alike(a, b Name) Likeness {
	switch {
	case a.Last == "" || a.Last != b.Last || a.Suffix != b.Suffix && a.Suffix != "" && b.Suffix != "":
		return Different
	case len(a.First) == 0 && len(b.First) == 0 && a.Suffix == b.Suffix:
		return Equal
	case len(a.First) == 0 || len(b.First) == 0:
		return LastOnly
	case slices.Equal(a.First, b.First) && a.Suffix == b.Suffix:
		return Equal
	case len(a.First) > 1 && len(a.First[0]) == 1 && a.First[1] == b.First[0], len(b.First) > 1 && len(b.First[0]) == 1 && b.First[1] == a.First[0]:
		return Middle // "W. Neil Falk", "Neil Falk"
	case !middles(a.First[1:], b.First[1:]):
		return Different
	case a.First[0] == b.First[0]:
		return Middle
	case Short(a.First[0], b.First[0]):
		return ShortForm
	case initial(a.First[0], b.First[0]):
		return Initials
	}
	return Different
}

// middles reports whether middle names agree: one has none, or they begin
// alike. "John A. Smith" and "John B. Smith" are two.
func middles(a, b []string) bool {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] && !initial(a[i], b[i]) && !Short(a[i], b[i]) {
			return false
		}
	}
	return true
}

// initial reports whether one word is the other's first letter.
func initial(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) == 1 && strings.HasPrefix(b, a)
}

// shortForms has a line a name: it, then its short forms. A short form of two
// names is short for each.
const shortForms = `
abraham abe
albert al bert
alexander alex sandy
alexandra alex sandra
alfred al fred
andrew andy drew
anthony tony
antonio tony
ashton ash
barbara barb
benjamin ben
bernard bernie
bradley brad
catherine cathy kate katie
charles charlie chuck
christina tina chris
christine chris
christopher chris
cynthia cindy
daniel dan danny
david dave
deborah deb debbie
dennis denny
donald don donnie
dorothy dot
douglas doug
edward ed eddie ted
elizabeth liz beth betsy
eugene gene
francis frank
franklin frank
frederick fred
gabriel gabe
gerald jerry
gregory greg
harold harry hal
henry hank harry
jacob jake jack
james jim jimmy
jeffrey jeff
jennifer jen jenny
jessica jess
john jack johnny
jonathan jon
joseph joe joey
joshua josh
judith judy
katherine kate kathy katie
kathleen kathy
kenneth ken
kimberly kim
lawrence larry
leonard len lenny
leslie les
louis lou
margaret meg maggie peggy
matthew matt
michael mike mick
mitchell mitch
nathan nate
nathaniel nate nat
nicholas nick
pamela pam
patricia pat patty
patrick pat
peter pete
philip phil
phillip phil
randolph randy
randall randy
raphael rafael
raymond ray
rebecca becky
richard rick dick rich
robert bob rob bobby robby
ronald ron ronnie
rudolph rudy
russell russ
samuel sam
sandra sandy
sidney sid
stanley stan
stephanie steph
stephen steve
steven steve
stuart stu
susan sue
theodore ted teddy
thomas tom tommy
timothy tim
valerie val
victor vic
victoria vicky
vincent vince
walter walt
william bill billy will
zachary zach
`

var shorts = func() map[string][]string {
	out := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(shortForms), "\n") {
		names := strings.Fields(line)
		for _, short := range names[1:] {
			out[short] = append(out[short], names[0])
		}
	}
	return out
}()

// Short reports whether one first name is short for the other, or both for a
// third.
func Short(a, b string) bool {
	if a == b || slices.Contains(shorts[a], b) || slices.Contains(shorts[b], a) {
		return true
	}
	return slices.ContainsFunc(shorts[a], func(long string) bool { return slices.Contains(shorts[b], long) })
}
