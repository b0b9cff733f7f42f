package date

import (
	"time"

	"onrecord"
)

func monthLength(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// day writes a day; month and day may run over, as in package time. Days
// beyond 9999 become open.
func day(year, month, d int) onrecord.Day {
	t := time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
	if t.Year() > 9999 || t.Year() < 0 {
		return ""
	}
	return onrecord.Day(t.Format(time.DateOnly))
}

// addDays moves a day, which must not be empty, by n days.
func addDays(d onrecord.Day, n int) onrecord.Day {
	t := d2t(d)
	return day(t.Year(), int(t.Month()), t.Day()+n)
}

// d2t reads a day; a malformed one gives the zero time.
func d2t(d onrecord.Day) time.Time {
	t, _ := time.Parse(time.DateOnly, string(d))
	return t
}
