package date

import (
	"slices"
	"strings"

	"onrecord"
)

// An appearance is a time that a sentence gives to what somebody did in public,
// or to a text: "Lee held a rally on Sunday", "her speech on Monday", "the
// statement released on Friday". Statements that stand near it, or that name it
// again ("at the rally"), have its time.
type appearance struct {
	token  int             // where it is told
	phrase int             // index of its time
	who    entityIndex     // whose it is, none where the sentence does not say
	noun   string          // what it is, empty for "appeared on Monday"
	weak   bool            // what was done is not known to be public
	names  map[string]bool // capitalised words beside the noun: "Fox News"
}

// An entityIndex is one more than the index of an entity in the Reading, none
// being 0.
type entityIndex int32

// climb is how many governors are looked at above a time, and wide how many
// tokens to each side of a verb.
const (
	climb = 4
	wide  = 40
)

// appearances reads those of the document, in order of their token.
func (c *claimer) appearances() []appearance {
	c.entity = c.mentioned()
	var out []appearance
	for k, p := range c.phrases {
		if !p.known || p.future || c.quoted[p.first] || c.content[p.first] && p.coarse {
			continue
		}
		for _, a := range c.appearancesOf(k, p) {
			if c.content[p.first] {
				a.who = 0 // "he said that her speech on Sunday was good" dates the speech
			}
			if a.who > 0 || a.noun != "" {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b appearance) int { return a.token - b.token })
	return out
}

// appearancesOf climbs from a time to the nouns and the verb that have it.
func (c *claimer) appearancesOf(k int, p phrase) []appearance {
	var out []appearance
	h := c.above(p)
	if c.prenominal(p) {
		h = p.end // "the March 15 primary"
	}
	for range climb {
		if h < 0 || !c.noun(h) && c.r.Tokens[h].Tag != "JJ" {
			break
		}
		if c.modal(h) {
			return out // "which will be on the air on Tuesday"
		}
		if n := c.thing(h); n != "" && !c.polled(n, p) {
			out = append(out, appearance{token: max(h, p.end-1), phrase: k, noun: n, who: c.owner(h), names: c.names(h)})
		}
		if otherSubject[c.caseOf(h)] {
			return out
		}
		h = c.head(h)
	}
	if h < 0 || !c.verb(h) || c.planned(h) || h > 0 && otherSubject[c.low[h-1]] {
		return out
	}
	// "an interview that aired on Sunday", "the report published on Friday"
	if n := c.head(h); n >= 0 && strings.HasPrefix(c.r.Tokens[h].Rel, "acl") && c.thing(n) != "" && (making[c.r.Tokens[h].Lemma] || events[c.thing(n)]) {
		who := c.owner(n)
		if of := c.subjects(h); who == 0 && len(of) == 1 && c.r.Tokens[h].Rel == "acl:relcl" && c.things[n]&happening != 0 {
			who = of[0] // "an interview she gave on Sunday"
		}
		return append(out, appearance{token: max(n, p.end-1), phrase: k, noun: c.thing(n), who: who, names: c.names(n)})
	}
	direct := len(out) > 0
	nouns := c.objects(h)
	if noun := textVerbs[c.r.Tokens[h].Lemma]; noun != "" {
		nouns = append(nouns, h)
	}
	for _, n := range nouns {
		noun := c.thing(n)
		if n == h {
			noun = textVerbs[c.r.Tokens[h].Lemma]
		}
		if (!direct || n == h) && !c.polled(noun, p) {
			out = append(out, appearance{token: max(h, n, p.end-1), phrase: k, noun: noun, who: c.owner(n), names: c.names(n)})
		}
	}
	weak := len(out) == 0 && !appearing[c.r.Tokens[h].Lemma]
	if weak && (h != c.above(p) || c.prenominal(p)) {
		return nil
	}
	for _, who := range c.subjects(h) {
		out = append(out, appearance{token: max(h, p.end-1), phrase: k, who: who, weak: weak})
	}
	return out
}

// prenominal: "the March 15 primary", "his Sunday speech": the time is the
// noun's, not the verb's.
func (c *claimer) prenominal(p phrase) bool {
	if p.possessive || p.first == 0 || p.end >= len(c.low) || !c.noun(p.end) || c.sentence[p.end] != c.sentence[p.first] {
		return false
	}
	switch c.r.Tokens[p.first-1].Tag {
	case "DT", "PRP$", "POS":
		return true
	}
	return false
}

// polled: the time of a poll may be that of its questions, or of an older one.
func (c *claimer) polled(noun string, p phrase) bool {
	return kind(noun) == "poll" && (p.coarse || p.first > 0 && span[c.low[p.first-1]])
}

// span begins or joins a range of days.
var span = set("from – — - to through between and until")

// objects are the happenings and texts that hang on a verb and so have its
// time: not those that something was done to ("denounced the report on
// Friday").
func (c *claimer) objects(verb int) []int {
	var out []int
	first, end := c.near(verb)
	for i := first; i < end; i++ {
		if c.head(i) != verb || c.thing(i) == "" || c.quoted[i] || c.content[i] {
			continue
		}
		rel := c.r.Tokens[i].Rel
		switch {
		case rel == "dobj" && (making[c.r.Tokens[verb].Lemma] || c.indefinite(i)), rel == "nsubjpass" && making[c.r.Tokens[verb].Lemma]:
		case strings.HasPrefix(rel, "nmod") && c.occasionCase(i):
		default:
			continue
		}
		out = append(out, i)
	}
	return out
}

func (c *claimer) id(n entityIndex) onrecord.EntityID { return c.r.Entities[n-1].ID }
