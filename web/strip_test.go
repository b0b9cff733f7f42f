package web

import (
	"testing"

	"onrecord"
	"onrecord/store"
)

func TestStrip(t *testing.T) {
	read := []store.Month{{Month: "", Documents: 4}, {Month: "2017-03", Documents: 10}, {Month: "2017-06", Documents: 5}}
	points := []point{{First: "2017-04-02", Last: "2017-04-02"}, {First: "2017-03-01", Last: "2017-06-30"}, {Last: "2017-07-09"}}
	s := stripOf(read, points)
	if s.By != "month" || s.First != "March 2017" || s.Last != "July 2017" || len(s.Bars) != 5 {
		t.Fatalf("have %s from %s to %s, %d bars; want months from March to July 2017", s.By, s.First, s.Last, len(s.Bars))
	}
	if s.Articles != 15 || s.Undated != 4 || s.Most != 10 || s.Unread != 3 || s.Positions != 1 {
		t.Errorf("have %+v; want 15 articles, 4 without a date, 10 at most, 3 months unread, 1 position of a known month", s)
	}
	if b := s.Bars[3]; b.H != stripHeight/2 || b.Y != stripHeight/2 || b.Articles != 5 {
		t.Errorf("June: have %+v, want half the height", b)
	}
	if b := s.Bars[1]; b.Dot != dotHeight || b.Articles != 0 || b.H != 0 {
		t.Errorf("April: have %+v, want a position and no article", b)
	}
	long := stripOf([]store.Month{{Month: "1990-01", Documents: 1}, {Month: "2017-06", Documents: 5}}, nil)
	if long.By != "year" || len(long.Bars) != 28 || long.Unread != 26 {
		t.Errorf("28 years: have %d bars by %s, %d unread", len(long.Bars), long.By, long.Unread)
	}
	if none := stripOf([]store.Month{{Month: "", Documents: 2}}, points); len(none.Bars) != 0 || none.Undated != 2 {
		t.Errorf("no dates: have %+v", none)
	}
}

func TestSideOf(t *testing.T) {
	for _, c := range []struct {
		said, published string
		want            int
	}{
		{"2017-06-01|2017-06-01|2017-06-02", "", 1}, {"2017-05-31|2017-05-31|2017-06-01", "", -1}, {"2017|2017-01-01|2018-01-01", "2017-07-01|2017-07-01|2017-07-02", 0},
		{"../2017-06-03||2017-06-04|inferred", "2017-06-03|2017-06-03|2017-06-04", 1}, {"../2017-05-30||2017-05-31|inferred", "2017-05-30|2017-05-30|2017-05-31", -1},
		{"", "", 0}, {"2017-07-01/..|2017-07-01|", "", 1}, {"2017-05-01/..|2017-05-01|", "", 0},
	} {
		st := &store.Stance{Said: claimed(c.said), Published: claimed(c.published)}
		if have := sideOf(st, onrecord.Day("2017-06-01")); have != c.want {
			t.Errorf("said %s, published %s, by 2017-06-01: have %d, want %d", c.said, c.published, have, c.want)
		}
	}
}

// TestCopiesIn follows copies from one article to the next.
func TestCopiesIn(t *testing.T) {
	u := &store.Utterance{Copies: []onrecord.Copy{{A: "d2", B: "d3", Why: []string{"one"}}, {A: "d3", B: "d5", Why: []string{"two"}}}}
	for _, doc := range []onrecord.DocumentID{"d1", "d2", "d5", "d3", "d2"} {
		h := store.Hit{}
		h.Doc.ID = doc
		u.Hits = append(u.Hits, h)
	}
	have := copiesIn(u)
	for i, want := range []int{0, 0, 2, 2, 0} {
		if have[i].of != want {
			t.Errorf("report %d: have a copy of %d, want %d", i+1, have[i].of, want)
		}
	}
	if len(have[3].why) != 1 || have[3].why[0] != "one" || have[2].why != nil {
		t.Errorf("reasons: have %q and %q", have[3].why, have[2].why)
	}
}
