package eval

import (
	"strings"
	"time"

	"onrecord"
)

// sameTime reports whether two EDTF values mean the same days: equal, or with
// the same first and last day.
func sameTime(a, b onrecord.EDTF) bool {
	if a == "" || b == "" {
		return false
	}
	fromA, toA := bounds(a)
	fromB, toB := bounds(b)
	return a == b || fromA == fromB && toA == toB
}

// apart reports whether no day belongs to both values.
func apart(a, b onrecord.EDTF) bool {
	fromA, toA := bounds(a)
	fromB, toB := bounds(b)
	before := func(x, y string) bool { return x != "" && y != "" && x < y }
	return before(toA, fromB) || before(toB, fromA)
}

// bounds returns the first and the last day of a simple EDTF value, empty
// where open. What it cannot read it returns as it stands, so that two such
// values are the same only when they are equal.
func bounds(e onrecord.EDTF) (first, last string) {
	from, to, interval := strings.Cut(string(e), "/")
	if !interval || to == "" {
		to = from
	}
	return bound(from, false), bound(to, true)
}

func bound(value string, last bool) string {
	value = strings.Trim(value, "~?%")
	if value == "" || value == ".." {
		return ""
	}
	known, _, _ := strings.Cut(value, "-XX")
	for _, layout := range []struct {
		format      string
		year, month int
	}{{"2006-01-02", 0, 0}, {"2006-01", 0, 1}, {"2006", 1, 0}} {
		day, err := time.Parse(layout.format, known)
		if err != nil {
			continue
		}
		if last && layout.year+layout.month > 0 {
			day = day.AddDate(layout.year, layout.month, -1)
		}
		return day.Format(time.DateOnly)
	}
	return value
}
