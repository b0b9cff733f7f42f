//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/store/sqlite"
)

// program runs the program itself in a process of its own.
func program(t *testing.T, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(t.Context(), os.Args[0], args...)
	cmd.Env = append(os.Environ(), "ONRECORD_TEST_PROGRAM=1")
	return cmd
}

// articles writes n articles, of which no two are alike, as JSON Lines.
func articles(t *testing.T, path string, n int) {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"url":"https://example.org/%d","date":"2026-01-02","text":"The harbour\n\n\"Quay %d of the harbour will close in spring,\" said Ada Brandt, the minister of ports, at a meeting with the workers. The council of the town said that it would wait for a study of the water.\n\nThe plan has been discussed in the town for years, and nobody knows how it will end.\n"}`+"\n", i, i)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sound opens the record at path and sees that nothing in it is wrong.
func sound(t *testing.T, path string) (documents int) {
	t.Helper()
	st, err := sqlite.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	wrong, err := st.Check(t.Context())
	if err != nil || len(wrong) > 0 {
		t.Fatalf("check: %q, %v", wrong, err)
	}
	s, err := st.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return s.Versions
}

// wait waits until the record at path holds something.
func wait(t *testing.T, path string) {
	t.Helper()
	for range 600 {
		time.Sleep(50 * time.Millisecond)
		st, err := sqlite.OpenExisting(path)
		if err != nil {
			continue
		}
		s, err := st.Stats(t.Context())
		st.Close()
		if err == nil && s.Documents > 0 {
			return
		}
	}
	t.Fatal("nothing was added in half a minute")
}

// Killed in the middle of add, the record is sound, and the same command goes
// on from there.
func TestKilledAndResumed(t *testing.T) {
	dir := t.TempDir()
	lines, db := filepath.Join(dir, "lines.jsonl"), filepath.Join(dir, "record.db")
	const n = 400
	articles(t, lines, n)
	cmd := program(t, "add", "--db", db, lines)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait(t, db)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // it was killed
	left := sound(t, db)
	if left == 0 || left == n {
		t.Logf("killed too early or too late to show anything: %d of %d articles", left, n)
	}
	out, err := program(t, "add", "--db", db, lines).CombinedOutput()
	want := fmt.Sprintf("%d articles added, %d held before, 0 failed", n-left, left)
	if err != nil || !strings.Contains(string(out), want) {
		t.Errorf("the second run: %v, %s\nwant %s", err, out, want)
	}
	if have := sound(t, db); have != n {
		t.Errorf("%d articles in the end, want %d", have, n)
	}
}

// Ctrl-C ends add when what was read is in the record.
func TestInterrupted(t *testing.T) {
	dir := t.TempDir()
	lines, db := filepath.Join(dir, "lines.jsonl"), filepath.Join(dir, "record.db")
	articles(t, lines, 2000)
	cmd := program(t, "add", "--db", db, lines)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	wait(t, db)
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := cmd.Wait()
	if cmd.ProcessState.ExitCode() != interrupted || !strings.Contains(out.String(), "interrupted: the same command goes on from here") {
		t.Errorf("ended with %v: %s", err, &out)
	}
	var added int
	if _, err := fmt.Sscanf(out.String(), "%d articles added", &added); err != nil {
		t.Fatalf("%s: %v", &out, err)
	}
	if have := sound(t, db); have != added || have == 2000 {
		t.Errorf("%d articles, said %d", have, added)
	}
}

// Two programs add to one record: one waits for the other, and all is there.
func TestTwoPrograms(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "record.db")
	var cmds []*exec.Cmd
	for i := range 2 {
		lines := filepath.Join(dir, fmt.Sprintf("%d.jsonl", i))
		articles(t, lines, 150+50*i)
		cmd := program(t, "add", "--db", db, lines)
		cmd.Stderr = new(bytes.Buffer)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		cmds = append(cmds, cmd)
	}
	for _, cmd := range cmds {
		if err := cmd.Wait(); err != nil {
			t.Errorf("%v: %s", err, cmd.Stderr)
		}
	}
	if have := sound(t, db); have != 200 {
		t.Errorf("%d articles, want 200", have)
	}
}

// A full disk is a clear error, and half a record is not kept: the kernel
// refuses to let any file of the child grow past two megabytes.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	lines, db := filepath.Join(dir, "lines.jsonl"), filepath.Join(dir, "record.db")
	articles(t, lines, 200)
	cmd := exec.CommandContext(t.Context(), "sh", "-c", `trap "" XFSZ; ulimit -f 2048 && exec "$0" add --db "$1" "$2"`, os.Args[0], db, lines)
	cmd.Env = append(os.Environ(), "ONRECORD_TEST_PROGRAM=1")
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "disk") || !strings.Contains(string(out), db) {
		t.Fatalf("with no room left: %v, %s\nwant an error that names the file and the disk", err, out)
	}
	left := sound(t, db)
	out, err = program(t, "add", "--db", db, lines).CombinedOutput()
	if err != nil || sound(t, db) != 200 {
		t.Errorf("with room again, after %d articles: %v, %s", left, err, out)
	}
}

func TestHugeLine(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	if err := os.WriteFile("huge.txt", bytes.Repeat([]byte("said "), 20<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Link("huge.txt", "huge.jsonl"); err != nil {
		t.Fatal(err)
	}
	articles(t, "lines.jsonl", 1)
	for _, c := range []struct{ path, want string }{
		{"huge.txt", "article huge.txt: larger than 20 MB"},
		{"huge.jsonl", "article huge.jsonl:1: a line of more than 20 MB"},
	} {
		cmd := program(t, "extract", "--model", "fast", c.path, "lines.jsonl")
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		peak := peakOf(cmd.Process.Pid)
		err := cmd.Wait()
		if cmd.ProcessState.ExitCode() != failed || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("%s: %v, %.300s\nwant %s", c.path, err, &stderr, c.want)
		}
		if !strings.Contains(stdout.String(), "https://example.org/0") {
			t.Errorf("%s stopped the next article", c.path)
		}
		if mb := peak(); mb > 400 {
			t.Errorf("%s: %d MB of memory, want less than 400", c.path, mb)
		}
	}
}

// peakOf reads the most memory that a process has had until it ends, in MB; zero
// where there is no /proc. What the system says of an ended process counts its
// parent's memory too, from before it became another program.
func peakOf(pid int) (peak func() int) {
	done, most := make(chan struct{}), make(chan int)
	go func() {
		kb := 0
		for {
			status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			if _, rest, ok := strings.Cut(string(status), "VmHWM:"); err == nil && ok {
				now := 0
				if _, err := fmt.Sscan(rest, &now); err == nil {
					kb = max(kb, now)
				}
			}
			select {
			case <-done:
				most <- kb >> 10
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() int { close(done); return <-most }
}

func TestVanishingFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	for _, gone := range []func() error{
		func() error { return os.Remove(path) },
		func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) },
	} {
		if err := os.WriteFile(path, []byte("text"), 0o644); err != nil {
			t.Fatal(err)
		}
		in := &input{paths: []string{dir}}
		for job := range in.jobs() {
			if err := gone(); err != nil {
				t.Fatal(err)
			}
			if _, err := job.Load(); err == nil || !strings.Contains(err.Error(), "article "+path+": ") {
				t.Errorf("a file that is gone when it is read: %v", err)
			}
		}
	}
}

func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("skipped: the superuser may read everything; run the tests as another user")
	}
	t.Chdir(t.TempDir())
	articles(t, "secret.jsonl", 1)
	if err := os.Mkdir("closed", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(os.Chmod("secret.jsonl", 0), os.Chmod("closed", 0)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod("closed", 0o755) // or it could not be removed
	var out, errs bytes.Buffer
	status := run(t.Context(), []string{"extract", "secret.jsonl", "closed"}, &bytes.Buffer{}, &out, &errs)
	for _, want := range []string{"article secret.jsonl: permission denied", "article closed: permission denied"} {
		if status != failed || !strings.Contains(errs.String(), want) {
			t.Errorf("status %d, %s\nwant %s", status, &errs, want)
		}
	}
}

// A reader of the output that has seen enough, as head, is no failure.
func TestClosedPipe(t *testing.T) {
	dir := t.TempDir()
	lines := filepath.Join(dir, "lines.jsonl")
	articles(t, lines, 300)
	cmd := exec.CommandContext(t.Context(), "sh", "-c", `"$0" extract "$1" | head -n 1`, os.Args[0], lines)
	cmd.Env = append(os.Environ(), "ONRECORD_TEST_PROGRAM=1")
	out, err := cmd.CombinedOutput()
	if err != nil || bytes.Count(out, []byte("\n")) != 1 {
		t.Errorf("%v: %.500s", err, out)
	}
}
