package eval

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/corpus"
)

func TestExplain(t *testing.T) {
	const text = "{s1 The old mayor} {c1 said} {t1 that it was far too late to go home}. {s2 He} {c2 denied} {t2 “it”}."
	a, err := corpus.ParseNotation("x", "outlet: X\n\n"+text)
	if err != nil {
		t.Fatal(err)
	}
	find := func(words string) onrecord.Span {
		i := strings.Index(a.Text, words)
		return onrecord.Span{Start: i, End: i + len(words)}
	}
	statement := func(source, cue, content string) onrecord.Statement {
		st := onrecord.Statement{Cue: find(cue), Content: []onrecord.Span{find(content)}}
		if source != "" {
			st.Source = find(source)
		}
		return st
	}
	tests := []struct {
		found onrecord.Statement
		want  string // of the first attribution; the second is missed
	}{
		{statement("The old mayor", "said", "that it was far too late to go home"), "exact"},
		{statement("mayor", "said", "that it was far too late to go home"), "source: boundary"},
		{statement("", "said", "that it was far too late to go home"), "source: missing"},
		{statement("He", "said", "that it was far too late to go home"), "source: another"},
		{statement("mayor", "said", "it was far too late to go home"), "content: too short left"},
		{statement("mayor", "said", "that it was far too late"), "content: too short right"},
		{statement("mayor", "said", "that it was far too late to go home. He"), "content: too long right"},
		{statement("mayor", "said", "that it was far too late to go home."), "content: punctuation"},
		{statement("mayor", "said", "“it”"), "content: elsewhere"},
		{statement("He", "late", "home"), "missed: cue"},
	}
	for _, c := range tests {
		verdicts := Explain(a, &onrecord.Reading{Statements: []onrecord.Statement{c.found}})
		if have := verdicts[0].Class; have != c.want {
			t.Errorf("%s | %s | %s: have %q, want %q", c.found.Source.In(a.Text), c.found.Cue.In(a.Text), c.found.Content[0].In(a.Text), have, c.want)
		}
		if last := verdicts[len(verdicts)-1].Class; c.want == "missed: cue" && last != "spurious: inside a content" {
			t.Errorf("a cue inside a content: have %q", last)
		}
	}
}

func TestCompare(t *testing.T) {
	a, err := corpus.ParseNotation("x", "outlet: X\n\n{s1 She} {c1 said} {t1 no}. {s2 He} {c2 said} {t2 yes}.")
	if err != nil {
		t.Fatal(err)
	}
	all := statements(a)
	changes := Compare([]corpus.Article{*a}, map[string][]onrecord.Statement{"x": all[:1]}, map[string][]onrecord.Statement{"x": all[1:]})
	if len(changes) != 2 || !changes[0].Lost() || !changes[1].Won() {
		t.Errorf("have %+v, want the first lost and the second won", changes)
	}
	if changes := Compare([]corpus.Article{*a}, map[string][]onrecord.Statement{"x": all}, map[string][]onrecord.Statement{"x": all}); len(changes) > 0 {
		t.Errorf("a reading against itself: have %+v", changes)
	}
}
