package relation

// "Voiced support for", "faced criticism from": a noun carries what the verb
// without it would not say.

// speechEnd is the token after the noun of speech at k that the verb of f has,
// or none; "no" and "little" say that there was none.
func (v *view) speechEnd(f *frame, k, stop int) int {
	p, ok := v.phrase(k)
	if f.verb.prep == "" && ok && p.owner != none { // "came to Lee's defense"
		f.whose = phrase{first: p.first, head: p.owner, end: p.owner + 1, owner: none, pronoun: none}
	} else if p.owner != none || f.verb.prep == "" {
		return none
	}
	if !ok || p.end > stop || !f.verb.speech[v.lemma(p.head)] {
		return none
	}
	for i := p.first; i < p.head; i++ {
		switch v.low[i] {
		case "no", "little", "any", "enough":
			return none
		}
	}
	return p.end
}

// falsehoods are what somebody calls a claim that they hold to be false.
var falsehoods = set("lie false untrue falsehood fabrication baseless nonsense bogus fiction fictitious absurd ridiculous ludicrous preposterous unfounded groundless hoax smear")

// thenFollows reports that what the verb of f needs stands behind its object:
// "of" behind "accused Lee"; of a claim that is called something, "false".
func (v *view) thenFollows(f *frame) bool {
	_, stop := v.bounds(f.group.verb)
	end := f.object.end
	if end < stop && v.low[end] == "in" { // "the leaders in Norvale of lying"
		if p, ok := v.phrase(end + 1); ok {
			end = p.end
		}
	}
	if !f.verb.then["false"] {
		return end < stop && f.verb.then[v.low[end]]
	}
	for k := end; k < min(end+groupReach, stop); k++ {
		switch {
		case falsehoods[v.low[k]] || falsehoods[v.lemma(k)]:
			return true
		case v.low[k] == "," || v.low[k] == "and" || v.verb(k) && v.tag(k) != "VBN":
			return false
		}
	}
	return false
}

// giver reads "faced criticism from Lee": who stands behind the preposition
// says it, of the grammatical subject.
func (v *view) giver(f *frame) bool {
	s := v.grammatical(f.group.verb)
	p, ok := v.phrase(f.after)
	if s == none || !ok || p.owner != none || v.sentence[p.head] != v.sentence[f.group.verb] {
		return false
	}
	f.subject, f.st, f.object = p.head, none, v.phraseOf(s)
	f.class = v.classOfPhrase(f, f.object)
	if v.tag(s) == "PRP" {
		f.class = who
	}
	return v.fits(f) && v.agent(f)
}
