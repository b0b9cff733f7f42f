package relation

import (
	"sort"
	"strings"

	"onrecord"
)

// A frame is a verb of the lexicon with its subject and object.
type frame struct {
	group
	verb    *verb
	cue     onrecord.Span
	subject int // head token, or none
	st      int // statement whose cue the verb is in, or whose words it begins; or none
	class   object
	object  phrase // zero for a clause or nothing
	at      int    // token where the object begins
	after   int    // token after verb, particle and preposition
	whose   phrase // whom a noun of speech that takes no preposition is for: "came to Lee's defense"

	end     onrecord.End // who says it, once found
	speaker onrecord.EntityID
	by      onrecord.EntityID // who tells of it
}

// frames calls do for each frame of the text, in order.
func (v *view) frames(do func(*frame)) {
	for i := range v.low {
		if !v.verb(i) || v.modifies(i) { // "repeated warnings"
			continue
		}
		entries := lexicon[v.lemma(i)]
		if entries == nil || v.onPage(i) {
			continue
		}
		if f, ok := v.frame(i, entries); ok {
			do(&f)
		}
	}
}

// frame reads the frame of the verb at i; the first entry that fits wins,
// those with more words first.
func (v *view) frame(i int, entries []verb) (f frame, ok bool) {
	g, ok := v.group(i)
	if !ok {
		return f, false
	}
	best := -1
	for n := range entries {
		h := frame{group: g, verb: &entries[n], st: none, subject: none}
		if !v.matches(&h, i) {
			continue
		}
		if words := len(h.verb.particle) + len(h.verb.prep); words > best {
			best, f = words, h
		}
	}
	if best < 0 {
		return f, false
	}
	return f, v.subjectOf(&f)
}

// matches fills cue and object when the entry of f fits the words after i.
func (v *view) matches(f *frame, i int) bool {
	_, stop := v.bounds(i)
	k, end := i+1, i+1
	if f.verb.particle != "" {
		k = v.particle(f.verb.particle, i, stop)
		if k == none {
			return false
		}
		end = k
		if k > i+2 { // "walked his remarks back"
			f.at, f.after, f.cue = i+1, k, v.span(i, i+1)
			return v.objectFits(f)
		}
	}
	if f.verb.speech != nil {
		if k = v.speechEnd(f, k, stop); k == none {
			return false
		}
		end = k
	}
	f.cue = v.span(i, end)
	if f.verb.prep == "for" && k < stop && v.low[k] == "to" { // "apologized to Lee for"
		if p, ok := v.phrase(k + 1); ok {
			k = p.end
		}
	}
	for f.verb.prep != "" {
		if k < stop && (v.tag(k) == "RB" || v.r.Tokens[k].Name == "DATE" || v.low[k] == "on" && v.beforeDay(k)) {
			k++
			continue
		}
		if k >= stop || v.low[k] != f.verb.prep {
			return false
		}
		k++
		break
	}
	for k < stop && v.tag(k) == "RB" && v.low[k] != "not" && f.verb.prep == "" {
		k++
	}
	f.at, f.after = k, k
	if f.passive || f.verb.received {
		f.class = nothing
		return f.passive != f.verb.received
	}
	return v.objectFits(f)
}

// beforeDay: "on" before a day.
func (v *view) beforeDay(k int) bool {
	return k+1 < len(v.low) && v.r.Tokens[k+1].Name == "DATE"
}

// particle is the token after the particle, which stands behind the verb, or
// behind a short object.
func (v *view) particle(w string, i, stop int) int {
	for k := i + 1; k < min(stop, i+6); k++ {
		if v.low[k] == w {
			return k + 1
		}
		if !v.noun(k) && !possessive(v.low[k]) && !strings.HasPrefix(v.tag(k), "PRP") && v.tag(k) != "DT" && v.tag(k) != "JJ" && v.tag(k) != "RB" {
			return none
		}
	}
	return none
}

// objectFits reads the object at f.at and reports whether the verb takes it.
func (v *view) objectFits(f *frame) bool {
	f.class = v.classOf(f)
	if f.whose.end > 0 {
		f.class = v.classOfPhrase(f, f.whose)
	}
	if f.verb.then != nil && (f.object.head == none || !v.thenFollows(f)) {
		return false
	}
	if f.verb.kind == onrecord.Endorses && f.class == nothing { // "agreed." but not "agreed to pay"
		_, stop := v.bounds(f.group.verb)
		return strings.Contains(f.verb.objects, "0") && (f.at >= stop || v.tag(f.at) == "," || v.tag(f.at) == "." || quoteMark(v.low[f.at]))
	}
	if f.class == it && f.verb.nouns != nil {
		return false
	}
	return v.fits(f)
}

// fits reports whether the verb takes the object it has.
func (v *view) fits(f *frame) bool {
	if v.lemma(f.group.verb) == "defend" && f.object.head != none && undefended[v.lemma(f.object.head)] {
		return false
	}
	if !strings.ContainsRune(f.verb.objects, rune(f.class)) {
		if f.class == thing && strings.Contains(f.verb.objects, "w") && f.verb.nouns == nil && agents[v.lemma(f.object.head)] && (v.tag(f.object.head) == "NNS" || v.low[f.object.first] == "the") {
			return true // a group, or somebody, that is no entity
		}
		// A statement noun is a thing too, where a verb takes those.
		if f.class != statement && f.class != charge && f.class != proposal || !strings.Contains(f.verb.objects, "x") {
			return false
		}
		if f.verb.nouns == nil {
			f.class = thing
		}
	}
	return f.verb.nouns == nil || f.class == nothing || f.object.head != none && f.object.first < f.object.end && f.verb.nouns[v.lemma(f.object.head)] || f.verb.nouns[v.at(f.at)]
}

