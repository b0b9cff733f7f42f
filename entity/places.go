package entity

import (
	"strings"

	"onrecord"
)

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
var seats = commaSet("white house, kremlin, downing street, pentagon, foggy bottom, capitol hill, wall street, élysée, elysee, whitehall, vatican, holy see")

// alias gives names of one thing one key.
var alias = map[string]string{
	"us": "united states", "usa": "united states", "united states of america": "united states", "america": "united states",
	"uk": "united kingdom", "britain": "united kingdom", "great britain": "united kingdom",
	"un": "united nations", "eu": "european union", "gop": "republican party", "dnc": "democratic national committee",
	"rnc": "republican national committee", "nyt": "new york times", "times": "new york times", "ap": "associated press",
	"dprk": "north korea", "fed": "federal reserve",
}

// capitals speak for the country's government.
var capitals = commaPairs(`beijing: china, moscow: russia, pyongyang: north korea, seoul: south korea, tokyo: japan, tehran: iran,
ankara: turkey, berlin: germany, paris: france, london: united kingdom, rome: italy, madrid: spain, kiev: ukraine, kyiv: ukraine,
jerusalem: israel, damascus: syria, baghdad: iraq, kabul: afghanistan, islamabad: pakistan, new delhi: india, delhi: india,
riyadh: saudi arabia, cairo: egypt, havana: cuba, caracas: venezuela, mexico city: mexico, ottawa: canada, canberra: australia,
brasilia: brazil, taipei: taiwan, hanoi: vietnam, manila: philippines, jakarta: indonesia, warsaw: poland, budapest: hungary,
athens: greece, vienna: austria, bern: switzerland, stockholm: sweden, oslo: norway, helsinki: finland, copenhagen: denmark,
lisbon: portugal, dublin: ireland, minsk: belarus, tripoli: libya, khartoum: sudan, nairobi: kenya, doha: qatar`)

// countries that news names as those who speak.
var countries = commaSet(`united states, china, russia, north korea, south korea, japan, iran, turkey, germany, france, united kingdom,
italy, spain, ukraine, israel, syria, iraq, afghanistan, pakistan, india, saudi arabia, egypt, cuba, venezuela, mexico, canada,
australia, brazil, taiwan, vietnam, philippines, indonesia, poland, hungary, greece, austria, switzerland, sweden, norway, finland,
denmark, portugal, ireland, belarus, libya, sudan, kenya, qatar, jordan, lebanon, yemen, palestine, england, scotland, wales,
netherlands, belgium, argentina, chile, colombia, peru, ecuador, bolivia, nigeria, ethiopia, somalia, south africa, zimbabwe, morocco,
tunisia, algeria, kuwait, bahrain, oman, united arab emirates, thailand, malaysia, singapore, myanmar, cambodia, laos, nepal,
bangladesh, sri lanka, new zealand, romania, bulgaria, serbia, croatia, bosnia, kosovo, albania, macedonia, czech republic,
slovakia, slovenia, estonia, latvia, lithuania, georgia, armenia, azerbaijan, kazakhstan, uzbekistan, mongolia, iceland`)

// towns, states and rivers that are last names too.
var towns = commaSet(`washington, jackson, lincoln, houston, dallas, austin, madison, cleveland, jefferson, orlando, charlotte,
columbus, hampton, lancaster, lexington, arlington, burlington, wilmington, virginia, carolina, dakota, montana, tennessee,
hudson, potomac, chester, york, kent, boston, denver, phoenix, santiago, nevada, texas, florida, chelsea, brooklyn, manhattan,
wellington, melbourne, sydney, adelaide, darwin, victoria, alberta, windsor, london, paris, berlin, hamilton, jordan, israel`)

func commaSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, item := range strings.Split(list, ",") {
		m[oneLine(item)] = true
	}
	return m
}

func commaPairs(list string) map[string]string {
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
