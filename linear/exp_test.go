package linear

import (
	"math"
	"testing"
)

func TestExp(t *testing.T) {
	for x := -700.0; x < 700; x += 0.173 {
		if have, want := Exp(x), math.Exp(x); math.Abs(have-want) > 1e-14*want {
			t.Fatalf("Exp(%v) = %v, want %v", x, have, want)
		}
	}
	for x, want := range map[float64]float64{0: 1, -1e9: 0, math.Inf(-1): 0} {
		if have := Exp(x); have != want {
			t.Errorf("Exp(%v) = %v, want %v", x, have, want)
		}
	}
	if have := Exp(1e9); math.IsInf(have, 0) || have < 1e300 {
		t.Errorf("Exp(1e9) = %v, want the largest that is finite", have)
	}
}

func BenchmarkExp(b *testing.B) {
	for b.Loop() {
		for x := -8.0; x < 0; x += 0.25 {
			Exp(x)
		}
	}
}

func TestLogOdds(t *testing.T) {
	for p := 0.002; p < 0.998; p += 0.0007 {
		x := LogOdds(p)
		if want := math.Log(p / (1 - p)); math.Abs(x-want) > 1e-12 {
			t.Fatalf("LogOdds(%v) = %v, want %v", p, x, want)
		}
		if back := Logistic(x); math.Abs(back-p) > 1e-12 {
			t.Fatalf("Logistic(LogOdds(%v)) = %v", p, back)
		}
	}
	if a, b := LogOdds(0), LogOdds(1); a != -b || a > -6 {
		t.Errorf("LogOdds of 0 and 1 are %v and %v, want finite and opposite", a, b)
	}
}
