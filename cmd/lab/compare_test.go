package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/corpus"
	"onrecord/eval"
)

func TestComparePredictions(t *testing.T) {
	a, err := corpus.ParseNotation("x_2031-03-04_y", "outlet: X\n\né {s1 She} {c1 said} {t1 no}. {s2 He} {c2 said} {t2 yes}.")
	if err != nil {
		t.Fatal(err)
	}
	line := func(source, cue, content string) string {
		return `{"type":"statement","article":"gold/x_2031-03-04_y.txt","source":{"spans":[` + source + `]},"cue":{"spans":[` + cue + `]},"content":{"spans":[` + content + `]}}` + "\n"
	}
	before, after := filepath.Join(t.TempDir(), "a.jsonl"), filepath.Join(t.TempDir(), "b.jsonl")
	first, second := line("[2,5]", "[6,10]", "[11,13]"), line("[15,17]", "[18,22]", "[23,26]")
	for path, lines := range map[string]string{before: "{\"type\":\"document\"}\n" + first, after: second} {
		if err := os.WriteFile(path, []byte(lines), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := comparePredictions(&out, []corpus.Article{*a}, before, after); err != nil {
		t.Fatal(err)
	}
	want := `lost  x_2031-03-04_y: exact -> missed: cue
      [She] [said] [no]
won   x_2031-03-04_y: missed: cue -> exact
      [He] [said] [yes]
won 1, lost 1
`
	if out.String() != want {
		t.Errorf("have\n%s\nwant\n%s", out.String(), want)
	}
}

func TestWorse(t *testing.T) {
	old := eval.Board{{Corpus: "a", Stage: "q", Measure: "found", Value: 90, Of: 1}, {Corpus: "a", Stage: "q", Measure: "speaker wrong", Value: 10, Of: 1}}
	tests := []struct {
		found, wrong float64
		fails        bool
	}{{90, 10, false}, {95, 5, false}, {89.7, 10, false}, {89, 10, true}, {90, 11, true}}
	for _, c := range tests {
		now := eval.Board{{Corpus: "a", Stage: "q", Measure: "found", Value: c.found}, {Corpus: "a", Stage: "q", Measure: "speaker wrong", Value: c.wrong}}
		if err := worse(old, now); (err != nil) != c.fails {
			t.Errorf("found %v, wrong %v: have %v, want failure %v", c.found, c.wrong, err, c.fails)
		}
	}
	if worse(old, nil) == nil {
		t.Error("a line that is gone is not told")
	}
}
