package date

import (
	"strings"

	"onrecord"
)

// An EDTF is a parsed date, interval or one-of set of the Extended Date/Time
// Format (ISO 8601-2:2019, annex A; loc.gov/standards/datetime): level 0,
// level 1, one-of sets, and unspecified digits anywhere, so that "XXXX-03" can
// say "in some March". "?" alone is a time of which nothing is known. The zero
// EDTF is that too.
type EDTF struct {
	form  form
	dates []point // one; or the two ends of an interval; or of each range of a set
}

type form byte

const (
	unknown form = iota
	single
	interval
	oneOf
)

// A point is a date as it is written: the parts are digits or X, empty when
// not given. The end of an interval may be open ("..") or blank.
type point struct {
	year, month, day string // year may begin with "-" or "Y"
	clock            string // from the T on
	doubt            string // "?", "~", "%" or none
	open             bool
	alone            bool // of a set: not the first of a range "a..b"
}

// String prints e as Parse takes it.
func (e EDTF) String() string {
	switch e.form {
	case single:
		return e.dates[0].String()
	case interval:
		return e.dates[0].String() + "/" + e.dates[1].String()
	case oneOf:
		return "[" + strings.Join(e.items(), ",") + "]"
	}
	return "?"
}

func (e EDTF) items() []string {
	var items []string
	for i := 0; i < len(e.dates); i += 2 {
		a, b := e.dates[i], e.dates[i+1]
		switch {
		case b.alone:
			items = append(items, a.String())
		case a.open:
			items = append(items, ".."+b.String())
		case b.open:
			items = append(items, a.String()+"..")
		default:
			items = append(items, a.String()+".."+b.String())
		}
	}
	return items
}

func (p point) String() string {
	if p.open {
		return ".."
	}
	s := p.year
	if p.month != "" {
		s += "-" + p.month
	}
	if p.day != "" {
		s += "-" + p.day
	}
	return s + p.clock + p.doubt
}

// Of is the EDTF string of e as a Claimed keeps it.
func Of(e EDTF) onrecord.EDTF { return onrecord.EDTF(e.String()) }
