package entity

import "onrecord"

// A headline, an abstract and a first paragraph speak of somebody whom the
// article introduces below: "One lawmaker spoke up … Representative Ann Lee".

// ledeParagraphs is where such a role may stand, and introParagraphs where its
// bearer is introduced.
const (
	ledeParagraphs  = 4
	introParagraphs = 10
)

// introducedBelow is the one person introduced after a role, near the top of
// the article, whose titles have its noun or a narrower one. Of 13 read in
// PolNeAR's train and dev parts 12 were right; the other was "Republican", which
// is left out now with all words of politics.
func (d *draft) introducedBelow(p *rolePhrase) (source, bool) {
	if d.paragraph(p.first) >= ledeParagraphs || p.owned || p.nobody || p.former || p.kind == politics {
		return source{}, false
	}
	found := none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.kind != onrecord.Person || len(b.titles) == 0 || b.first <= p.head || d.paragraph(b.first) >= introParagraphs {
			continue
		}
		if fit, ok := d.bearing(b, p); !ok || fit < partMatch {
			continue
		}
		if found != none {
			return source{}, false
		}
		found = who
	}
	if found == none {
		return source{}, false
	}
	return source{who: found, form: "role", why: "the one " + p.noun + " introduced below", head: p.head, sieve: wordSieve, lead: guessLead}, true
}
