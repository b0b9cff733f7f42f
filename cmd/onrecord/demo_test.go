package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

var readme = flag.Bool("readme", false, "write the transcript of README.md anew")

// transcript is a command and what it prints, in a block of README.md.
var transcript = regexp.MustCompile("(?s)```\n\\$ go run ./cmd/onrecord ([^\n]*)\n(.*?)```\n")

func TestReadmeTranscript(t *testing.T) {
	const path = "../../README.md"
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := transcript.FindSubmatchIndex(b)
	if m == nil {
		t.Fatal("README.md has no transcript")
	}
	have := runDemo(t, shellWords(string(b[m[2]:m[3]]))...)
	if *readme {
		b = bytes.Join([][]byte{b[:m[4]], []byte(have), b[m[5]:]}, nil)
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want := string(b[m[4]:m[5]]); have != want {
		t.Errorf("README.md is not what the command prints (go test ./cmd/onrecord -run Transcript -readme writes it):\nhave\n%s\nwant\n%s", have, want)
	}
}

// shellWords splits a command line that quotes with single marks only.
func shellWords(line string) []string {
	var out []string
	for i, part := range strings.Split(line, "'") {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}

// runDemo runs a command and returns what it printed.
func runDemo(t *testing.T, args ...string) string {
	t.Helper()
	t.Setenv("TMPDIR", t.TempDir())
	var out, errs bytes.Buffer
	cmd := newRootCmd()
	cmd.SetArgs(args)
	cmd.SetOut(&out)
	cmd.SetErr(&errs)
	if err := cmd.ExecuteContext(t.Context()); err != nil {
		t.Fatalf("onrecord %q: %v\n%s", args, err, &errs)
	}
	if left, _ := os.ReadDir(os.Getenv("TMPDIR")); len(left) > 0 {
		t.Errorf("onrecord %q left %v behind", args, left)
	}
	return out.String()
}

// TestDemoShowsThePositionMove looks for the four stations of the story, in
// order, with their days.
func TestDemoShowsThePositionMove(t *testing.T) {
	have := strings.Join(strings.Fields(runDemo(t, "demo", "--no-serve")), " ")
	rest := have
	for _, want := range []string{
		"2026-02-10 Margaret Vance", "Coldharbour will run until 2045",
		"2026-04-16 Margaret Vance", "The report is false",
		"2026-06-24 Margaret Vance", "nothing is off the table",
		"2026-09-08 Margaret Vance", "Keeping it open would cost more than replacing it",
	} {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q in this order in\n%s", want, have)
		}
		rest = after
	}
	for _, wrong := range []string{"sandwich", "handsome", "It needed it", "invented. It was", "ferry poet"} {
		if strings.Contains(have, wrong) {
			t.Errorf("words of the page around an article are in the record: %q", wrong)
		}
	}
}

func TestDemoArticlesSayTheyAreInvented(t *testing.T) {
	entries, err := demoFiles.ReadDir("demo")
	if err != nil || len(entries) < 12 {
		t.Fatalf("%d articles, want 12 or more (%v)", len(entries), err)
	}
	for _, e := range entries {
		b, err := demoFiles.ReadFile("demo/" + e.Name())
		if err != nil || !strings.Contains(string(b), "This page is invented.") {
			t.Errorf("%s does not say that it is invented (%v)", e.Name(), err)
		}
		if _, err := time.Parse(time.DateOnly, e.Name()[:10]); err != nil {
			t.Errorf("%s does not begin with its day", e.Name())
		}
	}
}

// TestDemoServes asks the served record for its first page, then interrupts.
func TestDemoServes(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	r, w := io.Pipe()
	cmd := newRootCmd()
	cmd.SetArgs([]string{"demo", "--addr", "127.0.0.1:0"})
	cmd.SetOut(io.Discard)
	cmd.SetErr(w)
	done := make(chan error, 1)
	go func() { done <- cmd.ExecuteContext(ctx); w.Close() }()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("no address was printed: %v, %v", err, <-done)
	}
	go io.Copy(io.Discard, r)
	address := regexp.MustCompile(`http://[^ ]*`).FindString(line)
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		t.Errorf("GET %s: %s, want 200 OK", address, resp.Status)
	}
	interrupt()
	select {
	case err := <-done:
		if err != nil {
			t.Errorf("interrupted: have %v, want none", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("the demonstration did not end when it was interrupted")
	}
}

func TestDemoErrors(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	there := filepath.Join(t.TempDir(), "there.db")
	if err := os.WriteFile(there, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"demo", "--addr", taken.Addr().String()}, "--addr"},
		{[]string{"demo", "--db", there}, "name a new file"},
		{[]string{"demo", "--no-serve", "--about", `"open`}, "--about"},
	}
	for _, c := range tests {
		cmd := newRootCmd()
		cmd.SetArgs(c.args)
		cmd.SetOut(io.Discard)
		cmd.SetErr(io.Discard)
		if err := cmd.ExecuteContext(t.Context()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("onrecord %q: have %v, want an error with %q", c.args, err, c.want)
		}
	}
}
