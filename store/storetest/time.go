package storetest

import (
	"strings"
	"time"

	"onrecord"
)

// Time makes the Claimed of a day, a month, a year or two of them parted by "/"
// of which one may be "..".
func Time(edtf, basis string) onrecord.Claimed {
	if edtf == "" {
		return onrecord.Claimed{}
	}
	first, last, isRange := strings.Cut(edtf, "/")
	if !isRange {
		last = first
	}
	from, _ := bounds(first)
	_, until := bounds(last)
	return onrecord.Claimed{EDTF: onrecord.EDTF(edtf), From: from, Until: until, Basis: onrecord.Basis(basis)}
}

func bounds(text string) (from, until onrecord.Day) {
	if text == ".." {
		return "", ""
	}
	layouts := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}
	t, err := time.Parse(layouts[len(text)], text)
	if err != nil {
		panic(err) // a case that is typed wrong
	}
	next := map[int]time.Time{4: t.AddDate(1, 0, 0), 7: t.AddDate(0, 1, 0), 10: t.AddDate(0, 0, 1)}[len(text)]
	return onrecord.Day(t.Format(time.DateOnly)), onrecord.Day(next.Format(time.DateOnly))
}

// before is the day before.
func before(d onrecord.Day) string {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		panic(err) // as above
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
