package date

import "strings"

// A dateline, "WASHINGTON, March 3 —" or "WASHINGTON, March 3, 2017 (Wire) —",
// stands at the start of one of the first paragraphs: a word in capitals, a
// month and a day, a dash. It says when the article was written, and dates no
// statement.

// datelineReach is how many tokens may stand before the dash.
const datelineReach = 16

// dateline moves "today" to the dateline's day when that is publication day or
// up to three days before, or publication is unknown and the year is given.
func (c *claimer) dateline() {
	for n, st := range c.r.Sentences {
		if n == 6 {
			return
		}
		first, end := max(st.First, 0), min(st.End, len(c.low), st.First+datelineReach)
		if first >= end || !c.allCapitals(first) || c.onPage(c.r.Tokens[first].Span) {
			continue
		}
		for i := first + 1; i < end && !dash[c.low[i]]; i++ {
			if m, ok := months[c.low[i]]; ok && c.capital(i) && c.dashAfter(i, end) {
				p := c.month(i, end, m, "")
				c.moveTo(p)
				c.lineEnd = p.end
				return
			}
		}
	}
}

// afterDateline is where a sentence begins behind "WASHINGTON —".
func (c *claimer) afterDateline(first, cue int) int {
	if !c.allCapitals(first) {
		return first
	}
	for i := first + 1; i < min(first+datelineReach, cue); i++ {
		if dash[c.low[i]] {
			return i + 1
		}
		if c.low[i] == "." {
			break
		}
	}
	return first
}

var dash = set("— – -- - ―")

func (c *claimer) moveTo(p phrase) {
	first, last := p.value.Bounds()
	if first == "" || first != last {
		return
	}
	if c.today == "" && c.last == "" {
		c.anchor = anchor{first, first}
		return
	}
	if c.today != "" && first <= c.today && addDays(first, 3) >= c.today {
		c.today = first
	}
}

func (c *claimer) dashAfter(i, end int) bool {
	for ; i < end; i++ {
		if dash[c.low[i]] {
			return true
		}
	}
	return false
}

func (c *claimer) allCapitals(i int) bool {
	w := c.r.Tokens[i].In(c.r.Doc.Text)
	return len(w) > 2 && w == strings.ToUpper(w) && w != strings.ToLower(w)
}
