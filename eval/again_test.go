package eval

import "testing"

func TestAgain(t *testing.T) {
	at := func(n int, aux, want string) Label {
		return Label{Article: "x", Points: [2]int{n, n + 1}, Aux: aux, Want: want}
	}
	for _, c := range []struct {
		question *Question
		a, b     Label
		same     int
	}{
		{Sources, at(1, "", "Ada Reyes"), at(1, "", "Reyes"), 1},
		{Sources, at(1, "", "Ada Reyes"), at(1, "", "-"), 0},
		{Sources, at(1, "", "-"), at(1, "", "-"), 1},
		{Times, at(1, "", "2031-03-01/2031-03-31"), at(1, "", "2031-03"), 1},
		{Times, at(1, "", "2031-03-04|-"), at(1, "", "-"), 0},
		{Acts, at(1, "", "denied"), at(1, "", "asserted"), 0},
		{Anonymity, at(1, "title|named", "-"), at(1, "title", "told:x"), 1},
		{Chains, at(1, "named", "told:CNN;reportedly:"), at(1, "title", "told:CNN;reported:"), 1},
		{Chains, at(1, "named", "told:CNN"), at(1, "named", "-"), 0},
	} {
		same, of := c.question.Again([]Label{c.a}, []Label{c.b, at(7, "", "")})
		if same != c.same || of != 1 {
			t.Errorf("%s %v %v: %d of %d, want %d of 1", c.question.What, c.a, c.b, same, of, c.same)
		}
	}
}

func TestRelationsAgain(t *testing.T) {
	first := []RelationLabel{
		{Article: "x", Points: [2]int{1, 5}, Kind: "denies", From: "s:1-5", To: "s:9-20"},
		{Article: "x", Points: [2]int{30, 35}, Kind: "rejects", From: "s:30-35", To: "p:Ada Reyes|plan"},
		{Article: "y", Points: [2]int{30, 35}, Kind: "rejects", From: "s:30-35", To: "e:Ada"},
	}
	second := []RelationLabel{
		{Article: "x", Points: [2]int{2, 4}, Kind: "denies|contradicts", From: "s:2-9", To: "e:Ada or s:18-22"},
		{Article: "x", Points: [2]int{30, 35}, Kind: "rejects", From: "s:30-35", To: "e:Ada Reyes"},
		{Article: "x", Points: [2]int{50, 55}, Kind: "rejects", From: "s:30-35", To: "e:Ada Reyes"},
	}
	lines := RelationsAgain("c", first, second)
	if lines[0].Value != 80 || lines[1].Value != 50 {
		t.Errorf("have %v, want 80 and 50", lines)
	}
}
