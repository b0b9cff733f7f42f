package entity

import (
	"strings"

	"onrecord"
)

// The way a statement took: to whom it was said, where, and through whom it
// reached the page. All is read in the clause of the cue, outside content.

// wayReach is how many tokens beside the cue are looked at.
const wayReach = 14

var (
	telling = set("told tell tells telling informed assured reminded warned")
	posting = map[string]string{
		"tweeted": "Twitter", "tweets": "Twitter", "tweeting": "Twitter", "tweet": "Twitter", "retweeted": "Twitter",
	}
	platforms = set("twitter facebook instagram youtube snapchat reddit tumblr medium periscope linkedin")
	meeting   = set("interview interviews conversation call briefing")
	occasion  = set("rally speech conference event meeting forum hearing debate briefing press-conference stop fundraiser dinner appearance convention summit town-hall tank university church campaign-stop")
)

// way fills Addressee, Venue and Via.
func (d *draft) way(i int) {
	st := &d.r.Statements[i]
	first, end := d.phraseOf(st.Cue)
	if first >= end {
		return
	}
	d.posted(st, first, end)
	d.addressee(st, first, end)
	d.reported(i, first, end)
	d.venue(st, first, end)
}

// free reports that token k can say something of the cue: in its sentence,
// outside the content and quotation marks.
func (d *draft) free(st *onrecord.Statement, k, cue int) bool {
	if k < 0 || k >= len(d.low) || d.sentence[k] != d.sentence[cue] || d.quoted[k] && !d.quoted[cue] {
		return false
	}
	for _, c := range st.Content {
		if c.Contains(d.r.Tokens[k].Span) {
			return false
		}
	}
	return true
}

func (d *draft) hop(st *onrecord.Statement, kind, name string, words onrecord.Span) {
	for _, h := range st.Via {
		if h.Kind == kind && h.Name == name {
			return
		}
	}
	st.Via = append(st.Via, onrecord.Hop{Kind: kind, Name: name, Words: words})
}

// posted: "tweeted", "wrote on Facebook".
func (d *draft) posted(st *onrecord.Statement, first, end int) {
	for k := first; k < end+wayReach; k++ {
		if !d.free(st, k, first) {
			break
		}
		if name := posting[d.low[k]]; name != "" && k < end {
			d.hop(st, "posted", name, d.r.Tokens[k].Span)
		}
		if (d.low[k] == "tweet" || d.low[k] == "tweets") && k >= end && d.preposed(k, end) {
			d.hop(st, "posted", "Twitter", d.r.Tokens[k].Span)
		}
		if platforms[d.low[k]] && d.capital(k) && (d.at(k-1) == "on" || d.at(k-1) == "to" || d.at(k-1) == "via") {
			d.hop(st, "posted", d.word(k), d.span(k-1, k+1))
		}
		if k >= end && d.verb(k) {
			break
		}
	}
}

// preposed reports that a noun after the cue stands after "in" or "on": "wrote
// in a pair of tweets".
func (d *draft) preposed(k, from int) bool {
	for i := k - 1; i >= max(from, k-5); i-- {
		if w := d.low[i]; w == "in" || w == "on" || w == "via" {
			return true
		}
	}
	return false
}

// addressee: the object of "told"; "to reporters"; "in an interview with". An
// outlet is a hop too.
func (d *draft) addressee(st *onrecord.Statement, first, end int) {
	for k := first; k < end; k++ {
		if telling[d.low[k]] {
			d.toldTo(st, k+1, first)
			return
		}
	}
	for k := first + 1; k < end+wayReach; k++ {
		if !d.free(st, k, first) || k >= end && d.verb(k) {
			return
		}
		switch {
		case d.low[k] == "to" && k > first && d.low[k-1] != "according" && k+1 < len(d.low) && !d.verb(k+1) && d.audience(k+1):
			d.toldTo(st, k+1, first)
			return
		case d.low[k] == "with" && meeting[d.at(k-1)]:
			d.toldTo(st, k+1, first)
			return
		}
	}
}

// audience reports a noun phrase of people or of a news organisation.
func (d *draft) audience(k int) bool {
	if m := d.mentionAt(k); m != nil {
		return m.kind != onrecord.Country
	}
	_, end := d.bounds(k)
	h := d.head(k, min(end, k+4))
	return d.low[h] == "reporters" || d.low[h] == "supporters" || d.low[h] == "voters" || d.low[h] == "crowd" || d.low[h] == "lawmakers" || d.low[h] == "journalists" || d.low[h] == "audience"
}

// toldTo takes the noun phrase at k as addressee.
func (d *draft) toldTo(st *onrecord.Statement, k, cue int) {
	if !d.free(st, k, cue) {
		return
	}
	e := k
	for e < len(d.low) && e-k < wayReach && d.free(st, e, cue) && (d.noun(e) || d.adjective(e) || d.tag(e) == "DT" || strings.HasPrefix(d.tag(e), "PRP") || possessive(d.low[e]) || d.low[e] == "&") && d.r.Tokens[e].Name != "DATE" {
		e++
	}
	if e == k {
		return
	}
	st.Addressee = d.span(k, e)
	for i := k; i < e; i++ {
		if m := d.mentionAt(i); m != nil && m.who != none && m.kind != onrecord.Person && d.beings[m.who].kind != onrecord.Country {
			d.hop(st, "told", d.beings[m.who].name, d.span(k, e))
			return
		}
	}
}

// reported: "reportedly" beside the cue; "according to the Times" beside
// another source; a statement inside the content of another source's report.
func (d *draft) reported(i, first, end int) {
	st := &d.r.Statements[i]
	for k := max(0, first-2); k < end; k++ {
		if d.at(k) == "reportedly" && d.sentence[k] == d.sentence[first] {
			d.hop(st, "reported", "", d.r.Tokens[k].Span)
		}
	}
	from, until := d.bounds(first)
	for k := max(from, first-3*wayReach); k+2 < min(until, end+3*wayReach); k++ {
		if d.low[k] != "according" || d.low[k+1] != "to" || k >= first && k < end || !d.free(st, k, first) {
			continue
		}
		if m := d.mentionAt(d.skipDeterminer(k+2, until)); m != nil && m.who != none && d.beings[m.who].kind == onrecord.Organisation && m.who != d.sources[i].who {
			d.hop(st, "reported", d.beings[m.who].name, d.span(k, m.end))
		}
	}
	for o := max(0, i-4); o < min(len(d.r.Statements), i+5); o++ {
		outer := &d.r.Statements[o]
		s := d.sources[o]
		if o == i || s.who == none || s.who == d.sources[i].who || !holds(outer.Content, st.Cue) || outer.Cue.IsZero() {
			continue
		}
		d.hop(st, "reported", d.beings[s.who].name, outer.Cue)
	}
}

func holds(spans []onrecord.Span, s onrecord.Span) bool {
	for _, c := range spans {
		if c.Contains(s) {
			return true
		}
	}
	return false
}

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
		if saying[d.low[k]] || speaking[d.low[k]] {
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
