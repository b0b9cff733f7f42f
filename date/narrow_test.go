package date_test

import (
	"errors"
	"testing"
	"time"

	"onrecord"
	"onrecord/date"
)

func claimedOf(t *testing.T, edtf string, basis onrecord.Basis, words onrecord.Span) onrecord.Claimed {
	t.Helper()
	if edtf == "" {
		return onrecord.Claimed{}
	}
	e, err := date.Parse(edtf)
	if err != nil {
		t.Fatal(err)
	}
	first, last := e.Bounds()
	c := onrecord.Claimed{EDTF: onrecord.EDTF(edtf), From: first, Basis: basis, Words: words}
	if last != "" {
		c.Until = nextDay(t, last)
	}
	return c
}

func nextDay(t *testing.T, d onrecord.Day) onrecord.Day {
	t.Helper()
	at, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		t.Fatal(err)
	}
	if at = at.AddDate(0, 0, 1); at.Year() > 9999 {
		return ""
	}
	return onrecord.Day(at.Format(time.DateOnly))
}

func TestNarrow(t *testing.T) {
	const text = "Mara Quill said on Tuesday that the pier would close."
	onTuesday := onrecord.Span{Start: 16, End: 26}
	for _, c := range []struct {
		said      string
		basis     onrecord.Basis
		words     onrecord.Span
		by        string
		byBasis   onrecord.Basis
		want      string
		wantBasis onrecord.Basis
		conflict  bool
	}{
		// what is only inferred takes the other's bounds and basis
		{"../2019-05-08", "inferred", onrecord.Span{}, "2019-02-01/..", date.ByRole, "2019-02-01/2019-05-08", "role", false},
		{"", "", onrecord.Span{}, "2019-05-06", date.ByReport, "2019-05-06", "report", false},
		// what words say is narrowed, and says by what
		{"2019-05", "month", onrecord.Span{}, "2019-05-06", date.ByReport, "2019-05-06", "month+report", false},
		{"XXXX-03", "month", onrecord.Span{}, "2017-02-01/2018-02-20", date.ByRole, "2017-03", "month+role", false},
		{"XXXX-03", "month", onrecord.Span{}, "2017-02-01/2018-04-20", date.ByRole, "[2017-03,2018-03]", "month+role", false},
		// a weekday of which the week was not known
		{"XXXX-XX-XX", "weekday", onTuesday, "2019-05-05/2019-05-10", date.ByReport, "2019-05-07", "weekday+report", false},
		{"XXXX-XX-XX", "weekday", onTuesday, "2019-05-05/2019-05-15", date.ByReport, "[2019-05-07,2019-05-14]", "weekday+report", false},
		{"XXXX-XX-XX", "weekday", onTuesday, "2019", date.ByRole, "2019", "weekday+role", false},
		{"XXXX-XX-XX", "weekday", onTuesday, "2019-05-08", date.ByReport, "XXXX-XX-XX", "weekday", true},
		// nothing new
		{"2019-05-06", "weekday", onTuesday, "2019-05", date.ByReport, "2019-05-06", "weekday", false},
		{"2019-05-06", "weekday", onTuesday, "../2020", date.ByRole, "2019-05-06", "weekday", false},
		{"2019-05-06", "weekday", onTuesday, "", "", "2019-05-06", "weekday", false},
		// no day in common: nothing is decided
		{"2019-05-06", "weekday", onTuesday, "2019-05-07", date.ByReport, "2019-05-06", "weekday", true},
		{"../2019-05-08", "inferred", onrecord.Span{}, "2020/..", date.ByRole, "../2019-05-08", "inferred", true},
	} {
		said, by := claimedOf(t, c.said, c.basis, c.words), claimedOf(t, c.by, c.byBasis, onrecord.Span{})
		have, err := date.Narrow(said, text, by)
		if errors.Is(err, date.ErrConflict) != c.conflict || err != nil && !c.conflict {
			t.Errorf("Narrow(%q, %q): error %v, want a conflict: %v", c.said, c.by, err, c.conflict)
		}
		if string(have.EDTF) != c.want || have.Basis != c.wantBasis || have.Words != c.words {
			t.Errorf("Narrow(%q, %q): have %q (%s) with words %v, want %q (%s)", c.said, c.by, have.EDTF, have.Basis, have.Words, c.want, c.wantBasis)
		}
		if want := claimedOf(t, c.want, "", onrecord.Span{}); have.From != want.From || have.Until != want.Until {
			t.Errorf("Narrow(%q, %q): have [%s, %s), want [%s, %s)", c.said, c.by, have.From, have.Until, want.From, want.Until)
		}
	}
	if _, err := date.Narrow(onrecord.Claimed{EDTF: "soon"}, "", onrecord.Claimed{}); !errors.Is(err, date.ErrEDTF) {
		t.Errorf("Narrow of a malformed time: %v, want ErrEDTF", err)
	}
}

// FuzzNarrow: what is narrowed lies inside both, and narrowing twice changes
// nothing.
func FuzzNarrow(f *testing.F) {
	f.Add("2019-05", "2019-05-06")
	f.Add("XXXX-03", "2017/2018")
	f.Add("[2017,2019]", "../2018")
	f.Fuzz(func(t *testing.T, a, b string) {
		e1, err1 := date.Parse(a)
		e2, err2 := date.Parse(b)
		if err1 != nil || err2 != nil {
			return
		}
		said := onrecord.Claimed{EDTF: date.Of(e1), Basis: "date"}
		by := onrecord.Claimed{EDTF: date.Of(e2), Basis: date.ByReport}
		have, err := date.Narrow(said, "", by)
		if err != nil {
			return
		}
		for _, outer := range []date.EDTF{e1, e2} {
			first, last := outer.Bounds()
			if have.Basis != "date" && (have.From < first || last != "" && (have.Until == "" && last < "9999-12-31" || have.Until > nextDay(t, last) && nextDay(t, last) != "")) {
				t.Fatalf("Narrow(%q, %q) = %q, outside %q", a, b, have.EDTF, outer)
			}
		}
		again, err := date.Narrow(have, "", by)
		if err != nil || again.From != have.From || again.Until != have.Until {
			t.Fatalf("Narrow(%q, %q) = %q, and again %q, %v", a, b, have.EDTF, again.EDTF, err)
		}
	})
}
