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
type entityIndex int

// climb is how many governors are looked at above a time, and wide how many
// tokens to each side of a verb.
const (
	climb = 4
	wide  = 40
)

// happenings are what people speak at; texts are what speaks itself.
var (
	happenings = set(`speech address remarks rally debate interview conference briefing hearing forum event appearance town-hall
hall convention fundraiser breakfast dinner lunch luncheon ceremony summit panel call meeting podcast broadcast program show conversation
remark comment testimony sermon lecture speeches interviews rallies visit stop gathering roundtable`)
	texts = set(`assertion claim accusation declaration pledge vow vote shooting attack attacks announcement decision election statement letter email e-mail tweet tweets post memo report poll survey study editorial op-ed column article
ruling order lawsuit complaint filing video ad essay analysis message release book`)
	// appearing are lemmas of verbs of which each is an appearance.
	appearing = set(`speak appear address campaign stump testify tweet debate rally visit hold host deliver headline meet`)
	// making are verbs that bring a text out; with others its time may be theirs.
	making = set(`release publish issue send post air write file make deliver give tape record hold host conduct run unveil make`)
	// textVerbs are verbs that name a text or an event.
	textVerbs = map[string]string{"email": "email", "tweet": "tweet", "rule": "ruling", "debate": "debate", "interview": "interview"}
)

