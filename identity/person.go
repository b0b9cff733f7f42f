package identity

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord"
	"onrecord/people"
)

// persons returns the pairs of people that could be one.
func (x *index) persons() (out []pair) {
	all := x.of(onrecord.Person)
	bearers := map[string]int{} // of a last name: first names
	for _, block := range blocks(all, lastName) {
		bearers[block[0].names[0].Last] = firstNames(block)
	}
	seen := map[[2]int]bool{}
	look := func(a, b *fact) {
		if a.at > b.at {
			a, b = b, a
		}
		if seen[[2]int{a.at, b.at}] {
			return
		}
		if p, ok := x.likely(a, b, bearers); ok {
			seen[[2]int{a.at, b.at}] = true
			out = append(out, p)
		}
	}
	for _, block := range blocks(all, lastName) {
		for i, a := range block {
			for _, b := range block[i+1:] {
				look(a, b)
			}
		}
	}
	for _, block := range blocks(all, lettersOut) {
		for i, a := range block {
			for _, b := range block[i+1:] {
				look(a, b)
			}
		}
	}
	return out
}

// firstNames counts how many people a block of one last name is: first names
// that are not short for each other, nor initials of each other.
func firstNames(block []*fact) int {
	var firsts []string
	for _, f := range block {
		if len(f.names[0].First) == 0 {
			continue
		}
		first := f.names[0].First[0]
		if !slices.ContainsFunc(firsts, func(s string) bool { return people.Short(s, first) || initialOf(s, first) || initialOf(first, s) }) {
			firsts = append(firsts, first)
		}
	}
	return len(firsts)
}

func initialOf(a, b string) bool { return len(a) == 1 && strings.HasPrefix(b, a) }

// classOf is the class of a pair of names, empty when they are not alike.
func classOf(a, b people.Name) Class {
	switch people.Alike(a, b) {
	case people.Equal, people.Middle:
		return MiddleName
	case people.ShortForm:
		return ShortForm
	case people.Initials:
		return Initials
	case people.LastOnly:
		return LastName
	}
	if misspelt(a, b) {
		return Spelling
	}
	return ""
}

// How much each class says before anything else is known, and what else counts,
// in natural logarithms of odds. Chosen on the development half of
// eval/testdata/identities.tsv.
var prior = map[Class]float64{MiddleName: 2, ShortForm: 0, Initials: -0.5, LastName: -1.5, Spelling: -1.5}

const (
	sameRole    = 2.0  // both hold one office
	likeRole    = 1.0  // both hold one that many hold: "president"
	halfRole    = 0.5  // one is the other's with less said: "director", "director of the mint"
	otherRole   = -1.0 // both have roles, none alike
	generation  = -2.5 // one of the names has a Jr., Sr. or number, the other none
	inOne       = -6.0 // an article names both, as two
	onlyBearer  = 1.0  // nobody else of the record has the last name
	mostCompany = 2.0  // at most, for names that both are named with

	onList       = 2.0  // lists of office-holders know both names as one person's; its negative, as two people's
	mostForemost = 2.5  // at most, for being named oftener than others of the last name
	longAgo      = -0.1 // a year that lies between the last that is printed of one and the first of the other, after ten
	mostOften    = 2.0  // at most, for one spelling being rare beside the other
)

// likely weighs a pair.
func (x *index) likely(a, b *fact, bearers map[string]int) (pair, bool) {
	p := pair{a: a, b: b, class: classOf(a.names[0], b.names[0])}
	if p.class == "" || x.apart[[2]string{a.Key, b.Key}] {
		return p, false
	}
	w := prior[p.class]
	p.say("%s and %s: %s", a.Name, b.Name, p.class)
	if x.together(a, b) {
		w += inOne
		p.say("an article names both, as two")
	}
	if a.names[0].Suffix != b.names[0].Suffix {
		w += generation
		p.say("one name has a Jr. or a number, the other none")
	}
	w += x.roles(&p) + x.company(&p) + x.listed(&p) + years(&p)
	switch p.class {
	case LastName:
		w += x.foremost(&p)
	case Spelling:
		w += x.slip(&p)
	default:
		w += x.bearing(&p, bearers)
	}
	p.score = 1 / (1 + math.Exp(-w))
	return p, p.score >= floor
}

func (p *pair) say(format string, values ...any) {
	p.evidence = append(p.evidence, fmt.Sprintf(format, values...))
}
