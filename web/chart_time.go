package web

import (
	"strconv"
	"time"

	"onrecord"
)

// A step is how finely a chart cuts time.
type step int

const (
	stepDay step = iota
	stepMonth
	stepQuarter
	stepYear
)

// slot numbers the period that a day lies in, so that periods in a row have
// numbers in a row; ok is false for what is no day.
func (s step) slot(d onrecord.Day) (n int, ok bool) {
	if len(d) != len(time.DateOnly) { // most open ends
		return 0, false
	}
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0, false
	}
	switch month := int(t.Month()) - 1; s {
	case stepDay:
		return int(t.Unix() / (24 * 3600)), true // exact: these are midnights
	case stepMonth:
		return t.Year()*12 + month, true
	case stepQuarter:
		return t.Year()*4 + month/3, true
	}
	return t.Year(), true
}

// begin is the first day of a period.
func (s step) begin(slot int) time.Time {
	switch s {
	case stepDay:
		return time.Unix(int64(slot)*24*3600, 0).UTC()
	case stepMonth:
		return time.Date(slot/12, time.Month(slot%12+1), 1, 0, 0, 0, 0, time.UTC)
	case stepQuarter:
		return time.Date(slot/4, time.Month(slot%4*3+1), 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(slot, 1, 1, 0, 0, 0, 0, time.UTC)
}

// name is what a period is called beside its year.
func (s step) name(slot int) string {
	t := s.begin(slot)
	switch s {
	case stepDay:
		return t.Format("2 Jan")
	case stepMonth:
		return t.Format("Jan")
	case stepQuarter:
		return t.Format("Jan") + "–" + t.AddDate(0, 2, 0).Format("Jan")
	}
	return strconv.Itoa(t.Year())
}

// names is what a run of periods is called: "Mar" for the days of a month, "1–9
// Mar", "28 Feb – 3 Mar".
func (s step) names(from, to int) string {
	if from == to {
		return s.name(from)
	}
	a, after := s.begin(from), s.begin(to+1)
	switch {
	case a.Day() == 1 && a.AddDate(0, 1, 0).Equal(after):
		return a.Format("Jan")
	case a.Month() == 1 && a.Day() == 1 && a.AddDate(1, 0, 0).Equal(after):
		return strconv.Itoa(a.Year())
	case s == stepDay && a.Month() == after.AddDate(0, 0, -1).Month():
		return strconv.Itoa(a.Day()) + "–" + s.name(to)
	}
	return s.name(from) + " – " + s.name(to)
}

// lasting says how long a run of n periods is: "9 days", "about 4 months".
func (s step) lasting(n int) string {
	switch s {
	case stepDay:
		if n <= 60 {
			return plural(n, "day", "days")
		}
		return "about " + monthsLong((n*10+152)/304)
	case stepMonth:
		return monthsLong(n)
	case stepQuarter:
		return monthsLong(3 * n)
	}
	return plural(n, "year", "years")
}

func monthsLong(n int) string {
	switch {
	case n < 24:
		return plural(n, "month", "months")
	case n%12 == 0:
		return plural(n/12, "year", "years")
	}
	return plural(n/12, "year", "years") + " " + plural(n%12, "month", "months")
}

// lastOf is the day before the one that ends an interval; empty where open.
func lastOf(until onrecord.Day) onrecord.Day {
	t, err := time.Parse(time.DateOnly, string(until))
	if err != nil {
		return ""
	}
	return onrecord.Day(t.AddDate(0, 0, -1).Format(time.DateOnly))
}

// A monthRead counts the articles of a month, "2017-12".
type monthRead struct {
	Month    string
	Articles int
}

// readWithin counts the articles of the months that lie in a run of periods as
// a whole, and of all that it touches.
func readWithin(s step, from, to int, read []monthRead) (least, most int) {
	first, after := s.begin(from), s.begin(to+1)
	for _, m := range read {
		t, err := time.Parse("2006-01", m.Month)
		next := t.AddDate(0, 1, 0)
		if err != nil || !next.After(first) || !t.Before(after) {
			continue
		}
		if most += m.Articles; !t.Before(first) && !next.After(after) {
			least += m.Articles
		}
	}
	return least, most
}
