package article

import (
	"os"
	"testing"
	"unicode/utf8"

	"onrecord"
)

// FuzzRead tests what the package promises, on any bytes.
func FuzzRead(f *testing.F) {
	for _, l := range loadPages(f, "tune")[:6] {
		text, _ := l.text()
		f.Add([]byte(text), false)
	}
	for _, name := range []string{"tables", "liveblog"} {
		b, err := os.ReadFile("../eval/pages/testdata/html/" + name + ".html")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, false)
	}
	f.Add([]byte("\xff\xfea\x00\n\x00"), true)
	f.Add([]byte("\r\n\u2028\uFEFF\x00 a\u00AD"), false)
	f.Fuzz(func(t *testing.T, b []byte, raw bool) {
		page := Page{Article: "a", Bytes: b, Raw: raw}
		doc, err := Read(page)
		if err != nil {
			return
		}
		if !utf8.ValidString(doc.Text) {
			t.Fatalf("text is not UTF-8: %q", doc.Text)
		}
		if !doc.Extracted && utf8.Valid(b) && byMark(b) == nil && doc.Text != string(b) {
			t.Fatalf("text %q is not the file %q", doc.Text, b)
		}
		if err := (&onrecord.Reading{Doc: doc}).Check(); err != nil {
			t.Fatal(err)
		}
		inOrder(t, "paragraph", doc.Text, doc.Paragraphs)
		inOrder(t, "boilerplate", doc.Text, doc.Boilerplate)
		if raw && len(doc.Boilerplate) > 0 {
			t.Fatal("raw text is marked")
		}
		again, err := Read(page)
		if err != nil || again.ID != doc.ID || again.Published != doc.Published || len(again.Boilerplate) != len(doc.Boilerplate) {
			t.Fatalf("read twice: %+v, then %+v", doc, again)
		}
	})
}

func inOrder(t *testing.T, what, text string, spans []onrecord.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.Len() == 0 || !utf8.ValidString(s.In(text)) {
			t.Fatalf("%s %v after %d in %q", what, s, end, text)
		}
		if s != trim(text, s) {
			t.Fatalf("%s %q has white space around it", what, s.In(text))
		}
		end = s.End
	}
}
