package date

import (
	"strconv"

	"onrecord"
)

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
	if to < end && c.low[to] == "live" { // a programme
		return phrase{first: i, end: i}
	}
	if how == "next" || how == "coming" {
		return phrase{first: i, end: to, future: true}
	}
	if how == "last" && to < end && (c.low[to] == "in" || c.low[to] == "of") {
		return phrase{first: i, end: to, coarse: true} // "the last Friday in August"
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
func (c *claimer) ago(i, n int, unit string) phrase {
	p := phrase{first: i, end: i + 3, coarse: true}
	if c.today == "" {
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
