package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/eval"
)

const twoEnds = `# a comment
== case a1 | answer: 1,3
>> 2024-03-08 | Coast Herald | walks_back | person:Ann Lee | remarks | 2024-03-05 | tolls
Her office took back Lee's remarks
on tolls.
-- 1 | person:Ann Lee | 2024-03-05 | 2024-03-06 | direct/posted | tolls for all
-- 2 | person:Bo Ash | 2024-03-05 | 2024-03-06 | indirect | that nobody pays
-- 3 | person:Ann Lee | ../2024-03-06 | 2024-03-06 | mixed | there would be "tolls | for all"
== case a2 | answer: none
>> 2024-03-08 | Coast Herald | denies | person:Ann Lee | claim | |
It denied Lee's claim.
-- 1 | person:Ann Lee | 2024-03-01 | 2024-03-02 | act | declined
`

func readEnds(t *testing.T, text string) ([]eval.EndCase, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "ends.txt")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return eval.ReadEnds(path)
}

func TestReadEnds(t *testing.T) {
	cases, err := readEnds(t, twoEnds)
	if err != nil || len(cases) != 2 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	c := cases[0]
	if c.Name != "a1" || c.Kind != onrecord.WalksBack || c.Key != "person:Ann Lee" || c.Noun != "remarks" || c.Said.EDTF != "2024-03-05" || c.About != "tolls" || c.Sentence != "Her office took back Lee's remarks on tolls." {
		t.Errorf("the first case: %+v", c)
	}
	first, third := c.Reports[0], c.Reports[2]
	if first.Kind != onrecord.Direct || len(first.Via) != 1 || first.Quoted[0].Len() != len(first.Content) {
		t.Errorf("a post: %+v", first)
	}
	if third.Quoted[0].In(third.Content) != "tolls | for all" {
		t.Errorf("what is quoted of %q: %v", third.Content, third.Quoted)
	}
	for _, text := range []string{"-- 1 | a\n", "== case a1\n", "== case a1 | answer: x\n", "== case a1 | answer: 1\n>> 2024 | a\n"} {
		if _, err := readEnds(t, text); err == nil || !strings.Contains(err.Error(), "ends.txt:") {
			t.Errorf("%q: %v, want an error that names the line", text, err)
		}
	}
}

func TestScoreEnds(t *testing.T) {
	cases, err := readEnds(t, twoEnds)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what   string
		answer func(*eval.EndCase) (int, bool)
		want   eval.EndScore
	}{
		{"never", func(*eval.EndCase) (int, bool) { return -1, false }, eval.EndScore{Cases: 2, Answerable: 1}},
		{"always the first", func(*eval.EndCase) (int, bool) { return 0, true }, eval.EndScore{Cases: 2, Answerable: 1, Right: 1, Wrong: 1}},
		{"always the last", func(c *eval.EndCase) (int, bool) { return len(c.Reports) - 1, len(c.Answers) > 0 }, eval.EndScore{Cases: 2, Answerable: 1, Right: 1}},
	} {
		if have := eval.ScoreEnds(cases, c.answer); have != c.want {
			t.Errorf("%s: have %+v, want %+v", c.what, have, c.want)
		}
	}
}