// appearances reads those of the document, in order of their token.
func (c *claimer) appearances() []appearance {
	c.entity = c.mentioned()
	var out []appearance
	for k, p := range c.phrases {
		if !p.known || p.future || c.quoted[p.first] {
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
	for range climb {
		if h < 0 || !c.noun(h) && c.r.Tokens[h].Tag != "JJ" {
			break
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
		if of := c.subjects(h); who == 0 && len(of) == 1 && c.r.Tokens[h].Rel == "acl:relcl" {
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
	if weak && h != c.above(p) {
		return nil
	}
	for _, who := range c.subjects(h) {
		out = append(out, appearance{token: max(h, p.end-1), phrase: k, who: who, weak: weak})
	}
	return out
}

// polled: the time of a poll may be that of its questions, or of an older one.
func (c *claimer) polled(noun string, p phrase) bool {
	return kind(noun) == "poll" && (p.coarse || p.first > 0 && span[c.low[p.first-1]])
}

// span begins or joins a range of days.
var span = set("from – — - to through between and until")

// thing is the happening or text that a noun names, in the singular; empty
// when it names none.
func (c *claimer) thing(i int) string {
	if !c.noun(i) {
		return ""
	}
	for _, w := range []string{c.low[i], c.r.Tokens[i].Lemma} {
		if happenings[w] || texts[w] {
			return w
		}
	}
	return ""
}

// above is the governor of a time, outside it; -1 when there is none.
func (c *claimer) above(p phrase) int {
	for i := p.first; i < p.end; i++ {
		if h := c.head(i); h >= 0 && (h < p.first || h >= p.end) {
			return h
		}
	}
	return -1
}

// head is the governor of token i in its sentence, -1 when there is none.
func (c *claimer) head(i int) int {
	h := c.r.Tokens[i].Head
	if h < 0 || h >= len(c.low) || h == i || c.sentence[h] != c.sentence[i] {
		return -1
	}
	return h
}

func (c *claimer) noun(i int) bool { return strings.HasPrefix(c.r.Tokens[i].Tag, "NN") }

// near is the stretch of the sentence of token i that is looked at.
func (c *claimer) near(i int) (first, end int) {
	s := c.r.Sentences[c.sentence[i]]
	return max(s.First, i-wide, 0), min(s.End, i+wide, len(c.low))
}

// negated: "did not speak on Friday".
func (c *claimer) negated(verb int) bool {
	first, _ := c.near(verb)
	for i := verb - 1; i >= max(first, verb-4); i-- {
		if c.r.Tokens[i].Rel == "neg" && c.head(i) == verb {
			return true
		}
	}
	return false
}

// planned: "will speak on Friday", "is to speak".
func (c *claimer) planned(verb int) bool {
	if t := c.r.Tokens[verb].Tag; t == "VB" && !c.negated(verb) || t == "VBZ" || t == "VBP" {
		return true
	}
	first, end := c.near(verb)
	for i := first; i < end; i++ {
		if c.head(i) == verb && (c.r.Tokens[i].Tag == "MD" || c.r.Tokens[i].Tag == "VBZ" && c.r.Tokens[i].Rel == "aux" && c.low[i] != "has") {
			return true
		}
	}
	return false
}

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

// indefinite: "a speech", "an email": it is told of for the first time.
func (c *claimer) indefinite(noun int) bool {
	for i := noun - 1; i >= 0 && i > noun-5; i-- {
		switch c.low[i] {
		case "a", "an", "another":
			return true
		}
		if t := c.r.Tokens[i].Tag; !strings.HasPrefix(t, "NN") && !strings.HasPrefix(t, "JJ") && t != "CD" && t != "VBG" && t != "VBN" {
			return false
		}
	}
	return false
}

// occasionCase reports a noun after "in", "at", "during" or "with".
func (c *claimer) occasionCase(noun int) bool {
	switch c.caseOf(noun) {
	case "in", "at", "during", "on", "to", "via", "from":
		return true
	case "with":
		return c.indefinite(noun)
	}
	return false
}

// caseOf is the preposition of a noun.
func (c *claimer) caseOf(noun int) string {
	first, _ := c.near(noun)
	for i := noun - 1; i >= max(first, noun-8); i-- {
		if c.r.Tokens[i].Rel == "case" && c.head(i) == noun {
			return c.low[i]
		}
	}
	return ""
}

// owner: "Lee's speech", "a speech by Lee".
func (c *claimer) owner(noun int) entityIndex {
	first, end := c.near(noun)
	for i := first; i < end; i++ {
		if c.head(i) == noun && c.entity[i] > 0 && (c.r.Tokens[i].Rel == "nmod:poss" || strings.HasPrefix(c.r.Tokens[i].Rel, "nmod") && i > 0 && c.low[i-1] == "by") {
			return c.entity[i]
		}
	}
	return 0
}

// subjects are the entities that a verb has as its subject, or shares with the
// verb that it hangs on.
func (c *claimer) subjects(verb int) []entityIndex {
	for range 3 {
		first, end := c.near(verb)
		var out []entityIndex
		for i := first; i < end; i++ {
			rel := c.r.Tokens[i].Rel
			subject := c.head(i) == verb && (rel == "nsubj" || rel == "nsubjpass")
			joined := rel == "conj" && c.head(i) >= 0 && c.head(c.head(i)) == verb && strings.HasPrefix(c.r.Tokens[c.head(i)].Rel, "nsubj")
			agent := c.head(i) == verb && strings.HasPrefix(rel, "nmod") && i > 0 && c.r.Tokens[verb].Tag == "VBN" && c.caseOf(i) == "by"
			if (subject || joined || agent) && c.entity[i] > 0 {
				out = append(out, c.entity[i])
			}
			if subject && c.entity[i] == 0 {
				return nil
			}
		}
		if len(out) > 0 {
			return out
		}
		rel := c.r.Tokens[verb].Rel
		if verb = c.head(verb); verb < 0 || !c.verb(verb) || rel != "conj" && rel != "advcl" && rel != "xcomp" {
			return nil
		}
	}
	return nil
}

// names are the words with a capital that hang on a noun: "interview with Fox
// News".
func (c *claimer) names(noun int) map[string]bool {
	out := map[string]bool{}
	first, end := c.near(noun)
	for i := first; i < end; i++ {
		h := c.head(i)
		if h >= 0 && (h == noun || c.head(h) == noun) && strings.HasPrefix(c.r.Tokens[i].Tag, "NNP") {
			out[c.low[i]] = true
		}
	}
	return out
}

func (c *claimer) id(n entityIndex) onrecord.EntityID { return c.r.Entities[n-1].ID }
