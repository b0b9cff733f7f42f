package date

import (
	"strconv"
	"strings"

	"onrecord"
)

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
	if m == 9 && d == 11 && !printed && c.today != "" && (c.today[5:] < "09-11" || c.today[5:] >= "12-01") {
		return phrase{first: i, end: to, coarse: true} // the attacks of 2001
	}
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
