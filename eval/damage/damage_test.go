package damage

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord"
	"onrecord/corpus"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		what string
		copy func(string) *Copy
		text string
		want string
	}{
		{"capitals", Capitals, "“Né in Łódź,” he said. ß", "“NÉ IN ŁÓDŹ,” HE SAID. ß"},
		{"no marks", NoMarks, "“Go,” she said, \"now.\" It’s the workers’ «pay».", "Go, she said, now. It’s the workers’ pay."},
		{"no marks, single", NoMarks, "He called it 'a farce' in the '90s. ‘Why not?’ the boys' coach asked.", "He called it a farce in the '90s. Why not? the boys' coach asked."},
		{"no marks, an apostrophe opens", NoMarks, "Let 'em go.\nIt's theirs.", "Let 'em go.\nIt's theirs."},
		{"no marks, doubled singles", NoMarks, "''Go,'' she said. ``Now,'' said ‘‘he’’.", "Go, she said. Now, said he."},
		{"no marks, nested", NoMarks, "“She said ‘no’ twice,” he said.", "She said no twice, he said."},
		{"no closing", NoClosingMarks, "“Go,” she said, \"now.\" („Ja“) 'well, then,' (\"no\")", "“Go, she said, \"now. („Ja) 'well, then, (\"no)"},
		{"straight", StraightMarks, "“It’s ‘so’” «a» „b“", "\"It's 'so'\" \"a\" \"b\""},
		{"one paragraph", OneParagraph, "\nHead\n\n \u00a0\nOne.  Two.\r\nThree.\n", "\nHead One.  Two. Three.\n"},
	} {
		if have := c.copy(c.text).Text; have != c.want {
			t.Errorf("%s of %q:\nhave %q\nwant %q", c.what, c.text, have, c.want)
		}
	}
}

// TestSpan has spans by their words in the clean text and in the copy.
func TestSpan(t *testing.T) {
	const text = "The ferryman said: “Nobody clung to it.” He left."
	c := rewrite(text, []change{
		{find(text, "rr"), "m"}, {onrecord.Span{Start: 9, End: 9}, "-\n"}, {find(text, "man "), "nan"},
		{find(text, "“"), ""}, {find(text, "cl"), "d"}, {find(text, "”"), ""},
	})
	if want := "The fem" + "y-\nnansaid: Nobody dung to it. He left."; c.Text != want {
		t.Fatalf("copy: have %q, want %q", c.Text, want)
	}
	for _, k := range []struct{ words, want string }{
		{"The", "The"}, {"The ferryman", "The femy-\nnan"}, {"ferry", "femy"}, {"fer", "fem"}, {"ryman", "my-\nnan"},
		{"man", "nan"}, {"said", "said"}, {"“Nobody clung to it.”", "Nobody dung to it."}, {"“", ""}, {"clung", "dung"},
		{"lung", "dung"}, {" He", " He"},
	} {
		if s := c.Span(find(text, k.words)); s.In(c.Text) != k.want {
			t.Errorf("%q: have %q, want %q", k.words, s.In(c.Text), k.want)
		}
	}
	if s := c.Span(onrecord.Span{}); !s.IsZero() {
		t.Errorf("the zero span became %v", s)
	}
}

func find(text, words string) onrecord.Span {
	i := strings.Index(text, words)
	return onrecord.Span{Start: i, End: i + len(words)}
}

func TestArticleKeepsAttributions(t *testing.T) {
	a, err := corpus.ParseNotation("x", "outlet: X\n\n{t1 “No,”} {s1 she} {c1 said}.\n\n{s2 He} {c2 shrugged: } {t2 “}{t2 Yes”}")
	if err != nil {
		t.Fatal(err)
	}
	d := Form{Copy: NoMarks}.Article(*a)
	var have strings.Builder
	for _, at := range d.Attributions {
		for _, spans := range [][]onrecord.Span{at.Source, at.Cue, at.Content} {
			for _, s := range spans {
				have.WriteString(s.In(d.Text) + "|")
			}
		}
	}
	if want := "she|said|No,|He|shrugged: |Yes|"; have.String() != want {
		t.Errorf("have %q, want %q", have.String(), want)
	}
	if a.Attributions[0].Content[0].In(a.Text) != "“No,”" {
		t.Error("the clean article was changed")
	}
}

