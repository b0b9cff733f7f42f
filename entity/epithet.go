package entity

import "onrecord"

// An epithet is another word for somebody named: "the billionaire", "the
// agency". It is taken for the only person, or the only institution, that the
// two sentences before speak of. Of 36 such sources of PolNeAR's train part that
// were read, 28 were meant so; of the 18 that are left by the limits below,
// which were drawn on them, all were: offices ("the judge", "the government")
// and names among the modifiers ("the Mexican president") mean others.

// epithetSentences is how far back the name may stand.
const epithetSentences = 2

var (
	personEpithets = set(`candidate nominee hopeful contender frontrunner front-runner businessman businesswoman billionaire
mogul tycoon magnate developer lawmaker legislator congressman congresswoman senator politician democrat republican actor
actress comedian singer rapper model journalist columnist writer activist economist pollster strategist analyst commentator
investor banker lobbyist veteran diplomat lawyer`)
	institutionEpithets = set("agency company group organization organisation bureau firm nonprofit non-profit association union bank")
	parties             = set("republican democratic gop independent libertarian conservative liberal")
)

// epithet finds who is meant by the noun phrase with head h, from first.
func (d *draft) epithet(first, h int) (int, bool) {
	kind := onrecord.Person
	switch w := d.low[h]; {
	case d.low[first] != "the":
		return none, false
	case institutionEpithets[w]:
		kind = onrecord.Organisation
	case !personEpithets[w]:
		return none, false
	}
	for i := first + 1; i < h; i++ {
		if possessive(d.low[i]) || d.low[i] == "former" || d.low[i] == "other" || d.tag(i) == "CD" || d.r.Tokens[i].Name != "O" && !parties[d.low[i]] {
			return none, false
		}
	}
	return d.onlyOne(first, kind)
}

// onlyOne is the one being of a kind that is spoken of in the sentences before
// token at, when all of them are known.
func (d *draft) onlyOne(at int, kind onrecord.EntityKind) (int, bool) {
	found := none
	for k := len(d.recent) - 1; k >= 0; k-- {
		s := &d.recent[k]
		if d.sentence[at]-d.sentence[s.token] > epithetSentences || d.paragraph(at)-d.paragraph(s.token) > 1 {
			break
		}
		if s.who == none || s.epithet {
			return none, false
		}
		b := &d.beings[s.who]
		if b.kind != kind && (kind != onrecord.Person || !b.human) {
			continue
		}
		if b.unnamed || found != none && found != s.who {
			return none, false
		}
		found = s.who
	}
	return found, found != none
}
