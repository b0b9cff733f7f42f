package corpus

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
)

func TestParseNotation(t *testing.T) {
	a, err := ParseNotation("x", "outlet: The X\npublished: 2031-03-04\n\n{t1 “Né,”} {s1,2 she} {c1 said}, {c2 adding} {t2 it}. {t1 “Yes.”}\n---\n1,2 Ada @ 2031-03\n")
	if err != nil {
		t.Fatal(err)
	}
	var have strings.Builder
	for _, at := range a.Attributions {
		for _, spans := range [][]string{words(a, 0, at), words(a, 1, at), words(a, 2, at)} {
			fmt.Fprintf(&have, "%q ", spans)
		}
		fmt.Fprintf(&have, "%s %s\n", at.Speaker, at.Said)
	}
	want := `["she"] ["said"] ["“Né,”" "“Yes.”"] Ada 2031-03
["she"] ["adding"] ["it"] Ada 2031-03
`
	if have.String() != want || a.Outlet != "The X" || a.Published != "2031-03-04" {
		t.Errorf("have\n%s%s %s\nwant\n%s", have.String(), a.Outlet, a.Published, want)
	}
}

func words(a *Article, role int, at Attribution) []string {
	var out []string
	for _, s := range [][]onrecord.Span{at.Source, at.Cue, at.Content}[role] {
		out = append(out, s.In(a.Text))
	}
	return out
}

func TestNotationErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"no head", "no empty line"},
		{"colour: red\n\nText.", "want outlet or published"},
		{"outlet: X\n\nOne.\n{x1 no}", "x:4: mark"},
		{"outlet: X\n\n{s1 open", "not closed"},
		{"outlet: X\n\nclosed}", "without a mark"},
		{"outlet: X\n\n{s1 alone}", "no cue and no content"},
		{"outlet: X\n\n{c1 said}\n---\n2 Ada", "no attribution 2"},
		{"outlet: X\n\n{c1-900 said}", "mark"},
	}
	for _, c := range tests {
		if _, err := ParseNotation("x", c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: have %v, want an error with %q", c.text, err, c.want)
		}
	}
}

func TestStandoff(t *testing.T) {
	a, err := ParseNotation("x", "outlet: X\n\né {s1,2 She} {c1 said} {t1 no}, {c2 adding} {t2 why}. {t3 “So.”}\n---\n1 Ada\n")
	if err != nil {
		t.Fatal(err)
	}
	want := `T1	Source 2 5	She
T2	Cue 6 10	said
T3	Content 11 13	no
T4	Attribution 6 10	said
E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
#1	AnnotatorNotes E1	speaker: Ada
T5	Cue 15 21	adding
T6	Content 22 25	why
T7	Attribution 15 21	adding
E2	Attribution:T7 Source:T1 Cue:T5 Content:T6
T8	Content 27 32	“So.”
T9	Attribution-no-source 27 32	“So.”
E3	Attribution-no-source:T9 Content:T8
`
	if have := a.Standoff(); have != want {
		t.Errorf("have\n%s\nwant\n%s", have, want)
	}
}
