package date

import (
	"strconv"
	"strings"

	"onrecord"
)

// phraseAt reads a time expression that begins at token i, before end. Its
// end is i when there is none.
func (c *claimer) phraseAt(i, end int) phrase {
	w := c.low[i]
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
	switch w {
	case "today", "tonight":
		if c.name(i) {
			return phrase{first: i, end: i}
		}
		return c.days(i, i+1, 0)
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
		if w2 := next(1); (w2 == "next" || w2 == "following" || w2 == "same" || w2 == "previous") && (units[next(2)] != "" || dayParts[next(2)]) {
			return phrase{first: i, end: i + 3, coarse: true}
		}
	case "in", "during", "of":
		if isYear(next(1)) && c.r.Tokens[i+1].Tag == "CD" {
			return c.year(i, i+2, next(1))
		}
	case "at", "by":
		if hours[next(1)] {
			return phrase{first: i, end: i + 2, coarse: true}
		}
	case "recently", "then", "afterward", "afterwards", "meanwhile", "previously":
		return phrase{first: i, end: i + 1, coarse: true}
	}
	if m, ok := months[next(1)]; ok && isDayOfMonth(w) && c.capital(i+1) {
		return c.dayMonth(i, end, w, m)
	}
	if n := number(w); n > 0 && units[next(1)] != "" && (next(2) == "ago" || next(2) == "earlier") {
		return c.ago(i, n, units[next(1)], next(2) == "ago")
	}
	if len(w) == 10 && w[4] == '-' {
		if _, err := Parse(w); err == nil {
			return c.value(i, i+1, w, "date")
		}
	}
	return phrase{first: i, end: i}
}

// modified reads "last …", "this …", "earlier …".
func (c *claimer) modified(i, end int, how string) phrase {
	if i+1 >= end {
		return phrase{first: i, end: i}
	}
	w := c.low[i+1]
	if n, ok := weekdays[w]; ok && c.capital(i+1) {
		return c.weekday(i+1, end, n, how).from(i)
	}
	if m, ok := months[w]; ok && c.isMonth(i+1, end) {
		return c.month(i+1, end, m, how).from(i)
	}
	if how == "earlier" && w == "in" && i+3 < end && c.low[i+2] == "the" && units[c.low[i+3]] != "" {
		p := c.unit(i, c.low[i+3], "this")
		p.end = i + 4
		return p
	}
	switch {
	case how == "late" && w == "last", how == "early" && w == "this", how == "earlier", how == "later" && w != "in":
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
	case units[w] != "" && w == units[w]:
		return c.unit(i, w, how)
	}
	return phrase{first: i, end: i}
}

func (p phrase) from(i int) phrase {
	if p.end > p.first {
		p.first = i
	}
	return p
}

// weekday: a bare weekday is the latest on or before the day of publication,
// as news writes it; "last" and "past" exclude that day itself.
func (c *claimer) weekday(i, end, n int, how string) phrase {
	to := i + 1
	if to < end && dayParts[c.low[to]] {
		to++
	}
	// "Tuesday, March 3": the date decides.
	if to+1 < end && c.low[to] == "," {
		if m, ok := months[c.low[to+1]]; ok && c.isMonth(to+1, end) {
			if p := c.month(to+1, end, m, ""); p.basis == "date" {
				return p.from(i)
			}
		}
	}
	if how == "next" || how == "coming" {
		return phrase{first: i, end: to, future: true}
	}
	if c.today == "" {
		return phrase{first: i, end: to, value: someDay, basis: "weekday", known: true}
	}
	back := (int(d2t(c.today).Weekday()) - n + 7) % 7
	if back == 0 && (how == "last" || how == "past") {
		back = 7
	}
	p := c.days(i, to, back)
	p.basis = "weekday"
	return p
}

// days is the day so many before today.
func (c *claimer) days(i, to, back int) phrase {
	p := phrase{first: i, end: to, basis: "today"}
	if c.today != "" {
		d := addDays(c.today, -back)
		p.value, p.known = Between(d, d), true
	}
	return p
}

// month reads "March", "March 3", "March 3, 2017", "March 2017", "early
// March". Without a year it is the latest that is not after publication.
func (c *claimer) month(i, end, m int, how string) phrase {
	to, d, year := i+1, 0, ""
	if to < end && isDayOfMonth(c.low[to]) {
		d, _ = strconv.Atoi(strings.TrimRight(c.low[to], "sthnrd"))
		to++
		if to+1 < end && c.low[to] == "," && isYear(c.low[to+1]) {
			year, to = c.low[to+1], to+2
		}
	}
	switch {
	case year == "" && to < end && isYear(c.low[to]):
		year, to = c.low[to], to+1
	case year == "" && d == 0 && to+1 < end && c.low[to] == "of" && isYear(c.low[to+1]):
		year, to = c.low[to+1], to+2
	}
	if how == "next" || how == "coming" {
		return phrase{first: i, end: to, future: true}
	}
	basis := onrecord.Basis("month")
	if d > 0 {
		basis = "date"
	}
	printed := year != ""
	if year == "" {
		year = c.latestYear(m, d, how)
	}
	if y, err := strconv.Atoi(year); err == nil && d == 0 {
		if first, last, ok := third(y, m, how); ok {
			q := c.span(i, to, first, last, basis)
			q.year = printed
			return q
		}
	}
	s := year + "-" + two(m)
	if d > 0 {
		s += "-" + two(d)
	}
	q := c.value(i, to, s, basis)
	q.year = printed
	return q
}

