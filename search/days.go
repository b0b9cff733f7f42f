package search

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"onrecord"
)

var errDays = errors.New("write a year, month or day, or two with two dots between: 2017, 2017-03, 2017-03-21, 2017-03..2017-12, ..2017")

// Days reads a year, month or day, or a range of two with ".." or "/" between
// them, of which one may be missing. It returns the first day and the day after
// the last, empty where open.
func Days(text string) (from, until onrecord.Day, err error) {
	first, last, isRange := strings.Cut(strings.Trim(text, "/"), "..")
	if !isRange && strings.Contains(text, "/") {
		first, last, isRange = strings.Cut(text, "/")
	}
	first, last = strings.Trim(first, "/."), strings.Trim(last, "/.")
	if !isRange {
		last = first
	}
	if first == "" && last == "" {
		return "", "", fmt.Errorf("no time in %q: %w", text, errDays)
	}
	start, _, err := day(first)
	if err != nil {
		return "", "", err
	}
	_, end, err := day(last)
	if err != nil {
		return "", "", err
	}
	if start != "" && end != "" && start >= end {
		return "", "", fmt.Errorf("%s ends before it begins: write the earlier time first", text)
	}
	return start, end, nil
}

// day reads one time; the empty one is open.
func day(text string) (from, until onrecord.Day, err error) {
	if text == "" {
		return "", "", nil
	}
	for i, layout := range []string{"2006", "2006-01", time.DateOnly} {
		t, err := time.Parse(layout, text)
		if err != nil || t.Year() < 1 || t.Year() > 9998 {
			continue
		}
		step := [3][3]int{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}[i]
		return dayOf(t), dayOf(t.AddDate(step[0], step[1], step[2])), nil
	}
	return "", "", fmt.Errorf("%q is no time: %w", text, errDays)
}

func dayOf(t time.Time) onrecord.Day { return onrecord.Day(t.Format(time.DateOnly)) }

// formatDays writes a range as short as it can be written.
func formatDays(from, until onrecord.Day) string {
	first, last := shortFrom(string(from)), shortUntil(until)
	for _, one := range []string{last, first} {
		if f, u, err := day(one); err == nil && f == from && u == until && one != "" {
			return one
		}
	}
	return first + ".." + last
}

func shortFrom(day string) string {
	return strings.TrimSuffix(strings.TrimSuffix(day, "-01"), "-01")
}

func shortUntil(day onrecord.Day) string {
	t, err := time.Parse(time.DateOnly, string(day))
	if err != nil {
		return ""
	}
	last := t.AddDate(0, 0, -1)
	switch {
	case t.YearDay() == 1:
		return last.Format("2006")
	case t.Day() == 1:
		return last.Format("2006-01")
	}
	return last.Format(time.DateOnly)
}
