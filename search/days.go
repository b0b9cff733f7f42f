package search

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"onrecord"
)

// layouts are a year, a month and a day.
var layouts = []string{"2006", "2006-01", time.DateOnly}

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
	for i, layout := range layouts {
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

// formatDays writes a range as short as it can be written, both ends as years,
// months or days.
func formatDays(from, until onrecord.Day) string {
	for _, layout := range layouts {
		first, last := first(from, layout), last(until, layout)
		start, _, err1 := day(first)
		_, end, err2 := day(last)
		if err1 != nil || err2 != nil || start != from || end != until {
			continue
		}
		if first == last {
			return first
		}
		return first + ".." + last
	}
	return string(from) + ".." + string(until) // no range that Days reads
}

func first(from onrecord.Day, layout string) string {
	t, err := time.Parse(time.DateOnly, string(from))
	if err != nil {
		return ""
	}
	return t.Format(layout)
}

func last(until onrecord.Day, layout string) string {
	t, err := time.Parse(time.DateOnly, string(until))
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(layout)
}
