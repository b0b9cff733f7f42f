package entity

import (
	"strings"

	"onrecord"
)

// A route is what the phrases beside a cue say of how, where and to whom the
// words were said. It is read like a sentence: from the verb on, phrase by
// phrase, as long as each phrase can belong to the verb.
type route struct {
	d      *draft
	i      int // the statement
	st     *onrecord.Statement
	inside int  // token of the cue, whose quotation marks are its own
	wrote  bool // the cue is of writing
	spoken bool // the cue is of saying
	shares bool // the cue is of putting something on a platform
	met    bool // the phrase before was an interview or a talk
	loose  bool // the phrase before belongs to something else: "of voters"
	hops   []onrecord.Hop

	byPerson bool // the hop so far is a journalist, not yet an outlet
}

// after reads from the main verb to the end of its clause.
func (w *route) after(g *verbGroup) {
	d := w.d
	_, until := d.bounds(g.first)
	k := g.first
	if g.main != none {
		k = g.main + 1
	}
	until = min(until, g.end+2*wayReach)
	w.loose = g.main != none && referring[d.low[g.main]] != ""
	if g.main != none && telling[d.low[g.main]] && !d.passive(g) {
		k = w.told(k, until)
	}
	w.phrases(k, until, g.end)
	if k = w.pastContent(g.end, until); k > 0 {
		w.phrases(k, until, k)
	}
}

// pastContent is the token after a short content that follows the cue, and
// after its particle: "backed her up in an interview".
func (w *route) pastContent(end, until int) int {
	d := w.d
	if len(w.st.Content) == 0 || end >= until {
		return 0
	}
	first, k := d.tokens(w.st.Content[0])
	if first != end || k-first > 4 {
		return 0
	}
	if k < until && (d.tag(k) == "RP" || d.low[k] == "up") {
		k++
	}
	return k
}

// referring verbs take what "to" brings as their matter.
var referring = bases("refer point link compare object allude turn return react respond liken")

// passive: "was told".
func (d *draft) passive(g *verbGroup) bool {
	for k := g.from; k < g.main; k++ {
		switch d.low[k] {
		case "was", "were", "been", "is", "are", "be", "being":
			return true
		}
	}
	return false
}

// told takes the noun phrase at k as the one who was told.
func (w *route) told(k, until int) int {
	d := w.d
	for k < until && d.tag(k) == "RB" {
		k++
	}
	if k >= until || !w.free(k) {
		return k
	}
	e := w.clip(k, d.nounPhrase(k, until))
	if e == k || reflexive[d.low[k]] {
		return k
	}
	if e+1 < until && d.low[e] == "of" && w.free(e) && w.free(e+1) && !d.dateWord(e+1) {
		if f := w.clip(e+1, d.nounPhrase(e+1, until)); f > e+1 {
			e = f // "a crowd of supporters", "Ann Lee of Channel 5"
		}
	}
	w.listener(k, e, true)
	return e
}

var reflexive = set("himself herself itself themselves ourselves myself yourself")

// listener sets the addressee, and with an outlet the medium and a hop.
func (w *route) listener(a, e int, told bool) {
	d := w.d
	if w.st.Addressee.IsZero() {
		w.st.Addressee = d.span(a, e)
	}
	o, ok := d.outletIn(a, e)
	switch {
	case ok:
		w.carried(onrecord.HopTold, o, a, e)
	case told:
		if m := d.mentionAt(a); m != nil && m.kind == onrecord.Person && m.who != none && d.journalist(m.who) {
			w.byPerson = true
			w.hop(onrecord.HopTold, d.beings[m.who].name, m.who, a, e)
		}
	}
}

// journalist reports a person whom the article calls one.
func (d *draft) journalist(who int) bool {
	for _, role := range d.beings[who].roles {
		for _, w := range words(role.Title) {
			if reporting[w] {
				return true
			}
		}
	}
	return false
}

var reporting = set("reporter reporters correspondent anchor host co-host moderator columnist interviewer broadcaster newscaster")

