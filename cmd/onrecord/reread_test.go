package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/reader"
	"onrecord/store/sqlite"
)

// outdated counts the documents that reread would read.
func outdated(t *testing.T, path string) int {
	t.Helper()
	st, err := sqlite.OpenExisting(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	ids, err := st.Outdated(t.Context(), onrecord.ReaderVersion{Stages: reader.Version, Model: reader.Accurate})
	if err != nil {
		t.Fatal(err)
	}
	return len(ids)
}

// Killed in the middle of reread, the record is sound and each document is
// whole, as one reader or the other found it; the same command goes on from
// there, and ends with what an undisturbed one ends with. Somebody reads the
// record all the while.
func TestRereadKilledAndResumed(t *testing.T) {
	dir := t.TempDir()
	lines, db, calm := filepath.Join(dir, "lines.jsonl"), filepath.Join(dir, "record.db"), filepath.Join(dir, "calm.db")
	const n = 160
	articles(t, lines, n)
	mustRun(t, "add", "--model", "fast", "--db", db, lines)
	mustRun(t, "backup", "--db", db, calm)
	cmd := program(t, "reread", "--db", db)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); outdated(t, db) == n; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nothing was read again in a minute")
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	cmd.Wait() // it was killed
	left := outdated(t, db)
	if left == 0 || left == n {
		t.Logf("killed too late to show anything: %d of %d articles are left", left, n)
	}
	if have := sound(t, db); have != n {
		t.Errorf("%d articles, want %d", have, n)
	}
	want := fmt.Sprintf("%d articles read again by %s, %d had been, 0 failed", left, readBy(onrecord.ReaderVersion{Stages: reader.Version, Model: reader.Accurate}), n-left)
	if out := mustRun(t, "reread", "--db", db); !strings.Contains(out, want) {
		t.Errorf("the second run: %s\nwant %s", out, want)
	}
	mustRun(t, "reread", "--db", calm)
	if mustRun(t, "export", "--db", db) != mustRun(t, "export", "--db", calm) {
		t.Error("the record differs from one that was read again in one go")
	}
}

// mustRun runs a command in this process.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(t.Context(), args, os.Stdin, &out, &errs); status != 0 {
		t.Fatalf("onrecord %q ended with %d: %s", args, status, &errs)
	}
	return out.String()
}
