package eval

import "testing"

func TestFall(t *testing.T) {
	for _, c := range []struct {
		measure     string
		before, now float64
		want        float64
	}{
		{"whole relaxed F1", 78, 77, 1},
		{"whole relaxed F1", 77, 78, -1},
		{"said wrong of found", 2, 5, 3},
		{"dates wrong as plain text", 5, 2, -3},
		{"statements from the page (count)", 0, 1, 1},
		{"found (count)", 15, 14, 1},
		{"score calibration error", 3, 5, 2},
		{"score 0.4-0.5 right", 50, 20, 0},
		{"score below 0.4 right", 50, 20, 0},
		{"direct source right of found", 94, 90, 4},
	} {
		if have := (Line{Measure: c.measure, Value: c.before}).Fall(c.now); have != c.want {
			t.Errorf("%s from %v to %v: have %v, want %v", c.measure, c.before, c.now, have, c.want)
		}
	}
}
