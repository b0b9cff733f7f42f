//go:build unix

package sqlite

import (
	"bytes"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"onrecord"
	"onrecord/store/storetest"
)

func TestFilesThatAreNoRecord(t *testing.T) {
	dir := t.TempDir()
	newerDB, foreignDB := filepath.Join(dir, "newer.db"), filepath.Join(dir, "foreign.db")
	fill(t, newerDB).Close()
	execSQL(t, newerDB, `PRAGMA user_version = 99`)
	execSQL(t, foreignDB, `CREATE TABLE t(x)`)
	text, folder := filepath.Join(dir, "text.db"), filepath.Join(dir, "folder.db")
	write(t, text, strings.Repeat("This is a letter, not a database.\n", 100))
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ path, want string }{
		{newerDB, fmt.Sprintf("newer onrecord (schema 99, this program knows %d): use that program", Schema)},
		{foreignDB, "not a record of statements: name another file with --db"},
		{text, "not a database: name another file with --db"},
		{folder, "cannot be opened"},
		{filepath.Join(dir, "no", "folder", "x.db"), "its folder exists"},
	} {
		before, _ := os.ReadFile(c.path)
		for name, open := range map[string]func(string) (*Store, error){"Open": Open, "OpenExisting": OpenExisting} {
			st, err := open(c.path)
			if err == nil {
				st.Close()
				t.Errorf("%s(%s): no error, want %q", name, c.path, c.want)
				continue
			}
			if errors.Is(err, fs.ErrNotExist) && name == "OpenExisting" {
				continue
			}
			if !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.path) {
				t.Errorf("%s(%s): %v\nwant the path and %q", name, c.path, err, c.want)
			}
		}
		if after, _ := os.ReadFile(c.path); !bytes.Equal(before, after) {
			t.Errorf("%s was changed", c.path)
		}
	}
}

