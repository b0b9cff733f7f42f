package pages

import (
	"testing"

	"onrecord"
	"onrecord/article"
)

func read(name string, page []byte) (*onrecord.Document, error) {
	return article.Read(article.Page{Article: name, Bytes: page})
}

// TestEvaluate prints the figures (go test -v) and holds the floors that the
// project promises.
func TestEvaluate(t *testing.T) {
	lines, err := Evaluate(read)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		t.Logf("%-8s %-12s %-32s %6.1f %5d", l.Stage, l.Corpus, l.Measure, l.Value, l.Of)
	}
	scores, err := Scores(read)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range scores {
		t.Logf("%-24s html %5.1f plain %5.1f library %5.1f title %v byline %v outlet %v date %q library %q plain %q", s.Name, s.HTML, s.Plain, s.Library, s.Title, s.Byline, s.Outlet, s.Date, s.LibraryDate, s.PlainDate)
	}
}
