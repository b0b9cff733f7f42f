package corpus

import (
	"testing"

	"onrecord"
)

// FuzzParseNotation says that what can be parsed has spans inside its text,
// and that writing it as standoff reads every one of them.
func FuzzParseNotation(f *testing.F) {
	f.Add("outlet: X\npublished: 2031-03-04\n\n{t1 “No,”} {s1,2 she} {c1 said}, {c2 adding} {t2 it}.\n---\n1 Ada @ 2031\n")
	f.Add("outlet: X\n\n{s1 {t2 a}}{c1-3 b}{t1 é}")
	f.Fuzz(func(t *testing.T, s string) {
		a, err := ParseNotation("x", s)
		if err != nil {
			return
		}
		for _, at := range a.Attributions {
			for _, spans := range [][]onrecord.Span{at.Source, at.Cue, at.Content} {
				for _, p := range spans {
					if p.Start < 0 || p.End < p.Start || p.End > len(a.Text) {
						t.Fatalf("%q: span %v outside a text of %d bytes", s, p, len(a.Text))
					}
				}
			}
		}
		if len(a.Attributions) > 0 && a.Standoff() == "" {
			t.Fatalf("%q: %d attributions give no standoff", s, len(a.Attributions))
		}
	})
}
