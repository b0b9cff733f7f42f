package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

// TestMigrate makes a record as each older schema kept it, out of the rows of a
// new one, and opens it: it holds the same, and passes Check.
func TestMigrate(t *testing.T) {
	newer := filepath.Join(t.TempDir(), "newer.db")
	want := all(t, fill(t, newer))
	for version := 1; version < len(migrations); version++ {
		for name, open := range map[string]func(string) (*Store, error){"Open": Open, "OpenExisting": OpenExisting} {
			path := filepath.Join(t.TempDir(), fmt.Sprint(version, ".db"))
			age(t, path, newer, version)
			st, err := open(path)
			if err != nil {
				t.Fatalf("%s of schema %d: %v", name, version, err)
			}
			defer st.Close()
			sound(t, st)
			have := all(t, st)
			for i, r := range have {
				if version < remarked {
					r.Relations = want[i].Relations // there were none
				}
				if (r.Reader != onrecord.ReaderVersion{Stages: "1"}) {
					t.Errorf("schema %d: document %s was read by %q, want 1", version, r.Doc.ID, r.Reader)
				}
				r.Reader = want[0].Reader
			}
			if diff := cmp.Diff(want, have); diff != "" {
				t.Errorf("%s of schema %d (-want +have):\n%s", name, version, diff)
			}
			for _, e := range []store.Expr{{Field: store.Words, Text: "harbour"}, {Field: store.RoleIs, Text: "minister"}, {Field: store.ViaIs, Text: "told observer"}, {Field: store.ToIs, Text: "lawmakers"}} {
				res, err := st.Find(ctx, store.Find{Where: e})
				if err != nil || res.Total != 2 {
					t.Errorf("%s of schema %d: %s:%s is found %d times, %v; want 2", name, version, e.Field, e.Text, res.Total, err)
				}
			}
			if docs, _, err := st.Pending(ctx, 9); len(docs) != 2 || err != nil {
				t.Errorf("%s of schema %d: %d documents are pending, %v; want the 2 that are current", name, version, len(docs), err)
			}
			stats, err := st.Stats(ctx)
			if err != nil || stats.Schema != len(migrations) {
				t.Errorf("%s of schema %d: it has schema %d now, %v", name, version, stats.Schema, err)
			}
		}
	}
}

// all returns every document.
func all(t *testing.T, st *Store) (rs []*onrecord.Reading) {
	t.Helper()
	if err := st.Each(ctx, func(r *onrecord.Reading) error { rs = append(rs, r); return nil }); err != nil {
		t.Fatal(err)
	}
	return rs
}

// age makes a record of an old schema from the rows of a new one: the columns
// that the old tables have. Readers were numbers then, and roles, ways and
// addressees had no marks.
func age(t *testing.T, path, newer string, version int) {
	t.Helper()
	db, err := connect(path, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	exec := func(query string) {
		t.Helper()
		if _, err := db.Exec(query); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	exec(strings.Join(migrations[:version], ";"))
	exec(fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, version))
	exec("ATTACH '" + newer + "' AS newer")
	exec("DELETE FROM counter")
	for _, table := range []string{"outlet", "document", "page", "speaker", "role", "statement", "body", "tally", "failure", "counter", "relation"} {
		var columns string
		if err := db.QueryRow(`SELECT coalesce(group_concat(name), '') FROM pragma_table_info(?, 'main')`, table).Scan(&columns); err != nil {
			t.Fatal(err)
		}
		if columns == "" {
			continue // it was not there yet
		}
		exec(fmt.Sprintf("INSERT INTO main.%[1]s(%[2]s) SELECT %[2]s FROM newer.%[1]s", table, columns))
	}
	exec("UPDATE document SET reader = '1'; UPDATE page SET reader = '1'")
	if version < remarked {
		unmark(t, db)
	}
	exec("INSERT INTO words(rowid, content, source, cue, marks) SELECT place, content, source, cue, marks FROM indexed")
	exec("DETACH newer")
}

// unmark takes the marks away that statements have since they are remarked, and
// the counts of their relations.
func unmark(t *testing.T, db *sql.DB) {
	t.Helper()
	rows, err := db.Query("SELECT at, marks FROM body")
	if err != nil {
		t.Fatal(err)
	}
	marks := map[int64]string{}
	if err := each(rows, func() error {
		var at int64
		var text string
		err := rows.Scan(&at, &text)
		marks[at] = strings.Join(slices.DeleteFunc(strings.Fields(text), func(m string) bool { return strings.ContainsAny(m[len(markSign):][:1], "rhbe") }), " ")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for at, text := range marks {
		if _, err := db.Exec("UPDATE body SET marks = ? WHERE at = ?", text, at); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.Exec("DELETE FROM tally WHERE field = 'relation'"); err != nil {
		t.Fatal(err)
	}
}
