package date

import "onrecord"

// reference is the day that "the next day" counts from: that of the time
// printed last, when it is a single day, outside quotation marks and in the
// same paragraph as token i or in one of the two before. Empty when there is none.
func (c *claimer) reference(i int) onrecord.Day {
	n := len(c.phrases) - 1
	for n >= 0 && c.phrases[n].aside {
		n--
	}
	if n < 0 {
		return ""
	}
	p := c.phrases[n]
	if !p.known || p.future || c.quoted[p.first] != c.quoted[i] || c.paragraph(i)-c.paragraph(p.first) > 2 {
		return ""
	}
	if first, last := p.value.Bounds(); first == last {
		return first
	}
	return ""
}

// sameTime reads "at the time": the time printed last, in the same paragraph or
// the one before.
func (c *claimer) sameTime(i, to int) phrase {
	p := phrase{first: i, end: to, coarse: true, goesOn: true}
	if n := len(c.phrases); n > 0 {
		if last := c.phrases[n-1]; last.known && !last.future && !c.quoted[last.first] && c.paragraph(i)-c.paragraph(last.first) <= 1 {
			p.value, p.basis, p.known, p.coarse = last.value, "relation", true, last.coarse
		}
	}
	return p
}

func (p phrase) goes(on bool) phrase {
	p.goesOn = on
	return p
}

// relative is the day so many days after the reference; the day beside one of
// which only the month is known is in that month.
func (c *claimer) relative(i, to, days int) phrase {
	p := phrase{first: i, end: to, coarse: true}
	if -1 <= days && days <= 1 && c.reference(i) == "" {
		return c.sameTime(i, to).goes(false)
	}
	if ref := c.reference(i); ref != "" {
		d := addDays(ref, days)
		p.value, p.basis, p.known, p.coarse = Between(d, d), "relation", true, false
		p.future = c.last != "" && d > c.last
	}
	return p
}

// theDay reads "the next day", "the same evening", "the day before", but not
// "the day after the vote".
func (c *claimer) theDay(i int, which, unit, next string) phrase {
	if which == "day" && next != "," && next != "." && next != "" && (unit == "before" || unit == "after") {
		return phrase{first: i, end: i}
	}
	if which == "day" {
		switch unit {
		case "before", "earlier":
			return c.relative(i, i+3, -1)
		case "after", "later":
			return c.relative(i, i+3, 1)
		}
	}
	if units[unit] == "" && !dayParts[unit] {
		return phrase{first: i, end: i}
	}
	days, ok := map[string]int{"next": 1, "following": 1, "same": 0, "previous": -1}[which]
	switch {
	case !ok:
		return phrase{first: i, end: i}
	case units[unit] == "day" || dayParts[unit]:
		return c.relative(i, i+3, days)
	}
	return phrase{first: i, end: i + 3, coarse: true}
}

// apartBy reads "two days ago", "two days later", "a week earlier": days count
// exactly, other units do not give a day.
func (c *claimer) apartBy(i, n int, unit, which string) phrase {
	switch {
	case which == "ago":
		return c.ago(i, n, unit)
	case which == "earlier" && unit == "day":
		return c.relative(i, i+3, -n)
	case which == "later" && unit == "day":
		return c.relative(i, i+3, n)
	case which == "earlier" || which == "later":
		return phrase{first: i, end: i + 3, coarse: true}
	}
	return phrase{first: i, end: i}
}

// weekend is the latest Saturday and Sunday that have begun, as far as they
// are over; "last" excludes the one that goes on.
func (c *claimer) weekend(i, to int, how string) phrase {
	if c.today == "" {
		return phrase{first: i, end: to, coarse: true}
	}
	back := (int(d2t(c.today).Weekday()) + 1) % 7 // days since Saturday
	if how == "last" && back < 2 {
		back += 7
	}
	saturday := addDays(c.today, -back)
	return c.span(i, to, saturday, min(addDays(saturday, 1), c.today), "week")
}
