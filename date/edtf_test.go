package date

import (
	"errors"
	"strings"
	"testing"
	"time"

	"onrecord"
)

// The examples of the standard's levels 0 and 1, those of level 2 that are
// read, as the Library of Congress lists them, and what this project writes.
var edtfCases = []struct{ in, first, last string }{
	// level 0: dates, days with a time, intervals
	{"1985-04-12", "1985-04-12", "1985-04-12"},
	{"1985-04", "1985-04-01", "1985-04-30"},
	{"1985", "1985-01-01", "1985-12-31"},
	{"1985-04-12T23:20:30", "1985-04-12", "1985-04-12"},
	{"1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12"},
	{"1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12"},
	{"1964/2008", "1964-01-01", "2008-12-31"},
	{"2004-06/2006-08", "2004-06-01", "2006-08-31"},
	{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"},
	{"2004-02-01/2005-02", "2004-02-01", "2005-02-28"},
	{"2004-02-01/2005", "2004-02-01", "2005-12-31"},
	{"2005/2006-02", "2005-01-01", "2006-02-28"},
	// level 1: years of more than four digits, seasons, doubt
	{"Y170000002", "9999-12-31", ""},
	{"Y-170000002", "", "0000-01-01"},
	{"2001-21", "2001-03-01", "2001-05-31"},
	{"2001-22", "2001-06-01", "2001-08-31"},
	{"2001-23", "2001-09-01", "2001-11-30"},
	{"2001-24", "2001-12-01", "2002-02-28"},
	{"1984?", "1984-01-01", "1984-12-31"},
	{"2004-06~", "2004-06-01", "2004-06-30"},
	{"2004-06-11%", "2004-06-11", "2004-06-11"},
	// level 1: unspecified digits
	{"201X", "2010-01-01", "2019-12-31"},
	{"20XX", "2000-01-01", "2099-12-31"},
	{"2004-XX", "2004-01-01", "2004-12-31"},
	{"1985-04-XX", "1985-04-01", "1985-04-30"},
	{"1985-XX-XX", "1985-01-01", "1985-12-31"},
	// level 1: intervals, open and unknown ends, with doubt
	{"1985-04-12/..", "1985-04-12", ""},
	{"1985-04/..", "1985-04-01", ""},
	{"1985/..", "1985-01-01", ""},
	{"../1985-04-12", "", "1985-04-12"},
	{"../1985-04", "", "1985-04-30"},
	{"../1985", "", "1985-12-31"},
	{"1985-04-12/", "1985-04-12", ""},
	{"1985-04/", "1985-04-01", ""},
	{"1985/", "1985-01-01", ""},
	{"/1985-04-12", "", "1985-04-12"},
	{"/1985-04", "", "1985-04-30"},
	{"/1985", "", "1985-12-31"},
	{"1984~/2004-06", "1984-01-01", "2004-06-30"},
	{"1984/2004-06~", "1984-01-01", "2004-06-30"},
	{"1984~/2004~", "1984-01-01", "2004-12-31"},
	{"1984?/2004%", "1984-01-01", "2004-12-31"},
	{"1984-06?/2004-08?", "1984-06-01", "2004-08-31"},
	{"1984-06-02?/2004-08-08~", "1984-06-02", "2004-08-08"},
	{"1984-06-02?/", "1984-06-02", ""},
	{"-1985", "", "0000-01-01"},
	// level 2: one-of sets, digits unspecified anywhere
	{"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"},
	{"[..1760-12-03]", "", "1760-12-03"},
	{"[1760-12..]", "1760-12-01", ""},
	{"[1760-01,1760-02,1760-12..]", "1760-01-01", ""},
	{"[1667,1760-12]", "1667-01-01", "1760-12-31"},
	{"[..1984]", "", "1984-12-31"},
	{"156X-12-25", "1560-12-25", "1569-12-25"},
	{"15XX-12-25", "1500-12-25", "1599-12-25"},
	{"XXXX-12-XX", "", ""},
	{"1XXX-XX", "1000-01-01", "1999-12-31"},
	{"1XXX-12", "1000-12-01", "1999-12-31"},
	{"1984-1X", "1984-10-01", "1984-12-31"},
	{"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"},
	// ours
	{"XXXX-XX-XX", "", ""},
	{"XXXX-03", "", ""},
	{"201X-02-29", "2012-02-29", "2016-02-29"},
	{"2017-10-01/2017-10-10", "2017-10-01", "2017-10-10"},
	{"9999-12", "9999-12-01", "9999-12-31"},
	{"[9999-12]", "9999-12-01", "9999-12-31"},
	{"0000", "0000-01-01", "0000-12-31"},
	{"?", "", ""},
}

func TestParse(t *testing.T) {
	for _, c := range edtfCases {
		e, err := Parse(c.in)
		if err != nil {
			t.Errorf("Parse(%q): %v", c.in, err)
			continue
		}
		if e.String() != c.in {
			t.Errorf("Parse(%q).String() = %q", c.in, e)
		}
		if first, last := e.Bounds(); string(first) != c.first || string(last) != c.last {
			t.Errorf("bounds of %q: have %q to %q, want %q to %q", c.in, first, last, c.first, c.last)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, in := range []string{
		"", "/", "17", "2017-13", "2017-00", "2017-02-30", "2017-1", "2017-12-", "2017-12-12-01", "2017-25",
		"2017-12-12T", "2017-12-12T25:00:00", "2017T10:00:00", "2018/2017", "[2018..2017]", "[..]", "[]", "[2017..,2018]",
		"Y2017", "Yabc", "-0000", "2017-XX-31T10:00:00", "yesterday", "2017--12", "2017-02-3X", "?/2017", "2017??", "{2017,2018}",
	} {
		if e, err := Parse(in); !errors.Is(err, ErrEDTF) {
			t.Errorf("Parse(%q) = %q, %v; want ErrEDTF", in, e, err)
		}
	}
}

// TestBeyond: what the standard's level 2 has and is not read is called by its
// name, with what to write instead.
func TestBeyond(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Y-17E7", "exponent"}, {"1950S2", "significant"}, {"Y171010000S3", "significant"}, {"Y3388E2S3", "exponent"},
		{"2001-34", "seasons"}, {"2001-25", "seasons"},
		{"{1667,1668,1670..1672}", "all are meant"}, {"{1960,1961-12}", "all are meant"}, {"{..1984}", "all are meant"},
		{"2004-06~-11", "part"}, {"2004?-06-11", "part"}, {"?2004-06-~11", "part"}, {"2004-%06-11", "part"},
		{"2004-06-~01/2004-06-~20", "part"},
	} {
		if _, err := Parse(c.in); !errors.Is(err, ErrEDTF) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Parse(%q): have %v, want ErrEDTF that says %q", c.in, err, c.want)
		}
	}
}

func TestAlgebra(t *testing.T) {
	for _, c := range []struct {
		a, b, common string
		cmp          int
	}{
		{"2017-10", "2017-10-05", "2017-10-05", 0},
		{"2017", "2017-10", "2017-10", 0},
		{"../2017-08-01", "2017-07/2017-09", "2017-07-01/2017-08-01", 0},
		{"2017-03", "2017-08-01", "", -1},
		{"2017-08-01", "2017-03", "", 1},
		{"?", "2017-03", "2017-03", 0},
		{"XXXX-XX-XX", "2017", "2017", 0},
		{"[2015,2017..2018]", "2016/2017", "2017", 0},
		{"[2015,2017]", "2014/2018", "[2015,2017]", 0},
		{"../2016", "2015/..", "2015-01-01/2016-12-31", 0},
		{"../2016", "../2015", "../2015-12-31", 0},
		{"XXXX-03", "2017-02/2018-01", "2017-03", 0},
		{"XXXX-03", "2016-03-10/2017-03-20", "[2016-03-10..2016-03-31,2017-03-01..2017-03-20]", 0},
		{"XXXX-08-01", "2017", "2017-08-01", 0},
		{"XXXX-08-01", "2017-09", "", 0},
		{"2017-21", "2017-05-20/2017-06-10", "2017-05-20/2017-05-31", 0},
		{"201X", "2015-06", "2015-06", 0},
		{"[2015,2015-06..2016]", "2014/2018", "2015-01-01/2016-12-31", 0},
	} {
		a, b := mustParse(t, c.a), mustParse(t, c.b)
		common, ok := Intersect(a, b)
		if ok != (c.common != "") || ok && common.String() != c.common {
			t.Errorf("Intersect(%s, %s) = %s, %v; want %q", a, b, common, ok, c.common)
		}
		if back, _ := Intersect(b, a); ok && back.String() != common.String() {
			t.Errorf("Intersect(%s, %s) = %s, the other way round %s", a, b, common, back)
		}
		if have := Compare(a, b); have != c.cmp {
			t.Errorf("Compare(%s, %s) = %d, want %d", a, b, have, c.cmp)
		}
	}
}

func mustParse(t *testing.T, s string) EDTF {
	t.Helper()
	e, err := Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// FuzzParse tests the promise: what parses prints as it was, its bounds are
// days in order, and the shortest value of those bounds has the same bounds.
func FuzzParse(f *testing.F) {
	for _, c := range edtfCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		e, err := Parse(in)
		if err != nil {
			return
		}
		if e.String() != in {
			t.Fatalf("Parse(%q).String() = %q", in, e)
		}
		first, last := e.Bounds()
		for _, d := range []onrecord.Day{first, last} {
			if _, err := time.Parse(time.DateOnly, string(d)); d != "" && err != nil {
				t.Fatalf("%q: bound %q is no day", in, d)
			}
		}
		if first != "" && last != "" && first > last {
			t.Fatalf("%q: bounds %s to %s", in, first, last)
		}
		if a, b := Between(first, last).Bounds(); a != first || b != last {
			t.Fatalf("%q: Between(%s, %s) has bounds %s to %s", in, first, last, a, b)
		}
		common, ok := Intersect(e, e)
		if !ok {
			t.Fatalf("%q does not intersect itself", in)
		}
		if _, err := Parse(common.String()); err != nil {
			t.Fatalf("%q with itself gives %q: %v", in, common, err)
		}
	})
}
