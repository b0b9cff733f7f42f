package syndication

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"onrecord"
)

// doc is a document of paragraphs with an empty line between them.
func doc(outlet string, paragraphs ...string) *onrecord.Document {
	d := &onrecord.Document{Article: outlet + paragraphs[0], Outlet: outlet, Text: strings.Join(paragraphs, "\n\n")}
	at := 0
	for _, p := range paragraphs {
		d.Paragraphs = append(d.Paragraphs, onrecord.Span{Start: at, End: at + len(p)})
		at += len(p) + 2
	}
	d.ID = d.ComputeID()
	return d
}

// story is a text of ten paragraphs about a place; speech is a long quotation.
func story(place string) (out []string) {
	for i, what := range strings.Fields("harbour mill railway chapel quarry school orchard bridge market archive") {
		out = append(out, fmt.Sprintf("The %s of %s was closed in the %dth week of the dispute, after %d workers had left it and the owners found no others to take their place.", what, place, i+4, 20+i*7))
	}
	return out
}

const speech = "“We have waited for this day for eleven years, and we shall not wait another winter for a road that was promised to our fathers, paid for by our mothers and forgotten by every minister who came here to be photographed beside a shovel,”"

func TestCompare(t *testing.T) {
	a, b := story("Elm"), story("Harrow")
	for _, test := range []struct {
		name string
		a, b *onrecord.Document
		want bool
	}{
		{"the same text elsewhere", doc("Courier", a...), doc("Echo", a...), true},
		{"the first half", doc("Courier", a...), doc("Echo", a[:5]...), true},
		{"another order and a line of the page", doc("Courier", a...), doc("Echo", append([]string{"Sign up for our letter."}, a[5], a[2], a[8], a[1], a[4])...), true},
		{"another text", doc("Courier", a...), doc("Echo", "Nothing of this is so.", "It rained on the hills until the evening, and nobody went out to look after the sheep that had been left there."), false},
		{"one speech in two texts", doc("Courier", append(a[:4:4], speech+" said the mayor.")...),
			doc("Echo", "The mayor spoke on the square on Sunday to some hundred people who had come.", speech+" she called out.", "Then a band played until it was dark, and the people went home."), false},
		{"alike but for numbers and names", doc("Courier", a[:4]...), doc("Echo", b[5:]...), false},
		{"two words", doc("Courier", "So it is."), doc("Echo", "So it is."), false},
	} {
		x, y := Read(test.a), Read(test.b)
		c, have := Compare(x, y)
		if have != test.want {
			t.Errorf("%s: have copy %t, want %t: %s", test.name, have, test.want, Explain(x, y))
		}
		if again, _ := Compare(y, x); !reflect.DeepEqual(c, again) {
			t.Errorf("%s: the other way round: have %v, want %v", test.name, again, c)
		}
		if have && !slices.ContainsFunc(x.Prints(), func(p uint64) bool { return slices.Contains(y.Prints(), p) }) {
			t.Errorf("%s: no print in common", test.name)
		}
	}
}

// What is page, not article, makes no copy.
func TestBoilerplateDoesNotCount(t *testing.T) {
	a, b := doc("Courier", story("Elm")...), doc("Echo", story("Elm")...)
	b.Boilerplate = []onrecord.Span{{Start: 0, End: len(b.Text)}}
	if c, ok := Compare(Read(a), Read(b)); ok {
		t.Errorf("have %v, want no copy", c)
	}
}

func TestCredits(t *testing.T) {
	for _, test := range []struct {
		lines string
		want  string
	}{
		{"HARROW, March 3 (Reuters) - The mill closed.|It rained.", "Reuters"},
		{"HARROW (AP) — The mill closed.", "The Associated Press"},
		{"The mill closed.|(AFP)", "Agence France-Presse"},
		{"The mill closed.|The Associated Press contributed to this report.", "The Associated Press"},
		{"The mill closed.|With reporting by Reuters and others.", ""},
		{"The mill closed.|With reporting by Reuters.", "Reuters"},
		{"The mill closed.|© 2026 Press Association", "Press Association"},
		{"The minister told Reuters on Monday that the mill was closed.", ""},
		{"The mill closed (it was old) - and nobody cared.", ""},
	} {
		if have := strings.Join(credits(doc("Echo", strings.Split(test.lines, "|")...)), ", "); have != test.want {
			t.Errorf("%q: have %q, want %q", test.lines, have, test.want)
		}
	}
	if have := credits(&onrecord.Document{Byline: []string{"Ada Brandt, Associated Press"}}); len(have) != 1 {
		t.Errorf("byline: have %q, want one", have)
	}
}