// name: "USA TODAY", "on Today": a newspaper and a programme.
func (c *claimer) name(i int) bool {
	if !c.capital(i) {
		return false
	}
	first := len(c.r.Sentences) > 0 && i == c.r.Sentences[c.sentence[i]].First
	return !first || c.r.Tokens[i].In(c.r.Doc.Text) == "TODAY"
}

// dayMonth reads "3 March" and "3 March 2017".
func (c *claimer) dayMonth(i, end int, d string, m int) phrase {
	to, year, printed := i+2, "", false
	if to < end && isYear(c.low[to]) {
		year, to, printed = c.low[to], to+1, true
	}
	n, _ := strconv.Atoi(strings.TrimRight(d, "sthnrd"))
	if year == "" {
		year = c.latestYear(m, n, "")
	}
	p := c.value(i, to, year+"-"+two(m)+"-"+two(n), "date")
	p.year = printed
	return p
}

// latestYear is the year of the latest such month or day that is not after
// today, "XXXX" when today is unknown.
func (c *claimer) latestYear(m, d int, how string) string {
	if c.today == "" {
		return "XXXX"
	}
	t := d2t(c.today)
	y := t.Year()
	if m > int(t.Month()) || m == int(t.Month()) && (d > t.Day() || how == "last" && d == 0) {
		y--
	}
	return strconv.Itoa(y)
}

// third is the part of a month that "early", "mid" or "late" means: its first
// ten days, its second, and the rest.
func third(y, m int, how string) (first, last onrecord.Day, ok bool) {
	switch how {
	case "early":
		return day(y, m, 1), day(y, m, 10), true
	case "mid":
		return day(y, m, 11), day(y, m, 20), true
	case "late":
		return day(y, m, 21), day(y, m+1, 0), true
	}
	return "", "", false
}

func (c *claimer) year(i, to int, year string) phrase {
	p := c.value(i, to, year, "year")
	p.coarse = true
	return p
}

func (c *claimer) season(i int, name, how string) phrase {
	if c.today == "" || how == "next" || how == "coming" {
		return phrase{first: i, end: i + 2, coarse: true, future: c.today != ""}
	}
	y := d2t(c.today).Year()
	for range 3 {
		s := strconv.Itoa(y) + "-" + seasonNames[name]
		e, err := Parse(s)
		if err != nil {
			break
		}
		first, last := e.Bounds()
		if how == "this" && first <= c.today || how != "this" && last < c.today {
			return c.value(i, i+2, s, "season")
		}
		y--
	}
	return phrase{first: i, end: i + 2, coarse: true}
}

// unit reads "last week", "this month", "last year". A week begins on Monday
// (ISO 8601).
func (c *claimer) unit(i int, unit, how string) phrase {
	p := phrase{first: i, end: i + 2, coarse: true, future: how == "next" || how == "coming"}
	if c.today == "" || p.future || how != "this" && how != "last" || unit == "day" {
		return p
	}
	t := d2t(c.today)
	y, m, d := t.Year(), int(t.Month()), t.Day()
	last := 0
	if how == "last" {
		last = 1
	}
	var from, until onrecord.Day
	switch unit {
	case "week":
		monday := d - (int(t.Weekday())+6)%7 - 7*last
		from, until = day(y, m, monday), day(y, m, monday+6)
	case "month":
		from, until = day(y, m-last, 1), day(y, m-last+1, 0)
	case "year":
		from, until = day(y-last, 1, 1), day(y-last, 12, 31)
	}
	return c.span(i, i+2, from, min(until, c.today), onrecord.Basis(unit))
}

// ago reads "two days ago": days are exact, longer units approximate.
func (c *claimer) ago(i, n int, unit string, certain bool) phrase {
	p := phrase{first: i, end: i + 3, coarse: true}
	if c.today == "" || !certain {
		return p
	}
	t := d2t(c.today)
	y, m, d := t.Year(), int(t.Month()), t.Day()
	switch unit {
	case "day":
		return c.days(i, i+3, n)
	case "week":
		return c.value(i, i+3, string(day(y, m, d-7*n))+"~", "ago")
	case "month":
		return c.value(i, i+3, string(day(y, m-n, 1)[:7])+"~", "ago")
	}
	return c.value(i, i+3, strconv.Itoa(y-n)+"~", "ago")
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

// isMonth tells the months from "may" and "march": a capital and no verb; and
// "March" next to a day or year, or after a word of time.
func (c *claimer) isMonth(i, end int) bool {
	if !c.capital(i) || c.r.Tokens[i].Tag == "MD" || strings.HasPrefix(c.r.Tokens[i].Tag, "VB") {
		return false
	}
	if w := c.low[i]; w != "may" && w != "march" {
		return true
	}
	if i+1 < end && (isDayOfMonth(c.low[i+1]) || isYear(c.low[i+1])) {
		return true
	}
	return i > 0 && (openers[c.low[i-1]] || c.low[i-1] == "of" || c.low[i-1] == "since")
}

func isYear(s string) bool {
	return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") && strings.Trim(s[2:], "0123456789") == ""
}

func isDayOfMonth(s string) bool {
	s = strings.TrimRight(s, "sthnrd")
	n, err := strconv.Atoi(s)
	return err == nil && len(s) <= 2 && 1 <= n && n <= 31
}

func number(s string) int {
	if n, ok := numbers[s]; ok {
		return n
	}
	if len(s) > 3 || s == "" || s[0] < '0' || s[0] > '9' {
		return 0
	}
	n, _ := strconv.Atoi(s)
	return n
}

func two(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// someDay is a day of which only the weekday is known, which the words say.
var someDay = EDTF{single, []point{{year: "XXXX", month: "XX", day: "XX"}}}
