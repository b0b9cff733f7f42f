package issue

import (
	"strings"
	"testing"
)

const ferry = `issue Selling the ferry
about ferry
action sell* | sale
against It stays
	belongs to the town
side Town of Lerrick: Ana Duarte (mayor) | Tobin Reyes
	| Harbour Office
side person: Bo Ek: Eva Lind
`

func TestParse(t *testing.T) {
	is, err := Parse("ferry.issue", ferry)
	if err != nil {
		t.Fatal(err)
	}
	if is.ID != "selling-the-ferry" || is.Versus != "It stays" || is.For != "" || len(is.Sides) != 2 {
		t.Errorf("have %+v", is)
	}
	if s := is.Sides[0]; s.Key() != "organisation:town-of-lerrick" || strings.Join(s.Members, "|") != "Ana Duarte|Tobin Reyes|Harbour Office" || s.Roles[0] != "mayor" {
		t.Errorf("have side %+v", s)
	}
	if key := is.Sides[1].Key(); key != "person:bo-ek" {
		t.Errorf("have principal %s, want person:bo-ek", key)
	}
}

// TestParseErrors holds that an error names the line and what to do.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "x.issue: no name; begin with"},
		{"issue A", "x.issue: no words; add a line: about"},
		{"issue A\nabout a", "x.issue: no position could be read; add a line: action"},
		{"isue A", `x.issue:1: "isue" is no keyword; a line begins with`},
		{"issue A\nissue B", "x.issue:2: a second issue; write it into a file of its own"},
		{"issue A\nfor X\nfor Y", "x.issue:3: a second for; begin further patterns with white space"},
		{"issue !!", "x.issue:1: the name \"!!\" has no letter"},
		{"issue", "x.issue:1: nothing follows issue"},
		{" about x", "x.issue:1: begins with white space, but there is no keyword before it"},
		{"issue A\n goes on", "x.issue:2: the name of an issue stands on one line"},
		{"about {a|b", "x.issue:1: \"{a|b\": the braces do not pair"},
		{"about a*b", "x.issue:1: \"a*b\": * stands at the end of a word only"},
		{"about a*", "x.issue:1: \"a*\": at least two letters stand before *"},
		{"about ?", "x.issue:1: \"?\": a pattern needs a word"},
		{"side Nobody", "x.issue:1: a side is written: Principal: Name (role)"},
		{"about " + strings.Repeat("{a|b|c|d}", 9), "ways to read it; write two patterns"},
		{"about " + strings.Repeat("ab|", 600), "x.issue:1: more than 500 patterns"},
		{"issue \xff", "x.issue: not UTF-8"},
		{strings.Repeat("#", 70000), "has at most 65536"},
	} {
		_, err := Parse("x.issue", c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.40q: have %v, want an error with %q", c.text, err, c.want)
		}
	}
}
