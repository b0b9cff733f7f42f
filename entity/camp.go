package entity

import (
	"strings"

	"onrecord"
)

// called is the institution of a name that the tags missed.
func (d *draft) called(name string, kind onrecord.EntityKind, first, end int) int {
	parts := words(name)
	key := nameKey(parts)
	if long, ok := alias[key]; ok {
		key = long
	}
	who, ok := d.byName[key]
	if !ok {
		who = len(d.beings)
		d.beings = append(d.beings, being{kind: kindOf(key, kind), name: name, parts: parts, first: first})
		d.byName[key] = who
	}
	d.beings[who].mentions = append(d.beings[who].mentions, d.span(first, end))
	return who
}

// camp names what belongs to somebody named: "the Lee campaign", "Ann Lee's
// campaign".
func (d *draft) camp(first, h int) (source, bool) {
	k := h
	if k-1 > first && possessive(d.low[k-1]) {
		k--
	}
	if k-1 < first {
		return source{}, false
	}
	m := d.mentionAt(k - 1)
	if m == nil || m.end != k || m.first < first || m.kind == onrecord.Country || d.low[first] == "a" || d.low[first] == "an" {
		return source{}, false
	}
	from := m.first
	if m.kind == onrecord.Person {
		from = m.end - 1
		if suffixes[d.low[from]] && from > m.first {
			from--
		}
	}
	name := oneLine(d.span(from, m.end).In(d.text)) + " " + d.word(h)
	return source{who: d.called(name, onrecord.Organisation, m.first, h+1), form: "institution", why: "named after its head", head: h, sieve: madeSieve}, true
}

// ofSomebody names "his campaign" after whom "his" means.
func (d *draft) ofSomebody(st, first, h int) (source, bool) {
	if w := d.low[h]; w != "campaign" && w != "administration" || h != first+1 {
		return source{}, false
	}
	kind, ok := pronouns[d.low[first]]
	if !ok || kind != he && kind != she {
		return source{}, false
	}
	s := d.nearest(st, first, kind)
	if s.who == none || d.beings[s.who].kind != onrecord.Person || d.beings[s.who].unnamed {
		return source{}, false
	}
	b := &d.beings[s.who]
	if _, ok := d.bearing(b, &rolePhrase{head: h, noun: "candidate", kind: politics}); !ok {
		return source{}, false // an adviser has no campaign
	}
	name := d.surname(s.who) + " " + d.low[h]
	return source{who: d.called(name, onrecord.Organisation, first, h+1), form: "institution", why: "named after the one whom “" + d.low[first] + "” means", head: h, sieve: madeSieve, lead: s.lead}, true
}

// theCampaign is the campaign of the candidate who is in view: "the campaign".
func (d *draft) theCampaign(st, first, h int) (source, bool) {
	if d.low[h] != "campaign" || d.low[first] != "the" || h != first+1 {
		return source{}, false
	}
	if d.at(h+1) == "of" {
		return d.campaignOf(first, h)
	}
	p := rolePhrase{head: h, noun: "candidate", kind: politics}
	outer := d.heldBy(st)
	found := d.spokenOf(first, func(s *seen, sentences, _ int) (candidate, bool) {
		if s.who == none || s.who == outer || sentences > maxParagraphs || d.beings[s.who].unnamed {
			return candidate{}, false
		}
		_, ok := d.bearing(&d.beings[s.who], &p)
		return candidate{who: s.who, score: d.fame(s.who)}, ok
	})
	if len(found) == 0 {
		return source{}, false
	}
	lead := leadOf(found)
	if lead < roleLead {
		return source{}, false
	}
	return source{who: d.called(d.surname(found[0].who)+" campaign", onrecord.Organisation, first, h+1), form: "institution",
		why: "the campaign of the one spoken of", head: h, sieve: wordSieve, lead: lead}, true
}

// campaignOf names "the campaign of the nominee Ann Lee".
func (d *draft) campaignOf(first, h int) (source, bool) {
	_, end := d.bounds(h)
	for i := h + 2; i < min(end, h+titleReach); i++ {
		if m := d.mentionAt(i); m != nil && m.kind == onrecord.Person && m.who != none {
			name := d.surname(m.who) + " campaign"
			return source{who: d.called(name, onrecord.Organisation, first, h+1), form: "institution", why: "named after its head", head: h, sieve: madeSieve}, true
		}
		if d.verb(i) || d.low[i] == "," {
			break
		}
	}
	return source{}, false
}

// surname is a being's last name as printed, without Jr.
func (d *draft) surname(who int) string {
	words := strings.Fields(d.beings[who].name)
	for len(words) > 1 && suffixes[strings.ToLower(words[len(words)-1])] {
		words = words[:len(words)-1]
	}
	return words[len(words)-1]
}
