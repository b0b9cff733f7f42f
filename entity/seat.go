package entity

import (
	"strings"

	"onrecord"
)

// addSeat lets "the Ohio senator" mean "Sen. Ann Lee (R-Ohio)" and "Sen. Ann
// Lee of Ohio": the place and the party count among the words of the title.
func (d *draft) addSeat(m *mention, role onrecord.Role) {
	seat := ""
	switch w := d.at(m.end); {
	case (w == "(" || w == "-lrb-" || w == ",") && m.end+1 < len(d.low):
		party, place, ok := strings.Cut(d.at(m.end+1), "-")
		if !ok || partyNames[party] == "" {
			return
		}
		seat = partyNames[party] + " " + stateName(place)
	case w == "of" && d.r.Tokens[min(m.end+1, len(d.low)-1)].Name == "LOCATION":
		e := m.end + 1
		for e < len(d.low) && e < m.end+4 && d.r.Tokens[e].Name == "LOCATION" {
			e++
		}
		seat = strings.Join(d.low[m.end+1:e], " ")
	}
	if b := &d.beings[m.who]; seat != "" && len(b.titles) < 2*maxRoles {
		b.titles = append(b.titles, strings.ToLower(role.Title)+" "+seat)
	}
}

var partyNames = map[string]string{"r": "republican", "d": "democratic democrat", "i": "independent", "l": "libertarian"}

// stateName writes out an abbreviation of the Associated Press style.
func stateName(s string) string {
	if long, ok := states[strings.TrimRight(s, ".)")]; ok {
		return long
	}
	return strings.TrimRight(s, ".)")
}

var states = commaPairs(`ala: alabama, ariz: arizona, ark: arkansas, calif: california, colo: colorado, conn: connecticut,
del: delaware, fla: florida, ga: georgia, ill: illinois, ind: indiana, kan: kansas, ky: kentucky, la: louisiana, md: maryland,
mass: massachusetts, mich: michigan, minn: minnesota, miss: mississippi, mo: missouri, mont: montana, neb: nebraska, nev: nevada,
n.h: new hampshire, n.j: new jersey, n.m: new mexico, n.y: new york, n.c: north carolina, n.d: north dakota, okla: oklahoma,
ore: oregon, pa: pennsylvania, r.i: rhode island, s.c: south carolina, s.d: south dakota, tenn: tennessee, tex: texas, vt: vermont,
va: virginia, wash: washington, w.va: west virginia, wis: wisconsin, wyo: wyoming, al: alabama, az: arizona, ar: arkansas,
ca: california, co: colorado, ct: connecticut, fl: florida, il: illinois, ks: kansas, ma: massachusetts, mi: michigan,
mn: minnesota, ms: mississippi, ne: nebraska, nv: nevada, nh: new hampshire, nj: new jersey, nm: new mexico, ny: new york,
nc: north carolina, oh: ohio, ok: oklahoma, or: oregon, ri: rhode island, sc: south carolina, tn: tennessee, tx: texas,
ut: utah, wa: washington, wi: wisconsin, wv: west virginia, ky.: kentucky`)
