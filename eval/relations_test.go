package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
)

func TestRelations(t *testing.T) {
	text := "Ada Reyes said yes. Ben Cole denied it. He criticized Dana Ortiz and her plan."
	at := func(start, end int) onrecord.Span { return onrecord.Span{Start: start, End: end} }
	r := &onrecord.Reading{
		Doc:      &onrecord.Document{Text: text},
		Entities: []onrecord.Entity{{ID: "e1", Name: "Ada Reyes"}, {ID: "e2", Name: "Ben Cole"}, {ID: "e3", Name: "Dana Ortiz"}},
		Statements: []onrecord.Statement{
			{ID: "s1", Cue: at(10, 14), Content: []onrecord.Span{at(15, 18)}},
			{ID: "s2", Cue: at(29, 35), Content: []onrecord.Span{at(36, 38)}},
			{ID: "s3", Cue: at(43, 53)},
		},
		Relations: []onrecord.Relation{
			{ID: "r1", Kind: onrecord.Denies, Cue: at(29, 35), From: onrecord.End{Statement: "s2"}, To: onrecord.End{Statement: "s1"}},
			{ID: "r2", Kind: onrecord.Criticises, Cue: at(43, 53), From: onrecord.End{Statement: "s3"}, To: onrecord.End{Owner: "e3"}},
			{ID: "r3", Kind: onrecord.Reverses, From: onrecord.End{Statement: "s3"}, To: onrecord.End{Statement: "s1"}},
		},
	}
	read := map[string]*onrecord.Reading{"x": r}
	for _, c := range []struct {
		what  string
		lines string
		want  RelationScore
	}{
		{"all right", "denies\ts:36-38\ts:10-18\n43-53 criticises\te:Ben Cole or s:43-53\te:Ortiz", RelationScore{1, 2, 2, 2, 2}},
		{"another end", "denies\ts:36-38\te:Ada Reyes\n43-53 criticises\ts:43-53\tp:Dana Ortiz|plan", RelationScore{1, 2, 2, 2, 0}},
		{"another kind", "rejects\ts:36-38\ts:10-18\n43-53 criticises|rejects\ts:43-53\te:Dana Ortiz", RelationScore{1, 2, 2, 1, 1}},
		{"no relation", "-\t-\t-", RelationScore{1, 0, 2, 0, 0}},
	} {
		labels := relationLabels(t, c.lines)
		if have := Relations(labels, read); have != c.want {
			t.Errorf("%s: have %+v, want %+v", c.what, have, c.want)
		}
	}
	placeholder := onrecord.End{Owner: "e3", Noun: "plan"}
	for want, right := range map[string]bool{"p:Ortiz|plan": true, "p:Ben Cole|plan": false, "p:-|plan": false, "e:Dana Ortiz": false, "s:10-14": false} {
		if have := endRight(want, &placeholder, r); have != right {
			t.Errorf("placeholder of Dana Ortiz for %s: %t, want %t", want, have, right)
		}
	}
}

// relationLabels reads lines that begin with the kind, after "29-35 " where no
// other cue is given.
func relationLabels(t *testing.T, lines string) []RelationLabel {
	t.Helper()
	path := filepath.Join(t.TempDir(), "relations.tsv")
	body := "# about\n"
	for n, line := range strings.Split(lines, "\n") {
		cue := "29\t35\t"
		if n > 0 {
			cue, line = "43\t53\t", line[len("43-53 "):]
		}
		body += "dev\tx\t" + cue + line + "\t-\n"
	}
	if err := os.WriteFile(path, []byte(body), 0o666); err != nil {
		t.Fatal(err)
	}
	labels, err := ReadRelations(path)
	if err != nil {
		t.Fatal(err)
	}
	return labels
}

func TestReadRelationsErrors(t *testing.T) {
	for _, line := range []string{
		"dev\tx\t1\t2\tdenies\tq:1-2\te:Ada\t-", "dev\tx\t1\t2\tdenies\ts:1\te:Ada\t-", "dev\tx\t1\t2\tdenies", "test\tx\t1\t2\tdenies\te:A\te:B\t-", "dev\tx\t2\t2\tdenies\te:A\te:B\t-",
	} {
		path := filepath.Join(t.TempDir(), "bad.tsv")
		if err := os.WriteFile(path, []byte(line+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadRelations(path); err == nil {
			t.Errorf("%q was accepted", line)
		}
	}
}
