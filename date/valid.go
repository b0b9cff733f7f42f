package date

import (
	"errors"
	"strings"
)

func (p point) valid() error {
	if p.year[:min(1, len(p.year))] == "Y" {
		digits := strings.TrimPrefix(p.year[1:], "-")
		if len(digits) < 5 || len(digits) > 18 || strings.Trim(digits, "0123456789") != "" || digits[0] == '0' {
			return errors.New("a year after Y has more than four digits")
		}
		return nil
	}
	year := strings.TrimPrefix(p.year, "-")
	switch {
	case !digitsOrX(year, 4) || p.year == "-0000":
		return errors.New("a year has four digits")
	case p.month == "" && p.day == "":
		return nil
	case !digitsOrX(p.month, 2) || p.day != "" && !digitsOrX(p.day, 2):
		return errors.New("months and days have two digits")
	}
	if _, ok := seasons[p.month]; ok && p.day == "" {
		return nil
	}
	q := p
	q.year = year
	if q.extreme(false) == "" {
		return errors.New("no such day")
	}
	return nil
}

func digitsOrX(s string, n int) bool {
	return len(s) == n && strings.Trim(s, "0123456789X") == ""
}
