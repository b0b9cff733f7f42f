package date

import "strings"

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
	return c.modal(verb)
}

// modal: "will speak", "is speaking", "will be on the air".
func (c *claimer) modal(predicate int) bool {
	first, end := c.near(predicate)
	for i := first; i < end; i++ {
		if c.head(i) == predicate && (c.r.Tokens[i].Tag == "MD" || c.r.Tokens[i].Tag == "VBZ" && c.r.Tokens[i].Rel == "aux" && c.low[i] != "has") {
			return true
		}
	}
	return false
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
	var out map[string]bool
	first, end := c.near(noun)
	for i := first; i < end; i++ {
		if !strings.HasPrefix(c.r.Tokens[i].Tag, "NNP") || weekdays[c.low[i]] > 0 || c.low[i] == "sunday" || months[c.low[i]] > 0 {
			continue
		}
		if h := c.head(i); h >= 0 && (h == noun || c.head(h) == noun) {
			if out == nil {
				out = map[string]bool{}
			}
			out[c.low[i]] = true
		}
	}
	return out
}
