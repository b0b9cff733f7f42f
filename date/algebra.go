package date

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// Between is the shortest EDTF that means the days first to last, both
// included; an empty day is open. It is "?" when both are open or last is
// before first.
func Between(first, last onrecord.Day) EDTF {
	if first == "" && last == "" || first != "" && last != "" && first > last {
		return EDTF{}
	}
	s := orDots(first) + "/" + orDots(last)
	if first == last {
		s = string(first)
	}
	if len(first) == 10 && len(last) == 10 {
		month, year := string(first[:7]), string(first[:4])
		// The day after 9999-12-31 cannot be written, and ends a month.
		next := addDays(last, 1)
		if first[8:] == "01" && string(last[:7]) == month && (next == "" || next[8:] == "01") {
			s = month
		}
		if first[5:] == "01-01" && string(last) == year+"-12-31" {
			s = year
		}
	}
	e, err := Parse(s)
	if err != nil {
		return EDTF{}
	}
	return e
}

func orDots(d onrecord.Day) string {
	if d == "" {
		return ".."
	}
	return string(d)
}

// pieces lists the ranges of days that e may mean.
func (e EDTF) pieces() [][2]onrecord.Day {
	if e.form != oneOf {
		first, last := e.Bounds()
		return [][2]onrecord.Day{{first, last}}
	}
	var out [][2]onrecord.Day
	for i := 0; i < len(e.dates); i += 2 {
		first, _ := e.dates[i].bounds()
		_, last := e.dates[i+1].bounds()
		out = append(out, [2]onrecord.Day{first, last})
	}
	return out
}

// Intersect returns the days that both may mean, and whether there are any.
// Where one is unknown it is the other. "XXXX-03" with 2016 and 2017 is one of
// two months.
func Intersect(a, b EDTF) (EDTF, bool) {
	var common [][2]onrecord.Day
	for _, p := range a.within(b) {
		for _, q := range b.within(a) {
			first, last := max(p[0], q[0]), earlier(p[1], q[1])
			if last == "" || first <= last {
				common = append(common, [2]onrecord.Day{first, last})
			}
		}
	}
	common = merge(common)
	switch len(common) {
	case 0:
		return EDTF{}, false
	case 1:
		return Between(common[0][0], common[0][1]), true
	}
	e := EDTF{form: oneOf}
	for _, p := range common {
		v := Between(p[0], p[1])
		from, until := v.dates[0], v.dates[len(v.dates)-1]
		until.alone = v.form == single
		e.dates = append(e.dates, from, until)
	}
	return e, true
}

// mostYears is how many years a month without its year is looked for in.
const mostYears = 20

// within is pieces, for a date without its year in each of the years that other
// spans, when they are few.
func (e EDTF) within(other EDTF) [][2]onrecord.Day {
	if e.form != single || e.dates[0].year != "XXXX" || strings.Trim(e.dates[0].month+e.dates[0].day, "X") == "" {
		return e.pieces()
	}
	first, last := other.Bounds()
	if first == "" || last == "" || d2t(last).Year()-d2t(first).Year() >= mostYears {
		return e.pieces()
	}
	var out [][2]onrecord.Day
	for y := d2t(first).Year(); y <= d2t(last).Year(); y++ {
		p := e.dates[0]
		p.year = string(ymd(y, 1, 1)[:4])
		if from, until := p.bounds(); from != "" {
			out = append(out, [2]onrecord.Day{from, until})
		}
	}
	return out
}

// merge orders ranges and joins those that overlap.
func merge(ranges [][2]onrecord.Day) [][2]onrecord.Day {
	slices.SortFunc(ranges, func(p, q [2]onrecord.Day) int { return cmp.Compare(p[0], q[0]) })
	var out [][2]onrecord.Day
	for _, p := range ranges {
		if n := len(out) - 1; n >= 0 && (out[n][1] == "" || p[0] <= out[n][1]) {
			if out[n][1] != "" && (p[1] == "" || p[1] > out[n][1]) {
				out[n][1] = p[1]
			}
			continue
		}
		out = append(out, p)
	}
	return out
}

// earlier of two last days, of which an empty one is open.
func earlier(a, b onrecord.Day) onrecord.Day {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// Compare is -1 when every day of a is before every day of b, +1 when after,
// and 0 when neither is certain.
func Compare(a, b EDTF) int {
	a1, a2 := a.Bounds()
	b1, b2 := b.Bounds()
	switch {
	case a2 != "" && b1 != "" && a2 < b1:
		return -1
	case b2 != "" && a1 != "" && b2 < a1:
		return 1
	}
	return 0
}
