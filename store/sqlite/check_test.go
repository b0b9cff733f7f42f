package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store/storetest"
)

// damaged are ways to spoil a record, each with words of what Check must say.
var damaged = []struct{ name, sql, want string }{
	{"text", `UPDATE document SET text = replace(text, 'a', 'e') WHERE seq = 1`, "its ID should be"},
	{"span outside", `UPDATE body SET json = json_set(json, '$.content[0][1]', 99999)`, "outside the text"},
	{"span moved", `UPDATE body SET json = json_set(json, '$.cue[0]', (json->>'$.cue[0]')+1)`, "wrong ID"},
	{"statement's ID", `UPDATE statement SET id = 'sfalse' WHERE at = (SELECT min(at) FROM statement)`, "wrong ID"},
	{"body gone", `DELETE FROM body WHERE at = (SELECT min(at) FROM body)`, "its columns differ"},
	{"body is not JSON", `UPDATE body SET json = '{"content":[[0,' WHERE at = (SELECT min(at) FROM body)`, "JSON"},
	{"entity gone", `UPDATE document SET entities = '[]'`, "no entity"},
	{"speaker", `UPDATE statement SET speaker = NULL`, "its speaker is kept as"},
	{"speaker that is not there", `PRAGMA foreign_keys = OFF; UPDATE statement SET speaker = 999`, "refers to a row of speaker"},
	{"year", `UPDATE statement SET year = '1066'`, "its columns differ"},
	{"marks", `UPDATE body SET marks = marks || ' x'`, "its marks in the index are wrong"},
	{"not in the index", `DELETE FROM words_docsize WHERE id = (SELECT min(id) FROM words_docsize)`, "not in the index"},
	{"too much in the index", `INSERT INTO words(rowid, content, source, cue, marks) VALUES(7, 'a', 'b', 'c', 'd')`, "in the index, where no current statement stands"},
	{"a word of the index", `INSERT INTO words(words, rowid, content, source, cue, marks) SELECT 'delete', place, content, source, cue, marks FROM indexed LIMIT 1;
		INSERT INTO words(rowid, content, source, cue, marks) SELECT place, content || ' more', source, cue, marks FROM indexed LIMIT 1`, "not in step with the texts"},
	{"no current version", `UPDATE document SET current = 0 WHERE seq = 2`, "current should be true"},
	{"replaces", `UPDATE document SET replaces = 'dother'`, "should replace"},
	{"address", `UPDATE document SET address = 'elsewhere'`, "its columns differ"},
	{"tally", `UPDATE tally SET n = n + 1 WHERE field = 'kind'`, "count of tally kind"},
	{"speaker's count", `UPDATE speaker SET statements = 0`, "count of speaker 1"},
	{"outlet's days", `UPDATE outlet SET last = '2099-01-01'`, "count of outlet 1"},
	{"correction", drop + `UPDATE correction SET json = json_set(json, '$.why', 'for fun')`, "its ID should be"},
	{"correction's time", drop + `UPDATE correction SET json = json_set(json, '$.when', 'now')`, "not a correction"},
	{"correction gone", drop + `DELETE FROM correction`, "without a correction"},
	{"one correction gone", drop + `DELETE FROM correction WHERE seq = 3`, "something else than what was found and corrected"},
	{"found gone", `UPDATE document SET found = ''`, "not kept as it was found"},
	{"found spoilt", `UPDATE document SET found = json_set(found, '$.statements[0].kind', 'mixed') WHERE found <> ''`, "something else than what was found and corrected"},
	{"found moved", `UPDATE document SET found = json_set(found, '$.statements[0].body.cue[0]', 0) WHERE found <> ''`, "wrong ID"},
	{"found is not JSON", `UPDATE document SET found = '{' WHERE found <> ''`, "as it was found"},
	{"correction elsewhere", drop + `UPDATE correction SET document = 99`, "refers to a row of document"},
	{"role", `DELETE FROM role`, "count of role"},
	{"relations gone", `UPDATE document SET relations = ''`, "the rows of its relations are"},
	{"relation's row gone", `DELETE FROM relation`, "the rows of its relations are"},
	{"relation's row elsewhere", `UPDATE relation SET at = at + (99 << 20) WHERE at = (SELECT max(at) FROM relation)`, "refers to a row of document"},
	{"relation's day", `UPDATE relation SET day = day + 1`, "the rows of its relations are"},
	{"relation's owner", `UPDATE relation SET to_owner = from_owner`, "the rows of its relations are"},
	{"relation of an old version", `INSERT INTO relation SELECT 1 << 20, day, kind, from_owner, to_owner FROM relation LIMIT 1`, "the rows of its relations are"},
	{"relation's kind", `UPDATE document SET relations = replace(relations, 'reverses', 'denies')`, "wrong ID"},
	{"relation's end", `UPDATE document SET relations = json_set(relations, '$[0].from.statement', 'sfalse')`, "no entity or statement"},
	{"relations are not JSON", `UPDATE document SET relations = '['`, "relations of document"},
	{"statement's relations", `UPDATE statement SET relations = 'denies' WHERE relations <> ''`, "its columns differ"},
	{"count of relations", `UPDATE tally SET n = 7 WHERE field = 'relation'`, "count of tally relation"},
}

