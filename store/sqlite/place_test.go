package sqlite

import (
	"strings"
	"testing"

	"onrecord/store/storetest"
)

func TestPlaces(t *testing.T) {
	// From the earliest to the latest; the last number is the order of adding.
	ordered := []struct {
		said, published string
		added           int64
	}{
		{"", "", 5},
		{"", "2017-01-01", 4},
		{"1066-10-14", "", 3},
		{"1815-06-18", "", 2},
		{"2017-01", "2017-03-01", 6}, // it begins on the first
		{"../2017-01-01", "2018-01-01", 1},
		{"2017-01-02", "", 9},
		{"2017-01-02", "2017-01-02", 7},
		{"2017-01-02", "2017-01-02", 8},
		{"2017-01-03", "2017-01-02", 0},
		{"9999-12-31", "9999-12-31", 1<<25 - 1},
	}
	last := int64(-1)
	for _, o := range ordered {
		p := placeOf(storetest.Time(o.said, ""), storetest.Time(o.published, ""), o.added)
		if p <= last {
			t.Errorf("said %q, published %q, added %d: its place %d is not after %d", o.said, o.published, o.added, p, last)
		}
		last = p
	}
}

func TestTimeMarks(t *testing.T) {
	for time, want := range map[string]string{
		"":                      "0",
		"2017-12-12":            "a20171212 a201712 a2017 a201",
		"2017-12":               "a201712 a2017 a201 c201712",
		"2017":                  "a2017 a201 c2017",
		"2010/2019":             "a201 c201",
		"../2017-12-12":         "a20171212 a201712 a2017 a201",
		"2017-12-12/..":         "a20171212 a201712 a2017 a201",
		"../..":                 "0",
		"2017-12-31/2018-01-01": "a20171231 a201712 a2017 a201 a20180101 a201801 a2018",
	} {
		have := strings.ReplaceAll(strings.Join(timeMarks("t", storetest.Time(time, "")), " "), markSign+"t", "")
		if have != want {
			t.Errorf("%s: have %s, want %s", time, have, want)
		}
	}
}
