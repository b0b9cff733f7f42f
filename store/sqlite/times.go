package sqlite

import (
	"fmt"
	"time"

	"onrecord"
)

// Times are found by overlap. An interval is cut into the fewest whole
// decades, years, months and days, its pieces. It is marked with "a" and each
// piece and what holds the piece (a day's month, year and decade), and with
// "c" and each piece that is longer than a day. A question is cut up likewise;
// an interval overlaps its piece when the interval is marked with "a" and that
// piece, or with "c" and something that holds it.
//
// A piece is written by its digits: 201 for the 2010s, 2017, 201712, 20171212.
// Open ends of a question reach to 1600 and 2400.
func timeMarks(prefix string, c onrecord.Claimed) []string {
	from, until, ok := known(c)
	if !ok {
		return []string{markSign + prefix + "0"}
	}
	var out []string
	seen := map[string]bool{}
	add := func(m string) {
		if !seen[m] {
			seen[m] = true
			out = append(out, markSign+prefix+m)
		}
	}
	for _, p := range pieces(from, until) {
		for at := p; at != ""; at = holder(at) {
			add("a" + at)
		}
		if len(p) < 8 {
			add("c" + p)
		}
	}
	return out
}

// known is the time as a question compares it: where one end is open, the day
// at the other. Most statements are only known not to be later than the
// article; were they found at any time before, said:2003 would find nearly all
// that was printed since.
func known(c onrecord.Claimed) (from, until onrecord.Day, ok bool) {
	first, hasFirst := parseDay(c.From)
	end, hasEnd := parseDay(c.Until)
	switch {
	case hasFirst && hasEnd && first.Before(end):
		return c.From, c.Until, true
	case hasFirst:
		return c.From, onrecord.Day(first.AddDate(0, 0, 1).Format(time.DateOnly)), true
	case hasEnd:
		return onrecord.Day(end.AddDate(0, 0, -1).Format(time.DateOnly)), c.Until, true
	}
	return "", "", false
}

// overlap is the question for the intervals marked with prefix that overlap
// [from, until), as a list of marks of which one must be there.
func overlap(prefix string, from, until onrecord.Day) []string {
	var out []string
	seen := map[string]bool{}
	add := func(m string) {
		if !seen[m] {
			seen[m] = true
			out = append(out, markSign+prefix+m)
		}
	}
	for _, p := range pieces(from, until) {
		add("a" + p)
		for at := holder(p); at != ""; at = holder(at) {
			add("c" + at)
		}
	}
	return out
}

// holder is the next longer piece that holds p, empty for a decade.
func holder(p string) string {
	switch len(p) {
	case 8:
		return p[:6]
	case 6:
		return p[:4]
	case 4:
		return p[:3]
	}
	return ""
}

var (
	firstDay = time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	endDay   = time.Date(2400, 1, 1, 0, 0, 0, 0, time.UTC)
)

// pieces cuts [from, until) up. What is no day counts as open.
func pieces(from, until onrecord.Day) []string {
	at, ok := parseDay(from)
	if !ok || at.Before(firstDay) {
		at = firstDay
	}
	end, ok := parseDay(until)
	if !ok || end.After(endDay) {
		end = endDay
	}
	var out []string
	for at.Before(end) {
		p, next := piece(at, end)
		out = append(out, p)
		at = next
	}
	return out
}

// piece is the longest piece that begins at the day and ends by end.
func piece(at, end time.Time) (string, time.Time) {
	y, m, d := at.Date()
	first := m == time.January && d == 1
	if next := at.AddDate(10, 0, 0); first && y%10 == 0 && !next.After(end) {
		return fmt.Sprintf("%03d", y/10), next
	}
	if next := at.AddDate(1, 0, 0); first && !next.After(end) {
		return fmt.Sprintf("%04d", y), next
	}
	if next := at.AddDate(0, 1, 0); d == 1 && !next.After(end) {
		return fmt.Sprintf("%04d%02d", y, m), next
	}
	return at.Format("20060102"), at.AddDate(0, 0, 1)
}
