package date

import (
	"time"

	"onrecord"
)

func monthLength(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// day writes a day; month and day may run over, as in package time. Days
// beyond 9999 become open.
func day(year, month, d int) onrecord.Day {
	if month < 1 || month > 12 || d < 1 || d > 28 {
		t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
		year, month, d = t.Year(), int(t.Month()), t.Day()
	}
	if year > 9999 || year < 0 {
		return ""
	}
	return ymd(year, month, d)
}

// ymd writes a day of the years 0 to 9999.
func ymd(year, month, d int) onrecord.Day {
	digit := func(n int) byte { return byte('0' + n%10) }
	return onrecord.Day([]byte{digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
		digit(month / 10), digit(month), '-', digit(d / 10), digit(d)})
}

// addDays moves a day, which must not be empty, by n days.
func addDays(d onrecord.Day, n int) onrecord.Day {
	t := d2t(d)
	return day(t.Year(), int(t.Month()), t.Day()+n)
}

// d2t reads a day; a malformed one gives the zero time.
func d2t(d onrecord.Day) time.Time {
	if len(d) != len(time.DateOnly) || !digitsOrX(string(d[:4]), 4) {
		return time.Time{}
	}
	n := func(s onrecord.Day) (v int) {
		for i := range len(s) {
			v = 10*v + int(s[i]-'0')
		}
		return v
	}
	y, m, at := n(d[:4]), n(d[5:7]), n(d[8:])
	if m < 1 || m > 12 || at < 1 || at > monthLength(y, m) || ymd(y, m, at) != d {
		return time.Time{}
	}
	return time.Date(y, time.Month(m), at, 0, 0, 0, 0, time.UTC)
}
