package entity

import (
	"strings"

	"onrecord"
)

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
