package eval

import (
	"os"
	"path/filepath"
	"testing"

	"onrecord"
)

func TestAnswers(t *testing.T) {
	r := &onrecord.Reading{
		Doc:      &onrecord.Document{Text: "é She said so. He said no."},
		Entities: []onrecord.Entity{{ID: "e1", Name: "Ada Reyes"}},
		Statements: []onrecord.Statement{
			{Source: onrecord.Span{Start: 3, End: 6}, Cue: onrecord.Span{Start: 7, End: 11}, Speaker: "e1", Anonymity: onrecord.Named,
				Said: onrecord.Claimed{EDTF: "2031-03-04", Basis: "weekday"}},
			{Source: onrecord.Span{Start: 16, End: 18}, Cue: onrecord.Span{Start: 19, End: 23}, Said: onrecord.Claimed{EDTF: "../2031-03-05", Basis: "inferred"}},
		},
	}
	read := map[string]*onrecord.Reading{"x": r}
	first, second, none := [2]int{2, 5}, [2]int{15, 17}, [2]int{0, 1}
	tests := []struct {
		want       string
		at         [2]int
		have, hope Answers
	}{
		{"Reyes", first, Sources([]Label{{Article: "x", Points: first, Want: "Reyes"}}, read), Answers{1, 1, 1, 0}},
		{"Cole", first, Sources([]Label{{Article: "x", Points: first, Want: "Ben Cole"}}, read), Answers{1, 1, 0, 1}},
		{"- but named", first, Sources([]Label{{Article: "x", Points: first, Want: "-"}}, read), Answers{1, 1, 0, 1}},
		{"-", second, Sources([]Label{{Article: "x", Points: second, Want: "-"}}, read), Answers{1, 1, 1, 0}},
		{"unknown", second, Sources([]Label{{Article: "x", Points: second, Want: "Ben Cole"}}, read), Answers{1, 1, 0, 0}},
		{"not found", none, Sources([]Label{{Article: "x", Points: none, Want: "Ben Cole"}}, read), Answers{1, 0, 0, 0}},
		{"another article", first, Sources([]Label{{Article: "y", Points: first, Want: "Reyes"}}, read), Answers{}},
		{"a day", [2]int{6, 10}, Times([]Label{{Article: "x", Points: [2]int{6, 10}, Want: "2031-03-03|2031-03-04"}}, read), Answers{1, 1, 1, 0}},
		{"another day", [2]int{6, 10}, Times([]Label{{Article: "x", Points: [2]int{6, 10}, Want: "-"}}, read), Answers{1, 1, 0, 1}},
		{"inferred", [2]int{18, 22}, Times([]Label{{Article: "x", Points: [2]int{18, 22}, Want: "-"}}, read), Answers{1, 1, 1, 0}},
		{"a day that was missed", [2]int{18, 22}, Times([]Label{{Article: "x", Points: [2]int{18, 22}, Want: "2031-03-04"}}, read), Answers{1, 1, 0, 0}},
	}
	for _, c := range tests {
		if c.have != c.hope {
			t.Errorf("%s at %v: have %+v, want %+v", c.want, c.at, c.have, c.hope)
		}
	}
}

func TestReadLabels(t *testing.T) {
	for _, name := range []string{"sources.tsv", "times.tsv"} {
		labels, err := ReadLabels(filepath.Join("testdata", name))
		if err != nil || len(labels) < 50 {
			t.Errorf("%s: %d labels, %v", name, len(labels), err)
		}
	}
	path := filepath.Join(t.TempDir(), "bad.tsv")
	if err := os.WriteFile(path, []byte("# about\ndev\tx\tone\t2\tlast\tAda\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadLabels(path); err == nil {
		t.Error("a line without numbers was accepted")
	}
}
