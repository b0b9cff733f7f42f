package relation

import (
	"slices"
	"time"

	"onrecord"
	"onrecord/wording"
)

// recent is how long before its publication an article is taken to have looked
// for what was said at a time it does not give, in days.
const recent = 10

// Trace is what can be kept of a report to find it again: the terms of its
// content, prints of its quoted words, both sorted, and the days between which
// it was said, as far as known or likely; an empty day is open. Same joins no
// two reports that neither have a print in common, nor are of one speaker with
// days that overlap.
func Trace(r *onrecord.Report) (terms []uint32, prints []uint64, first, last onrecord.Day) {
	first, last = likelyDays(r)
	return wording.Terms(wording.Words(r.Content)), printsOf(r), first, last
}

func printsOf(r *onrecord.Report) []uint64 {
	var out []uint64
	for _, q := range r.Quoted {
		out = append(out, wording.Prints(wording.Words(q.In(r.Content)))...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// likelyDays are the first and the last day on which it was said.
func likelyDays(r *onrecord.Report) (first, last onrecord.Day) {
	first, last = r.Said.From, later(r.Said.Until, -1)
	if last == "" {
		last = later(r.Published.Until, -1)
	}
	if first == "" {
		first = later(last, -recent)
	}
	return first, last
}

// later is the day so many days after day; the empty day stays so.
func later(day onrecord.Day, days int) onrecord.Day {
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return ""
	}
	return onrecord.Day(t.AddDate(0, 0, days).Format(time.DateOnly))
}

// dayNumber counts days.
func dayNumber(day onrecord.Day) (int, bool) {
	t, err := time.Parse(time.DateOnly, string(day))
	return int(t.Unix() / (24 * 60 * 60)), err == nil
}
