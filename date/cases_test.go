package date_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/tag"
)

var update = flag.Bool("update", false, "write what is found into testdata")

const wantMark = "\n-- want --\n"

// TestCases reads testdata/*.txt: a marked text as package entitytest takes
// it, and after "-- want --" a line a statement.
func TestCases(t *testing.T) {
	cases(t, "testdata/*.txt", func(*onrecord.Reading) {})
}

// TestParsed reads testdata/parsed/*.txt in the same way: rules that follow the
// dependencies, which the tagger gives.
func TestParsed(t *testing.T) {
	tagger, err := tag.Load()
	if err != nil {
		t.Fatal(err)
	}
	cases(t, "testdata/parsed/*.txt", func(r *onrecord.Reading) {
		given := slices.Clone(r.Tokens)
		tagger.Tag(r)
		for i := range given { // names are those that the case gives
			if r.Tokens[i].Name == "PERSON" || given[i].Name != "O" {
				r.Tokens[i].Name = given[i].Name
			}
		}
	})
}

func cases(t *testing.T, pattern string, prepare func(*onrecord.Reading)) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text, want, _ := strings.Cut(string(b), wantMark)
		r, err := entitytest.Reading(text)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		prepare(r)
		entity.Resolve(r)
		date.Claim(r)
		if err := r.Check(); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		have := describe(r)
		if *update {
			if err := os.WriteFile(path, []byte(strings.TrimRight(text, "\n")+"\n"+wantMark[1:]+have), 0o666); err != nil {
				t.Fatal(err)
			}
		} else if have != want {
			t.Errorf("%s\nhave:\n%s\nwant:\n%s", path, have, want)
		}
	}
}

func describe(r *onrecord.Reading) string {
	var b strings.Builder
	for i := range r.Statements {
		st := &r.Statements[i]
		s := st.Said
		fmt.Fprintf(&b, "%s, %s: %s", st.Source.In(r.Doc.Text), st.Cue.In(r.Doc.Text), s.EDTF)
		if !s.IsZero() {
			fmt.Fprintf(&b, " [%s, %s) %s", s.From, s.Until, s.Basis)
		}
		if !s.Words.IsZero() {
			fmt.Fprintf(&b, " “%s”", s.Words.In(r.Doc.Text))
		}
		fmt.Fprintf(&b, "; %s\n", st.Why[len(st.Why)-1])
	}
	return b.String()
}
