package date

import (
	"strings"

	"onrecord"
)

// Bounds returns the first and the last day that e may mean, empty where open
// or unknown. Days of years before 0 and after 9999 cannot be compared as
// strings: such a bound becomes the nearest day that can, or open. Doubt ("?",
// "~", "%") does not widen a bound. A wholly unspecified year ("XXXX-03") has
// no bounds.
func (e EDTF) Bounds() (first, last onrecord.Day) {
	if e.form == unknown {
		return "", ""
	}
	first, _ = e.dates[0].bounds()
	_, last = e.dates[len(e.dates)-1].bounds()
	if e.form != oneOf {
		return first, last
	}
	for i := 0; i < len(e.dates); i += 2 {
		a, _ := e.dates[i].bounds()
		_, b := e.dates[i+1].bounds()
		first = min(first, a) // "" is open, and the least
		if last != "" && (b == "" || b > last) {
			last = b
		}
	}
	return first, last
}

// Seasons have codes 21 to 24 for a month. The standard leaves their days
// open; here they are those of the meteorological seasons of the northern
// hemisphere, winter running into the next year.
var seasons = map[string]struct{ from, until int }{
	"21": {3, 5}, "22": {6, 8}, "23": {9, 11}, "24": {12, 14},
}

func (p point) bounds() (first, last onrecord.Day) {
	if p.open || p.year == "" || p.year == "XXXX" {
		return "", ""
	}
	if p.year[0] == 'Y' || p.year[0] == '-' {
		return p.farBounds()
	}
	if s, ok := seasons[p.month]; ok {
		low, high := yearsOf(p.year)
		return day(low, s.from, 1), day(high, s.until+1, 0)
	}
	return p.extreme(false), p.extreme(true)
}

// farBounds gives bounds of a year outside 0 to 9999.
func (p point) farBounds() (first, last onrecord.Day) {
	if strings.HasPrefix(strings.TrimPrefix(p.year, "Y"), "-") {
		return "", "0000-01-01"
	}
	return "9999-12-31", ""
}

// extreme is the earliest or latest day whose digits match.
func (p point) extreme(latest bool) onrecord.Day {
	low, high := yearsOf(p.year)
	months, days := orX(p.month), orX(p.day)
	at := func(from, until, i int) int {
		if latest {
			return until - i
		}
		return from + i
	}
	for i := range high - low + 1 {
		year := at(low, high, i)
		if !matches(p.year, year) {
			continue
		}
		for j := range 12 {
			month := at(1, 12, j)
			if !matches(months, month) {
				continue
			}
			for k := range 31 {
				d := at(1, 31, k)
				if matches(days, d) && d <= monthLength(year, month) {
					return ymd(year, month, d)
				}
			}
		}
	}
	return ""
}

func orX(s string) string {
	if s == "" {
		return "XX"
	}
	return s
}

// matches reports whether the number n, written with as many digits as the
// pattern, has the pattern's digits.
func matches(pattern string, n int) bool {
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] != 'X' && int(pattern[i]-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return n == 0
}

func yearsOf(pattern string) (low, high int) {
	for i := range len(pattern) {
		low, high = low*10, high*10
		if pattern[i] == 'X' {
			high += 9
			continue
		}
		low, high = low+int(pattern[i]-'0'), high+int(pattern[i]-'0')
	}
	return low, high
}
