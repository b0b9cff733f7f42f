package sqlite

import (
	"encoding/binary"
	"fmt"
	"time"

	"onrecord"
	"onrecord/store"
)

// Sketches are found by the days between which something was said. Sorted by
// their first day alone, those that overlap a day may lie as far back as the
// longest is long. So they are parted into classes by length, each four times as
// long as the one before; in each those that can overlap a question lie in one
// stretch, whatever the others are. Of one whose beginning is open the last day
// sorts it: then all that follow overlap.
const (
	longest   = 5 // the class of at most 4⁵ days
	longer    = 6
	openFirst = 7
	openLast  = 8
	openBoth  = 9
)

// farOff is before or after any day.
const farOff = 1 << 30

// A stretch is when something was said, as it is kept.
type stretch struct{ class, day, days int64 }

func stretchOf(first, last onrecord.Day) (s stretch, err error) {
	from, hasFrom, err1 := countDays(first)
	until, hasUntil, err2 := countDays(last)
	switch {
	case err1 != nil:
		return s, err1
	case err2 != nil:
		return s, err2
	case !hasFrom && !hasUntil:
		return stretch{openBoth, 0, 0}, nil
	case !hasFrom:
		return stretch{openFirst, until, 0}, nil
	case !hasUntil:
		return stretch{openLast, from, 0}, nil
	case until < from:
		return s, fmt.Errorf("the first day %s is after the last, %s", first, last)
	}
	s = stretch{0, from, until - from}
	for wide := int64(1); s.days >= wide && s.class < longer; s.class++ {
		wide *= 4
	}
	return s, nil
}

// bounds are first and last again.
func (s stretch) bounds() (first, last onrecord.Day) {
	switch s.class {
	case openBoth:
		return "", ""
	case openFirst:
		return "", dayOf(s.day)
	case openLast:
		return dayOf(s.day), ""
	}
	return dayOf(s.day), dayOf(s.day + s.days)
}

// stretches are for each class the days between which those lie that can overlap
// [from, until], and from itself.
func stretches(from, until onrecord.Day) (bounds []any, first int64, err error) {
	first, hasFirst, err1 := countDays(from)
	last, hasLast, err2 := countDays(until)
	if err1 != nil || err2 != nil {
		return nil, 0, fmt.Errorf("%q to %q: %w", from, until, store.ErrQuestion)
	}
	if !hasFirst {
		first = -farOff
	}
	if !hasLast {
		last = farOff
	}
	for class, wide := 0, int64(1); class <= longest; class, wide = class+1, wide*4 {
		bounds = append(bounds, first-wide+1, last)
	}
	return append(bounds, -farOff, last, first, farOff, -farOff, last, -farOff, farOff), first, nil
}

// countDays numbers a day; an open one has none.
func countDays(d onrecord.Day) (n int64, ok bool, err error) {
	if d == "" {
		return 0, false, nil
	}
	t, ok := parseDay(d)
	if !ok {
		return 0, false, fmt.Errorf("%q is not a day such as 2017-12-12", d)
	}
	return t.Unix() / 86400, true, nil
}

func dayOf(n int64) onrecord.Day {
	return onrecord.Day(time.Unix(n*86400, 0).UTC().Format(time.DateOnly))
}

// packTerms and packPrints keep numbers as they are, so that a sketch is read
// without parsing.
func packTerms(terms []uint32) []byte {
	out := make([]byte, 0, 4*len(terms))
	for _, t := range terms {
		out = binary.LittleEndian.AppendUint32(out, t)
	}
	return out
}

func unpackTerms(b []byte) []uint32 { return fillTerms(make([]uint32, 0, len(b)/4), b) }

func fillTerms(out []uint32, b []byte) []uint32 {
	for ; len(b) >= 4; b = b[4:] {
		out = append(out, binary.LittleEndian.Uint32(b))
	}
	return out
}

func packPrints(prints []uint64) []byte {
	out := make([]byte, 0, 8*len(prints))
	for _, p := range prints {
		out = binary.LittleEndian.AppendUint64(out, p)
	}
	return out
}

func unpackPrints(b []byte) []uint64 { return fillPrints(make([]uint64, 0, len(b)/8), b) }

func fillPrints(out []uint64, b []byte) []uint64 {
	for ; len(b) >= 8; b = b[8:] {
		out = append(out, binary.LittleEndian.Uint64(b))
	}
	return out
}
