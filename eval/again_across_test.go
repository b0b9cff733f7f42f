package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSameAgain: of three statements of one utterance the second reader joins
// two, and one with a stranger.
func TestSameAgain(t *testing.T) {
	row := func(cluster string, start, end string) string {
		return strings.Join([]string{"dev", "1", cluster, "direct", "a", start, end, "person:Ada Reyes"}, "\t")
	}
	first := write(t, row("c1", "0", "5"), row("c1", "10", "15"), row("c1", "20", "25"), row("s1", "30", "35"))
	second := write(t, row("x", "0", "5"), row("x", "10", "15"), row("y", "20", "25"), row("y", "30", "35"))
	lines, err := SameAgain("twice", first, second)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if l.Measure == "second reader all pairs P" && (l.Value != 50 || l.Of != 2) {
			t.Errorf("pairs joined: %.1f of %d, want 50.0 of 2", l.Value, l.Of)
		}
		if l.Measure == "second reader all pairs R" && (l.Of != 3 || int(l.Value) != 33) {
			t.Errorf("pairs found: %.1f of %d, want 33.3 of 3", l.Value, l.Of)
		}
	}
	if _, err := SameAgain("twice", second, write(t, row("x", "40", "45"))); err == nil {
		t.Error("a statement that the first reader has not: no error")
	}
}

func TestChangesAgain(t *testing.T) {
	folder := t.TempDir()
	pair := func(n, label string) string {
		return strings.Join(append([]string{n, "harbour", label}, make([]string, 13)...), "\t")
	}
	if err := os.WriteFile(filepath.Join(folder, "a.tsv"), []byte(pair("1", "reverses")+"\n"+pair("2", "none")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	lines, err := ChangesAgain("twice", folder, write(t, "# head", "a.tsv\t1\treverses", "a.tsv\t2\tsoftens"))
	if err != nil || len(lines) != 1 || lines[0].Value != 50 || lines[0].Of != 2 {
		t.Errorf("have %v, %v; want 50 of 2", lines, err)
	}
	if _, err := ChangesAgain("twice", folder, write(t, "a.tsv\t3\tnone")); err == nil {
		t.Error("a pair that the file has not: no error")
	}
}

// write makes a file of lines.
func write(t *testing.T, lines ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "labels.tsv")
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
