package relation

import (
	"strings"

	"onrecord"
)

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
	if c := v.dependent(f.group.verb, "ccomp"); c != none && c > k && v.opensClause(k, c) && (f.verb.then == nil || v.low[k] == "that") {
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