const sample = "MAYOR: NO MORE CUTS\n\nThe mayor of Clamburn, Edda Holm, told reporters that “the harbour will be dredged before 2010,” adding: \"Not one\n" +
	"boat was lost.\" Her deputy’s ‘plan’ — if it is one — comes in October.\n\n«Ça va», said Ömür Işık. İstanbul ﬁnds 10 clerks modern enough to learn barn dancing.\n"

func FuzzForms(f *testing.F) {
	f.Add(sample, 3, 40)
	f.Add("'a' \"b\" ‘ „ “ ’ a'\n\r", 0, 4)
	f.Add("rnclcl  m", 1, 2)
	f.Add("\xff\"\x00", 0, 1)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		for _, form := range Forms() {
			c := form.Copy(text)
			if again := form.Copy(text); again.Text != c.Text {
				t.Fatalf("%s of %q: %q and then %q", form.Name, text, c.Text, again.Text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(c.Text) {
				t.Fatalf("%s of %q is not UTF-8: %q", form.Name, text, c.Text)
			}
			checkCharacters(t, form.Name, text, c)
			if utf8.ValidString(text) && 0 <= from && from < to && to <= len(text) {
				checkNested(t, form.Name, c, onrecord.Span{Start: from, End: to}, len(text))
			}
		}
	})
}

// checkCharacters says that undoing the edits gives the clean text, and that
// every character outside them maps to itself.
func checkCharacters(t *testing.T, form, text string, c *Copy) {
	t.Helper()
	var back strings.Builder
	changed := make([]bool, len(text))
	at := 0
	for _, e := range c.edits {
		if e.to.Start < at {
			t.Fatalf("%s of %q: edits out of order", form, text)
		}
		back.WriteString(c.Text[at:e.to.Start] + e.from.In(text))
		for i := e.from.Start; i < e.from.End; i++ {
			changed[i] = true
		}
		at = e.to.End
	}
	if back.WriteString(c.Text[at:]); back.String() != text {
		t.Fatalf("%s: %q undone is %q, want %q", form, c.Text, back.String(), text)
	}
	for i, r := range text {
		s := onrecord.Span{Start: i, End: i + max(1, utf8.RuneLen(r))}
		if r == utf8.RuneError || changed[i] {
			continue
		}
		if have := c.Span(s).In(c.Text); have != string(r) {
			t.Fatalf("%s of %q: %q at %d became %q", form, text, r, i, have)
		}
	}
}

func checkNested(t *testing.T, form string, c *Copy, s onrecord.Span, all int) {
	t.Helper()
	whole, inner := c.Span(onrecord.Span{End: all}), c.Span(s)
	if inner.Len() < 0 || !whole.Contains(inner) || whole.End > len(c.Text) {
		t.Fatalf("%s: %v became %v in %v of %d bytes", form, s, inner, whole, len(c.Text))
	}
	if s.Len() > 1 {
		if part := c.Span(onrecord.Span{Start: s.Start + 1, End: s.End}); !inner.Contains(part) {
			t.Fatalf("%s: %v is not inside %v, as in the clean text", form, part, inner)
		}
	}
}

// TestOCRRate counts what is misread in a long text.
func TestOCRRate(t *testing.T) {
	text := strings.Repeat(sample, 60)
	letters, blanks := 0, strings.Count(text, " ")
	for _, r := range text {
		if r >= 'A' {
			letters++
		}
	}
	c := OCR(text, Noise{0.03, 0.03, 0.03}, 7)
	misread, blank, broken := 0, 0, 0
	for _, e := range c.edits {
		switch words := e.from.In(text); {
		case words == " ":
			blank++
		case words == "":
			broken++
		default:
			misread++
		}
	}
	near := func(have int, want float64) bool { return float64(have) > 0.75*want && float64(have) < 1.25*want }
	if !near(misread, 0.03*float64(letters)) || !near(blank, 0.03*float64(blanks)) || broken == 0 {
		t.Errorf("of %d letters and %d blanks: have %d, %d and %d line ends changed, want 3 %%", letters, blanks, misread, blank, broken)
	}
	if other := OCR(text, Noise{0.03, 0.03, 0.03}, 8); other.Text == c.Text {
		t.Error("another seed gave the same copy")
	}
	if none := OCR(text, Noise{}, 7); none.Text != text {
		t.Error("a rate of 0 changed the text")
	}
}
