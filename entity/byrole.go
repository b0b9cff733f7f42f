package entity

import (
	"cmp"
	"slices"
)

// Thresholds of roles.
const (
	roleLead       = 1.0 // over the next, when the article gives the role
	guessLead      = 1.1 // when it does not
	officeLead     = 1.2 // nor is the role one of many
	professionLead = 1.5
	guessScore     = 1.5
	fameWeight     = 0.1 // a mention anywhere in the article
	maxFame        = 10
	otherTitles    = 0.8
	lacksOffice    = 1.5
	awayScore      = -2.0 // of a bearer of the role who was not spoken of lately
	laterScore     = -1.5 // of one who is named only later
	strongMatch    = partMatch
	weakLead       = 2.5 // when what the article gives is less
)

// byRole finds who is meant by a role: of those spoken of before the one
// whose titles, or whose place in the text, lead enough.
func (d *draft) byRole(st int, p *rolePhrase) (source, bool) {
	if p.nobody {
		return source{}, false
	}
	outer := d.heldBy(st)
	found := d.spokenOf(p.first, func(s *seen, sentences, _ int) (candidate, bool) {
		if s.who == none || s.epithet || s.who == outer || d.coargument(s.token, p.first) {
			return candidate{}, false
		}
		fit, ok := d.bearing(&d.beings[s.who], p)
		c := candidate{who: s.who, score: fit + d.fame(s.who), fit: fit}
		if s.introduced && sentences == 1 && p.soleEpithet() {
			c.score += introWeight // introduced, then called by what they are
		}
		return c, ok
	})
	found = d.bearersElsewhere(found, p)
	if len(found) == 0 {
		return source{}, false
	}
	return d.chooseRole(found, p)
}

func (d *draft) chooseRole(found []candidate, p *rolePhrase) (source, bool) {
	d.withoutRole(found, p)
	if s, ok := epithet(found, p); ok {
		return s, true
	}
	if !p.guessed() {
		found = slices.DeleteFunc(found, func(c candidate) bool { return c.fit <= 0 })
		if len(found) == 0 {
			return source{}, false
		}
	}
	if one, ok := theOne(found, p); ok {
		return source{who: one, form: "role", why: "the one " + p.noun + " in the article with these words", head: p.head, sieve: titleSieve}, true
	}
	best, lead := found[0], leadOf(found)
	guessed := p.guessed() && !d.saidBefore(p.noun, best.who)
	needed := guessLead
	if p.kind == office {
		needed = officeLead
	}
	sole := len(found) == 1 && (best.near || best.score >= 0)
	switch fit := best.fit; {
	case fit >= strongMatch && lead >= roleLead && !(p.kind == office && d.saidBefore(p.noun, best.who)):
		return source{who: best.who, form: "role", why: "the " + p.noun + " whom the article names", head: p.head, sieve: titleSieve, lead: lead}, true
	case fit > 0 && best.near && lead >= weakLead && p.definite && !p.owned && !p.narrowed:
		return source{who: best.who, form: "role", why: "nearly the " + p.noun + " whom the article names", head: p.head, sieve: wordSieve, lead: lead}, true
	case guessed && (best.score >= guessScore || sole) && lead >= needed:
		return source{who: best.who, form: "role", why: "another word for the one named before", head: p.head, sieve: wordSieve, lead: lead}, true
	case guessed:
		return d.candidates(whoOf(found), "role", p.head), true
	}
	var bearers []int
	for _, c := range found {
		if c.fit > 0 {
			bearers = append(bearers, c.who)
		}
	}
	if len(bearers) == 0 {
		return source{}, false
	}
	return d.candidates(bearers, "role", p.head), true
}

// epithet takes a profession for another word for the one who is in view.
func epithet(found []candidate, p *rolePhrase) (source, bool) {
	best, lead := found[0], leadOf(found)
	if !p.soleEpithet() || !best.near || len(found) > 1 && (best.score < guessScore || lead < professionLead) && (best.score < 0 || lead < fullLead) {
		return source{}, false
	}
	for _, c := range found[1:] {
		if c.fit > 0 {
			return source{}, false
		}
	}
	return source{who: best.who, form: "role", why: "another word for the one named before", head: p.head, sieve: wordSieve, lead: lead}, true
}

// bearersElsewhere adds those whom the article gives the role, however far
// away.
func (d *draft) bearersElsewhere(found []candidate, p *rolePhrase) []candidate {
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if len(b.titles) == 0 || b.unnamed || slices.ContainsFunc(found, func(c candidate) bool { return c.who == who && c.fit > 0 }) {
			continue
		}
		fit, ok := d.bearing(b, p)
		if !ok || fit < strongMatch || nations[p.noun] && len(p.telling) == 0 && fit < fullMatch {
			continue // "the president" is another country's only beside its name
		}
		score := awayScore
		if b.first > p.first {
			if !p.definite || d.paragraph(b.first)-d.paragraph(p.first) > d.ahead(p) {
				continue
			}
			score = laterScore
		}
		found = append(found, candidate{who: who, score: score + fit + d.fame(who), fit: fit})
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return found
}

var nations = set("president premier chancellor minister king queen")

// withoutRole takes something off those who are not given an office that
// somebody near bears: "Lee asked Sen. Hill, but the senator …".
func (d *draft) withoutRole(found []candidate, p *rolePhrase) {
	less := 0.0
	for _, c := range found {
		switch {
		case c.fit >= fullMatch-moreTitle && c.near:
			less = lacksOffice
		case c.fit >= partMatch && c.count > 0:
			less = max(less, lacksOffice/2)
		}
	}
	if partyWords[folded(p.noun)] && len(p.telling) > 0 && slices.ContainsFunc(found, func(c candidate) bool { return c.near && c.fit >= littleMatch }) {
		less = 2 * lacksOffice // "the Republican from Ohio" is one in office
	} else if p.kind != office || less == 0 {
		return
	}
	for n := range found {
		if found[n].fit <= 0 {
			found[n].score -= less
			if len(d.beings[found[n].who].titles) > 0 {
				found[n].score -= otherTitles
			}
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
}

// theOne is the one whom the article gives the role with every telling word.
func theOne(found []candidate, p *rolePhrase) (int, bool) {
	one, n := none, 0
	for _, c := range found {
		if c.fit >= fullMatch {
			one, n = c.who, n+1
		}
	}
	return one, n == 1 && len(p.telling) > 0
}

// fame is how much of the article is about a being.
func (d *draft) fame(who int) float64 {
	if who >= len(d.counts) {
		return 0
	}
	return fameWeight * float64(min(d.counts[who], maxFame))
}

// maxBeings bounds how many beings a role noun is compared with.
const maxBeings = 500
