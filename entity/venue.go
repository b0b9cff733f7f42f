package entity

import "onrecord"

// venue: "at a rally in Ohio", "Speaking to reporters at the State
// Department, …".
func (d *draft) venue(st *onrecord.Statement, first, end int) {
	from, until := d.bounds(first)
	if !d.speech(first, end) {
		return
	}
	for k := first + 1; k < min(until, end+wayReach) && (k < end || !d.verb(k)); k++ {
		if d.free(st, k, first) && !st.Source.Contains(d.r.Tokens[k].Span) && d.venueAt(st, k, first) {
			return
		}
	}
	if !occasionVerb[d.low[from]] {
		return
	}
	for k := from; k < first && k < from+3*wayReach; k++ {
		if d.low[k] == "," {
			return
		}
		if d.free(st, k, first) && d.venueAt(st, k, first) {
			return
		}
		if d.low[k] == "to" && d.audience(k+1) && st.Addressee.IsZero() {
			d.toldTo(st, k+1, first)
		}
	}
}

// speech reports a cue of speaking, which happens somewhere.
func (d *draft) speech(first, end int) bool {
	for k := first; k < end; k++ {
		if statingVerbs[d.low[k]] != "" || speaking[d.low[k]] {
			return true
		}
	}
	return false
}

var speaking = set("saying telling asked asks asking spoke speaks speaking added adds adding insisted insists noted notes declared declares warned warns called urged urges promised vowed praised criticized criticised attacked blasted mocked joked replied responded repeated explained remarks speech")

var occasionVerb = set("speaking appearing testifying talking addressing campaigning")

// venueAt takes the noun phrase after "at", "in" or "during" at token k.
func (d *draft) venueAt(st *onrecord.Statement, k, cue int) bool {
	if w := d.low[k]; w != "at" && w != "in" && w != "during" {
		return false
	}
	e, place := k+1, false
	for e < len(d.low) && e-k < wayReach && d.free(st, e, cue) && (d.noun(e) || d.adjective(e) || d.tag(e) == "DT" || d.tag(e) == "PRP$" || possessive(d.low[e])) && d.r.Tokens[e].Name != "DATE" {
		m := d.mentionAt(e)
		place = place || occasion[d.low[e]] || m != nil && (m.kind == onrecord.Country || m.kind == onrecord.Organisation && d.low[k] == "at")
		e++
	}
	if e == k+1 || !place {
		return false
	}
	st.Venue = d.span(k+1, e)
	return true
}
