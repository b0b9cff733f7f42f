package date

import "sort"

// owns: a time inside the cue is the cue's, but "said after meeting Tuesday"
// dates the meeting.
func (c *claimer) owns(p phrase, at place) bool {
	for i := at.cue; i < p.first; i++ {
		if c.elsewhere(i) {
			return false
		}
	}
	return true
}

// follows: "said Tuesday", "told reporters at a rally on Tuesday", "called it
// a lie on Tuesday". No clause may come between, nor a preposition that gives
// the time to something else ("said after the vote on Tuesday"); content may,
// when the time follows it at once, since then it was left out of the content.
func (c *claimer) follows(p phrase, at place) bool {
	if p.possessive && p.first > at.cueEnd && !c.occasionPossessive(p) {
		return false
	}
	beside := false // "as he left on Tuesday" goes on at the time of the saying
	for i := at.cueEnd; i < p.first; i++ {
		source, content := at.in(c, i)
		beside = beside || !content && (c.low[i] == "as" || c.low[i] == "while")
		if content {
			if !c.closesContent(i, p, at) {
				return false
			}
			continue
		}
		if source && !c.dated(at) && i == p.first-1 && c.low[i] == "of" {
			return false
		}
		if !source && !beside && (c.finite(i) || c.r.Tokens[i].Tag == "VB") && !occasions[c.low[i]] || c.elsewhere(i) {
			return false
		}
	}
	inSource := p.first >= at.source && p.first < at.sourceEnd
	return !inSource || c.dated(at)
}

// closesContent: after the content token i comes more content, or the time, or
// a phrase like "in a tweet" that leads to it.
func (c *claimer) closesContent(i int, p phrase, at place) bool {
	for i++; i < p.first; i++ {
		if _, content := at.in(c, i); content {
			return true
		}
		switch c.low[i] {
		case "”", "\"", "''", ",":
			continue
		case "in", "on", "at", "during", "via", "by", "through", "to", "from", "with", "outside":
			return true
		}
		return false
	}
	return true
}

// tail gives a time that follows content which ran on over other sentences:
// "said 'It is lost. Is it not?' during a speech on Friday."
func (c *claimer) tail(i int, at place) bool {
	st := &c.r.Statements[i]
	if len(at.content) == 0 || c.tense(at) == future {
		return false
	}
	_, e := c.tokens(at.content[len(at.content)-1])
	if e >= len(c.low) || e < at.end && e-at.cueEnd < reach || !startsOccasion[c.low[e]] || c.capital(e) || c.content[e] || c.paragraph(e) != c.paragraph(at.cue) {
		return false
	}
	k := sort.Search(len(c.phrases), func(n int) bool { return c.phrases[n].end > e })
	if k == len(c.phrases) || c.phrases[k].first > e+wayOff || c.sentence[c.phrases[k].first] != c.sentence[e] {
		return false
	}
	p := c.phrases[k]
	if !p.known || p.future || c.finiteBetween(e, p.first) || !c.give(st, p, "after the content") {
		return false
	}
	c.keep(i, at, st.Said, p.coarse)
	return true
}

// wayOff is how many tokens may stand between content and a time that ends the
// sentence.
const wayOff = 12

// dated reports a source that is a paper, whose date is the time of saying.
func (c *claimer) dated(at place) bool {
	for i := at.source; i < at.sourceEnd; i++ {
		if papers[c.low[i]] {
			return true
		}
	}
	return false
}

// occasionPossessive: "at Tuesday's rally", "on Friday's show", "on Friday's
// “Noon Report”".
func (c *claimer) occasionPossessive(p phrase) bool {
	w := c.low[p.first]
	if p.first > 0 && !startsOccasion[w] {
		w = c.low[p.first-1]
	}
	if w != "on" {
		return startsOccasion[w]
	}
	for i := p.end + 1; i < min(p.end+6, len(c.low)); i++ {
		switch c.low[i] {
		case "broadcast", "show", "program", "programme", "edition", "episode", "“", "\"", "‘", "``":
			return true
		}
		if c.verb(i) {
			return false
		}
	}
	return false
}

var startsOccasion = set("in at during on")
