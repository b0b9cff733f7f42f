package date

import (
	"sort"
	"strings"
)

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

// undated reports a month or day without its year: beside "are planned" it
// may be to come.
func (p phrase) undated() bool { return p.basis == "month" || p.basis == "date" && !p.year }

// A tense is that of a cue's first verb.
type tense byte

const (
	noTense tense = iota // nouns and prepositions too
	past
	present
	future // and what else has no one time in the past
)

func (c *claimer) tense(at place) tense {
	for i := at.cue; i < at.cueEnd; i++ {
		switch c.r.Tokens[i].Tag {
		case "MD":
			if w := c.low[i]; w == "will" || w == "'ll" || w == "’ll" || w == "wo" {
				return future
			}
			return present
		case "VBD":
			if c.low[i] == "used" && i+1 < len(c.low) && c.low[i+1] == "to" {
				return future // "used to say": at no one time
			}
			return past
		case "VBZ", "VBP":
			if w := c.low[i]; (w == "has" || w == "have" || w == "'s" || w == "'ve" || w == "’s" || w == "’ve") && i+1 < at.cueEnd {
				return past
			}
			return present
		}
	}
	// "will be considered": the auxiliary may stand before the cue.
	if at.cue > at.first && c.r.Tokens[at.cue-1].Tag == "MD" || at.cue > at.first+1 && c.r.Tokens[at.cue-2].Tag == "MD" {
		return future
	}
	return noTense
}

// afterwards: "after backing him", "hours before reports": the cue has another
// time than its sentence.
func (c *claimer) afterwards(at place) bool {
	i := at.cue
	if c.low[i] == "in" || c.r.Tokens[i].Tag == "VBD" {
		return false
	}
	for i--; i >= at.first && at.cue-i < 4; i-- {
		switch c.low[i] {
		case "after", "before", "since", "until", "once":
			return true
		}
		if t := c.r.Tokens[i].Tag; t != "RB" && t != "JJ" && t != "DT" && t != "PRP$" {
			return false
		}
	}
	return false
}

// elsewhere reports a preposition after which a time belongs to something
// else than the saying: "after Tuesday's vote", but not "before midnight".
func (c *claimer) elsewhere(i int) bool {
	if !otherSubject[c.low[i]] {
		return false
	}
	next := ""
	if i+1 < len(c.low) {
		next = c.low[i+1]
	}
	return !hours[next] && (next == "" || next[0] < '0' || next[0] > '9')
}

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

// follows: "said Tuesday", "told reporters at a rally on Tuesday", "called it
// a lie on Tuesday". No clause may come between, nor a preposition that gives
// the time to something else ("said after the vote on Tuesday"); content may,
// when the time follows it at once, since then it was left out of the content.
func (c *claimer) follows(p phrase, at place) bool {
	if p.possessive && p.first > at.cueEnd && !c.occasionPossessive(p) {
		return false
	}
	for i := at.cueEnd; i < p.first; i++ {
		source, content := at.in(c, i)
		if content {
			if !c.closesContent(i, p, at) {
				return false
			}
			continue
		}
		if source && !c.dated(at) && i == p.first-1 && c.low[i] == "of" {
			return false
		}
		if !source && (c.finite(i) || c.r.Tokens[i].Tag == "VB") && !occasions[c.low[i]] || c.elsewhere(i) {
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
		case "in", "on", "at", "during":
			return true
		}
		return false
	}
	return true
}

// dated reports a source that is a paper, whose date is the time of saying.
func (c *claimer) dated(at place) bool {
	for i := at.source; i < at.sourceEnd; i++ {
		if papers[c.low[i]] {
			return true
		}
	}
	return false
}

// occasionPossessive: "at Tuesday's rally".
func (c *claimer) occasionPossessive(p phrase) bool {
	if p.first == 0 {
		return false
	}
	switch c.low[p.first-1] {
	case "in", "at", "during":
		return true
	}
	switch c.low[p.first] {
	case "in", "at", "during":
		return true
	}
	return false
}

// precedes: "On Tuesday, Smith said"; "Smith on Tuesday said"; "In a speech on
// Tuesday, Smith said"; "Speaking on Tuesday, Smith said".
func (c *claimer) precedes(p phrase, at place) (string, bool) {
	stop := at.cue
	if at.sourceEnd > at.source && at.source < at.cue && at.source >= p.end {
		stop = at.source
	}
	if p.first >= at.source && p.end <= at.sourceEnd {
		if c.dated(at) {
			return "date of the source", true
		}
		return "in the clause of the cue", c.afterName(p, at)
	}
	if c.whenClause(p, stop) {
		return "in the clause of the cue", true
	}
	if c.apart(p, stop) {
		return c.attached(p, at)
	}
	participle := c.participle(at)
	for i := p.end; i < stop; i++ {
		source, content := at.in(c, i)
		if content && !c.quoted[i] {
			return "", false
		}
		if c.clauseBreak(i) {
			// ", when asked about it," stands aside; other clauses end it.
			if i = c.aside(i, stop); i == stop || p.first != at.first {
				return "", false
			}
			continue
		}
		if !source && c.finite(i) && !c.auxiliary(i, at) {
			if !participle {
				return "", false
			}
			participle = false
		}
	}
	return c.attached(p, at)
}

