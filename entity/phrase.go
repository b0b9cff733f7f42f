package entity

import "onrecord"

// phrases reads prepositional phrases from token k on; inside the cue, before
// cueEnd, every word may be passed.
func (w *route) phrases(k, until, cueEnd int) {
	d := w.d
	for k < until {
		if !w.free(k) {
			return
		}
		switch low := d.low[k]; {
		case prepositions[low] && k+1 < until && d.low[k+1] != "which" && !(low == "at" && idioms[d.low[k+1]]):
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

var (
	prepositions = set("to with on in at during for via of about before by from through after over against as near outside inside regarding following into toward towards")
	// idioms are no places after "at".
	idioms = set("least most first last all times odds stake once")
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
		w.written(a, e)
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
func (w *route) written(a, e int) {
	o, ok := w.d.outletIn(a, e)
	if !ok || !w.wrote {
		w.loose = true
		return
	}
	w.carried(onrecord.HopReported, o, a, e)
}
