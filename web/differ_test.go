package web

import (
	"strings"
	"testing"
)

// TestDiffer tells two wordings apart: [-left out-], {+added+}, "!" before a
// negation.
func TestDiffer(t *testing.T) {
	for _, c := range []struct{ left, right, one, dropped, inserted string }{
		{"We will not wait for the islands to agree", "We will wait for the islands to agree", "We will [-!not-] wait for the islands to agree", "not", ""},
		{"We will wait for the islands", "We will never wait for the islands", "We will {+!never+} wait for the islands", "", "never"},
		{"the ferry will sail in winter", "that the ferry “will sail … in winter”", "that the ferry “will sail … in winter”", "", ""},
		{"We are ready to pay the dockers now", "We are ready to pay the crews now", "We are ready to pay the [-dockers-] {+crews+} now", "", ""},
		{"a harbour for everybody", "tide tables were wrong all week", "tide tables were wrong all week", "", ""},
		{"", "anything", "{+anything+}", "", ""},
		{"anything", "", "[-anything-]", "", ""},
	} {
		v := differ(c.left, c.right)
		if have := written(v.One); have != c.one {
			t.Errorf("%q to %q: have %q, want %q", c.left, c.right, have, c.one)
		}
		if have := strings.Join(v.Dropped, " ") + "/" + strings.Join(v.Inserted, " "); have != c.dropped+"/"+c.inserted {
			t.Errorf("%q to %q: have the negations %s, want %s/%s", c.left, c.right, have, c.dropped, c.inserted)
		}
	}
}

func written(runs []diffRun) string {
	var b strings.Builder
	for _, r := range runs {
		text := r.Text
		if r.Negation {
			text = "!" + text
		}
		switch r.Kind {
		case "del":
			text = "[-" + text + "-]"
		case "ins":
			text = "{+" + text + "+}"
		}
		b.WriteString(text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// FuzzDiffer says that nothing of either wording is lost or made up: the left
// runs are the left words, the right runs the right ones.
func FuzzDiffer(f *testing.F) {
	f.Add("We will not wait", "we'll wait … for “them”")
	f.Add("don't \xff", "do not <b>")
	f.Fuzz(func(t *testing.T, left, right string) {
		v := differ(left, right)
		for _, side := range []struct {
			want string
			runs []diffRun
		}{{left, v.Left}, {right, v.Right}} {
			have := ""
			for _, r := range side.runs {
				have += r.Text
			}
			if have != side.want {
				t.Errorf("%q and %q: have %q, want %q", left, right, have, side.want)
			}
		}
	})
}
