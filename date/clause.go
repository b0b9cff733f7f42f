package date

import "sort"

// reach is how many tokens may lie between a time and the cue it belongs to.
const reach = 40

// stated finds the time expression that belongs to the cue: in the cue, after
// it, before it; the nearest first.
func (c *claimer) stated(at place) (phrase, string, bool) {
	tense := c.tense(at)
	if tense == future || c.afterwards(at) {
		return phrase{}, "", false
	}
	near := max(at.first, at.cue-reach)
	from := sort.Search(len(c.phrases), func(i int) bool { return c.phrases[i].end > near })
	var before []phrase
	for _, p := range c.phrases[from:] {
		if p.first >= at.end || p.first > at.cueEnd+reach {
			break
		}
		if p.end <= at.cue-reach || !c.outside(p, at) || tense == present && p.undated() {
			continue
		}
		if p.first >= at.cue && p.end <= at.cueEnd && c.owns(p, at) || p.first >= at.cueEnd && c.follows(p, at) {
			return p, "in the clause of the cue", true
		}
		if p.end <= at.cueEnd {
			before = append(before, p)
		}
	}
	for i := len(before) - 1; i >= 0; i-- {
		if rule, ok := c.precedes(before[i], at); ok {
			return before[i], rule, true
		}
	}
	return phrase{}, "", false
}

// elsewhere reports a preposition after which a time belongs to something
// else than the saying: "after Tuesday's vote", but not "before midnight".
func (c *claimer) elsewhere(i int) bool {
	if !otherSubject[c.low[i]] {
		return false
	}
	if c.low[i] == "before" && (c.audienceAt(i+1) || c.audienceAt(i+2) || c.audienceAt(i+3)) {
		return false // "appeared before the committee"
	}
	next := ""
	if i+1 < len(c.low) {
		next = c.low[i+1]
	}
	return !hours[next] && !digit(next)
}

func (c *claimer) audienceAt(i int) bool { return i < len(c.low) && audiences[c.low[i]] }

// audiences are whom one stands before.
var audiences = set("reporters crowd audience cameras committee panel lawmakers supporters judge court congress council parliament")

// outside reports that p is in no content: not this statement's, and neither
// in another's nor between quotation marks unless the cue is too.
func (c *claimer) outside(p phrase, at place) bool {
	if c.quoted[p.first] && !c.quoted[at.cue] || c.content[p.first] && !c.content[at.cue] {
		return false
	}
	s := c.words(p)
	for _, content := range at.content {
		if content.Overlaps(s) {
			return false
		}
	}
	return true
}

// in reports that token i is part of the source, or of the content.
func (at place) in(c *claimer, i int) (source, content bool) {
	for _, s := range at.content {
		content = content || s.Contains(c.r.Tokens[i].Span)
	}
	return i >= at.source && i < at.sourceEnd, content
}
