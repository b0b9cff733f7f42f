package search

import (
	"bufio"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord/store"
)

// testdata/parse.txt has a query a line, then an arrow and its canonical form,
// or a cross, the character where it cannot be read and words of the reason.
func TestParse(t *testing.T) {
	f, err := os.Open("testdata/parse.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		n++
		if query, want, ok := strings.Cut(line, " → "); ok {
			canonical(t, query, want)
		} else if query, want, ok := strings.Cut(line, " ✗ "); ok {
			refused(t, query, want)
		} else {
			t.Errorf("parse.txt: neither → nor ✗ in %q", line)
		}
	}
	if n < 50 {
		t.Errorf("parse.txt has %d cases, fewer than there were", n)
	}
}

func canonical(t *testing.T, query, want string) {
	t.Helper()
	if want == "everything" {
		want = ""
	}
	q, err := Parse(query)
	if err != nil {
		t.Errorf("%s\nhave %v\nwant %s", query, err, want)
		return
	}
	if q.String() != want {
		t.Errorf("%s\nhave %s\nwant %s", query, q, want)
	}
}

func refused(t *testing.T, query, want string) {
	t.Helper()
	q, err := Parse(query)
	var e *Error
	if !errors.As(err, &e) {
		t.Errorf("%s\nhave %s, %v\nwant the error %s", query, q, err, want)
		return
	}
	if !strings.HasPrefix(e.Error(), "query, character "+want) {
		t.Errorf("%s\nhave %v\nwant query, character %s", query, e, want)
	}
}

func TestTerms(t *testing.T) {
	q, err := Parse(`peace speaker:"rex tillerson" (a OR b) -kind:direct said:2017`)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"peace", `speaker:"rex tillerson"`, "(a OR b)", "-kind:direct", "said:2017"}
	if have := strings.Join(q.Terms(), "|"); have != strings.Join(want, "|") {
		t.Errorf("terms %s\nwant  %s", have, strings.Join(want, "|"))
	}
	for i, less := range []string{
		`speaker:"rex tillerson" (a OR b) -kind:direct said:2017`,
		`peace (a OR b) -kind:direct said:2017`,
		`peace speaker:"rex tillerson" -kind:direct said:2017`,
		`peace speaker:"rex tillerson" (a OR b) said:2017`,
		`peace speaker:"rex tillerson" (a OR b) -kind:direct`,
	} {
		if have := q.Without(i).String(); have != less {
			t.Errorf("without %d: %s\nwant %s", i, have, less)
		}
	}
	one, err := Parse("(a OR b)")
	if err != nil {
		t.Fatal(err)
	}
	if have := one.Terms(); len(have) != 1 || have[0] != "a OR b" {
		t.Errorf("terms of (a OR b): %q", have)
	}
	if !one.Without(0).IsZero() || one.Without(1).String() != "a OR b" {
		t.Errorf("without 0 and 1: %q, %q", one.Without(0), one.Without(1))
	}
}

func TestWith(t *testing.T) {
	q, err := Parse("a OR b")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		field       store.Field
		value, want string
	}{
		{store.KindIs, "direct", "(a OR b) kind:direct"},
		{store.KeyIs, "person:rex-tillerson", "(a OR b) key:person:rex-tillerson"},
		{store.KeyIs, "", "(a OR b) speaker:unknown"},
		{store.OutletIs, `The "Odd" Paper`, `(a OR b) outlet:"The Odd Paper"`},
		{store.OutletIs, "", "(a OR b) outlet:unknown"},
		{store.OutletIs, "unknown", `(a OR b) outlet:"unknown"`},
		{store.SaidIn, "2017", "(a OR b) said:2017"},
		{store.SaidIn, "", "(a OR b) said:unknown"},
		{store.KindIs, "", "(a OR b) document:none"},
		{store.RoleIs, "Minister", "(a OR b) role:Minister"},
		{store.RoleIs, "", "(a OR b) role:unknown"},
		{store.ViaIs, "told The Observer", `(a OR b) via:"told The Observer"`},
		{store.ToIs, "", "(a OR b) to:unknown"},
		{store.RelationIs, "walks_back", "(a OR b) relation:walks_back"},
		{store.RelationIs, "any", "(a OR b) relation:any"},
		{store.RelationIs, "", "(a OR b) document:none"},
	} {
		with := q.With(c.field, c.value)
		if with.String() != c.want {
			t.Errorf("with %s %q: %s\nwant %s", c.field, c.value, with, c.want)
		}
		if again := with.With(c.field, c.value); again.String() != c.want {
			t.Errorf("with %s %q twice: %s", c.field, c.value, again)
		}
	}
}

// docs/query.md is what users read of the language: it names every field and
// value, and each of its examples can be parsed.
func TestDocumentation(t *testing.T) {
	b, err := os.ReadFile("../docs/query.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(b)
	for _, f := range Fields {
		if !strings.Contains(doc, "`"+string(f)+":") {
			t.Errorf("docs/query.md does not describe %s:", f)
		}
	}
	for _, v := range slices.Concat(Kinds, Acts, Anonymities, Relations, []string{store.Any}) {
		if !strings.Contains(doc, "`"+v+"`") {
			t.Errorf("docs/query.md does not describe the value %s", v)
		}
	}
	examples := 0
	for _, line := range strings.Split(doc, "\n") {
		query, ok := strings.CutPrefix(line, "    ")
		if !ok {
			continue
		}
		examples++
		if q, err := Parse(query); err != nil || q.String() != query {
			t.Errorf("docs/query.md: %s is read as %s, %v", query, q, err)
		}
	}
	if examples < 10 {
		t.Errorf("docs/query.md has %d examples", examples)
	}
}

// Parse never panics, and reads what it printed as what it was.
func FuzzParse(f *testing.F) {
	cases, err := os.ReadFile("testdata/parse.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(cases), "\n") {
		query, _, _ := strings.Cut(line, " → ")
		f.Add(query)
	}
	f.Add("\x00\xff“a")
	f.Add(strings.Repeat("\x00", maxBytes-1)) // printed, each is three bytes
	f.Add(strings.Repeat("a-b ", maxBytes/4))
	f.Fuzz(func(t *testing.T, text string) {
		q, err := Parse(text)
		if err != nil {
			if e := (*Error)(nil); !errors.As(err, &e) || e.At < 0 || e.What == "" {
				t.Errorf("%q: the error %#v does not say where and what", text, err)
			}
			return
		}
		again, err := Parse(q.String())
		if err != nil || again.String() != q.String() || !same(q.Expr(), again.Expr()) {
			t.Errorf("%q is printed as %q, which is read as %q, %v", text, q, again, err)
		}
		for i := range q.Terms() {
			q.Without(i)
		}
	})
}

func same(a, b store.Expr) bool {
	if a.Op != b.Op || a.Field != b.Field || a.Text != b.Text || a.From != b.From || a.Until != b.Until || len(a.Args) != len(b.Args) {
		return false
	}
	for i := range a.Args {
		if !same(a.Args[i], b.Args[i]) {
			return false
		}
	}
	return true
}
