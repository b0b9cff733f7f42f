package entity

import (
	"slices"

	"onrecord"
)

// A headline, an abstract and a first paragraph speak of somebody whom the
// article introduces below: "One lawmaker spoke up … Representative Ann Lee".

// ledeParagraphs is where somebody described may stand whom only what is said
// below tells, and introParagraphs where the bearer of a role is introduced.
const (
	ledeParagraphs  = 4
	introParagraphs = 10
)

// introducedBelow is the one person introduced after a role, near the top of
// the article, whose titles have its noun or a narrower one, or of several the
// one in the paragraph right below. Of 17 read in PolNeAR's train and dev parts 16
// were right; the other was "Republican", which is left out now with all words of
// politics.
func (d *draft) introducedBelow(p *rolePhrase) (source, bool) {
	if d.paragraph(p.first) >= leadParagraphs || p.owned || p.nobody || p.former || p.kind == politics {
		return source{}, false
	}
	found, near := none, none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.kind != onrecord.Person || len(b.titles) == 0 || b.first <= p.head || d.paragraph(b.first) >= introParagraphs {
			continue
		}
		if fit, ok := d.bearing(b, p); !ok || fit < partMatch || p.anotherOffice(b) {
			continue
		}
		if d.paragraph(b.first) <= d.paragraph(p.first)+1 {
			near = alone(near, who)
		}
		found = alone(found, who)
	}
	if near >= 0 {
		found = near // of several, the one right below
	}
	if found < 0 {
		return source{}, false
	}
	return source{who: found, form: "role", why: "the one " + p.noun + " introduced below", head: p.head, sieve: wordSieve, lead: guessLead}, true
}

// anotherOffice: "a district judge" is not the circuit judge of whom the article
// tells.
func (p *rolePhrase) anotherOffice(b *being) bool {
	pool := b.roleWords()
	return p.kind == office && !p.definite && slices.ContainsFunc(p.telling, func(w string) bool { return !pool[w] })
}

// several is no being: there is more than one.
const several = none - 1

// alone adds a being to one or none.
func alone(one, who int) int {
	if one == none {
		return who
	}
	return several
}

// headlineParagraphs are the headline and the one below it, and newSpeakerReach
// how many paragraphs after them its speaker is quoted.
const (
	headlineParagraphs = 2
	newSpeakerReach    = 3
)

// newSpeaker is the only person introduced and quoted right below a headline
// that speaks of somebody without an article: "Lawmaker urges delay". Below a
// paragraph it would be somebody else in 8 of 11.
func (d *draft) newSpeaker(p *rolePhrase) int {
	bare := d.tag(p.first) != "DT" && !owners[d.low[p.first]] || d.low[p.first] == "this"
	if !bare || d.paragraph(p.first) >= headlineParagraphs || wider["candidate"][p.noun] {
		return none
	}
	found := none
	for _, j := range d.order {
		s := &d.sources[j]
		if s.who == none || s.head <= p.head {
			continue
		}
		if d.paragraph(s.head) > d.paragraph(p.head)+newSpeakerReach {
			break
		}
		if b := &d.beings[s.who]; b.unnamed || b.kind != onrecord.Person || b.first < p.first || s.who == found {
			continue
		}
		if found != none {
			return none
		}
		found = s.who
	}
	if found == none {
		return none
	}
	if _, ok := d.bearing(&d.beings[found], p); !ok {
		return none
	}
	return found
}
