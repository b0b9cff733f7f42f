package eval

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/corpus"
)

var update = flag.Bool("update", false, "write testdata/gold from testdata/gold/notation")

// TestGoldFiles keeps the standoff, which score.py reads, in step with the
// notation, which people type.
func TestGoldFiles(t *testing.T) {
	paths, err := filepath.Glob("testdata/gold/notation/*.txt")
	if err != nil || len(paths) < 12 {
		t.Fatalf("%d annotated articles, want 12 or more: %v", len(paths), err)
	}
	files := map[string]string{}
	table := "filename\tpublisher\tpublication_date\n"
	attributions := 0
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		a, err := corpus.ParseNotation(strings.TrimSuffix(filepath.Base(path), ".txt"), string(b))
		if err != nil {
			t.Fatal(err)
		}
		if day := strings.Split(a.Name, "_")[1]; day != string(a.Published) {
			t.Errorf("%s is published %s", a.Name, a.Published)
		}
		attributions += len(a.Attributions)
		for i, at := range a.Attributions {
			if len(at.Cue) > 1 || len(at.Source) > 1 || len(at.Content) == 0 {
				t.Errorf("%s: attribution %d has %d sources, %d cues and %d contents, want at most one, one and some", a.Name, i+1, len(at.Source), len(at.Cue), len(at.Content))
			}
		}
		table += fmt.Sprintf("%s\t%s\t%s\n", a.Name, a.Outlet, a.Published)
		files["text/"+a.Name+".txt"] = a.Text
		files["attributions/"+a.Name+"_own.ann"] = a.Standoff()
	}
	files["metadata.tsv"] = table
	if attributions < 120 {
		t.Errorf("%d attributions, want 120 or more", attributions)
	}
	for name, want := range files {
		path := filepath.Join("testdata/gold", name)
		if *update {
			if err := os.WriteFile(path, []byte(want), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if have, err := os.ReadFile(path); err != nil || string(have) != want {
			t.Errorf("%s is not what the notation gives (%v): run go test ./eval -update", path, err)
		}
	}
}

// TestGoldReadsBack says that what is written is what ReadPolNeAR reads.
func TestGoldReadsBack(t *testing.T) {
	for _, a := range gold(t) {
		b, err := os.ReadFile(filepath.Join("testdata/gold/notation", a.Name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		want, err := corpus.ParseNotation(a.Name, string(b))
		if err != nil {
			t.Fatal(err)
		}
		if have := fmt.Sprintf("%+v", a); have != fmt.Sprintf("%+v", *want) {
			t.Errorf("%s: have %s, want %+v", a.Name, have, *want)
		}
	}
}
