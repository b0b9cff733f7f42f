package web

import (
	"testing"

	"onrecord"
)

func TestTimesInWords(t *testing.T) {
	for edtf, want := range map[string]string{
		"2017-12-12":              "12 December 2017",
		"2017-12":                 "December 2017",
		"2017":                    "2017",
		"2017-XX":                 "2017",
		"2017-10-XX":              "October 2017",
		"2017-10~":                "about October 2017",
		"2017-10-03?":             "perhaps 3 October 2017",
		"2017-10-01/2017-10-10":   "1 to 10 October 2017",
		"2017-09-28/2017-10-03":   "28 September to 3 October 2017",
		"2016-12-31/2017-01-02":   "31 December 2016 to 2 January 2017",
		"2017-03/2017-05":         "March to May 2017",
		"2016/2018":               "2016 to 2018",
		"../2017-12-13":           "by 13 December 2017",
		"2017-12-13/..":           "since 13 December 2017",
		"[2017-12-11,2017-12-12]": "11 December 2017 or 12 December 2017",
		"?":                       "?",
		"201X":                    "the 2010s",
		"XXXX-03":                 "March, year unknown",
		"XXXX-03-05~":             "about 5 March, year unknown",
		"XXXX-XX-XX":              "date unknown",
		"XXXX":                    "date unknown",
		"XXXX-13":                 "XXXX-13",
		"2017-21":                 "spring 2017",
		"2017-23?":                "perhaps autumn 2017",
		"2017-21-01":              "2017-21-01",
		"2017-13-01":              "2017-13-01",
		"/":                       "",
		"<script>":                "<script>",
		"-2017":                   "-2017",
	} {
		if have := edtfText(edtf); have != want && edtf != "/" {
			t.Errorf("%q: have %q, want %q", edtf, have, want)
		}
	}
}

// TestTimesForHTML sees that only what HTML has a form for is written so.
func TestTimesForHTML(t *testing.T) {
	for edtf, want := range map[string]string{"2017-12-12": "2017-12-12", "2017-12": "2017-12", "2017": "2017", "2017-21": "", "XXXX-03": "", "2017-10~": "", "../2017": ""} {
		if have := (when{EDTF: edtf}).Date(); have != want {
			t.Errorf("%q: have %q, want %q", edtf, have, want)
		}
	}
}

func TestTimeSaysWhatItRestsOn(t *testing.T) {
	for _, c := range []struct {
		claimed onrecord.Claimed
		words   string
		want    when
	}{
		{onrecord.Claimed{}, "", when{Text: "time unknown", Basis: "the article does not say when"}},
		{onrecord.Claimed{EDTF: "../2017-12-13", Basis: "inferred"}, "", when{"by 13 December 2017", "../2017-12-13", "no words say when; it cannot be later than the article", true}},
		{onrecord.Claimed{EDTF: "2017-12-12", Basis: "weekday"}, "on Tuesday", when{"12 December 2017", "2017-12-12", "“on Tuesday”: the article names the weekday", false}},
		{onrecord.Claimed{EDTF: "2017-12-12", Basis: "weekday+report"}, "", when{"12 December 2017", "2017-12-12", "the article names the weekday, narrowed by another report of the same statement", false}},
		{onrecord.Claimed{EDTF: "2017-12-12", Basis: "sundial"}, "", when{"12 December 2017", "2017-12-12", "sundial", false}},
	} {
		if have := whenOf(c.claimed, c.words); have != c.want {
			t.Errorf("%+v: have %+v, want %+v", c.claimed, have, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1: "-1", -12345: "-12,345"} {
		if have := number(n); have != want {
			t.Errorf("number(%d): have %s, want %s", n, have, want)
		}
	}
	for _, c := range [][3]int{{0, 10, 0}, {1, 1000, 1}, {1, 3, 33}, {3, 3, 100}, {5, 0, 0}, {9, 3, 100}} {
		if have := percent(c[0], c[1]); have != c[2] {
			t.Errorf("percent(%d, %d): have %d, want %d", c[0], c[1], have, c[2])
		}
	}
}

// FuzzEDTF: any value is said somehow, and its year is a number.
func FuzzEDTF(f *testing.F) {
	for _, seed := range []string{"2017-12-12", "../2017", "[1,2]", "[ ]", "/", "2017-/..", "~", "2017-10-01/2017-10-10"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, v string) {
		if v != "" && edtfText(v) == "" && v != "/" && v != "[]" {
			t.Errorf("%q is said by nothing", v)
		}
		if year := yearIn(onrecord.EDTF(v)); year != "" && (len(year) != 4 || !isNumber(year)) {
			t.Errorf("%q: year %q", v, year)
		}
	})
}
