package eval

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"onrecord"
)

// answered is a reading with two statements.
func answered() map[string]*onrecord.Reading {
	return map[string]*onrecord.Reading{"x": {
		Doc:      &onrecord.Document{Text: "é She said so. He said no."},
		Entities: []onrecord.Entity{{ID: "e1", Name: "Ada Reyes"}},
		Statements: []onrecord.Statement{
			{Source: onrecord.Span{Start: 3, End: 6}, Cue: onrecord.Span{Start: 7, End: 11}, Speaker: "e1", Anonymity: onrecord.Named,
				Said: onrecord.Claimed{EDTF: "2031-03-04", Basis: "weekday"}},
			{Source: onrecord.Span{Start: 16, End: 18}, Cue: onrecord.Span{Start: 19, End: 23}, Act: onrecord.Denied,
				Said: onrecord.Claimed{EDTF: "../2031-03-05", Basis: "inferred"},
				Via:  []onrecord.Hop{{Kind: onrecord.HopTold, Name: "Herald"}, {Kind: onrecord.HopReported, Name: "Coast Post"}}},
		},
	}}
}

func TestQuestions(t *testing.T) {
	read := answered()
	first, second, none, said, saidNo := [2]int{2, 5}, [2]int{15, 17}, [2]int{0, 1}, [2]int{6, 10}, [2]int{18, 22}
	tests := []struct {
		question *Question
		want     string
		at       [2]int
		verdict  Grade
	}{
		{Sources, "Reyes", first, Right},
		{Sources, "Ben Cole", first, Wrong},
		{Sources, "Ben Cole|Ada Reyes", first, Right},
		{Sources, "-", first, Wrong},
		{Sources, "-", second, Right},
		{Sources, "Ben Cole", second, Open},
		{Sources, "Ben Cole", none, Lost},
		{Times, "2031-03-03|2031-03-04", said, Right},
		{Times, "-", said, Wrong},
		{Times, "-", saidNo, Right},
		{Times, "2031-03-04", saidNo, Open},
		{Acts, "denied", saidNo, Right},
		{Acts, "asserted", saidNo, Wrong},
		{Anonymity, "", said, Right},
		{Chains, "told:Herald;reported:The Coast Post", saidNo, Right},
		{Chains, "told:Herald", saidNo, Wrong},
		{Chains, "reported:The Coast Post;told:Herald", saidNo, Wrong},
		{Chains, "-", said, Right},
		{Chains, "told:Herald", said, Open},
	}
	for _, c := range tests {
		l := []Label{{Article: "x", Points: c.at, Want: c.want, Aux: "named"}, {Article: "y", Points: c.at}}
		asked := 0
		c.question.Each(l, read, func(_ *Label, _ *onrecord.Statement, _ *onrecord.Reading, v Grade) {
			if asked++; v != c.verdict {
				t.Errorf("%s, want %q at %v: %v, want %v", c.question.What, c.want, c.at, v, c.verdict)
			}
		})
		if asked != 1 {
			t.Errorf("%s at %v: asked %d times", c.question.What, c.at, asked)
		}
	}
}

func TestLines(t *testing.T) {
	read := answered()
	labels := []Label{{Half: Held, Article: "x", Points: [2]int{2, 5}, Aux: "pronoun", Want: "Reyes"}, {Half: Held, Article: "x", Points: [2]int{15, 17}, Aux: "pronoun", Want: "Cole"},
		{Half: Held, Article: "x", Points: [2]int{0, 1}, Aux: "last", Want: "Cole"}, {Half: Dev, Article: "x", Points: [2]int{2, 5}, Aux: "last", Want: "Cole"}}
	have := map[string]float64{}
	for _, l := range Sources.Lines("c", Half(Held, labels), read) {
		have[l.Measure] = l.Value
	}
	for measure, want := range map[string]float64{
		"speaker right of found": 50, "speaker wrong of found": 0, "speaker right of all": 33.33333333333333,
		"speaker of pronouns right of found": 50, "speaker of last names right of found": 0, "speaker of last names wrong of found": 0,
		"speaker of the known right of found": 50, "speaker of the known wrong of found": 0, "speaker of pronouns wrong of found": 0,
	} {
		if v, ok := have[measure]; !ok || math.Abs(v-want) > 1e-9 {
			t.Errorf("%s: have %v (%t), want %v", measure, v, ok, want)
		}
	}
	if len(have) != 9 {
		t.Errorf("have %v", have)
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