func (v *view) classOf(f *frame) object {
	_, stop := v.bounds(f.group.verb)
	k := f.at
	f.object = phrase{head: none, owner: none, pronoun: none}
	if k >= stop {
		return nothing
	}
	if v.low[k] == "to" && k+1 < stop && (v.low[k+1] == "nobody" || v.low[k+1] == "no") {
		return nobody
	}
	if c := v.dependent(f.group.verb, "ccomp"); c != none && c > k && v.opensClause(k, c) {
		return clause
	}
	switch w := v.low[k]; {
	case w == "no", w == "nobody", w == "nothing", w == "none", w == "something", w == "anything", w == "everything":
		return nobody
	case w == "that" && (k+1 < stop && v.tag(k) == "IN"):
		return clause
	case w == "it" && strings.Contains(f.verb.objects, "w") && !strings.Contains(f.verb.objects, "i"):
		f.object = phrase{first: k, head: k, end: k + 1, owner: none, pronoun: none}
		return who
	case w == "it" || w == "this" || w == "that" || w == "them" && f.verb.own:
		if p, ok := v.phrase(k); ok && (w == "this" || w == "that") {
			return v.classOfPhrase(f, p)
		}
		f.object = phrase{first: k, head: k, end: k + 1, owner: none, pronoun: none}
		return it
	case v.tag(k) == "PRP" || w == "her" && !(v.noun(k+1) || strings.HasPrefix(v.tag(k+1), "JJ") || strings.HasPrefix(v.tag(k+1), "VB")):
		f.object = phrase{first: k, head: k, end: k + 1, owner: none, pronoun: none}
		if strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves") {
			return thing
		}
		return who
	case v.tag(k) == "VBG" && !v.modifies(k):
		return doing
	}
	p, ok := v.phrase(k)
	if !ok {
		return v.gap(f)
	}
	if v.rel(p.head) == "nsubj" && v.head(p.head) == f.group.verb {
		return nothing // "replied Lee"
	}
	return v.classOfPhrase(f, p)
}

// gap is the object that a relative clause leaves out: "a charge that Lee
// denied".
func (v *view) gap(f *frame) object {
	i := f.group.verb
	h := v.head(i)
	if h != none && v.rel(i) == "conj" && v.rel(h) == "acl:relcl" && v.head(h) != none && v.dependent(i, "nsubj", "dobj") == none {
		i, h = h, v.head(h) // "a charge that Lee has faced and denied"
	}
	if v.rel(i) != "acl:relcl" || h == none || !v.noun(h) || f.verb.prep != "" || v.tag(i) == "VBG" {
		return nothing
	}
	s := v.dependent(i, "nsubj")
	if s == none || v.tag(s) == "WDT" || v.tag(s) == "WP" || strings.HasSuffix(v.low[h], "thing") && v.low[h] != "something" {
		return nothing
	}
	if v.low[h] == "something" { // "…, something that Lee mocked": what was said before it
		f.object = phrase{first: h, head: h, end: h + 1, owner: none, pronoun: none}
		if v.at(h-1) != "," || v.statementBefore(h) == none {
			return nothing
		}
		return statement
	}
	return v.classOfPhrase(f, v.phraseOf(h))
}

// opensClause: nothing but "that" or the clause's own words stand at k.
func (v *view) opensClause(k, c int) bool {
	if v.low[k] == "that" {
		return true
	}
	s := v.dependent(c, "nsubj", "nsubjpass", "expl")
	if s == none || s < k || c-k > maxSpan {
		return false
	}
	for n := s; n < c; n++ {
		if v.low[n] == "," || v.low[n] == ";" {
			return false // "slams Lee, praises Moor"
		}
	}
	p, ok := v.phrase(k)
	return s == k || ok && p.head == s
}

func (v *view) classOfPhrase(f *frame, p phrase) object {
	if v.namedBehind(p) {
		p.owner, p.pronoun = none, none
	}
	f.object = p
	if v.mention[p.head] != none && p.owner == none && p.pronoun == none {
		switch v.entity(p.head).Kind {
		case "person", "organisation", "country", "group":
			return who
		}
	}
	if len(v.r.Entities) == 0 && v.named(p.head) && p.owner == none {
		return who
	}
	if class, ok := nounClass[v.lemma(p.head)]; ok {
		if v.lemma(p.head) == "attack" && p.owner == none && p.pronoun == none {
			return thing // not one of words
		}
		if deeds[v.lemma(p.head)] && f.verb.kind != onrecord.Rejects {
			return thing
		}
		return class
	}
	return thing
}

// onPage reports a token of the page around the article.
func (v *view) onPage(i int) bool {
	b, s := v.r.Doc.Boilerplate, v.r.Tokens[i].Span
	k := sort.Search(len(b), func(k int) bool { return b[k].End > s.Start })
	return k < len(b) && b[k].Overlaps(s)
}
