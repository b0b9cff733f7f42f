package relation_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
	"onrecord/relation"
	"onrecord/tag"
	"onrecord/token"
)

var update = flag.Bool("update", false, "write what is found into testdata")

const wantMark = "\n-- want --\n"

// TestCases reads testdata/*.txt: a marked text as package entitytest takes
// it, read with the real tokens and tags, and after "-- want --" the
// statements of kind act and the relations, a line each.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	tagger, err := tag.Load()
	if err != nil {
		t.Fatal(err)
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
		r.Tokens, r.Sentences = nil, nil
		token.Split(r)
		tagger.Tag(r)
		read(r)
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

// read runs the stages that follow extraction, as package reader does.
func read(r *onrecord.Reading) {
	relation.Report(r)
	entity.Resolve(r)
	date.Claim(r)
	relation.State(r)
}

func describe(r *onrecord.Reading) string {
	d := describer{r, map[onrecord.EntityID]string{"": "-"}, map[onrecord.StatementID]*onrecord.Statement{}}
	for _, e := range r.Entities {
		d.names[e.ID] = e.Name
	}
	var b strings.Builder
	for i := range r.Statements {
		st := &r.Statements[i]
		d.statements[st.ID] = st
		if st.Kind == onrecord.Reported {
			fmt.Fprintf(&b, "act %s\n", d.statement(st))
		}
	}
	for i := range r.Relations {
		rel := &r.Relations[i]
		fmt.Fprintf(&b, "%s %q: %s -> %s", rel.Kind, d.in(rel.Cue), d.end(&rel.From), d.end(&rel.To))
		if rel.By != "" {
			fmt.Fprintf(&b, "; by %s", d.names[rel.By])
		}
		if !rel.Hedge.IsZero() {
			fmt.Fprintf(&b, "; hedge %q", d.in(rel.Hedge))
		}
		if rel.Basis != onrecord.Stated {
			fmt.Fprintf(&b, "; %s", rel.Basis)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type describer struct {
	r          *onrecord.Reading
	names      map[onrecord.EntityID]string
	statements map[onrecord.StatementID]*onrecord.Statement
}

func (d *describer) in(s onrecord.Span) string { return s.In(d.r.Doc.Text) }

func (d *describer) end(e *onrecord.End) string {
	if st := d.statements[e.Statement]; st != nil {
		return "[" + d.statement(st) + "]"
	}
	out := e.Is() + " " + d.names[e.Owner]
	if e.Noun != "" {
		out += "|" + e.Noun
	}
	if !e.Words.IsZero() {
		out += fmt.Sprintf(" %q", d.in(e.Words))
	}
	if !e.About.IsZero() {
		out += fmt.Sprintf(" about %q", d.in(e.About))
	}
	return out
}

func (d *describer) statement(st *onrecord.Statement) string {
	words := ""
	if len(st.Content) > 0 {
		words = d.in(st.Content[0])
	}
	return d.in(st.Source) + ", " + d.in(st.Cue) + ", " + words
}
