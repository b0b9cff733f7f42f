package entity

import (
	"strings"

	"onrecord"
)

// findInstitutions joins the mentions of institutions and places by name, and
// acronyms with the full name that the article gives before them.
func (d *draft) findInstitutions() {
	for i := range d.mentions {
		m := &d.mentions[i]
		if m.kind == onrecord.Person {
			continue
		}
		m.who = d.institutionOf(m, i)
	}
}

func (d *draft) institutionOf(m *mention, i int) int {
	key := nameKey(m.parts)
	if long, ok := alias[key]; ok {
		key = long
	}
	if who, ok := d.byName[key]; ok {
		b := &d.beings[who]
		if b.kind == onrecord.UnknownKind {
			b.kind = kindOf(key, m.kind)
		}
		if len(d.printed(m)) > len(b.name) {
			b.name = d.printed(m)
		}
		return who
	}
	kind := kindOf(key, m.kind)
	if kind == onrecord.UnknownKind && d.tag(m.end-1) == "NNPS" {
		kind = onrecord.Group // "Republicans"
	}
	who := len(d.beings)
	d.beings = append(d.beings, being{kind: kind, name: d.printed(m), parts: m.parts, first: m.first, plural: kind == onrecord.Group})
	d.byName[key] = who
	d.acronym(m, who)
	return who
}

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
	return source{who: d.called(name, onrecord.Organisation, m.first, h+1), form: "institution", why: "named after its head", head: h}, true
}

// acronym lets "FBI" mean the Federal Bureau of Investigation that was named
// before.
func (d *draft) acronym(m *mention, who int) {
	var initials strings.Builder
	for k := m.first; k < m.end; k++ {
		if d.capital(k) {
			initials.WriteByte(d.low[k][0])
		}
	}
	short := initials.String()
	if len(short) < 3 {
		return
	}
	if _, taken := d.byName[short]; !taken {
		d.byName[short] = who
	}
}

// nameKey is a name by which two mentions are the same.
func nameKey(parts []string) string {
	if len(parts) > 1 && parts[0] == "the" {
		parts = parts[1:]
	}
	key := strings.Join(parts, " ")
	return strings.ReplaceAll(key, ".", "")
}

func kindOf(key string, tagged onrecord.EntityKind) onrecord.EntityKind {
	if _, ok := capitals[key]; ok || countries[key] {
		return onrecord.Country
	}
	if seats[key] || tagged == onrecord.Organisation {
		return onrecord.Organisation
	}
	if tagged == onrecord.Country {
		return onrecord.Country
	}
	return onrecord.UnknownKind
}

// seats are buildings and places that speak for who sits there.
var seats = set2("white house, kremlin, downing street, pentagon, foggy bottom, capitol hill, wall street, élysée, elysee, whitehall, vatican, holy see")

// alias gives names of one thing one key.
var alias = map[string]string{
	"us": "united states", "usa": "united states", "united states of america": "united states", "america": "united states",
	"uk": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
	"un": "united nations", "eu": "european union", "gop": "republican party", "dnc": "democratic national committee",
	"rnc": "republican national committee", "nyt": "new york times", "times": "new york times", "ap": "associated press",
	"dprk": "north korea",
}

// capitals speak for the country's government.
var capitals = pairs2(`beijing: china, moscow: russia, pyongyang: north korea, seoul: south korea, tokyo: japan, tehran: iran,
ankara: turkey, berlin: germany, paris: france, london: united kingdom, rome: italy, madrid: spain, kiev: ukraine, kyiv: ukraine,
jerusalem: israel, damascus: syria, baghdad: iraq, kabul: afghanistan, islamabad: pakistan, new delhi: india, delhi: india,
riyadh: saudi arabia, cairo: egypt, havana: cuba, caracas: venezuela, mexico city: mexico, ottawa: canada, canberra: australia,
brasilia: brazil, taipei: taiwan, hanoi: vietnam, manila: philippines, jakarta: indonesia, warsaw: poland, budapest: hungary,
athens: greece, vienna: austria, bern: switzerland, stockholm: sweden, oslo: norway, helsinki: finland, copenhagen: denmark,
lisbon: portugal, dublin: ireland, minsk: belarus, tripoli: libya, khartoum: sudan, nairobi: kenya, doha: qatar`)

// countries that news names as those who speak.
var countries = set2(`united states, china, russia, north korea, south korea, japan, iran, turkey, germany, france, united kingdom,
italy, spain, ukraine, israel, syria, iraq, afghanistan, pakistan, india, saudi arabia, egypt, cuba, venezuela, mexico, canada,
australia, brazil, taiwan, vietnam, philippines, indonesia, poland, hungary, greece, austria, switzerland, sweden, norway, finland,
denmark, portugal, ireland, belarus, libya, sudan, kenya, qatar, jordan, lebanon, yemen, palestine, england, scotland, wales,
netherlands, belgium, argentina, chile, colombia, peru, ecuador, bolivia, nigeria, ethiopia, somalia, south africa, zimbabwe, morocco,
tunisia, algeria, kuwait, bahrain, oman, united arab emirates, thailand, malaysia, singapore, myanmar, cambodia, laos, nepal,
bangladesh, sri lanka, new zealand, romania, bulgaria, serbia, croatia, bosnia, kosovo, albania, macedonia, czech republic,
slovakia, slovenia, estonia, latvia, lithuania, georgia, armenia, azerbaijan, kazakhstan, uzbekistan, mongolia, iceland`)

// towns, states and rivers that are last names too.
var towns = set2(`washington, jackson, lincoln, houston, dallas, austin, madison, cleveland, jefferson, orlando, charlotte,
columbus, hampton, lancaster, lexington, arlington, burlington, wilmington, virginia, carolina, dakota, montana, tennessee,
hudson, potomac, chester, york, kent, boston, denver, phoenix, santiago, nevada, texas, florida, chelsea, brooklyn, manhattan,
wellington, melbourne, sydney, adelaide, darwin, victoria, alberta, windsor, london, paris, berlin, hamilton, jordan, israel`)

func set2(list string) map[string]bool {
	m := map[string]bool{}
	for _, item := range strings.Split(list, ",") {
		m[oneLine(item)] = true
	}
	return m
}

func pairs2(list string) map[string]string {
	m := map[string]string{}
	for _, item := range strings.Split(list, ",") {
		from, to, _ := strings.Cut(item, ":")
		m[oneLine(from)] = oneLine(to)
	}
	return m
}

// speaksFor is who speaks when the name of being who is a source: the country,
// for its capital, when the article names the country.
func (d *draft) speaksFor(who int) int {
	if country, ok := capitals[nameKey(d.beings[who].parts)]; ok {
		if c, named := d.byName[country]; named {
			return c
		}
	}
	return who
}
