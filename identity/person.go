package identity

import (
	"fmt"
	"maps"
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

	onList       = 2.0 // lists of office-holders know both names as one person's; its negative, as two people's
	mostForemost = 2.5 // at most, for being named oftener than others of the last name
	mostOften    = 2.0 // at most, for one spelling being rare beside the other
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
	w += x.roles(&p) + x.company(&p) + x.listed(&p)
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

// roles compares what the two are.
func (x *index) roles(p *pair) float64 {
	if len(p.a.roles) == 0 || len(p.b.roles) == 0 {
		return 0
	}
	best := otherRole
	said := ""
	for i := range p.a.roles {
		for j := range p.b.roles {
			r, s := &p.a.roles[i], &p.b.roles[j]
			w := otherRole
			switch {
			case r.Same(&s.Office) && r.Bare():
				w = likeRole
			case r.Same(&s.Office), r.Near(&s.Office), s.Near(&r.Office):
				w = sameRole
			case r.Part(&s.Office), s.Part(&r.Office):
				w = halfRole
			}
			if w > best {
				best, said = w, fmt.Sprintf("both %s", r.title)
			}
		}
	}
	if said == "" {
		said = fmt.Sprintf("%s is %s, %s is %s", p.a.Name, p.a.roles[0].title, p.b.Name, p.b.roles[0].title)
	}
	p.say("%s", said)
	return best
}

// company counts who both are named with.
func (x *index) company(p *pair) float64 {
	names, weight := x.shared(p.a, p.b)
	if len(names) == 0 {
		return 0
	}
	few := names[:min(len(names), 3)]
	for i := range few {
		_, few[i], _ = strings.Cut(few[i], ":")
	}
	p.say("both named with %s", strings.Join(few, ", "))
	return min(weight/4, mostCompany)
}

// listed asks lists of office-holders whom the two names mean.
func (x *index) listed(p *pair) float64 {
	one, two := x.Lists.Persons(p.a.Name), x.Lists.Persons(p.b.Name)
	switch {
	case len(one) != 1 || len(two) != 1:
		return 0
	case one[0] == two[0]:
		p.say("list %s has both as %s", one[0].List, one[0].Name)
		return onList
	}
	p.say("list %s has %s, list %s %s", one[0].List, one[0].Name, two[0].List, two[0].Name)
	return -onList
}

// foremost counts in how many documents the bearer of a whole name is named, and
// in how many everybody else of that last name.
func (x *index) foremost(p *pair) float64 {
	whole, short := p.a, p.b
	if len(whole.names[0].First) == 0 {
		whole, short = short, whole
	}
	his, others := 0, 0
	for _, key := range x.lastNames()[whole.names[0].Last] {
		switch {
		case key == short.Key:
		case key == whole.Key || people.Alike(people.ParseName(words(key)), whole.names[0]) >= people.ShortForm:
			his += x.named[key]
		default:
			others += x.named[key]
		}
	}
	p.say("%s is named in %d documents, others of the last name in %d", whole.Name, his, others)
	return min(mostForemost, math.Log(float64(his+1)/float64(others+1))*0.7)
}

// lastNames are the keys of people that are named, by last name.
func (x *index) lastNames() map[string][]string {
	if x.byLast != nil {
		return x.byLast
	}
	x.byLast = map[string][]string{}
	for _, key := range slices.Sorted(maps.Keys(x.named)) {
		if strings.HasPrefix(key, string(onrecord.Person)+":") {
			last := people.ParseName(words(key)).Last
			x.byLast[last] = append(x.byLast[last], key)
		}
	}
	return x.byLast
}

// words is the name of a key as words.
func words(key string) string {
	_, name, _ := strings.Cut(key, ":")
	return strings.ReplaceAll(name, "-", " ")
}

// slip counts in how many documents each of two spellings stands: a slip of the
// pen is rare, and what it stands for is not.
func (x *index) slip(p *pair) float64 {
	few, many := min(len(p.a.docs), len(p.b.docs)), max(len(p.a.docs), len(p.b.docs))
	p.say("in %d and %d documents", len(p.a.docs), len(p.b.docs))
	return min(mostOften, math.Log(float64(many)/float64(few)))
}

// bearing counts who else has the last name.
func (x *index) bearing(p *pair, bearers map[string]int) float64 {
	n := bearers[p.a.names[0].Last]
	if n > 1 {
		return -math.Log(float64(n)) / 2
	}
	p.say("nobody else of the record is called %s", p.a.names[0].Last)
	return onlyBearer
}
