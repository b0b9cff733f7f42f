package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func pairsFile(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.dev.tsv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReadPairs(t *testing.T) {
	line := strings.Join([]string{"1", "ferry", "reverses", "person:A", "2020-01-01", "direct", "", "asserted", "We sell", "person:A", "2020-02-01", "indirect", "opponent", "denied", "we keep", "why"}, "\t")
	pairs, err := ReadPairs(pairsFile(t, "# head", line, ""))
	if err != nil || len(pairs) != 1 {
		t.Fatalf("have %v, %v", pairs, err)
	}
	if p := pairs[0]; p.Want != "reverses" || p.Said[0].Text != "We sell" || p.Said[1].By != "opponent" || p.Note != "why" {
		t.Errorf("have %+v", p)
	}
	if _, err := ReadPairs(pairsFile(t, "1\tferry")); err == nil || !strings.Contains(err.Error(), "x.dev.tsv:1: 2 columns, want 16") {
		t.Errorf("have %v, want an error that names the line", err)
	}
}

func TestChangesCounts(t *testing.T) {
	var c Changes
	for _, one := range [][2]string{{"repeats", "repeats"}, {"repeats", ""}, {"reverses", "reverses"}, {"reverses", "repeats"}, {"none", ""}, {"none", "softens"}} {
		c.Add(&Pair{Want: one[0]}, one[1])
	}
	want := map[string]Line{
		"precision of what is answered":        {"x", "issue", "", 50, 4},
		"answered of what can be":              {"x", "issue", "", 75, 4},
		"right of what can be answered":        {"x", "issue", "", 50, 4},
		"precision of changes without repeats": {"x", "issue", "", 50, 2},
		"answered of what cannot be":           {"x", "issue", "", 50, 2},
		"repeats answered":                     {"x", "issue", "", 50, 2},
		"repeats precision":                    {"x", "issue", "", 50, 2},
	}
	for _, l := range c.Lines("x") {
		if w, ok := want[l.Measure]; ok && (l.Value != w.Value || l.Of != w.Of) {
			t.Errorf("%s: have %.1f of %d, want %.1f of %d", l.Measure, l.Value, l.Of, w.Value, w.Of)
		}
	}
}
