package entity_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/entity"
	"onrecord/entity/entitytest"
)

var update = flag.Bool("update", false, "write what is found into testdata")

const wantMark = "\n-- want --\n"

// TestCases reads testdata/*.txt: a marked text as package entitytest takes
// it, and after "-- want --" a line a statement and a line an entity with
// roles.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
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
		entity.Resolve(r)
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
	names := map[onrecord.EntityID]string{"": "?"}
	for _, e := range r.Entities {
		names[e.ID] = e.Name
	}
	var b strings.Builder
	for i := range r.Statements {
		st := &r.Statements[i]
		fmt.Fprintf(&b, "%s, %s: %s, %s, %s", st.Source.In(r.Doc.Text), st.Cue.In(r.Doc.Text), names[st.Speaker], st.Anonymity, st.Act)
		for n, id := range st.Others {
			fmt.Fprintf(&b, "%s%s", map[bool]string{true: "; or ", false: ", "}[n == 0], names[id])
		}
		add := func(what, words string) {
			if words != "" {
				fmt.Fprintf(&b, "; %s %s", what, words)
			}
		}
		add("role", st.Role)
		add("to", st.Addressee.In(r.Doc.Text))
		add("at", st.Venue.In(r.Doc.Text))
		add("on the occasion of", st.Occasion.In(r.Doc.Text))
		add("by", st.Medium.In(r.Doc.Text))
		for _, hop := range st.Via {
			add(string(hop.Kind), hop.Name+" ("+hop.Words.In(r.Doc.Text)+")")
		}
		b.WriteByte('\n')
	}
	for _, e := range r.Entities {
		for _, role := range e.Roles {
			fmt.Fprintf(&b, "entity %s: %s | %s\n", e.Name, role.Title, role.Organisation)
		}
	}
	return b.String()
}
