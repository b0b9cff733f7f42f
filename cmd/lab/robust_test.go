package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/corpus"
	"onrecord/eval"
	"onrecord/eval/damage"
)

func TestChosenForms(t *testing.T) {
	all, err := chosen(nil)
	if err != nil || len(all) != len(damage.Forms()) {
		t.Errorf("without names: have %d forms (%v), want all", len(all), err)
	}
	some, err := chosen([]string{"straight", "capitals"})
	if err != nil || len(some) != 2 || some[0].Name != "capitals" {
		t.Errorf("have %v (%v), want capitals and straight", some, err)
	}
	if _, err = chosen([]string{"capital"}); err == nil || !strings.Contains(err.Error(), "capitals, ocr-1%") {
		t.Errorf("an unknown form: have %v, want an error that lists them", err)
	}
}

// TestScoreboardHasTheForms says that no line of a form is left from an older
// name, and that every form was measured.
func TestScoreboardHasTheForms(t *testing.T) {
	board, err := eval.ReadBoard(filepath.Join("..", "..", scoreboard))
	if err != nil {
		t.Fatal(err)
	}
	var have, want []string
	for _, l := range board {
		if name, form, ok := strings.Cut(l.Corpus, "/"); ok && name == "gold" {
			have = append(have, form)
		}
	}
	for _, f := range damage.Forms() {
		want = append(want, f.Name)
	}
	slices.Sort(want)
	if have = slices.Compact(have); !slices.Equal(have, want) {
		t.Errorf("forms on the scoreboard: have %q, want %q; run go run ./cmd/lab robust", have, want)
	}
}

func TestPrintLost(t *testing.T) {
	a, err := corpus.ParseNotation("x", "outlet: X\n\n{s1 She} {c1 said} {t1 no}. {s2 He} {c2 left} {t2 it}. {s3 They} {c3 denied} {t3 it}.")
	if err != nil {
		t.Fatal(err)
	}
	find := func(words string) onrecord.Span {
		i := strings.Index(a.Text, words)
		return onrecord.Span{Start: i, End: i + len(words)}
	}
	said := onrecord.Statement{Source: find("She"), Cue: find("said"), Content: []onrecord.Span{find("no")}}
	denied := onrecord.Statement{Source: find("They"), Cue: find("denied"), Content: []onrecord.Span{{Start: len(a.Text) - 4, End: len(a.Text) - 2}}}
	before := map[string]*onrecord.Reading{"x": {Statements: []onrecord.Statement{said, denied}}}
	after := map[string]*onrecord.Reading{"x": {Statements: []onrecord.Statement{said}}}
	var out strings.Builder
	printLost(&out, "x/y", []corpus.Article{*a}, before, []corpus.Article{*a}, after)
	want := "x/y\n  x\n! missed: cue\n    gold  [They] [denied] [it]\n    1 100.0%  missed: cue\n"
	if strings.TrimSpace(out.String()) != strings.TrimSpace(want) {
		t.Errorf("have\n%s\nwant\n%s", out.String(), want)
	}
}
