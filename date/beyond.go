package date

import (
	"errors"
	"regexp"
	"strings"
)

// Of the standard's level 2 only one-of sets and unspecified digits anywhere
// are read. The rest is named when it is refused, so that nobody looks for a
// slip of the pen.
var (
	exponents  = regexp.MustCompile(`^Y-?\d+E\d`)
	precisions = regexp.MustCompile(`^[Y-]?-?[\dE]+S\d`)
	divisions  = regexp.MustCompile(`^-?[\dX]{4}-(2[5-9]|3\d|4[01])[?~%]?$`)
	qualified  = regexp.MustCompile(`[\dX][?~%]-|(^|[/-])[?~%][\dX]`)
)

func beyond(s string) error {
	switch {
	case strings.HasPrefix(s, "{"):
		return errors.New("sets of which all are meant ({…}) are not read; a one-of set is written [2016,2017]")
	case exponents.MatchString(s):
		return errors.New("years with an exponent (Y17E7) are not read; write the digits")
	case precisions.MatchString(s):
		return errors.New("years with significant digits (1950S2) are not read; write 19XX or an interval")
	case divisions.MatchString(s):
		return errors.New("of the parts of a year only the seasons 21 to 24 are read, not quarters, halves or hemispheres (25 to 41)")
	case qualified.MatchString(s):
		return errors.New("doubt about a part of a date (2004-06~-11) is not read; it is written at the end, 2004-06-11~")
	}
	return nil
}
