package eval

import (
	"testing"

	"onrecord"
	"onrecord/corpus"
)

func TestSameName(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"Margaret Vance", "Vance", true},
		{"Vance", "Margaret Vance", true},
		{"Margaret Vance", "Margaret Reid", false},
		{"the White House", "White House", true},
		{"", "Vance", false},
		{"the", "the", false},
		{"Kim Jong Un (misspelling)", "Kim Jong Un", true},
		{"José Peña", "Peña", true},
	}
	for _, c := range tests {
		if have := SameName(c.a, c.b); have != c.want {
			t.Errorf("SameName(%q, %q): have %v, want %v", c.a, c.b, have, c.want)
		}
	}
}

func TestBounds(t *testing.T) {
	tests := []struct{ edtf, first, last string }{
		{"2017-12-12", "2017-12-12", "2017-12-12"},
		{"2017-10~", "2017-10-01", "2017-10-31"},
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"2017-XX", "2017-01-01", "2017-12-31"},
		{"2017-03-XX", "2017-03-01", "2017-03-31"},
		{"2017", "2017-01-01", "2017-12-31"},
		{"../2017-12-13", "", "2017-12-13"},
		{"2017-10-01/2017-10-10", "2017-10-01", "2017-10-10"},
		{"2017-10-01/..", "2017-10-01", ""},
		{"?", "", ""},
		{"Sunday", "Sunday", "Sunday"},
	}
	for _, c := range tests {
		first, last := bounds(onrecord.EDTF(c.edtf))
		if first != c.first || last != c.last {
			t.Errorf("bounds(%q): have %q %q, want %q %q", c.edtf, first, last, c.first, c.last)
		}
	}
}

func TestNames(t *testing.T) {
	a, err := corpus.ParseNotation("x", "outlet: X\n\n{s1 She} {c1 said} {t1 no}. {s2 He} {c2 said} {t2 yes}. {s3 They} {c3 said} {t3 so}.\n---\n1 Ada Reyes @ 2031-03-04\n2 Ben Cole @ 2031-03\n3 ? @ 2031-03-04\n")
	if err != nil {
		t.Fatal(err)
	}
	r := &onrecord.Reading{Statements: statements(a), Entities: []onrecord.Entity{{ID: "e1", Name: "Reyes"}}}
	r.Statements[0].Speaker, r.Statements[0].Said.EDTF = "e1", "2031-03-04"
	r.Statements[1].Speaker, r.Statements[1].Said.EDTF = "e1", "../2031-03-05"
	r.Statements[2].Said.EDTF = "2031-03-05"
	have := Names([]corpus.Article{*a}, map[string]*onrecord.Reading{"x": r})
	want := Naming{Speakers: 3, SpeakersRight: 2, SpeakersWrong: 1, Said: 3, SaidRight: 1, SaidWrong: 1, Attributions: 3, AttributedSaid: 3}
	if have != want {
		t.Errorf("Names: have %+v, want %+v", have, want)
	}
}