const drop = `PRAGMA foreign_keys = OFF; DROP TRIGGER correction_kept; DROP TRIGGER correction_fixed; `

// What people decided is kept as they decided it, whoever asks.
func TestCorrectionsStay(t *testing.T) {
	st := fillAndCorrect(t, filepath.Join(t.TempDir(), "record.db"))
	for _, query := range []string{`DELETE FROM correction`, `UPDATE correction SET statement = 's'`, `DELETE FROM document`} {
		if _, err := st.write.Exec(query); err == nil {
			t.Errorf("%s: no error", query)
		}
	}
	sound(t, st)
}

func TestCheckFinds(t *testing.T) {
	for _, d := range damaged {
		t.Run(d.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "record.db")
			st := fillAndCorrect(t, path)
			if _, err := st.write.Exec(d.sql); err != nil {
				t.Fatal(err)
			}
			wrong, err := st.Check(ctx)
			if err != nil {
				t.Fatalf("Check after %s: %v", d.sql, err)
			}
			if !strings.Contains(strings.Join(wrong, "\n"), d.want) {
				t.Errorf("after %s\nCheck says %q\nwant %q in it", d.sql, wrong, d.want)
			}
		})
	}
}

// fillAndCorrect makes one in which people corrected the last article.
func fillAndCorrect(t *testing.T, path string) *Store {
	t.Helper()
	st := fill(t, path)
	for _, r := range all(t, st) {
		if r.Doc.Article != "b.txt" {
			continue
		}
		for i, name := range []string{"person:Bo Ek", "", "person:Ole Falk"} {
			c := storetest.Correction(&r.Statements[1], i, onrecord.CorrectSpeaker, name)
			if _, err := st.Correct(ctx, c); err != nil {
				t.Fatal(err)
			}
		}
	}
	sound(t, st)
	return st
}

// fill makes a sound record with two versions of an article and one more.
func fill(t *testing.T, path string) *Store {
	t.Helper()
	st, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	one := storetest.Article{Address: "a.txt", Title: "One", Outlet: "Paper", Published: "2026-01-02", Sayings: []storetest.Saying{
		{Speaker: "Ada Brandt", Role: "Minister", Content: "the harbour | stays", Said: "2026-01-01", To: "lawmakers", Via: "told The Observer"},
		{Content: "nobody knows"},
	}, Relations: []storetest.Related{
		{Kind: onrecord.Reverses, From: storetest.Ending{Saying: 1}, To: storetest.Ending{Owner: "Kai Holm", Noun: "promise"}},
	}}
	two := one
	two.Sayings = one.Sayings[:1]
	other := one
	other.Address = "b.txt"
	for _, a := range []storetest.Article{one, two, other} {
		if _, err := st.Put(ctx, []*onrecord.Reading{a.Reading()}); err != nil {
			t.Fatal(err)
		}
	}
	if wrong, err := st.Check(ctx); err != nil || len(wrong) > 0 {
		t.Fatalf("a new record: %q, %v", wrong, err)
	}
	return st
}