// participle reports a cue like ", saying …", which shares the clause of the
// verb before it.
func (c *claimer) participle(at place) bool {
	for i := at.cue; i < at.cueEnd; i++ {
		if c.verb(i) || c.r.Tokens[i].Tag == "MD" {
			return c.r.Tokens[i].Tag == "VBG"
		}
	}
	return false
}

func (c *claimer) clauseBreak(i int) bool {
	switch c.low[i] {
	case ";", "who", "which", "that", "because", "when", "while", "whether", "if", "but":
		return true
	}
	return false
}

// afterName: "Ann Lee on Tuesday [said]", where the source was taken one phrase
// too long.
func (c *claimer) afterName(p phrase, at place) bool {
	if p.end != at.sourceEnd || p.first <= at.source || p.possessive {
		return false
	}
	name := c.r.Tokens[p.first-1].Name
	return name == "PERSON" || name == "ORGANIZATION"
}

// apart: "On Tuesday, despite saying that …, Smith said": one subordinate
// clause between commas stands between the time and the speaker.
func (c *claimer) apart(p phrase, stop int) bool {
	i := p.end + 1
	if i+1 >= stop || stop-i > reach || c.low[p.end] != "," || c.low[stop-1] != "," {
		return false
	}
	return subordinators[c.low[i]] || c.r.Tokens[i].Tag == "VBG"
}

// whenClause: "in 2008, when Smith said"; "in Sunday's debate, when Smith said".
func (c *claimer) whenClause(p phrase, stop int) bool {
	i := p.end
	for i < stop && i < p.end+5 && p.possessive && (c.low[i] == "'s" || c.low[i] == "’s" || strings.HasPrefix(c.r.Tokens[i].Tag, "NN") || c.r.Tokens[i].Tag == "JJ") {
		i++
	}
	if i < stop && c.low[i] == "," {
		i++
	}
	return i < stop && c.low[i] == "when" && stop-i < 3
}

// auxiliary: "was [asked]", "did not [say]".
func (c *claimer) auxiliary(i int, at place) bool {
	for i++; i < at.cue; i++ {
		if t := c.r.Tokens[i].Tag; t != "RB" && !c.verb(i) {
			return false
		}
	}
	return true
}

// aside is the comma that closes a clause which one opened at token i, stop
// when it is none.
func (c *claimer) aside(i, stop int) int {
	if i < 2 || c.low[i-1] != "," && c.low[i-2] != "," { // "GPS,” when"
		return stop
	}
	for i++; i < stop; i++ {
		if c.low[i] == "," {
			return i
		}
	}
	return stop
}

// opensOccasion: the sentence begins with "Speaking", and no comma stands
// between it and the time.
func (c *claimer) opensOccasion(p phrase, at place) bool {
	if !occasions[c.low[at.first]] || p.first-at.first > reach {
		return false
	}
	for i := at.first; i < p.first; i++ {
		if c.low[i] == "," || c.elsewhere(i) {
			return false
		}
	}
	return true
}

// attached looks to the left of a time for what it belongs to.
func (c *claimer) attached(p phrase, at place) (string, bool) {
	const clause, occasion = "in the clause of the cue", "occasion"
	if p.possessive && !c.occasionPossessive(p) {
		return clause, p.end+1 >= at.cue && p.end <= at.cueEnd // "Tuesday's comments"
	}
	if c.opensOccasion(p, at) {
		return occasion, true
	}
	for i := p.first - 1; i >= max(at.first, p.first-reach); i-- {
		source, content := at.in(c, i)
		switch {
		case source:
			return clause, true
		case content || c.elsewhere(i):
			return "", false
		case occasions[c.low[i]]:
			return occasion, true
		case c.verb(i) && c.r.Tokens[i].Tag != "VBN":
			return clause, c.participle(at) && c.finite(i)
		case c.r.Tokens[i].Tag == "VBN" && i == p.first-1:
			return "", false
		case c.low[i] == "," || c.low[i] == "and" || c.low[i] == "but":
			if i == p.first-1 {
				return clause, true
			}
		}
	}
	// The start of the sentence: a time alone, or a phrase that begins with a
	// preposition; a subject would own the time.
	if p.first == at.first || c.startsPhrase(at.first) {
		return clause, true
	}
	return "", false
}

func (c *claimer) startsPhrase(i int) bool {
	switch c.low[i] {
	case "in", "at", "on", "during", "by", "via", "and", "but", "from", "“", "\"", "yet", "then":
		return true
	}
	return false
}
