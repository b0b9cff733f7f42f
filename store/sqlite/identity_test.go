package sqlite

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestIdentity(t *testing.T) { storetest.RunIdentity(t, open) }

// identified makes a record with a merge, a split and a list.
func identified(t *testing.T, path string) *Store {
	t.Helper()
	st := fillAndCorrect(t, path)
	doc := all(t, st)[0].Doc.ID
	list := []onrecord.Identification{
		storetest.Merge(1, "person:ada-brandt", "person:ole-falk"),
		storetest.Split(2, "person:ada-brandt", "person:ada-brandt-coach", doc),
	}
	if _, err := st.Identify(ctx, list); err != nil {
		t.Fatal(err)
	}
	holdings := []onrecord.Holding{{List: "ports.csv", Line: 2, Person: "Ada Brandt", Position: "Minister"}}
	if _, err := st.Hold(ctx, "ports.csv", holdings, store.InstantOf(time.Unix(0, 0))); err != nil {
		t.Fatal(err)
	}
	sound(t, st)
	return st
}

// What was decided is kept as it was decided, whoever asks.
func TestIdentificationsStay(t *testing.T) {
	st := identified(t, filepath.Join(t.TempDir(), "record.db"))
	for _, query := range []string{`DELETE FROM identification`, `UPDATE identification SET id = 'i'`, `INSERT INTO holding VALUES('other', 1, '{}')`} {
		if _, err := st.write.Exec(query); err == nil {
			t.Errorf("%s: no error", query)
		}
	}
	sound(t, st)
}

func TestCheckFindsIdentities(t *testing.T) {
	const loose = `PRAGMA foreign_keys = OFF; DROP TRIGGER identification_kept; DROP TRIGGER identification_fixed; `
	for _, d := range []struct{ name, sql, want string }{
		{"merge gone", loose + `DELETE FROM identification WHERE seq = 1`, "merged into"},
		{"split gone", loose + `DELETE FROM identification WHERE seq = 2`, "its speaker is kept as"},
		{"evidence", loose + `UPDATE identification SET json = json_set(json, '$.evidence[0]', 'x')`, "its ID should be"},
		{"not JSON", loose + `UPDATE identification SET json = '{'`, "identification i"},
		{"not a key", loose + `UPDATE identification SET json = json_set(json, '$.key', 'Ada')`, "its ID should be"},
		{"root", `UPDATE speaker SET root = NULL`, "merged into"},
		{"words", `UPDATE speaker SET words = ' x '`, "its words differ"},
		{"count of what is merged", `UPDATE speaker SET statements = 7 WHERE root IS NOT NULL`, "count of speaker"},
		{"line of a list", `UPDATE holding SET json = json_set(json, '$.person', 'X')`, "list ports.csv"},
		{"list without lines", `DELETE FROM holding`, "list ports.csv"},
		{"line that is not JSON", `UPDATE holding SET json = '{'`, "list ports.csv, line 2"},
	} {
		t.Run(d.name, func(t *testing.T) {
			st := identified(t, filepath.Join(t.TempDir(), "record.db"))
			if _, err := st.write.Exec(d.sql); err != nil {
				t.Fatal(err)
			}
			wrong, err := st.Check(ctx)
			if err != nil || !strings.Contains(strings.Join(wrong, "\n"), d.want) {
				t.Errorf("after %s\nCheck says %q, %v\nwant %q in it", d.sql, wrong, err, d.want)
			}
		})
	}
}

// A reader that was open before another program decided something sees it.
func TestIdentitiesAreSeen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.db")
	st := fill(t, path)
	other := mustOpen(t, path)
	defer other.Close()
	merge := storetest.Merge(1, "person:bo-ek", "person:ada-brandt")
	for _, step := range []struct {
		by   *Store
		what onrecord.Identification
		want string
	}{{other, merge, "person:bo-ek"}, {st, storetest.Undo(2, merge.ID), "person:ada-brandt"}} {
		if _, err := step.by.Identify(ctx, []onrecord.Identification{step.what}); err != nil {
			t.Fatal(err)
		}
		for _, s := range []*Store{st, other} {
			if id, err := s.Identity(ctx, "person:ada-brandt"); err != nil || id.Key != step.want {
				t.Errorf("after %s: %+v, %v; want %s", step.what.Kind, id, err, step.want)
			}
		}
	}
}
