package date

import "strings"

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
