package date

import "onrecord"

// phraseAt reads a time expression that begins at token i, before end. Its
// end is i when there is none.
func (c *claimer) phraseAt(i, end int) phrase {
	w := c.low[i]
	if !digit(w) && (w == "" || len(w) > 31 || shapes[w[0]]&(1<<len(w)) == 0 || !triggers[w]) {
		return phrase{first: i, end: i}
	}
	next := func(k int) string {
		if i+k < end {
			return c.low[i+k]
		}
		return ""
	}
	if n, ok := weekdays[w]; ok && c.capital(i) {
		return c.weekday(i, end, n, "")
	}
	if m, ok := months[w]; ok && c.isMonth(i, end) {
		return c.month(i, end, m, "")
	}
	if p := c.byWord(i, end, w, next); p.end > i {
		return p
	}
	if p := c.byPreposition(i, w, next); p.end > i {
		return p
	}
	if m, ok := months[next(1)]; ok && isDayOfMonth(w) && c.capital(i+1) {
		return c.dayMonth(i, end, w, m)
	}
	if n := number(w); n > 0 && units[next(1)] != "" {
		if p := c.apartBy(i, n, units[next(1)], next(2)); p.end > i {
			return p
		}
	}
	if len(w) == 10 && w[4] == '-' {
		if _, err := Parse(w); err == nil {
			return c.value(i, i+1, w, "date")
		}
	}
	return phrase{first: i, end: i}
}

// byWord reads what begins with a word for a time. Next gives the words after
// it, in lower case.
func (c *claimer) byWord(i, end int, w string, next func(int) string) phrase {
	switch w {
	case "today", "tonight":
		if !c.name(i) {
			return c.days(i, i+1, 0)
		}
	case "yesterday":
		return c.days(i, i+1, 1)
	case "tomorrow":
		return phrase{first: i, end: i + 1, future: true}
	case "this", "last", "next", "past", "previous", "earlier", "later", "early", "late", "mid", "coming":
		return c.modified(i, end, w)
	case "the":
		if seasonNames[next(1)] != "" && next(2) == "of" && isYear(next(3)) {
			return c.value(i, i+4, next(3)+"-"+seasonNames[next(1)], "season")
		}
		if p := c.theDay(i, next(1), next(2), next(3)); p.end > i {
			return p
		}
	case "that":
		if next(1) == "day" || dayParts[next(1)] {
			return c.relative(i, i+2, 0)
		}
	case "few", "several", "many":
		if which := next(2); units[next(1)] != "" && (which == "later" || which == "earlier") {
			return phrase{first: i, end: i + 3, coarse: true}
		}
	case "hours", "minutes", "moments", "hour":
		if next(1) == "later" || next(1) == "earlier" {
			return c.relative(i, i+2, 0)
		}
	case "recently", "then", "afterward", "afterwards", "meanwhile", "previously":
		return phrase{first: i, end: i + 1, coarse: true, goesOn: w == "then"}
	}
	return phrase{first: i, end: i}
}

// byPreposition reads "in 2015", "over the weekend", "at the time", "by noon".
func (c *claimer) byPreposition(i int, w string, next func(int) string) phrase {
	switch w {
	case "in", "during", "of", "over":
		if isYear(next(1)) && c.r.Tokens[i+1].Tag == "CD" {
			return c.year(i, i+2, next(1))
		}
		if next(1) == "the" && seasonNames[next(2)] != "" && w != "of" && next(3) != "of" {
			return c.season(i, next(2), "this").to(i + 3)
		}
		if next(1) == "the" && next(2) == "weekend" && w == "over" {
			return c.weekend(i, i+3, "")
		}
	case "at", "by":
		if w == "at" && (next(1) == "the" || next(1) == "that") && next(2) == "time" && next(3) != "of" {
			return c.sameTime(i, i+3)
		}
		if hours[next(1)] {
			return phrase{first: i, end: i + 2, coarse: true}
		}
	}
	return phrase{first: i, end: i}
}

// modified reads "last …", "this …", "earlier …".
func (c *claimer) modified(i, end int, how string) phrase {
	if i+1 >= end || how == "this" && c.capital(i) && c.capital(i+1) && c.name(i) && weekdays[c.low[i+1]] == 0 {
		return phrase{first: i, end: i} // the programme "This Week"
	}
	w := c.low[i+1]
	if n, ok := weekdays[w]; ok && c.capital(i+1) {
		return c.weekday(i+1, end, n, how).from(i)
	}
	if m, ok := months[w]; ok && c.isMonth(i+1, end) {
		return c.month(i+1, end, m, how).from(i)
	}
	if (how == "earlier" || how == "later") && w == "in" && i+3 < end && c.low[i+2] == "the" && units[c.low[i+3]] != "" {
		if units[c.low[i+3]] == "day" {
			return c.relative(i, i+4, 0)
		}
		p := c.unit(i, c.low[i+3], "this")
		p.end = i + 4
		return p
	}
	switch {
	case how == "late" && w == "last", how == "early" && w == "this", how == "earlier", how == "later":
		if p := c.phraseAt(i+1, end); p.end > i+1 {
			return p.from(i)
		}
		return phrase{first: i, end: i}
	case w == "night" && how == "last":
		return c.days(i, i+2, 1)
	case dayParts[w] && how == "this":
		return c.days(i, i+2, 0)
	case seasonNames[w] != "":
		return c.season(i, w, how)
	case w == "weekend" && (how == "this" || how == "last" || how == "past"):
		return c.weekend(i, i+2, how)
	case units[w] != "" && w == units[w]:
		return c.unit(i, w, how)
	}
	return phrase{first: i, end: i}
}

// to ends a phrase at token end.
func (p phrase) to(end int) phrase {
	p.end = end
	return p
}

func (p phrase) from(i int) phrase {
	if p.end > p.first {
		p.first = i
	}
	return p
}

// name: "USA TODAY", "on Today": a newspaper and a programme.
func (c *claimer) name(i int) bool {
	if !c.capital(i) {
		return false
	}
	first := len(c.r.Sentences) > 0 && i == c.r.Sentences[c.sentence[i]].First
	return !first || c.r.Tokens[i].In(c.r.Doc.Text) == "TODAY"
}

func (c *claimer) span(i, to int, from, until onrecord.Day, basis onrecord.Basis) phrase {
	return phrase{first: i, end: to, value: Between(from, until), basis: basis, known: true, coarse: from != until}
}

func (c *claimer) value(i, to int, s string, basis onrecord.Basis) phrase {
	e, err := Parse(s)
	if err != nil {
		return phrase{first: i, end: i}
	}
	first, last := e.Bounds()
	return phrase{first: i, end: to, value: e, basis: basis, known: true, coarse: first != last,
		future: c.last != "" && first > c.last}
}

// someDay is a day of which only the weekday is known, which the words say.
var someDay = EDTF{single, []point{{year: "XXXX", month: "XX", day: "XX"}}}
