package entity

import (
	"slices"
	"strings"

	"onrecord"
)

// An institution is called by what it is: "the agency", "the newspaper". What
// its name tells of that decides first, then how near it was spoken of.

// epithetSentences is how far back a name is near.
const epithetSentences = 2

// namedAs are the words of names that tell what an institution is.
var namedAs = func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	add := func(nouns, names string) {
		for w := range set(nouns) {
			m[w] = set(names)
		}
	}
	newspaper := ` times post journal news herald tribune gazette globe star sun chronicle inquirer bee register daily observer
guardian telegraph mirror advocate courier dispatch leader sentinel today examiner`
	network := " cnn nbc abc cbs fox msnbc univision pbs npr espn telemundo c-span bloomberg bbc network radio tv"
	magazine := " magazine review time newsweek atlantic economist rolling"
	add("newspaper daily tabloid", newspaper)
	add("paper board", newspaper+network)
	add("network channel station broadcaster", network)
	add("magazine weekly", magazine)
	add("outlet publication", newspaper+network+magazine+" breitbart politico buzzfeed huffington beast beacon")
	add("company firm corporation maker manufacturer giant retailer", "inc inc. corp corp. co co. company mobil motors technologies electric airlines industries llc holdings partners google facebook twitter apple")
	add("agency", "agency fbi cia nsa epa irs tsa nasa department administration bureau interpol")
	add("bureau", "bureau fbi")
	add("union", "union workers steelworkers seiu afl-cio teamsters brotherhood federation teachers")
	add("nonprofit non-profit charity", "foundation fund speaks institute charity charities")
	add("university school college", "university college school")
	add("group organization organisation", `association foundation council coalition alliance union action fund league isis nra aclu
naacp aarp institute project watch federation speaks organization society forum isil al-qaeda network`)
	add("alliance", "alliance nato treaty")
	add("pac", "pac action priorities")
	add("bank", "bank reserve")
	for _, w := range strings.Fields("department committee commission council court foundation party association ministry institute administration") {
		m[w] = map[string]bool{w: true}
	}
	m["committee"]["dnc"], m["committee"]["rnc"] = true, true
	return m
}()

// loosely are nouns for an institution of which the name tells nothing; it may
// be any that no other noun tells.
var loosely = set("company firm agency group organization organisation bureau union nonprofit non-profit charity outlet bank giant retailer maker")

// trades are nouns for a business.
var trades = set("company firm corporation giant retailer maker manufacturer")

// wholly are nouns that are part of the name: a modifier makes another of them.
var wholly = set("department committee commission council court foundation party association ministry institute administration board university school college")

// The weights of an institution; how near it stands is in salience.go.
const (
	tellingName    = 2.0
	institutionMin = 1.0
)

// byInstitution finds who is meant by the noun phrase with head h, from first.
func (d *draft) byInstitution(st, first, h int) (source, bool) {
	noun := d.low[h]
	if d.low[first] != "the" || namedAs[noun] == nil || d.modified(first, h, noun) || d.anyOther(first, h) {
		return source{}, false
	}
	outer := d.heldBy(st)
	found := d.spokenOf(first, func(s *seen, sentences, paragraphs int) (candidate, bool) {
		if s.who == none || s.who == outer || sentences > maxParagraphs || paragraphs > 2 {
			return candidate{}, false
		}
		fit, ok := d.calledSo(&d.beings[s.who], noun)
		return candidate{who: s.who, score: fit, fit: fit}, ok
	})
	if who := d.theOneCalled(noun, first); who != none && (len(found) == 0 || found[0].who != who) && who != outer {
		return source{who: who, form: "role", why: "the one " + noun + " named before", head: h, sieve: wordSieve, lead: guessLead}, true // 6 of 8 read
	}
	if len(found) == 0 {
		return source{}, false
	}
	best, lead := found[0], leadOf(found)
	if (best.fit > 0 || best.near && len(found) == 1 || best.near && best.score >= institutionMin && lead >= guessLead) && lead >= roleLead {
		return source{who: best.who, form: "role", why: "another word for the one named before", head: h, sieve: wordSieve, lead: lead}, true
	}
	return source{}, false
}

// anyOther: "the college that they went to" is one of many, and after "a group
// of voters" the group is these.
func (d *draft) anyOther(first, h int) bool {
	if d.at(h+1) == "that" || d.at(h+1) == "which" {
		return true
	}
	for k := first - 2; d.low[h] == "group" && k >= 0 && d.sentence[first]-d.sentence[k] <= epithetSentences; k-- {
		if d.low[k] == "group" && d.low[k+1] == "of" {
			return true
		}
	}
	return false
}

// theOneCalled is the one institution named before token end whose name, or what
// the article calls it, tells the noun.
func (d *draft) theOneCalled(noun string, end int) int {
	found := none
	for who := range d.beings[:min(len(d.beings), maxBeings)] {
		b := &d.beings[who]
		if b.first >= end {
			continue
		}
		if fit, ok := d.calledSo(b, noun); !ok || fit < tellingName {
			continue
		}
		if found != none {
			return none
		}
		found = who
	}
	return found
}

// modified reports modifiers by which another is meant: a name, a number, or
// for "the appeals court" any at all.
func (d *draft) modified(first, h int, noun string) bool {
	for i := first + 1; i < h; i++ {
		if d.low[i] == "super" && noun == "pac" {
			continue
		}
		if possessive(d.low[i]) || d.low[i] == "former" || d.low[i] == "other" || d.tag(i) == "CD" || d.r.Tokens[i].Name != "O" || wholly[noun] && noun != "board" {
			return true
		}
	}
	return noun == "board" && d.at(h-1) != "editorial"
}

// calledSo reports that an institution can be called by a noun, and how well.
func (d *draft) calledSo(b *being, noun string) (float64, bool) {
	if b.kind != onrecord.Organisation || b.unnamed || stateWords[b.parts[len(b.parts)-1]] || b.parts[len(b.parts)-1] == "state" {
		return 0, false
	}
	words := slices.Concat(b.parts, b.titles)
	for _, w := range words {
		if namedAs[noun][w] || w == noun || trades[noun] && trades[w] {
			return tellingName, true
		}
	}
	if !loosely[noun] {
		return 0, false
	}
	for other, names := range namedAs {
		if other != noun && !loosely[other] && slices.ContainsFunc(b.parts, func(w string) bool { return names[w] }) {
			return 0, false // "the company" is no court
		}
	}
	return 0, true
}

// findKinds reads what the article calls an institution beside its name: "the
// advocacy group Fenn & Sons", "Fenn & Sons, a company that".
func (d *draft) findKinds() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.kind == onrecord.Person || m.who == none || m.first == 0 || d.beings[m.who].kind == onrecord.Country {
			continue
		}
		for _, k := range []int{m.first - 1, m.end} { // "the magazine Tides", "Tides magazine"
			if w := d.at(k); namedAs[w] != nil && !d.capital(k) {
				d.addTitle(m.who, w)
			}
		}
		if d.at(m.end) == "," && (d.at(m.end+1) == "a" || d.at(m.end+1) == "an" || d.at(m.end+1) == "the") {
			_, end := d.bounds(m.end)
			if h := d.head(m.end+2, min(end, m.end+2+titleReach)); h > m.end+1 && h < len(d.low) && namedAs[d.low[h]] != nil {
				d.addTitle(m.who, d.low[h])
			}
		}
	}
}
