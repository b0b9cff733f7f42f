package pages

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/article"
)

func read(name string, page []byte) (*onrecord.Document, error) {
	return article.Read(article.Page{Article: name, Bytes: page})
}

// TestEvaluate prints the figures (go test ./eval/pages -v) and holds what the
// project promises: HTML no worse than the library alone, plain text within
// five points of HTML.
func TestEvaluate(t *testing.T) {
	lines, err := Evaluate(read)
	if err != nil {
		t.Fatal(err)
	}
	value := map[string]float64{}
	for _, l := range lines {
		t.Logf("%-13s %-9s %-34s %8.1f %7d", l.Corpus, l.Stage, l.Measure, l.Value, l.Of)
		value[l.Measure] = l.Value
	}
	atLeast := func(measure string, floor float64) {
		t.Helper()
		if have, ok := value[measure]; !ok || have < floor {
			t.Errorf("%s: have %.1f, want at least %.1f", measure, have, floor)
		}
	}
	atLeast("article lines F1", 90)
	atLeast("page lines F1", 95)
	atLeast("main text F1", value["main text F1 of go-trafilatura"])
	atLeast("main text F1 as plain text", value["main text F1"]-5)
	atLeast("dates right", value["dates right of go-trafilatura"])
	atLeast("dates wrong of go-trafilatura", value["dates wrong"])
}

// TestScores prints what each page gives.
func TestScores(t *testing.T) {
	scores, err := Scores(read)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scores {
		t.Logf("%-22s html %5.1f plain %5.1f library %5.1f; title %v byline %v outlet %v; date %q plain %q library %q", s.Name,
			s.HTML, s.Plain, s.Library, s.Title, s.Byline, s.Outlet, s.Date, s.PlainDate, s.LibraryDate)
		if !s.Outlet {
			t.Errorf("%s: wrong outlet", s.Name)
		}
		if s.HTML < 90 || s.Plain < 80 {
			t.Errorf("%s: main text F1 %.1f, as plain text %.1f, want 90 and 80", s.Name, s.HTML, s.Plain)
		}
	}
	if len(scores) < 10 {
		t.Errorf("have %d pages, want ten templates", len(scores))
	}
}

func TestDump(t *testing.T) {
	page := `<html><head><title>no</title></head><body><ul><li><a>Home</a></li><li>News</li></ul><script>no</script><h1>The  <i>head</i></h1><p>One<br>two</p></body></html>`
	have, err := Dump([]byte(page))
	if want := "Home\nNews\nThe head\n\nOne\ntwo\n\n"; err != nil || have != want {
		t.Errorf("have %q, %v, want %q", have, err, want)
	}
}

func TestTextF1(t *testing.T) {
	for _, c := range []struct {
		have, want string
		f1         float64
	}{
		{"The mayor said no.", "the mayor said no", 100},
		{"", "the mayor", 0},
		{"the mayor and the council", "the mayor", 200 * 2 / 7.0},
	} {
		if have := textF1(c.have, c.want); have != c.f1 {
			t.Errorf("%q for %q: have %v, want %v", c.have, c.want, have, c.f1)
		}
	}
}

func TestParseTagged(t *testing.T) {
	p, err := parseTagged("a", "R|Menu\n\nA|  He said so. \n")
	if err != nil || p.text != "Menu\n\n  He said so. \n" || p.lines[1].In(p.text) != "He said so." || string(p.parts) != "RA" {
		t.Errorf("have %+v, %v", p, err)
	}
	if _, err := parseTagged("a", "R|Menu\nMenu\n"); err == nil || !strings.Contains(err.Error(), "a:2") {
		t.Errorf("a line without a tag: have error %v, want one that names a:2", err)
	}
}
