package date

import (
	"errors"
	"fmt"
	"strings"
)

// ErrEDTF is wrapped by every error of Parse.
var ErrEDTF = errors.New("not an EDTF date (write 2017, 2017-12, 2017-12-12, 2017-10~ or 2017-10-01/2017-10-10)")

// Parse reads an EDTF string.
func Parse(s string) (EDTF, error) {
	e, err := parse(s)
	if err != nil {
		if named := beyond(s); named != nil {
			err = named
		}
		return EDTF{}, fmt.Errorf("%w: %q: %w", ErrEDTF, s, err)
	}
	return e, nil
}

func parse(s string) (EDTF, error) {
	if s == "?" {
		return EDTF{}, nil
	}
	if strings.HasPrefix(s, "[") && strings.HasSuffix(s, "]") {
		return parseSet(s[1 : len(s)-1])
	}
	from, until, ok := strings.Cut(s, "/")
	if !ok {
		p, err := parsePoint(s)
		return EDTF{single, []point{p}}, err
	}
	a, err1 := parseEnd(from)
	b, err2 := parseEnd(until)
	if err := errors.Join(err1, err2); err != nil {
		return EDTF{}, err
	}
	if from == "" && until == "" {
		return EDTF{}, errors.New("an interval with two blank ends")
	}
	e := EDTF{interval, []point{a, b}}
	if first, last := e.Bounds(); first != "" && last != "" && first > last {
		return EDTF{}, errors.New("ends before it begins")
	}
	return e, nil
}

func parseEnd(s string) (point, error) {
	switch s {
	case "":
		return point{}, nil
	case "..":
		return point{open: true}, nil
	}
	return parsePoint(s)
}

// parseSet reads "1667,1668,1670..1672" with ".." open before the first or
// after the last.
func parseSet(s string) (EDTF, error) {
	e := EDTF{form: oneOf}
	items := strings.Split(s, ",")
	for i, item := range items {
		from, until, ranged := strings.Cut(item, "..")
		a, err := parseRangeEnd(from, ranged && i == 0)
		if err != nil {
			return EDTF{}, err
		}
		b := a
		b.alone = !ranged
		if ranged {
			if b, err = parseRangeEnd(until, i == len(items)-1 && from != ""); err != nil {
				return EDTF{}, err
			}
		}
		first, _ := a.bounds()
		if _, last := b.bounds(); first != "" && last != "" && first > last {
			return EDTF{}, errors.New("a range ends before it begins")
		}
		e.dates = append(e.dates, a, b)
	}
	return e, nil
}

func parseRangeEnd(s string, mayBeOpen bool) (point, error) {
	if s == "" && mayBeOpen {
		return point{open: true}, nil
	}
	return parsePoint(s)
}

func parsePoint(s string) (p point, err error) {
	rest := s
	if n := len(rest); n > 0 && strings.ContainsRune("?~%", rune(rest[n-1])) {
		p.doubt, rest = rest[n-1:], rest[:n-1]
	}
	if rest, p.clock, err = cutClock(rest); err != nil {
		return p, err
	}
	if strings.HasPrefix(rest, "Y") {
		p.year = rest
		return p, p.valid()
	}
	sign := ""
	if strings.HasPrefix(rest, "-") {
		sign, rest = "-", rest[1:]
	}
	parts := strings.Split(rest, "-")
	if len(parts) > 3 {
		return p, errors.New("more than year, month and day")
	}
	parts = append(parts, "", "")
	p.year, p.month, p.day = sign+parts[0], parts[1], parts[2]
	if strings.HasSuffix(rest, "-") {
		return p, errors.New("ends in a hyphen")
	}
	return p, p.valid()
}

// cutClock takes the time of day off, "T10:15:30", "T10:15:30Z" or
// "T10:15:30+01:00"; seconds may be left out.
func cutClock(s string) (day, clock string, err error) {
	at := strings.IndexByte(s, 'T')
	if at < 0 {
		return s, "", nil
	}
	day, clock = s[:at], s[at:]
	if len(day) != len("2017-12-12") || strings.ContainsRune(day, 'X') {
		return "", "", errors.New("a time of day without a day")
	}
	body, zone := clock[1:], ""
	if i := strings.IndexAny(body, "Z+-"); i >= 0 {
		body, zone = body[:i], body[i:]
	}
	ok := fits(body, "23:59:59") || fits(body, "23:59")
	ok = ok && (zone == "" || zone == "Z" || fits(zone[1:], "23:59") || fits(zone[1:], "23"))
	if !ok || strings.HasPrefix(zone, "Z") && zone != "Z" {
		return "", "", errors.New("no such time of day")
	}
	return day, clock, nil
}

// fits reports whether s has the shape of limit and none of its two-digit
// fields exceeds limit's.
func fits(s, limit string) bool {
	if len(s) != len(limit) {
		return false
	}
	for i := range len(s) {
		if limit[i] == ':' {
			if s[i] != ':' {
				return false
			}
			continue
		}
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	for i := 0; i+2 <= len(s); i += 3 {
		if s[i:i+2] > limit[i:i+2] {
			return false
		}
	}
	return true
}
