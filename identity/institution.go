package identity

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"onrecord"
)

// institutionNames has a line an institution: names that are not made of each
// other's words or letters. A name that means several is in none.
const institutionNames = `
department of defense|defense department|pentagon|dod
department of the treasury|treasury department|treasury|us treasury
department of justice|justice department|doj
department of homeland security|homeland security department|dhs
department of health and human services|hhs
republican party|gop|grand old party
federal reserve|fed|federal reserve board
central intelligence agency|cia
federal bureau of investigation|fbi
house of representatives|house
european union|eu
united nations|un
associated press|ap
downing street|number 10|10 downing street
scotland yard|metropolitan police
agence france presse|afp
`

var institutionKnown = func() map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(institutionNames), "\n") {
		names := strings.Split(line, "|")
		for _, name := range names {
			out[strings.Join(institutionWords(name), " ")] = names[0]
		}
	}
	return out
}()

// ofMany are names of one word that each article gives to another institution.
var ofMany = strings.Fields(`times post journal herald tribune news star sun court party campaign department university committee board
	council company agency bureau commission ministry union church school`)

// institutions returns the pairs of institutions that could be one.
func (x *index) institutions() (out []pair) {
	all := slices.DeleteFunc(x.of(onrecord.Organisation), func(f *fact) bool { return !proper(f.Name) || slices.Contains(ofMany, canonical(f)) })
	seen := map[[2]int]bool{}
	for _, block := range blocks(all, func(f *fact) []string {
		return slices.Compact([]string{canonical(f), "letters " + shortOf(f)})
	}) {
		for i, a := range block {
			for _, b := range block[i+1:] {
				if p, ok := x.oneBody(a, b); ok && !seen[[2]int{a.at, b.at}] {
					seen[[2]int{a.at, b.at}] = true
					out = append(out, p)
				}
			}
		}
	}
	return out
}

// proper reports whether an institution has a name: "the campaign" has none.
func proper(name string) bool {
	words := strings.Fields(name)
	if len(words) > 1 && slices.Contains([]string{"the", "a", "an", "his", "her", "its", "their", "our"}, strings.ToLower(words[0])) {
		words = words[1:]
	}
	for _, r := range strings.Join(words, "") {
		if unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// marks are what is taken out of a name before its words are compared.
var marks = strings.NewReplacer("’s", "", "'s", "", ".", "", "’", "", "'", "", "&", " and ")

// institutionWords are the words of a name that count, in order: letters with
// points between them are one word, "F.B.I.".
func institutionWords(name string) []string {
	name = marks.Replace(strings.ToLower(name))
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var out []string
	for _, w := range words {
		switch w {
		case "the", "of", "for", "and", "in", "at", "on", "a":
			continue
		case "dept":
			w = "department"
		case "defence":
			w = "defense"
		case "organisation":
			w = "organization"
		case "labour":
			w = "labor"
		case "centre":
			w = "center"
		}
		out = append(out, w)
	}
	if len(out) > 2 && (out[0] == "us" || out[0] == "united" && out[1] == "states") {
		out = out[slices.Index([]string{"us", "united"}, out[0])+1:]
	}
	return out
}

// canonical is what names of one institution share: what it is known as, else
// its words in alphabetical order, so that "Department of State" is "State
// Department".
func canonical(f *fact) string {
	words := institutionWords(f.Name)
	if known := institutionKnown[strings.Join(words, " ")]; known != "" {
		return known
	}
	if !slices.Contains(words, "department") && !slices.Contains(words, "ministry") {
		return strings.Join(words, " ")
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// shortOf is the name of one word, in capitals, or the first letters of the
// words of a longer one; "-" when there is neither.
func shortOf(f *fact) string {
	words := institutionWords(f.Name)
	if acronym(f.Name) && len(words) == 1 {
		return words[0]
	}
	if len(words) < 3 {
		return "-"
	}
	var letters strings.Builder
	for _, w := range words {
		letters.WriteRune([]rune(w)[0])
	}
	return letters.String()
}

// acronym reports three capitals or more.
func acronym(name string) bool {
	n := 0
	for _, r := range name {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 3
}

// classOfInstitutions is Institution for two names of one institution, empty
// when they are not alike.
func classOfInstitutions(a, b *fact) Class {
	if canonical(a) == canonical(b) {
		return Institution
	}
	if s := shortOf(a); s != "-" && s == shortOf(b) && acronym(a.Name) != acronym(b.Name) {
		return Institution
	}
	return ""
}

const (
	sameWords   = 4.0 // the same words in another order or form, or known to be one
	sameLetters = 0.3 // first letters, and the oftener the whole name is printed, the more
	mostPrinted = 1.5 // at most, for that
)

// oneBody weighs a pair of institutions.
func (x *index) oneBody(a, b *fact) (pair, bool) {
	p := pair{a: a, b: b, class: classOfInstitutions(a, b)}
	if p.class == "" || x.apart[[2]string{a.Key, b.Key}] {
		return p, false
	}
	w := sameWords
	if canonical(a) == canonical(b) {
		p.say("%s and %s: one name in two forms", a.Name, b.Name)
	} else {
		w = sameLetters + min(mostPrinted, math.Log(float64(max(len(a.docs), len(b.docs))+1))/2)
		p.say("%s and %s: the letters of one are those the other's words begin with", a.Name, b.Name)
	}
	if x.together(a, b) && w == sameWords {
		p.say("an article names both") // as it names a thing in full, then in short
	}
	w += x.company(&p)
	p.score = 1 / (1 + math.Exp(-w))
	return p, p.score >= floor
}
