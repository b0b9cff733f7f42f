package date

import (
	"errors"
	"fmt"
	"strings"

	"onrecord"
)

// Bases of times that narrow another's: a term of office, and another report of
// the same statement.
const (
	ByRole   onrecord.Basis = "role"
	ByReport onrecord.Basis = "report"
)

// ErrConflict is wrapped when two times that should be one share no day.
var ErrConflict = errors.New("the times share no day")

// Narrow returns the days that said and by both allow, where by is what
// something else tells of the same statement: a role's dates, another report.
// The basis of the result is both, "weekday+report"; a time that was only
// inferred, or unknown, takes that of by. Words are those that said had, in
// text; where they name a weekday and nothing else is known, the days are those
// of that weekday. When by tells nothing more, said is returned as it is; when
// the two share no day, said is returned with an error that wraps ErrConflict:
// which of them is wrong is not decided here.
func Narrow(said onrecord.Claimed, text string, by onrecord.Claimed) (onrecord.Claimed, error) {
	a, err := parseClaimed(said)
	if err != nil {
		return said, err
	}
	b, err := parseClaimed(by)
	if err != nil {
		return said, err
	}
	common, ok := Intersect(a, b)
	if n, named := weekdayIn(said, text); named && ok {
		common, ok = onWeekday(common, n)
	}
	if !ok {
		return said, fmt.Errorf("%w: %s (%s) and %s (%s)", ErrConflict, said.EDTF, said.Basis, by.EDTF, by.Basis)
	}
	first, last := common.Bounds()
	if first == said.From && dayAfter(last) == said.Until || first == "" && last == "" {
		return said, nil
	}
	basis := said.Basis + "+" + by.Basis
	if said.Basis == "inferred" || said.IsZero() {
		basis = by.Basis
	}
	return onrecord.Claimed{EDTF: Of(common), From: first, Until: dayAfter(last), Basis: basis, Words: said.Words}, nil
}

func parseClaimed(c onrecord.Claimed) (EDTF, error) {
	if c.IsZero() {
		return EDTF{}, nil
	}
	return Parse(string(c.EDTF))
}

// weekdayIn is the weekday that the words of a time without bounds name.
func weekdayIn(c onrecord.Claimed, text string) (int, bool) {
	if c.From != "" || c.Until != "" || c.Words.Start < 0 || c.Words.End > len(text) || c.Words.Len() <= 0 {
		return 0, false
	}
	for _, w := range strings.Fields(strings.ToLower(c.Words.In(text))) {
		if n, ok := weekdays[strings.Trim(w, ",;’'")]; ok {
			return n, true
		}
	}
	return 0, false
}

// mostWeeks is how many weeks a weekday is looked for in.
const mostWeeks = 8

// onWeekday keeps the days of e that are a weekday, 0 being Sunday, when e has
// a few weeks; otherwise e.
func onWeekday(e EDTF, weekday int) (EDTF, bool) {
	first, last := e.Bounds()
	if first == "" || last == "" || addDays(first, 7*mostWeeks) <= last {
		return e, true
	}
	var days []string
	for d := first; d <= last && d != ""; d = addDays(d, 1) {
		if int(d2t(d).Weekday()) != weekday {
			continue
		}
		if _, ok := Intersect(e, Between(d, d)); ok {
			days = append(days, string(d))
		}
	}
	if len(days) == 0 {
		return EDTF{}, false
	}
	s := days[0]
	if len(days) > 1 {
		s = "[" + strings.Join(days, ",") + "]"
	}
	kept, err := Parse(s)
	return kept, err == nil
}
