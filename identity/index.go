package identity

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"onrecord"
	"onrecord/people"
)

// An index is a record ready to be searched for pairs.
type index struct {
	Record
	facts []*fact // ordered by key
	byKey map[string]int
	named map[string]int // in how many documents a key is named
	docs  int

	byLast map[string][]string // see lastNames
	apart  map[[2]string]bool
	whole  map[[2]string]bool
}

// A fact is what is known of one speaker.
type fact struct {
	*onrecord.Profile
	Name       string // as most documents print it; a profile's depends on which came first
	at         int
	names      []people.Name // different ones, the commonest first
	roles      []role
	statements int
	docs       map[onrecord.DocumentID]bool
	with       []string // named in its documents, sorted
	first      onrecord.Day
	last       onrecord.Day
}

// A role is an office with the title as printed.
type role struct {
	people.Office
	title string
}

func indexOf(r Record) *index {
	x := &index{Record: r, byKey: map[string]int{}, named: map[string]int{}, apart: map[[2]string]bool{}, whole: map[[2]string]bool{}}
	for _, pair := range r.Whole {
		x.whole[pair] = true
	}
	for _, pair := range r.Apart {
		x.apart[pair] = true
		x.apart[[2]string{pair[1], pair[0]}] = true
	}
	profiles := make([]*onrecord.Profile, len(r.Profiles))
	for i := range r.Profiles {
		profiles[i] = &r.Profiles[i]
	}
	slices.SortFunc(profiles, func(a, b *onrecord.Profile) int { return cmp.Compare(a.Key, b.Key) })
	seen := map[onrecord.DocumentID]bool{}
	for i, p := range profiles {
		x.byKey[p.Key] = i
		x.facts = append(x.facts, factOf(p, i))
		for j := range p.Appearances {
			if a := &p.Appearances[j]; !seen[a.Doc] {
				seen[a.Doc] = true
				for _, key := range a.With {
					x.named[key]++
				}
			}
		}
	}
	x.docs = len(seen)
	return x
}

func factOf(p *onrecord.Profile, at int) *fact {
	f := &fact{Profile: p, at: at, docs: map[onrecord.DocumentID]bool{}}
	names, roles := map[string]int{}, map[string]int{}
	for i := range p.Appearances {
		a := &p.Appearances[i]
		names[a.Name] += a.Statements
		f.statements += a.Statements
		f.docs[a.Doc] = true
		f.with = append(f.with, a.With...)
		if a.Printed != "" && (f.first == "" || a.Printed < f.first) {
			f.first = a.Printed
		}
		f.last = max(f.last, a.Printed)
		here := map[string]bool{}
		for _, r := range a.Roles {
			if t := r.Title + "\x00" + r.Organisation; !here[t] {
				here[t] = true
				roles[t]++
			}
		}
	}
	slices.Sort(f.with)
	f.with = slices.Compact(f.with)
	for i, name := range commonest(names) {
		if i == 0 {
			f.Name = name
		}
		f.names = append(f.names, people.ParseName(name))
	}
	for i, t := range commonest(roles) {
		if i == mostRoles {
			break
		}
		title, organisation, _ := strings.Cut(t, "\x00")
		f.roles = append(f.roles, roleOf(onrecord.Role{Title: title, Organisation: organisation}))
	}
	return f
}

// mostRoles is how many roles of a speaker are compared, the commonest.
const mostRoles = 24

func roleOf(r onrecord.Role) role { return role{people.OfficeOf(r.Title, r.Organisation), r.Title} }

// commonest are the keys of counts, most first.
func commonest(counts map[string]int) []string {
	var out []string
	for s := range counts {
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return out
}

// together reports whether a document names both, as two.
func (x *index) together(a, b *fact) bool {
	if len(a.docs) > len(b.docs) {
		a, b = b, a
	}
	for i := range a.Appearances {
		if has(a.Appearances[i].With, b.Key) {
			return true
		}
	}
	for i := range b.Appearances {
		if has(b.Appearances[i].With, a.Key) {
			return true
		}
	}
	return false
}

func has(sorted []string, s string) bool {
	_, ok := slices.BinarySearch(sorted, s)
	return ok
}

// shared are the names that both are named with, the rarest first, and how much
// they say together: of each the logarithm of how rare it is. What a fifth of all
// documents name says nothing of two of them.
func (x *index) shared(a, b *fact) (names []string, weight float64) {
	i, j := 0, 0
	for i < len(a.with) && j < len(b.with) {
		switch c := cmp.Compare(a.with[i], b.with[j]); {
		case c < 0:
			i++
		case c > 0:
			j++
		default:
			rare := math.Log(float64(x.docs+1) / float64(x.named[a.with[i]]+1))
			if key := a.with[i]; rare > 1.5 && key != a.Key && key != b.Key {
				names = append(names, key)
				if strings.HasPrefix(key, string(onrecord.Country)+":") {
					rare /= 2 // places are named beside anybody
				}
				weight += rare
			}
			i++
			j++
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(x.named[a], x.named[b]) })
	return names, weight
}
