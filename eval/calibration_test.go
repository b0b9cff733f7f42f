package eval

import (
	"math"
	"strings"
	"testing"

	"onrecord"
	"onrecord/corpus"
)

// TestCalibrate has figures that were worked out by hand.
func TestCalibrate(t *testing.T) {
	a, err := corpus.ParseNotation("x", "outlet: X\n\n{s1 She} {c1 said} {t1 no}. {s2 He} {c2 said} {t2 yes}. They left.")
	if err != nil {
		t.Fatal(err)
	}
	find := func(words string) onrecord.Span {
		i := strings.Index(a.Text, words)
		return onrecord.Span{Start: i, End: i + len(words)}
	}
	said := find("said")
	right := onrecord.Statement{Source: find("She"), Cue: said, Content: []onrecord.Span{find("no")}, Score: 1}
	twice := right // gold has it once
	twice.Content, twice.Score = []onrecord.Span{find("no. He")}, 0.9
	wrong := onrecord.Statement{Source: find("They"), Cue: find("left"), Content: []onrecord.Span{find("They left")}, Score: 0.45}
	none := wrong
	none.Score = 0
	c := Calibrate([]corpus.Article{*a}, map[string][]onrecord.Statement{"x": {right, twice, wrong, none}})

	// One of the first two is right, at a mean score of 0.95; the others are
	// wrong at 0.45 and 0: (0.9 + 0.45 + 0) / 4.
	if have, want := c.Error(), 33.75; math.Abs(have-want) > 1e-9 {
		t.Errorf("error: have %v, want %v", have, want)
	}
	var have []string
	for _, l := range c.Lines("x", "quote") {
		if l.Of > 0 {
			have = append(have, strings.Join(strings.Fields(Board{l}.String()[len(boardHead):]), " "))
		}
	}
	want := []string{"x quote score 0.9-1.0 right 50.0 2", "x quote score 0.4-0.5 right 0.0 1",
		"x quote score below 0.4 right 0.0 1", "x quote score calibration error 33.8 4"}
	if strings.Join(have, "\n") != strings.Join(want, "\n") {
		t.Errorf("have\n%s\nwant\n%s", strings.Join(have, "\n"), strings.Join(want, "\n"))
	}
}

func TestCalibrateCountsEveryStatementOnce(t *testing.T) {
	articles := gold(t)
	pred := map[string][]onrecord.Statement{}
	n := 0
	for i := range articles {
		list := statements(&articles[i])
		for j := range list {
			list[j].Score = float64(j%12) / 11
		}
		pred[articles[i].Name] = list
		n += len(list)
	}
	c := Calibrate(articles, pred)
	for _, b := range c {
		if b.Right != b.Statements || b.Statements == 0 {
			t.Errorf("gold against itself: %d of %d right from %.1f", b.Right, b.Statements, b.From)
		}
	}
	if c.Statements() != n {
		t.Errorf("have %d statements, want %d", c.Statements(), n)
	}
}
