// Package people reads dated lists of office-holders, which the user brings,
// and says what they know of a role that an article gives.
//
// What is promised: any bytes are valid input, and end in holdings or in an
// error that names the file, the line and what to do; what was read is sound
// (Check); a comparison shows agreement, gap and conflict with the line it rests
// on, and decides nothing.
package people

import (
	"errors"
	"fmt"
	"time"

	"onrecord"
)

// A List is one file that was read.
type List struct {
	Name     string
	Holdings []onrecord.Holding // in the order of the file
	Skipped  []string           // lines that say what cannot be, each with its reason
}

// What is read is bounded: a government's list has a few thousand lines.
const (
	maxBytes = 64 << 20
	maxLines = 1_000_000
	maxField = 2_000 // bytes of a name or a title
)

// Check reports the first thing about a holding that no list may say.
func Check(h *onrecord.Holding) error {
	switch {
	case h.Person == "":
		return errors.New("no person")
	case h.Position == "" && h.Organisation == "":
		return errors.New("no position")
	case h.From != "" && h.Until != "" && h.Until <= h.From:
		return fmt.Errorf("it ends %s, before it starts %s", h.End, h.Start)
	}
	for _, s := range append([]string{h.Person, h.Position, h.Organisation, h.Identifier}, h.OtherNames...) {
		if len(s) > maxField {
			return fmt.Errorf("%d bytes in one field, more than %d", len(s), maxField)
		}
	}
	return nil
}

// Words is the holding as a reader is shown it: "list us-cabinet.csv:
// Secretary of State 2017-02-01 to 2018-03-31".
func Words(h *onrecord.Holding) string {
	return "list " + h.List + ": " + officeWords(h) + " " + Dates(h)
}

func officeWords(h *onrecord.Holding) string {
	switch {
	case h.Position == "":
		return "in " + h.Organisation
	case h.Organisation == "":
		return h.Position
	}
	return h.Position + ", " + h.Organisation
}

// Dates are the dates of a holding as the list gives them.
func Dates(h *onrecord.Holding) string {
	switch {
	case h.Start == "" && h.End == "":
		return "(no dates)"
	case h.Start == "":
		return "until " + string(h.End)
	case h.End == "":
		return "since " + string(h.Start)
	case h.Start == h.End:
		return string(h.Start)
	}
	return string(h.Start) + " to " + string(h.End)
}

// dates fills in the dates of a holding; the error says which cannot be read.
func dates(h *onrecord.Holding, start, end string) error {
	from, _, err1 := bounds(start)
	_, until, err2 := bounds(end)
	if err := errors.Join(named("start", start, err1), named("end", end, err2)); err != nil {
		return err
	}
	h.Start, h.End, h.From, h.Until = plain(start), plain(end), from, until
	return nil
}

func named(what, date string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s %.40q is no date: write it as 2018-03-31, 2018-03 or 2018", what, date)
}

var errDate = errors.New("no date")

// bounds are the first day that a date may mean and the day after the last.
func bounds(s string) (from, until onrecord.Day, err error) {
	s = string(plain(s))
	if s == "" {
		return "", "", nil
	}
	for _, form := range []struct {
		layout        string
		years, months int
		days          int
	}{{"2006", 1, 0, 0}, {"2006-01", 0, 1, 0}, {time.DateOnly, 0, 0, 1}} {
		if t, err := time.Parse(form.layout, s); err == nil {
			end := t.AddDate(form.years, form.months, form.days)
			if t.Year() < 1000 || end.Year() > 9999 {
				return "", "", errDate
			}
			return onrecord.Day(t.Format(time.DateOnly)), onrecord.Day(end.Format(time.DateOnly)), nil
		}
	}
	return "", "", errDate
}

// plain is a date without the time of day that some lists give with it, and
// empty for words that mean an open end.
func plain(s string) onrecord.EDTF {
	switch s {
	case "present", "Present", "now", "..", "-", "–":
		return ""
	}
	if len(s) > len(time.DateOnly) && (s[len(time.DateOnly)] == 'T' || s[len(time.DateOnly)] == ' ') {
		s = s[:len(time.DateOnly)]
	}
	return onrecord.EDTF(s)
}
