package token_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord"
	"onrecord/token"
)

var update = flag.Bool("update", false, "write what is found into testdata")

// split tokenizes a text whose every line is a paragraph.
func split(text string) *onrecord.Reading {
	r := &onrecord.Reading{Doc: &onrecord.Document{Text: text}}
	start := 0
	for i := 0; i <= len(text); i++ {
		if i == len(text) || text[i] == '\n' {
			if i > start {
				r.Doc.Paragraphs = append(r.Doc.Paragraphs, onrecord.Span{Start: start, End: i})
			}
			start = i + 1
		}
	}
	token.Split(r)
	return r
}

// show writes a sentence a line, its tokens with "|" between.
func show(r *onrecord.Reading) string {
	var b strings.Builder
	for _, s := range r.Sentences {
		for i := s.First; i < s.End; i++ {
			if i > s.First {
				b.WriteByte('|')
			}
			b.WriteString(r.Tokens[i].In(r.Doc.Text))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestCases reads testdata/*.cases: a text, a line "--", what is found, a line
// "====".
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.cases")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, c := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n====\n") {
			text, want, ok := strings.Cut(c, "\n--\n")
			if !ok && !*update {
				t.Errorf("%s: no line -- in %q", path, c)
			}
			have := strings.TrimSuffix(show(split(text)), "\n")
			out = append(out, text+"\n--\n"+have)
			if have != strings.TrimSuffix(want, "\n====") && !*update {
				t.Errorf("%s: %q\nhave\n%s\nwant\n%s", path, text, have, want)
			}
		}
		if *update {
			if err := os.WriteFile(path, []byte(strings.Join(out, "\n====\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestBoilerplateIsLeftOut(t *testing.T) {
	text := "He left. Photo: A. Bee\nSign up now!\nShe stayed."
	r := &onrecord.Reading{Doc: &onrecord.Document{
		Text:        text,
		Paragraphs:  []onrecord.Span{{Start: 0, End: 22}, {Start: 23, End: 35}, {Start: 36, End: 47}},
		Boilerplate: []onrecord.Span{{Start: 9, End: 35}},
	}}
	token.Split(r)
	if have, want := show(r), "He|left|.\nShe|stayed|.\n"; have != want {
		t.Errorf("have\n%swant\n%s", have, want)
	}
	if have := r.Sentences[1].Paragraph; have != 2 {
		t.Errorf("second sentence in paragraph %d, want 2", have)
	}
}

// TestHostile checks the bounds on texts made to break them.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"one word":     strings.Repeat("a", 1<<20),
		"one word, é":  strings.Repeat("é", 1<<19),
		"one sentence": strings.Repeat("a ", 1<<18),
		"points":       strings.Repeat(".", 1<<20),
		"apart":        strings.Repeat(". ", 1<<19),
		"apostrophes":  strings.Repeat("a'", 1<<19),
		"brackets":     strings.Repeat("<a ", 1<<18),
		"quotes":       strings.Repeat("“", 1<<18),
		"at":           strings.Repeat("a@", 1<<19),
		"slashes":      "http://" + strings.Repeat("/", 1<<20),
		"joiners":      strings.Repeat("😀\u200d", 1<<17),
		"nul":          strings.Repeat("\x00", 1<<20),
	} {
		checkPromise(t, name, split(text))
	}
}

func checkPromise(t *testing.T, name string, r *onrecord.Reading) {
	t.Helper()
	text, at, next := r.Doc.Text, 0, 0
	hidden := func(from, to int) {
		for i, c := range text[from:to] {
			if c != '\n' && token.Visible(c) {
				t.Fatalf("%s: %q at byte %d is in no token", name, c, from+i)
			}
		}
	}
	for _, s := range r.Sentences {
		if s.First != next || s.End <= s.First || s.End-s.First > token.MaxSentence {
			t.Fatalf("%s: sentence %v after token %d", name, s, next)
		}
		next = s.End
		p := r.Doc.Paragraphs[s.Paragraph]
		for _, k := range r.Tokens[s.First:s.End] {
			if k.Start < at || k.Len() <= 0 || k.Len() > token.MaxLength || !p.Contains(k.Span) {
				t.Fatalf("%s: token %v after byte %d in paragraph %v", name, k.Span, at, p)
			}
			hidden(at, k.Start)
			at = k.End
		}
	}
	if next != len(r.Tokens) {
		t.Fatalf("%s: %d tokens, %d in sentences", name, len(r.Tokens), next)
	}
	hidden(at, len(text))
}

func FuzzSplit(f *testing.F) {
	for _, text := range []string{"", "He said: “No.” She didn't.", "U.S. troops", "'80s . . . 3.5% <b>x</b> @a #b a@b.co", "a\u00adb\u200bc\x00d", "I’m 👍🏽."} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "�")
		checkPromise(t, "fuzz", split(text))
	})
}

func BenchmarkSplit(b *testing.B) {
	text, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	r := split(string(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		token.Split(r)
	}
	b.ReportMetric(float64(len(r.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
