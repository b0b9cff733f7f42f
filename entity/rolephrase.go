package entity

import (
	"strings"

	"onrecord"
)

// A rolePhrase is a source that is a person's role: "the former Ohio governor".
type rolePhrase struct {
	first, head int
	noun        string
	kind        roleKind
	former      bool
	ranks       []string
	telling     []string // modifiers that tell one bearer from another: "ohio", "republican"
	definite    bool     // begins with "the"
	nobody      bool     // "the next president"
	aged        bool     // "the 34-year-old mother"
	owned       bool     // "the program's host"
	narrowed    bool     // "the lifelong Republican who wrote the speech"
	gender      byte     // by a pronoun after it: "the nominee staked his name"
	foreign     bool     // "the Norlander politician": a name among the modifiers, but no state's
}

// rolePhrase reads tokens [first, end) with the head h.
func (d *draft) rolePhrase(first, h, end int) rolePhrase {
	p := rolePhrase{first: first, head: h, noun: titleOf(d.low[h]), definite: d.low[first] == "the" || d.at(first-1) == "the"}
	p.kind = kindOfRole(p.noun)
	p.gender = d.genderAfter(max(end, h+1))
	p.narrowed = h+1 < len(d.low) && (d.low[h+1] == "who" || d.low[h+1] == "that" || d.noun(h+1) && h+1 >= end && partyWords[folded(p.noun)] && d.r.Tokens[h+1].Name != "DATE" && d.sentence[h+1] == d.sentence[h])
	for i := first; i < end && i < first+2*titleReach; i++ {
		w := d.low[i]
		switch {
		case possessive(w) && i < h:
			p.owned = true
		case i == h || !d.noun(i) && !d.adjective(i):
			if i > h && (d.tag(i) == "," || strings.HasPrefix(d.tag(i), "W") || d.verb(i)) {
				return p
			}
		case past[w]:
			p.former = true
		case ranks[w] || w == "first" && d.low[h] == "lady":
			p.ranks = append(p.ranks, w)
		case vagueWords[w]:
			p.narrowed, p.nobody = true, true
		case strings.HasSuffix(w, "-year-old"):
			p.aged = true
		case fillers[w] || d.tag(i) == "CD":
		case d.capital(i) || partyWords[w] || i > h:
			p.telling = append(p.telling, folded(w))
			p.foreign = p.foreign || placeTags[d.r.Tokens[i].Name] && !partyWords[w] && !stateWords[w] && !compass[w] && i < h
		case d.noun(i) && (p.kind == office || p.kind == other):
			p.telling = append(p.telling, folded(w))
		}
	}
	return p
}

// genderAfter is what the first "he", "his" or "her" after token i says, when no name
// and no "that" stands between.
func (d *draft) genderAfter(i int) byte {
	if i >= len(d.low) {
		return 0
	}
	_, end := d.bounds(i - 1)
	for ; i < end && !d.quoted[i]; i++ {
		switch d.low[i] {
		case "that", "him":
			return 0
		case "he", "his", "himself":
			return 'm'
		case "she", "her", "herself":
			if d.tag(i) == "PRP" && d.low[i] == "her" {
				return 0
			}
			return 'f'
		}
		if m := d.mentionAt(i); m != nil && m.kind == onrecord.Person || kindOfRole(titleOf(d.low[i])) != noKind {
			return 0
		}
	}
	return 0
}

var placeTags = set("MISC LOCATION COUNTRY CITY STATE_OR_PROVINCE NATIONALITY")

// vagueWords make a role nobody's.
var vagueWords = set("next future first last average typical ideal eventual other same prospective would-be possible")

var compass = set("new north south west rhode")

var partyWords = set("republican democratic gop libertarian independent conservative liberal")

// guessed reports a role that is mostly another word for somebody named.
func (p *rolePhrase) guessed() bool {
	if !p.definite || p.owned || p.narrowed || p.foreign {
		return false
	}
	if p.aged {
		return true
	}
	switch p.kind {
	case politics, business, stage:
		return true
	case office:
		return guessable[p.noun] || p.former && p.noun != "president"
	}
	return p.noun == "author"
}

// soleEpithet reports a profession that is another word for somebody named
// where nobody else is in view. Of 36 of PolNeAR's train part that were read 28
// were meant so; of the 18 that the limits leave all were.
func (p *rolePhrase) soleEpithet() bool {
	return p.definite && !p.owned && !p.narrowed && professions[p.noun]
}

var professions = set(`journalist columnist writer activist economist pollster strategist analyst commentator banker lobbyist
veteran diplomat attorney manager professor physician doctor surgeon neurosurgeon historian scientist scholar filmmaker novelist
poet playwright pastor televangelist evangelist rabbi admiral consultant pundit financier hotelier philanthropist
coach whistleblower speechwriter legend icon native winner champion laureate heir heiress newcomer
quarterback athlete wrestler boxer golfer swimmer author`)

var guessable = set("senator governor congressman congresswoman lawmaker legislator representative mayor justice")
