package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// How well a title speaks for a person.
const (
	fullMatch   = 3.0 // the noun and every telling modifier
	widerMatch  = 2.0 // a wider noun, every modifier; or the modifiers alone
	partMatch   = 1.5 // the noun, but not every modifier
	littleMatch = 0.8
	moreTitle   = 0.5
)

// bearing compares a role with what the article says of b: how well it fits,
// and false when b is somebody else.
func (d *draft) bearing(b *being, p *rolePhrase) (float64, bool) {
	if b.kind != onrecord.Person || b.unnamed {
		return 0, false
	}
	if g := genderOfTitle(d.low[p.head]); g != 0 && b.gender != 0 && g != b.gender {
		return 0, false
	}
	if p.gender != 0 && b.gender != 0 && p.gender != b.gender {
		return 0, false
	}
	best, clash := 0.0, false
	pool := b.roleWords()
	told := 0
	for _, w := range p.telling {
		if pool[w] {
			told++
		}
	}
	for _, title := range b.titleWords() {
		fit, bad := titleFits(title, p)
		best = max(best, fit)
		clash = clash || bad
	}
	switch {
	case told < len(p.telling) && places(p.telling, pool):
		return 0, false // another state's
	case best >= partMatch && told < len(p.telling) && p.kind == politics:
		return littleMatch, true // there are many Republicans
	case best >= partMatch && told < len(p.telling):
		return best - partMatch + float64(told)/2, true
	case best > 0:
		return best, true
	case told > 0 && !clash && (p.guessed() || p.soleEpithet()):
		for _, w := range p.telling {
			if pool[w] && !partyWords[w] {
				return widerMatch, true
			}
		}
		return littleMatch, true
	case clash:
		return 0, false
	}
	return 0, !p.former || !b.inOffice()
}

// inOffice reports a title that is an office and not a former one.
func (b *being) inOffice() bool {
	for _, title := range b.titleWords() {
		now, was := false, false
		for _, w := range title {
			now = now || roleKinds[titleOf(w)] == office
			was = was || past[w]
		}
		if now && !was {
			return true
		}
	}
	return false
}

// titleFits compares one title with a role: how well it fits, or whether it is
// one that shuts the role out.
func titleFits(title []string, p *rolePhrase) (fit float64, clash bool) {
	former, same, wide, company := false, false, false, false
	var own []string
	kind, headed := noKind, false
	for i, w := range title {
		if !same && !wide && strings.ContainsAny(w, "0123456789") {
			return 0, false // "the 2012 nominee" is not the nominee
		}
		f := titleOf(w)
		former = former || past[w]
		same = same || f == p.noun
		wide = wide || wider[p.noun][f]
		if ranks[w] {
			own = append(own, w)
		}
		if w == "of" || w == "for" || w == "at" || w == "with" || w == "to" {
			headed = headed || kind != noKind
		}
		if k := kindOfRole(f); k != noKind && !headed {
			kind = k // "conservative economist": the last noun counts
		}
		company = company || (f == "president" || f == "chairman" || f == "director") && i+2 < len(title) && title[i+1] == "of" && !countries[title[len(title)-1]]
	}
	switch {
	case (same || wide) && !slices.Equal(own, p.ranks):
		return 0, same && p.kind == office
	case same && former == p.former && len(title) > 1+len(own)+len(p.telling) && len(p.telling) == 0:
		return fullMatch - moreTitle, false // "the president" is not first the bank's
	case same && former == p.former:
		return fullMatch, false
	case same:
		return partMatch, false // "the governor", who was one
	case wide:
		return widerMatch, false
	case partyWords[folded(p.noun)] && slices.ContainsFunc(title, func(w string) bool { return wider["lawmaker"][titleOf(w)] || titleOf(w) == "governor" }):
		return littleMatch, false // "the Republican" is mostly one in office
	}
	if former || p.former || kind == noKind || goesWith[p.kind] == nil {
		return 0, false
	}
	return 0, company || !goesWith[p.kind][kind]
}

// titleWords are the words of each title.
func (b *being) titleWords() [][]string {
	for n := len(b.fields); n < len(b.titles); n++ {
		b.fields = append(b.fields, strings.Fields(b.titles[n]))
	}
	return b.fields
}

// roleWords are the words of all titles of a being.
func (b *being) roleWords() map[string]bool {
	if b.pool == nil || b.pooled != len(b.titles) {
		b.pool, b.pooled = map[string]bool{}, len(b.titles)
		for _, title := range b.titleWords() {
			for _, w := range title {
				b.pool[folded(strings.TrimRight(w, ".,"))] = true
			}
		}
	}
	return b.pool
}

// places reports that both name American states, and none is the same.
func places(telling []string, pool map[string]bool) bool {
	a, b := statesIn(strings.Join(telling, " ")), false
	if a == "" || pool[strings.Fields(a)[0]] {
		return false
	}
	for w := range pool {
		b = b || stateWords[w]
	}
	return b
}

func statesIn(words string) string {
	for _, w := range strings.Fields(words) {
		if stateWords[w] {
			return w
		}
	}
	return ""
}

// stateWords are the words of the states' names that are of no other name.
var stateWords = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range states {
		for _, w := range strings.Fields(name) {
			if !compass[w] {
				m[w] = true
			}
		}
	}
	return m
}()
