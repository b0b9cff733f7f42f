package sqlite

import (
	"time"

	"onrecord"
)

// A statement's place says where it stands in time, so that the index yields hits in
// order and stops after a page:
//
//	19 bits  day of saying, counted from 1600-01-01 as 1; 0 is unknown
//	19 bits  day of publication, likewise
//	25 bits  order of adding
//
// Days outside 1600 to 3035 count as the first or last of these.
const (
	adding   = 25
	saidBits = 44 // below the day of saying
	lastDay  = 1<<19 - 1
)

var dayZero = time.Date(1599, 12, 31, 0, 0, 0, 0, time.UTC).Unix()

func placeOf(said, published onrecord.Claimed, added int64) int64 {
	return dayNumber(said)<<saidBits | dayNumber(published)<<adding | added&(1<<adding-1)
}

// dayNumber numbers the first day of a time that is known.
func dayNumber(c onrecord.Claimed) int64 {
	from, _, ok := known(c)
	if !ok {
		return 0
	}
	t, _ := parseDay(from)
	return min(max((t.Unix()-dayZero)/(24*60*60), 1), lastDay)
}

func parseDay(d onrecord.Day) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}