func TestOddPaths(t *testing.T) {
	for _, name := range []string{"a b.db", "a?b=c.db", "a%20b.db", "a#b.db", "ü&.db", "file:x.db", "'quoted'.db"} {
		path := filepath.Join(t.TempDir(), name)
		fill(t, path).Close()
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%q: the record is somewhere else: %v", name, err)
		}
		if err := func() error {
			st, err := OpenExisting(path)
			if err != nil {
				return err
			}
			return errors.Join(st.Backup(ctx, path+".copy"), st.Close())
		}(); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestReadOnlyStoreRefusesToWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	fill(t, path).Close()
	st, err := OpenExisting(path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if _, err := st.Put(ctx, nil); err == nil || !strings.Contains(err.Error(), "for reading only") {
		t.Errorf("Put: %v", err)
	}
	if wrong, err := st.Check(ctx); err != nil || len(wrong) > 0 {
		t.Errorf("Check: %q, %v", wrong, err)
	}
}

// Two stores on one file are two programs: a writer that keeps the lock makes
// the other wait, and then say so.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	one, two := fill(t, path), mustOpen(t, path)
	defer two.Close()
	tx, err := one.write.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := two.Document(ctx, article("a.txt").Doc.ID); err != nil && !strings.Contains(err.Error(), "not in the record") {
		t.Errorf("reading while another writes: %v", err)
	}
	if _, err := two.write.Exec(`PRAGMA busy_timeout = 50`); err != nil {
		t.Fatal(err)
	}
	_, err = two.Put(ctx, []*onrecord.Reading{article("locked.txt")})
	if err == nil || !strings.Contains(err.Error(), "another program is writing to it: try again") || !strings.Contains(err.Error(), path) {
		t.Errorf("Put while another writes: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if added, err := two.Put(ctx, []*onrecord.Reading{article("late.txt")}); added != 1 || err != nil {
		t.Errorf("Put when the other has finished: %d, %v", added, err)
	}
	sound(t, one)
}

// SQLite is told that the disk ends here.
func TestFull(t *testing.T) {
	st := fill(t, filepath.Join(t.TempDir(), "record.db"))
	if _, err := st.write.Exec(`PRAGMA max_page_count = 1`); err != nil { // it takes the present size
		t.Fatal(err)
	}
	var batch []*onrecord.Reading
	for c := storetest.NewCorpus(1); len(batch) < 20; {
		batch = append(batch, c.Next().Reading())
	}
	added, err := st.Put(ctx, batch)
	if added != 0 || err == nil || !strings.Contains(err.Error(), "the disk is full: make room, then run the same command again") {
		t.Errorf("Put on a full disk: %d, %v", added, err)
	}
	sound(t, st)
	if _, err := st.write.Exec(`PRAGMA max_page_count = 100000`); err != nil {
		t.Fatal(err)
	}
	if added, err := st.Put(ctx, batch); added != len(batch) || err != nil {
		t.Errorf("Put with room again: %d, %v", added, err)
	}
	sound(t, st)
}

func TestReadOnlyFileSaysSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	fill(t, path).Close()
	db, err := connect(path, 1, "mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	_, err = db.Exec(`DELETE FROM tally`)
	if err = explain(path, err); err == nil || !strings.Contains(err.Error(), "may not be written to: see its permissions") {
		t.Errorf("writing to a file that is for reading: %v", err)
	}
}

func TestBackupIsARecord(t *testing.T) {
	dir := t.TempDir()
	st := fill(t, filepath.Join(dir, "record.db"))
	copied := filepath.Join(dir, "copy.db")
	if err := st.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	second := mustOpen(t, copied)
	defer second.Close()
	sound(t, second)
	a, err1 := st.Stats(ctx)
	b, err2 := second.Stats(ctx)
	if err := errors.Join(err1, err2); err != nil || a.Versions != b.Versions || a.Statements != b.Statements {
		t.Errorf("the copy holds %+v, the record %+v, %v", b, a, err)
	}
	missing := filepath.Join(dir, "none", "copy.db")
	if err := st.Backup(ctx, missing); err == nil || !strings.Contains(err.Error(), missing) {
		t.Errorf("Backup into no folder: %v", err)
	}
}

// The child adds articles without end; the parent kills it, twice at different
// moments, and checks what is left.
func TestKilled(t *testing.T) {
	if path := os.Getenv("ONRECORD_TEST_KILLED"); path != "" {
		addForever(t, path)
		return
	}
	path := filepath.Join(t.TempDir(), "record.db")
	for _, life := range []time.Duration{400 * time.Millisecond, 700 * time.Millisecond} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), "ONRECORD_TEST_KILLED="+path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(life)
		if err := cmd.Process.Signal(syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		cmd.Wait() // it was killed
		st := mustOpen(t, path)
		sound(t, st)
		st.Close()
	}
	st := mustOpen(t, path)
	defer st.Close()
	if s, err := st.Stats(ctx); err != nil || s.Documents == 0 || s.Documents%8 != 0 {
		t.Errorf("%d documents are left, %v; want whole batches of 8", s.Documents, err)
	}
}

func addForever(t *testing.T, path string) {
	st := mustOpen(t, path)
	c := storetest.NewCorpus(uint64(time.Now().UnixNano()))
	for {
		var batch []*onrecord.Reading
		for range 8 {
			a := c.Next()
			a.Address += a.Title
			batch = append(batch, a.Reading())
		}
		if _, err := st.Put(ctx, batch); err != nil {
			t.Fatal(err)
		}
	}
}

// The driver is made for one version of its C library, and says so only in its
// documentation.
func TestLibcIsTheDriversOwn(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Skipf("skipped: the go command cannot say where the driver is: %v", err)
	}
	theirs, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "go.mod"))
	if err != nil {
		t.Skipf("skipped: %v", err)
	}
	ours, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "modernc.org/libc").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := "modernc.org/libc " + strings.TrimSpace(string(ours)) + "\n"
	if !strings.Contains(string(theirs), want) {
		t.Errorf("go.mod has %sthe driver's own go.mod does not: take the version it names", want)
	}
}

func article(name string) *onrecord.Reading {
	return storetest.Article{Address: name, Title: name, Sayings: []storetest.Saying{{Speaker: "Ada Brandt", Content: "words"}}}.Reading()
}

func sound(t *testing.T, st *Store) {
	t.Helper()
	if wrong, err := st.Check(ctx); err != nil || len(wrong) > 0 {
		t.Fatalf("Check: %q, %v", wrong, err)
	}
}

func execSQL(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(query); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
