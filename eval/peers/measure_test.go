package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestPipeline(t *testing.T) {
	if _, err := exec.LookPath("taskset"); err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	var out bytes.Buffer
	c, err := pipeline([]stage{
		{command: []string{"printf", "%s\\n"}},
		{command: []string{"sh", "-c", `sed "s/$/ $WHO/"`}, env: []string{"WHO=said"}},
	}, []string{"one", "two"}, 0, &out)
	if err != nil {
		t.Fatal(err)
	}
	if have, want := out.String(), "one said\ntwo said\n"; have != want {
		t.Errorf("two stages print %q, want %q", have, want)
	}
	if c.Seconds <= 0 || c.Peak < 100_000 {
		t.Errorf("the cost of two processes is %+v", c)
	}
	_, err = pipeline([]stage{{command: []string{"sh", "-c", "echo no such model >&2; exit 3"}}}, nil, 0, &out)
	if err == nil || !strings.Contains(err.Error(), "no such model") {
		t.Errorf("a stage that fails gives the error %v, want what it said", err)
	}
}

func TestSize(t *testing.T) {
	dir := t.TempDir()
	for name, n := range map[string]int{"a": 10, "b/c": 5} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, make([]byte, n), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := size([]string{dir, filepath.Join(dir, "a")}); err != nil || have != 25 {
		t.Errorf("a folder of 15 bytes and a file of 10: have %d, %v", have, err)
	}
	if _, err := size([]string{filepath.Join(dir, "none")}); err == nil {
		t.Error("a file that is not there has a size")
	}
}

// TestReadRow says that a row is only taken over for the same articles on the
// same machine.
func TestReadRow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "rows", "one.json")
	want := made()
	if _, err := readRow(file, want.Setting); err == nil {
		t.Error("a row that was not measured was read")
	}
	if err := want.write(file); err != nil {
		t.Fatal(err)
	}
	have, err := readRow(file, want.Setting)
	if err != nil || have.Score.DirectNear != want.Score.DirectNear || have.all() != want.all() {
		t.Errorf("have %+v, %v, want %+v", have, err, want)
	}
	elsewhere := want.Setting
	elsewhere.Machine = "Slide rule, 1 core"
	if _, err := readRow(file, elsewhere); err == nil || !strings.Contains(err.Error(), "elsewhere") {
		t.Errorf("a row of another machine: have the error %v", err)
	}
}
