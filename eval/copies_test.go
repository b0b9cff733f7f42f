package eval

import (
	"reflect"
	"strings"
	"testing"

	"onrecord"
)

// The same seed makes the same set, and another one another.
func TestWithCopies(t *testing.T) {
	pages := WithCopies(CopyTexts(60, 1), 30, 1)
	if len(pages) != 90 || !reflect.DeepEqual(pages, WithCopies(CopyTexts(60, 1), 30, 1)) {
		t.Fatalf("%d pages, want 90, the same each time", len(pages))
	}
	if reflect.DeepEqual(pages, WithCopies(CopyTexts(60, 1), 30, 2)) {
		t.Error("another seed made the same pages")
	}
	rewrites := 0
	for _, p := range pages {
		if strings.TrimSpace(p.Text) == "" {
			t.Errorf("%s: no text", p.Name)
		}
		if !p.Original() {
			rewrites++
		}
	}
	if rewrites != 30 {
		t.Errorf("%d rewrites, want 30", rewrites)
	}
}

func TestScoreCopies(t *testing.T) {
	pages := []CopyPage{{Name: "a", Family: 0}, {Name: "b", Family: 1}, {Name: "rewrite-2-a", Family: 0}, {Name: "rewrite-3-a", Family: 0}}
	ids := []onrecord.DocumentID{"d0", "d1", "d2", "d3"}
	s := ScoreCopies(pages, ids, []onrecord.Copy{{A: "d0", B: "d2"}, {A: "d1", B: "d3"}, {A: "d2", B: "d3"}})
	want := CopyScore{Pages: 4, Pairs: 3, Found: 3, Right: 2, Straight: 2, StraightFound: 1, Wrong: [][2]int{{1, 3}}, Missed: [][2]int{{0, 3}}}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("have %+v\nwant %+v", s, want)
	}
}
