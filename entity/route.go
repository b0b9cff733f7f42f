package entity

import "onrecord"

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
	w.pastSource(g, until)
}

// pastSource reads on behind a source that follows its cue: "said Lee in an
// interview with Channel 5", "said Lee, speaking on Channel 5".
func (w *route) pastSource(g *verbGroup, until int) {
	d := w.d
	s, k := d.phraseOf(w.st.Source)
	if s < g.end || k >= until || d.sentence[s] != d.sentence[g.first] {
		return
	}
	if d.low[k] == "," && k+1 < until {
		k++
	}
	if participles[d.low[k]] {
		w.opened(k, until)
	} else if d.low[k-1] != "," || prepositions[d.low[k]] {
		w.loose = false
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