// carried adds the hop of an outlet, which is the medium too.
func (w *route) carried(kind onrecord.HopKind, o outlet, a, e int) {
	if w.st.Medium.IsZero() {
		w.st.Medium = w.d.span(a, e)
	}
	for i := range w.hops {
		if h := &w.hops[i]; h.Kind == kind { // a show and its station, a host and the show: one telling
			if w.byPerson {
				w.hops = append(w.hops[:i], w.hops[i+1:]...)
				break
			}
			return
		}
	}
	w.byPerson = false
	w.hop(kind, o.name, o.who, a, e)
}

func (w *route) hop(kind onrecord.HopKind, name string, who, a, e int) {
	for _, h := range w.hops {
		if h.Name == name {
			return
		}
	}
	w.hops = append(w.hops, onrecord.Hop{Kind: kind, Name: name, Entity: w.d.idOf(who), Words: w.d.span(a, e)})
}

// free reports that token k can say something of the cue: outside source and
// content, and not in other quotation marks.
func (w *route) free(k int) bool {
	d := w.d
	if k < 0 || k >= len(d.low) || d.quoted[k] && !d.quoted[w.inside] && !d.shortQuote(k) {
		return false
	}
	return !w.st.Source.Contains(d.r.Tokens[k].Span) && !holds(w.st.Content, d.r.Tokens[k].Span)
}

// shortQuote: the title of a show is in quotation marks and no content.
func (d *draft) shortQuote(k int) bool {
	return !d.content[k] && (d.capital(k) || d.low[k] == "," || d.tag(k) == "``" || d.tag(k) == "''" || d.low[k] == "“" || d.low[k] == "”" || d.low[k] == "\"" || d.tag(k) == "CD" || joining[d.low[k]])
}

// clip ends a phrase before the first token that is not free.
func (w *route) clip(a, e int) int {
	for k := a; k < e; k++ {
		if !w.free(k) {
			return k
		}
	}
	return e
}

// phrases reads prepositional phrases from token k on; inside the cue, before
// cueEnd, every word may be passed.
func (w *route) phrases(k, until, cueEnd int) {
	d := w.d
	for k < until {
		if !w.free(k) {
			return
		}
		switch low := d.low[k]; {
		case prepositions[low] && k+1 < until && d.low[k+1] != "which":
			e := w.clip(k+1, d.nounPhrase(k+1, until))
			if e == k+1 {
				if k < cueEnd || low == "on" || low == "out" || low == "at" || low == "to" {
					k++
					continue
				}
				return
			}
			e = w.extended(e, until)
			w.take(low, k+1, e)
			k = e
		case d.dateWord(k) || k < cueEnd || w.met && (airing[low] || low == "down") || participles[low]:
			w.met = w.met || meetings[low]
			w.pass(k, cueEnd)
			k++
		case low == "," && k+1 < until && (prepositions[d.low[k+1]] || d.dateWord(k+1) || participles[d.low[k+1]]):
			k++
		case low == "and" && k+1 < until && prepositions[d.low[k+1]]:
			k++
		default:
			return
		}
	}
}

// pass notes whether a word inside the cue draws what follows to itself:
// "compared himself to her".
func (w *route) pass(k, cueEnd int) {
	d := w.d
	if k >= cueEnd || d.dateWord(k) {
		return
	}
	switch low := d.low[k]; {
	case d.verb(k):
		w.loose = statingVerbs[low] == "" && !telling[low] && !participles[low] && !auxiliaries[low] && !sharing[low]
	case d.noun(k) || d.tag(k) == "PRP":
		w.loose = !mediums[low] && !occasions[low] && low != "remarks" && low != "comments"
	}
}

// sharing verbs put something on a platform.
var sharing = set("post posted posts posting upload uploaded share shared took takes taking turned turns went wrote write writes writing")

var (
	prepositions = set("to with on in at during for via of about before by from through after over against as near outside inside regarding following into toward towards")
	// airing words stand between an interview and its outlet.
	airing = set("that which aired airs airing broadcast published posted to be set taped conducted was is scheduled")
)

// extended takes "of tweets" to "a series".
func (w *route) extended(e, until int) int {
	d := w.d
	h := d.low[e-1]
	if e+1 >= until || d.low[e] != "of" || !series[h] {
		return e
	}
	return max(e, w.clip(e+1, d.nounPhrase(e+1, until)))
}

