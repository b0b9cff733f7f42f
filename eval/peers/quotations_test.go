package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/eval"
)

// sections reads a case of testdata: parts that begin with "-- NAME --".
func sections(t *testing.T, file string) map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	out, part := map[string]string{}, ""
	for line := range strings.Lines(string(b)) {
		if mark := strings.TrimSpace(line); strings.HasPrefix(mark, "-- ") && strings.HasSuffix(mark, " --") {
			part = strings.Trim(mark, "- ")
			continue
		}
		out[part] += line
	}
	return out
}

func TestConvert(t *testing.T) {
	c := sections(t, "quotations.txt")
	texts := map[string]string{"ferry": c["ferry.txt"]}
	have, err := convert(strings.NewReader(c["quotations.jsonl"]), texts)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c["statements.jsonl"], have); diff != "" {
		t.Errorf("statements of the quotations (-want +have):\n%s", diff)
	}
	statements, err := eval.ReadPrinted(strings.NewReader(`{"type":"document","article":"text/ferry.txt"}`+"\n"+have), texts)
	if err != nil {
		t.Fatal(err)
	}
	var words strings.Builder
	for _, st := range statements["ferry"] {
		fmt.Fprintln(&words, describe(c["ferry.txt"], st))
	}
	if diff := cmp.Diff(c["words"], words.String()); diff != "" {
		t.Errorf("words of the statements (-want +have):\n%s", diff)
	}
}

func describe(text string, st onrecord.Statement) string {
	word := func(s onrecord.Span) string {
		if s.IsZero() {
			return "-"
		}
		return s.In(text)
	}
	var pieces []string
	for _, s := range st.Content {
		pieces = append(pieces, s.In(text))
	}
	return strings.Join(pieces, " | ") + " < " + word(st.Cue) + " < " + word(st.Source)
}

func TestConvertErrors(t *testing.T) {
	texts := map[string]string{"ferry": "“We pay,” she said."}
	for _, c := range []struct{ in, want string }{
		{"Exception in thread main\n", "line 1"},
		{`{"article":"bridge.txt","content":[0,9]}`, "no article bridge.txt"},
	} {
		if _, err := convert(strings.NewReader(c.in), texts); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: have the error %v, want one with %q", c.in, err, c.want)
		}
	}
}

// TestQuotesScript runs textacy's rules over an invented parse, where the run
// script has installed them.
func TestQuotesScript(t *testing.T) {
	installed := filepath.Join(cacheFolder(t), "textacy")
	if _, err := os.Stat(filepath.Join(installed, "textacy")); err != nil {
		t.Skipf("SKIPPED textacy: %v: eval/peers/run installs it", err)
	}
	script, err := filepath.Abs("textacy/quotes.py")
	if err != nil {
		t.Fatal(err)
	}
	c := sections(t, "tokens.txt")
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ferry.txt"), []byte(c["ferry.txt"]), 0o666); err != nil {
		t.Fatal(err)
	}
	command := exec.Command("python3", script)
	command.Dir, command.Env = dir, append(os.Environ(), "PYTHONPATH="+installed, "PYTHONDONTWRITEBYTECODE=1")
	command.Stdin = strings.NewReader(c["tokens.jsonl"])
	var said bytes.Buffer
	command.Stderr = &said
	have, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, said.String())
	}
	if diff := cmp.Diff(c["quotations.jsonl"], string(have)); diff != "" {
		t.Errorf("quotations (-want +have):\n%s", diff)
	}
	if want := "gave up on 1 paragraphs"; !strings.Contains(said.String(), want) {
		t.Errorf("said %q, want %q", said.String(), want)
	}
}

// cacheFolder is where the run script installs.
func cacheFolder(t *testing.T) string {
	if dir := os.Getenv("ONRECORD_PEERS"); dir != "" {
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		t.Skipf("SKIPPED: %v", err)
	}
	return filepath.Join(dir, "onrecord-peers")
}
