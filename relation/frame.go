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

// onPage reports a token of the page around the article.
func (v *view) onPage(i int) bool {
	b, s := v.r.Doc.Boilerplate, v.r.Tokens[i].Span
	k := sort.Search(len(b), func(k int) bool { return b[k].End > s.Start })
	return k < len(b) && b[k].Overlaps(s)
}