// take reads one phrase: the preposition prep and the noun phrase [a, e).
func (w *route) take(prep string, a, e int) {
	d := w.d
	if quoteMark(d.low[a]) && e > a+1 && !quoteMark(d.low[e-1]) {
		a++
	}
	h := d.nounHead(a, e)
	met, loose := w.met, w.loose
	w.met, w.loose = false, false
	switch {
	case platforms[d.low[h]] != "" && (prep == "on" || prep == "in" || prep == "via" || prep == "through"):
		w.posted(a, e, h)
	case prep == "to" && w.shares && w.onPlatform(a, e):
	case prep == "on" && w.onPlatform(a, e):
	case prep == "to" || prep == "before" && d.audience(a, e):
		w.toward(a, e, loose)
	case prep == "with":
		if met {
			w.listener(a, e, true)
			w.met = true
		}
	case prep == "on" || prep == "by" && met:
		w.aired(a, e, h, met)
	case prep == "for" || prep == "in" && w.wrote && !occasions[d.low[h]] && !mediums[d.low[h]]:
		w.written(a, e, met)
	case prep == "via" || prep == "through":
		if mediums[d.low[h]] && w.st.Medium.IsZero() {
			w.st.Medium = d.span(a, e)
		}
	case prep == "in" || prep == "at" || prep == "during" || prep == "outside" || prep == "inside":
		w.placed(prep, a, e, h, loose)
	default:
		w.loose = true
	}
}

func quoteMark(w string) bool {
	return w == "“" || w == "”" || w == "\"" || w == "``" || w == "''"
}

// toward: "said to reporters", "in a statement to CNN", not "in contrast to
// them".
func (w *route) toward(a, e int, loose bool) {
	_, outlet := w.d.outletIn(a, e)
	if w.spoken && !loose && (outlet || w.d.audience(a, e)) {
		w.listener(a, e, false)
		return
	}
	w.loose = true
}

// audience reports a noun phrase of people who listen.
func (d *draft) audience(a, e int) bool {
	h := d.nounHead(a, e)
	if listeners[d.low[h]] {
		return true
	}
	m := d.mentionAt(h)
	return m != nil && m.kind == onrecord.Person && m.end >= e || d.tag(a) == "PRP" && a+1 == e && d.low[a] != "it"
}

// aired: "on CNN", "on NBC's “Meet the Press”".
func (w *route) aired(a, e, h int, met bool) {
	d := w.d
	o, ok := d.outletIn(a, e)
	switch {
	case ok && (w.spoken || met):
		w.carried(onrecord.HopTold, o, a, e)
	case d.isOccasion(a, h):
		w.occasion(a, e, h)
	case mediums[d.low[h]] && (d.tag(a) == "PRP$" || possessive(d.low[max(a, h-1)])):
		if w.st.Medium.IsZero() {
			w.st.Medium = d.span(a, e)
		}
	default:
		w.loose = true
	}
}

// written: "wrote in the Times", "an op-ed for CNN".
func (w *route) written(a, e int, met bool) {
	o, ok := w.d.outletIn(a, e)
	if !ok || !w.wrote {
		w.loose = true
		return
	}
	w.carried(onrecord.HopReported, o, a, e)
}

// posted: "on Twitter", "in a Facebook post", "in a tweet".
func (w *route) posted(a, e, h int) {
	if w.st.Medium.IsZero() {
		w.st.Medium = w.d.span(a, e)
	}
	name := platforms[w.d.low[h]]
	for k := a; k < h; k++ {
		if p := platforms[w.d.low[k]]; p != "" {
			name = p
		}
	}
	w.hop(onrecord.HopPosted, name, none, a, e)
}

// onPlatform: "on his Twitter account", "on Facebook Live".
func (w *route) onPlatform(a, e int) bool {
	for k := a; k < e; k++ {
		if p := platforms[w.d.low[k]]; p != "" && w.d.capital(k) {
			w.posted(a, e, k)
			return true
		}
	}
	return false
}

