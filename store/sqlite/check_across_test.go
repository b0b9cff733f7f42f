package sqlite

import (
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

// spoilt are ways to spoil what is kept across documents, each with words of
// what Check must say.
var spoilt = []struct{ name, sql, want string }{
	{"nobody waits", `DELETE FROM traced WHERE document = 3`, "neither pending nor collated"},
	{"an old version waits", `INSERT INTO pending VALUES(1)`, "pending, and not current"},
	{"an old version collated", `INSERT INTO traced VALUES(1, x'')`, "collated, and not current"},
	{"sketch gone", `DELETE FROM sketch WHERE at = (SELECT max(at) FROM sketch)`, "statements and"},
	{"sketch of nothing", `INSERT INTO sketch SELECT (3 << 20) + 9, speaker, class, day, days, terms, prints FROM sketch LIMIT 1`, "of no statement that was collated"},
	{"sketch's speaker", `UPDATE sketch SET speaker = NULL`, "of another speaker's"},
	{"sketch's class", `UPDATE sketch SET class = 4`, "not as they are written"},
	{"sketch's prints", `UPDATE sketch SET prints = x'0102'`, "not as they are written"},
	{"print gone", `DELETE FROM print WHERE at = (SELECT max(at) FROM print)`, "prints:"},
	{"print elsewhere", `UPDATE print SET at = at + 1 WHERE at = (SELECT max(at) FROM print)`, "prints:"},
	{"print of a document gone", `DELETE FROM docprint`, "prints:"},
	{"match of nothing", `UPDATE OR IGNORE same SET b = (1 << 20)`, "not of two statements that were collated"},
	{"match turned", `UPDATE same SET (a, b) = (b, a)`, "the first is not before the second"},
	{"match twice", `INSERT INTO same SELECT b, a, score, why FROM same`, "or twice"},
	{"copy of nothing", `UPDATE OR IGNORE copy SET b = 1`, "not of two documents that were collated"},
	{"utterance gone", `DELETE FROM utterance`, "of no utterance"},
	{"report gone", `DELETE FROM report WHERE number = 1`, "its counts are wrong"},
	{"reports turned", `UPDATE report SET number = number + 10; UPDATE report SET number = 11 - number`, "counts are wrong"},
	{"outlets", `UPDATE utterance SET outlets = 9`, "its counts are wrong"},
	{"placeholder gone", `DELETE FROM placeholder`, "not found by its owner and day"},
	{"placeholder's day", `UPDATE OR IGNORE placeholder SET day = day + 1`, "no relation that was collated has it"},
	{"filled with its own", `UPDATE filled SET statement = at`, "no statement of another current document"},
	{"filled with nothing", `UPDATE filled SET statement = (1 << 20)`, "no statement of another current document"},
	{"filled, no placeholder", `UPDATE filled SET side = 0`, "filled, and no placeholder"},
	{"ruling changed", `DROP TRIGGER ruling_fixed; UPDATE ruling SET json = json_set(json, '$.why', 'for fun')`, "its ID should be"},
	{"ruling gone", `PRAGMA foreign_keys = OFF; DROP TRIGGER ruling_kept; DELETE FROM ruling`, "refers to a row of ruling"},
	{"ruling elsewhere", `UPDATE ruled SET a = b`, "what follows is kept as"},
	{"ruling that does not hold", `UPDATE ruled SET holds = 0`, "what follows is kept as"},
	{"what is ruled gone", `DELETE FROM ruled`, "nothing is kept of what follows"},
	{"stance of an old version", `UPDATE stance SET at = (1 << 20)`, "not of a current document"},
	{"stance's act", `UPDATE stance SET act = 'asked'`, "its columns differ"},
	{"stance's day", `UPDATE stance SET said = said + 1`, "its times are kept as"},
	{"position", `UPDATE stance SET position = '{'`, "its position is not JSON"},
	{"change of an old version", `UPDATE change SET earlier = (1 << 20)`, "not between statements of current documents"},
	{"change's day", `UPDATE change SET day = day + 1`, "its columns differ"},
	{"change's kind", `UPDATE change SET kind = 'softens'`, "its ID should be"},
	{"issue gone", `PRAGMA foreign_keys = OFF; DELETE FROM issue`, "refers to a row of issue"},
	{"watch", `UPDATE watch SET kind = 'birds'`, "of no kind"},
}

func TestCheckFindsAcross(t *testing.T) {
	for _, d := range spoilt {
		t.Run(d.name, func(t *testing.T) {
			st := fillAcross(t, filepath.Join(t.TempDir(), "record.db"))
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

// What people ruled is kept as they ruled it, whoever asks.
func TestRulingsStay(t *testing.T) {
	st := fillAcross(t, filepath.Join(t.TempDir(), "record.db"))
	for _, query := range []string{`DELETE FROM ruling`, `UPDATE ruling SET id = 'u'`} {
		if _, err := st.write.Exec(query); err == nil {
			t.Errorf("%s: no error", query)
		}
	}
	sound(t, st)
}

// fillAcross makes a record that has a row of every kind: an old version, three
// current documents, two that report one utterance.
func fillAcross(t *testing.T, path string) *Store {
	t.Helper()
	st := fill(t, path)
	again := storetest.Article{Address: "c.txt", Title: "One", Outlet: "Other Paper", Published: "2026-01-03", Sayings: []storetest.Saying{
		{Speaker: "Ada Brandt", Content: "the harbour | stays", Said: "2026-01-02", Act: onrecord.Denied},
		{Speaker: "Kai Holm", Content: "we promise"},
	}}.Reading()
	_, err := st.Put(ctx, []*onrecord.Reading{again})
	if err == nil {
		_, err = st.Declare(ctx, "harbour", "The harbour", "words", "2026-05-01T10:00:00.000000Z")
	}
	if err == nil {
		err = st.Watch(ctx, store.Watch{Name: "w", Kind: store.WatchStatements})
	}
	if err == nil {
		_, err = st.Rule(ctx, storetest.Rule(1, onrecord.Apart, &again.Statements[0], &again.Statements[1]))
	}
	if err != nil {
		t.Fatal(err)
	}
	storetest.CollateAll(t, st)
	sound(t, st)
	for _, table := range []string{"sketch", "print", "same", "report", "utterance", "traced", "docprint", "copy", "placeholder", "filled", "ruling", "ruled", "stance", "change", "watch"} {
		var n int
		if err := st.read.QueryRow(`SELECT count(*) FROM ` + table).Scan(&n); err != nil || n == 0 {
			t.Fatalf("table %s has %d rows, %v", table, n, err)
		}
	}
	return st
}
