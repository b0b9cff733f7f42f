package people

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// Lists are all holdings that were imported, ready to be asked. The zero value
// and nil hold none. A Lists may be asked concurrently.
type Lists struct {
	entries  []entry
	byOffice map[string][]int // by each of Office.keys
	byWord   map[string][]int // by each word of an office that is no head: for Near
	byLast   map[string][]int // by the last name of the person or of another name
}

// An entry is a holding with its names and title taken apart.
type entry struct {
	onrecord.Holding
	office Office
	names  []Name
}

// New indexes holdings.
func New(holdings []onrecord.Holding) *Lists {
	l := &Lists{byOffice: map[string][]int{}, byWord: map[string][]int{}, byLast: map[string][]int{}}
	for i, h := range holdings {
		e := entry{Holding: h, office: OfficeOf(h.Position, h.Organisation)}
		if e.office.country == "" {
			e.office.country = CountryOf(h.List)
		}
		for _, name := range append([]string{h.Person}, h.OtherNames...) {
			n := ParseName(name)
			if !slices.ContainsFunc(e.names, func(m Name) bool { return Alike(n, m) == Equal }) {
				e.names = append(e.names, n)
			}
			if at := l.byLast[n.Last]; len(at) == 0 || at[len(at)-1] != i {
				l.byLast[n.Last] = append(at, i)
			}
		}
		for _, key := range e.office.keys() {
			l.byOffice[key] = append(l.byOffice[key], i)
		}
		for _, w := range unique(slices.Concat(e.office.words, e.office.body)) {
			if !heads[w] {
				l.byWord[w] = append(l.byWord[w], i)
			}
		}
		l.entries = append(l.entries, e)
	}
	return l
}

// person are the entries of whoever has a name: the whole name, or one that
// differs only by a middle name or a short form. A last name alone is nobody's.
func (l *Lists) person(name Name) (out []int) {
	for _, i := range l.byLast[name.Last] {
		if slices.ContainsFunc(l.entries[i].names, func(n Name) bool { return len(n.First) > 0 && Alike(n, name) >= ShortForm }) {
			out = append(out, i)
		}
	}
	return out
}

// A Person is somebody whom lists know.
type Person struct {
	Name       string // as the first of the lists has it
	Identifier string // in that list; empty when not given
	List       string
}

// Persons are those whom a name may mean, each once, by list and line: the whole
// name, or one that differs only by a middle name or a short form.
func (l *Lists) Persons(name string) (out []Person) {
	if l == nil {
		return nil
	}
	seen := map[string]bool{}
	for _, i := range l.person(ParseName(name)) {
		e := &l.entries[i]
		id := first(e.Identifier, strings.Join(fold(e.Holding.Person), " "))
		if !seen[id] {
			seen[id] = true
			out = append(out, Person{e.Holding.Person, e.Identifier, e.List})
		}
	}
	return out
}

// office are the entries of an office: the same, else those near it.
func (l *Lists) office(o *Office) (out []int) {
	for _, key := range o.keys() {
		for _, i := range l.byOffice[key] {
			if l.entries[i].office.Same(o) && !slices.Contains(out, i) {
				out = append(out, i)
			}
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, w := range o.words {
		if heads[w] {
			continue
		}
		for _, i := range l.byWord[w] {
			if o.Near(&l.entries[i].office) {
				out = append(out, i)
			}
		}
		break // an office that it is near has all its words
	}
	return out
}

// Holders returns who held an office on some day of [from, until), by list,
// then by who came first. Of an office that no list knows by this title those
// are returned that have it with more words. An open bound is open.
func (l *Lists) Holders(title, organisation string, from, until onrecord.Day) []onrecord.Holding {
	if l == nil {
		return nil
	}
	o := OfficeOf(title, organisation)
	var out []onrecord.Holding
	for _, i := range l.office(&o) {
		if l.entries[i].Within(from, until) {
			out = append(out, l.entries[i].Holding)
		}
	}
	slices.SortStableFunc(out, func(a, b onrecord.Holding) int {
		return cmp.Or(cmp.Compare(a.List, b.List), cmp.Compare(a.From, b.From), cmp.Compare(a.Line, b.Line))
	})
	return out
}
