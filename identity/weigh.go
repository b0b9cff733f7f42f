package identity

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"onrecord"
	"onrecord/people"
)

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

// years counts what lies between the documents of the two.
func years(p *pair) float64 {
	a, b := p.a, p.b
	if a.first > b.first {
		a, b = b, a
	}
	last, err1 := time.Parse(time.DateOnly, string(a.last))
	first, err2 := time.Parse(time.DateOnly, string(b.first))
	if err1 != nil || err2 != nil {
		return 0
	}
	between := first.Sub(last).Hours() / 24 / 365
	if between < 10 {
		return 0
	}
	p.say("%.0f years lie between their articles", between)
	return longAgo * between
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