// placed: "at a rally", "in a statement", "in Ohio", "at the State House".
func (w *route) placed(prep string, a, e, h int, loose bool) {
	d := w.d
	low := d.low[h]
	switch {
	case w.platformMedium(a, e, h):
	case d.isOccasion(a, h):
		w.occasion(a, e, h)
	case mediums[low] && prep == "in":
		if w.st.Medium.IsZero() {
			w.st.Medium = d.span(a, e)
		}
		w.wrote = w.wrote || writtenMediums[low]
		w.spoken = w.spoken || !writtenMediums[low]
		w.met = false
	case loose && prep == "in":
		w.loose = true
	case w.isVenue(prep, a, e, h) && !d.nounPast(w.withState(e)):
		if w.st.Venue.IsZero() {
			w.st.Venue = d.span(a, w.withState(e))
		}
	default:
		w.loose = true
	}
}

var writtenMediums = set("op-ed op-eds column columns article blog essay editorial")

// isOccasion: "a rally", "a town hall", not "March".
func (d *draft) isOccasion(a, h int) bool {
	if d.low[h] == "hall" && h > a && d.low[h-1] == "town" && !d.capital(h) {
		return true
	}
	return occasions[d.low[h]] && !(h == a && d.dateWord(h)) && !(d.low[h] == "march" && d.capital(h))
}

// platformMedium: "in a Facebook post", "in an Instagram video".
func (w *route) platformMedium(a, e, h int) bool {
	if !mediums[w.d.low[h]] {
		return false
	}
	for k := a; k < h; k++ {
		if platforms[w.d.low[k]] != "" && w.d.capital(k) {
			w.posted(a, e, k)
			return true
		}
	}
	return false
}

// occasion sets the occasion, and a hop where it is an outlet's interview.
func (w *route) occasion(a, e, h int) {
	d := w.d
	if w.st.Occasion.IsZero() {
		w.st.Occasion = d.span(a, e)
	}
	w.met = meetings[d.low[h]] || d.low[h] == "interviews"
	w.spoken = true
	if o, ok := d.outletIn(a, h); ok && w.met {
		w.carried(onrecord.HopTold, o, a, e)
	}
}

// isVenue: a city or a country after "in"; a named house, or a noun of one,
// after "at", "outside".
func (w *route) isVenue(prep string, a, e, h int) bool {
	d := w.d
	m := d.mentionAt(h)
	place := m != nil && m.kind == onrecord.Country && m.end == e && (d.capital(a) || d.low[a] == "the" && d.tag(h) == "NNPS")
	switch prep {
	case "in":
		return place && d.capital(a) && (w.spoken || !w.st.Occasion.IsZero()) || placeNouns[d.low[h]] && d.low[h] != "house" && d.low[h] != "office" && d.low[h] != "offices" && d.low[h] != "school" && d.low[h] != "college" && d.capital(h) && !d.dateWord(a)
	case "during":
		return false
	}
	if _, ok := d.outletIn(a, e); ok {
		return false
	}
	if d.dateWord(a) || d.tag(a) == "CD" {
		return false
	}
	return place || placeNouns[d.low[h]] || m != nil && m.kind == onrecord.Organisation && m.end == e && prep == "at" || strings.HasPrefix(d.tag(h), "NNP") && placeNouns[d.low[e-1]]
}

// withState adds the second part of a place: "Berea, Ohio".
func (w *route) withState(e int) int {
	d := w.d
	if e+1 < len(d.low) && d.low[e] == "," && d.sentence[e+1] == d.sentence[e-1] && w.free(e+1) {
		if m := d.mentionAt(e + 1); m != nil && m.kind == onrecord.Country && m.first == e+1 && d.mentionAt(e-1) != nil && d.mentionAt(e-1).kind == onrecord.Country {
			return m.end
		}
	}
	return e
}

// nounPast: "the Austin, Texas, event" names the event.
func (d *draft) nounPast(e int) bool {
	return e+1 < len(d.low) && d.low[e] == "," && d.tag(e+1) == "NN" && d.low[e-1] != "," && !d.dateWord(e+1)
}
