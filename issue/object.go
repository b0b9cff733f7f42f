package issue

// How a predicate and the action it is about find each other: as its object, as
// its subject in the passive, or across a copula.

// takes reports an action as the object of a predicate before it.
func (c *clauseReader) takes(it item) bool {
	for _, t := range c.targets {
		if t.first >= it.end && c.clear(it.end, t.first, 2) {
			return !c.isToDo(t) && !c.isToBe(t) && !c.isTopic(it.end, t.first)
		}
	}
	return false
}

// isTopic reports that what stands before an action only makes it what is spoken
// of: "I do not want to talk about the fees".
func (c *clauseReader) isTopic(from, end int) bool {
	if c.hasAny(from, end, "accusation accusations claim claims charge charges allegation allegations rumour rumours rumor complaint complaints") {
		return true
	}
	return c.hasAny(from, end, "talk talking speak speaking comment debate discuss discussing hear joke argue") && c.hasAny(from, end, "to about on discuss discussing") && !c.hasAny(from, end, "talks")
}

// isToBe reports an action to which something is to be done that is not known:
// "we want the prison inspected".
func (c *clauseReader) isToBe(t item) bool {
	n := t.end
	return n < c.end && c.ws[n].after == none && c.at[n] < 0 && participial(c.ws[n].norm) && !c.about[n]
}

// isToDo reports an action of which something is wanted that says nothing of
// whether it is: "we need the levy to explain itself".
func (c *clauseReader) isToDo(t item) bool {
	n := t.end
	if n+1 >= c.end || c.norm(n) != "to" || c.at[n] >= 0 {
		return false
	}
	for k := n + 1; k < min(n+4, c.end); k++ {
		if c.at[k] >= 0 && c.items0(k).class != modal {
			return false
		}
		if !verbsToBe[c.ws[k].norm] && !isAdverb(c.ws[k].norm) {
			return !c.isPlain(n + 1)
		}
	}
	return true
}

// wishes reports that nobody else wishes what happens to an action.
func (c *clauseReader) wishes(it item) bool {
	for _, other := range c.items {
		if other.first < it.first && other.kind == word0 && other.class == attitude && c.subject(c.from, other.first) == stranger {
			return false
		}
	}
	return true
}

// isTaken reports an action as the subject of a predicate in the passive, of
// one that follows it under a modal, or between a wish and a participle: "want
// it stopped".
func (c *clauseReader) isTaken(it item) bool {
	for _, t := range c.targets {
		if t.end > it.first || !c.clearUp(t.end, it.first) {
			continue
		}
		ends := it.end >= c.end || c.ws[it.end].after != none
		if c.has(max(t.end, it.first-4), it.first, passives) || ends && c.has(max(t.end, it.first-3), it.first, modals) || passives[c.ws[it.first].norm] && it.end-it.first > 1 {
			return true
		}
		if t.end == it.first && participial(c.ws[it.first].norm) && c.hasAny(c.from, t.first, "want wants wanted need needs like see have get") {
			return true
		}
	}
	return false
}

var passives = set("is are was were am be been being 's has have had gets get got needs deserves")

// isSaid reports that a quality is predicated: a copula stands before it, or it
// opens its clause.
func (c *clauseReader) isSaid(it item) bool {
	if c.isHeadline() {
		return true
	}
	for k := it.first - 1; k >= max(c.from, it.first-5); k-- {
		if c.at[k] >= 0 && c.items0(k).kind == target {
			break
		}
		if copulas[c.ws[k].norm] {
			return true
		}
	}
	for k := it.first - 1; k >= c.from; k-- {
		if w := c.ws[k].norm; !isAdverb(w) && !negators[w] && w != "a" && w != "the" && w != "an" && w != "and" {
			return false
		}
	}
	return true
}

var copulas = set(`is are was were am be been being 's seem seems seemed look looks looked remain remains remained become becomes became
	as call calls called calling consider considers considered considering find finds found sound sounds makes make would'd`)

// follows reports a status as the verb of an action before it.
func (c *clauseReader) follows(it item) bool {
	last := c.ws[it.end-1].norm
	if (last == "go" || last == "goes") && (it.end < c.end && c.ws[it.end].after == none || !c.has(it.first-2, it.first, goers)) {
		return false // "must go", not "must go to sea"
	}
	for _, t := range c.targets {
		if t.end <= it.first && c.clearUp(t.end, it.first) && (it.class != status || t.end == it.first || c.governs(it.first-1)) {
			return true
		}
	}
	return false
}

var goers = set("must should to ought")

// governs reports that a verb may follow word i: it is an auxiliary, or a word of
// the issue that ends the subject.
func (c *clauseReader) governs(i int) bool {
	w := c.ws[i]
	return modals[w.norm] || auxiliaries[w.norm] || verbsToBe[w.norm] || isAdverb(w.norm) || negators[w.norm] || c.about[i] || w.upper || c.at[i] >= 0 || times[w.norm] || c.is.vocabulary[w.norm]
}

// isHeadline reports a clause without a verb: "A pact the only way".
func (c *clauseReader) isHeadline() bool {
	for k := c.from; k < c.end; k++ {
		w := c.ws[k].norm
		if verbsToBe[w] || modals[w] || auxiliaries[w] || subjects[w] || c.isLexeme(k, attitude) || c.isLexeme(k, deed) {
			return false
		}
	}
	return true
}