func TestIndependent(t *testing.T) {
	via := func(kind onrecord.HopKind, name string) []onrecord.Hop {
		return []onrecord.Hop{{Kind: kind, Name: name}}
	}
	for _, test := range []struct {
		name        string
		reports     []onrecord.Report
		copies      []onrecord.Copy
		outlets, of int
	}{
		{"none", nil, nil, 0, 0},
		{"one of an unknown outlet", []onrecord.Report{{Doc: "d1"}}, nil, 1, 1},
		{"two unknown outlets", []onrecord.Report{{Doc: "d1"}, {Doc: "d2"}}, nil, 1, 2},
		{"headline and body", []onrecord.Report{{Doc: "d1", Outlet: "Echo"}, {Doc: "d1", Outlet: "Echo"}}, nil, 1, 1},
		{"two articles of one outlet", []onrecord.Report{{Doc: "d1", Outlet: "The Echo"}, {Doc: "d2", Outlet: "echo"}}, nil, 1, 1},
		{"copies", []onrecord.Report{{Doc: "d1", Outlet: "Echo"}, {Doc: "d2", Outlet: "Courier"}, {Doc: "d3", Outlet: "Post"}}, []onrecord.Copy{{A: "d1", B: "d3"}}, 3, 2},
		{"a copy that reports it not", []onrecord.Report{{Doc: "d1", Outlet: "Echo"}, {Doc: "d2", Outlet: "Courier"}}, []onrecord.Copy{{A: "d1", B: "d3"}, {A: "d2", B: "d3"}}, 2, 2},
		{"one agency", []onrecord.Report{{Doc: "d1", Outlet: "Echo", Via: via(onrecord.HopWire, "Reuters")}, {Doc: "d2", Outlet: "Courier", Byline: []string{"Thomson Reuters"}}}, nil, 2, 1},
		{"told one of them", []onrecord.Report{{Doc: "d1", Outlet: "The Observer"}, {Doc: "d2", Outlet: "Courier", Via: via(onrecord.HopTold, "the Observer")}, {Doc: "d3", Outlet: "Post"}}, nil, 3, 2},
		{"reportedly", []onrecord.Report{{Doc: "d1", Outlet: "Echo", Via: via(onrecord.HopReported, "")}, {Doc: "d2", Outlet: "Courier", Via: via(onrecord.HopReported, "")}}, nil, 2, 2},
		{"posted for everybody", []onrecord.Report{{Doc: "d1", Outlet: "Echo", Via: via(onrecord.HopPosted, "Twitter")}, {Doc: "d2", Outlet: "Courier", Via: via(onrecord.HopPosted, "Twitter")}}, nil, 2, 2},
	} {
		outlets, of := Independent(test.reports, test.copies)
		if outlets != test.outlets || of != test.of {
			t.Errorf("%s: have %d outlets, %d independent, want %d, %d", test.name, outlets, of, test.outlets, test.of)
		}
	}
}

// FuzzCompare: no text makes it panic, and the order does not matter.
func FuzzCompare(f *testing.F) {
	f.Add(strings.Join(story("Elm"), "\n"), speech)
	f.Add("“”\"", "\xff(AP) —")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Read(doc("Echo", strings.Split(a, "\n")...)), Read(doc("Courier", strings.Split(b, "\n")...))
		c, ok := Compare(x, y)
		d, again := Compare(y, x)
		if ok != again || !reflect.DeepEqual(c, d) {
			t.Errorf("%q, %q: have %v and %v", a, b, c, d)
		}
		if ok && (c.Score < leastCredited || c.Score > 1) {
			t.Errorf("score %v", c.Score)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	d := doc("Courier", slices.Concat(story("Elm"), story("Harrow"), story("Norton"))...)
	for b.Loop() {
		Read(d).Prints()
	}
}
