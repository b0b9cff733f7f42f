package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/corpus"
	"onrecord/export"
)

var update = flag.Bool("update", false, "write what is printed into testdata")

type writer interface {
	Reading(*onrecord.Reading) error
	Close() error
}

func written(t *testing.T, make func(io.Writer) writer, readings ...*onrecord.Reading) string {
	t.Helper()
	var b bytes.Buffer
	w := make(&b)
	for _, r := range readings {
		if err := w.Reading(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func jsonl(w io.Writer) writer { return export.NewJSONL(w) }
func text(w io.Writer) writer  { return export.NewText(w, false) }
func table(w io.Writer) writer { return export.NewCSV(w) }

func TestFormats(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txt")
	if len(paths) == 0 {
		t.Fatal("no cases in testdata")
	}
	order := []string{"article.txt", "reading", "jsonl", "text", "ann", "csv"}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			c := readCase(t, path)
			r := parseReading(t, c["article.txt"], c["reading"])
			have := map[string]string{"article.txt": c["article.txt"], "reading": c["reading"],
				"jsonl": written(t, jsonl, r), "text": written(t, text, r), "ann": export.Standoff(r), "csv": written(t, table, r)}
			if *update {
				writeCase(t, path, have, order)
				return
			}
			for _, name := range order {
				if d := cmp.Diff(c[name], have[name]); d != "" {
					t.Errorf("%s (-want +have):\n%s", name, d)
				}
			}
		})
	}
}

func cases(t *testing.T) []*onrecord.Reading {
	t.Helper()
	paths, _ := filepath.Glob("testdata/*.txt")
	var out []*onrecord.Reading
	for _, path := range paths {
		c := readCase(t, path)
		out = append(out, parseReading(t, c["article.txt"], c["reading"]))
	}
	return out
}

// TestWordsAreTheSpans holds the promise that offsets count code points and
// that the words beside them are those words.
func TestWordsAreTheSpans(t *testing.T) {
	for _, r := range cases(t) {
		points := []rune(r.Doc.Text)
		var all []*export.Words
		for _, st := range export.Of(r).Statements() {
			all = append(all, &st.Content, st.Cue, st.Source, st.Addressee, st.Venue, st.Occasion, st.Medium)
		}
		for _, rel := range export.Of(r).Relations() {
			all = append(all, rel.Cue, rel.Hedge, rel.FromEnd.About, rel.ToEnd.About)
		}
		for _, w := range all {
			if w == nil {
				continue
			}
			rest := w.Text
			for _, s := range w.Spans {
				piece := string(points[s[0]:s[1]])
				if !strings.HasPrefix(rest, piece) {
					t.Errorf("%s: span %v is %q, words left %q", r.Doc.Article, s, piece, rest)
				}
				rest = strings.TrimPrefix(strings.TrimPrefix(rest, piece), " … ")
				rest = strings.TrimPrefix(rest, " ")
			}
			if rest != "" {
				t.Errorf("%s: no span for %q", r.Doc.Article, rest)
			}
		}
	}
}

// TestSameBytes holds the promise that nothing of a reading is changed and that
// the same readings give the same bytes.
func TestSameBytes(t *testing.T) {
	readings, untouched := cases(t), cases(t)
	for _, make := range []func(io.Writer) writer{jsonl, text, table} {
		if first, second := written(t, make, readings...), written(t, make, readings...); first != second {
			t.Errorf("written twice: %s", cmp.Diff(first, second))
		}
	}
	if d := cmp.Diff(untouched, readings); d != "" {
		t.Errorf("writing changed the readings:\n%s", d)
	}
}

// TestBratRoundTrip reads back what was written, through the corpus reader.
func TestBratRoundTrip(t *testing.T) {
	readings, dir, flat := cases(t), t.TempDir(), t.TempDir()
	brat := export.NewBrat(flat)
	for _, r := range readings {
		if err := brat.Reading(r); err != nil {
			t.Fatal(err)
		}
	}
	layOut(t, flat, dir)
	articles, err := corpus.ReadPolNeAR(dir)
	if err != nil {
		t.Fatal(err)
	}
	byText := map[string]corpus.Article{}
	for _, a := range articles {
		byText[a.Text] = a
	}
	for _, r := range readings {
		if len(r.Statements) == 0 {
			continue
		}
		a := byText[r.Doc.Text]
		if len(a.Attributions) != len(r.Statements) {
			t.Fatalf("%s: %d statements written, %d read", r.Doc.Article, len(r.Statements), len(a.Attributions))
		}
		for i, st := range r.Statements {
			have := a.Attributions[i]
			if w, h := words(a.Text, st.Content), words(a.Text, have.Content); w != h {
				t.Errorf("%s content: wrote %q, read %q", st.ID, w, h)
			}
			if w, h := st.Source.In(a.Text), words(a.Text, have.Source); w != h {
				t.Errorf("%s source: wrote %q, read %q", st.ID, w, h)
			}
			if w, h := st.Cue.In(a.Text), words(a.Text, have.Cue); w != h {
				t.Errorf("%s cue: wrote %q, read %q", st.ID, w, h)
			}
		}
	}
}

// layOut moves flat brat files into the folders of PolNeAR.
func layOut(t *testing.T, from, to string) {
	t.Helper()
	for _, kind := range []struct{ ext, folder, suffix string }{{".txt", "text", ".txt"}, {".ann", "attributions", "_onrecord.ann"}} {
		if err := os.MkdirAll(filepath.Join(to, kind.folder), 0o755); err != nil {
			t.Fatal(err)
		}
		paths, _ := filepath.Glob(filepath.Join(from, "*"+kind.ext))
		for _, path := range paths {
			name := strings.TrimSuffix(filepath.Base(path), kind.ext)
			if err := os.Rename(path, filepath.Join(to, kind.folder, name+kind.suffix)); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// words joins pieces with their white space made one, since brat cuts at lines.
func words(text string, spans []onrecord.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, strings.Fields(s.In(text))...)
	}
	return strings.Join(parts, " ")
}

func TestBratNamesFiles(t *testing.T) {
	dir := t.TempDir()
	brat := export.NewBrat(dir)
	articles := []string{"a/port.txt", "b/Port.html", "https://paper.example/x/?id=3&q=<b>", "", "../../..", "日本.txt"}
	for i, name := range articles {
		doc := &onrecord.Document{ID: onrecord.DocumentID("d" + string(rune('1'+i))), Article: name, Text: name}
		if err := brat.Reading(&onrecord.Reading{Doc: doc}); err != nil {
			t.Fatalf("%q: %v", name, err)
		}
	}
	var have []string
	paths, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	for _, path := range paths {
		have = append(have, filepath.Base(path))
	}
	want := []string{"Port-d2.txt", "__.txt", "_id_3_q__b_.txt", "d4.txt", "d5.txt", "port.txt"}
	if d := cmp.Diff(want, have); d != "" {
		t.Errorf("files (-want +have):\n%s", d)
	}
}

func TestHostileText(t *testing.T) {
	hostile := "=cmd()\x1b[2J\u202egnp\x00<script>&\u2028 said \"x\r\ny\" 👩‍👩‍👧 é"
	r := &onrecord.Reading{Doc: &onrecord.Document{ID: "d1", Article: hostile, Title: hostile, Outlet: hostile, Text: hostile, Extracted: true}}
	all := onrecord.Span{End: len(hostile)}
	r.Statements = []onrecord.Statement{{ID: "s1", Doc: "d1", Kind: onrecord.Direct, Content: []onrecord.Span{all}, Verbatim: []onrecord.Span{all},
		Addressee: all, Venue: all, Occasion: all, Medium: all, Via: []onrecord.Hop{{Kind: onrecord.HopCited, Name: hostile, Words: all}}}}
	r.Relations = []onrecord.Relation{{ID: "r1", Doc: "d1", Kind: onrecord.Denies, Basis: onrecord.Stated, Cue: all, Hedge: all,
		From: onrecord.End{Statement: "s1"}, To: onrecord.End{Noun: hostile, Words: all, About: all}, Why: []string{hostile}}}
	lines := strings.Split(strings.TrimSpace(written(t, jsonl, r)), "\n")
	if len(lines) != 3 {
		t.Fatalf("have %d lines, want 3: %q", len(lines), lines)
	}
	var rel export.Relation
	if err := json.Unmarshal([]byte(lines[2]), &rel); err != nil || rel.Cue.Text != hostile || rel.From != "s1" {
		t.Errorf("JSON: have the relation %+v, %v", rel, err)
	}
	var st export.Statement
	if err := json.Unmarshal([]byte(lines[1]), &st); err != nil || st.Content.Text != hostile {
		t.Errorf("JSON: have %q, %v; want %q", st.Content.Text, err, hostile)
	}
	if !strings.Contains(lines[1], "<script>&") {
		t.Errorf("JSON escapes HTML: %s", lines[1])
	}
	if out := written(t, text, r); strings.ContainsAny(out, "\x1b\x00\u202e") {
		t.Errorf("transcript lets control characters through: %q", out)
	}
	rows, err := csv.NewReader(strings.NewReader(written(t, table, r))).ReadAll()
	if err != nil || len(rows) != 2 || !strings.HasPrefix(rows[1][7], "'=cmd") {
		t.Errorf("CSV: have %q, %v; want an apostrophe before the formula", rows, err)
	}
	for line := range strings.Lines(export.Standoff(r)) {
		if line[0] != 'T' && line[0] != 'E' {
			t.Errorf("brat: line %q", line)
		}
	}
}

func TestEmpty(t *testing.T) {
	if have := written(t, table); !strings.HasPrefix(have, "statement_id,") {
		t.Errorf("CSV without rows: have %q, want the header", have)
	}
	if have := written(t, jsonl); have != "" {
		t.Errorf("JSON Lines without readings: have %q", have)
	}
}

// TestWidth sees that no line of a transcript is wider than 80 columns.
func TestWidth(t *testing.T) {
	for line := range strings.Lines(written(t, text, cases(t)...)) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// TestNamesOfRelations sees that each kind of relation has a name of its own
// from either end.
func TestNamesOfRelations(t *testing.T) {
	seen := map[string]onrecord.RelationKind{}
	for _, k := range []onrecord.RelationKind{onrecord.Repeats, onrecord.Elaborates, onrecord.Qualifies, onrecord.Reverses, onrecord.WalksBack,
		onrecord.Contradicts, onrecord.Denies, onrecord.Rejects, onrecord.Criticises, onrecord.Endorses, onrecord.Confirms, onrecord.RespondsTo,
		onrecord.Relays, onrecord.Recalls, onrecord.AboutEvent, onrecord.AfterEvent} {
		for _, from := range []bool{true, false} {
			words := export.RelationWords(k, from)
			if seen[words] != "" || strings.Contains(words, "_") {
				t.Errorf("%s from this end %v: have %q, which is also said of %q", k, from, words, seen[words])
			}
			seen[words] = k
		}
	}
}

// TestManyRelations writes 5,000 relations that lead to one statement of a
// megabyte: what is written of an end does not grow with it.
func TestManyRelations(t *testing.T) {
	r := &onrecord.Reading{Doc: &onrecord.Document{ID: "d1", Text: strings.Repeat("é ", 1<<19)}}
	half := len(r.Doc.Text) / 2
	r.Statements = []onrecord.Statement{
		{ID: "s1", Doc: "d1", Kind: onrecord.Direct, Content: []onrecord.Span{{End: half}, {Start: half + 3, End: len(r.Doc.Text)}}},
		{ID: "s2", Doc: "d1", Kind: onrecord.Reported, Cue: onrecord.Span{Start: 3, End: 5}}}
	for i := range 5000 {
		r.Relations = append(r.Relations, onrecord.Relation{ID: onrecord.RelationID(fmt.Sprint("r", i)), Doc: "d1", Kind: onrecord.Denies,
			From: onrecord.End{Statement: "s2"}, To: onrecord.End{Statement: "s1"}, Cue: onrecord.Span{Start: 3 * i, End: 3*i + 2}})
	}
	start := time.Now()
	for _, make := range []func(io.Writer) writer{jsonl, text, table} {
		written(t, make, r)
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestShortEnds sees that a long statement is cut between two words and says so.
func TestShortEnds(t *testing.T) {
	for content, want := range map[string]string{
		"No": "No", "": "denied",
		strings.Repeat("rain ", 20):                   "rain rain rain rain rain rain rain rain rain rain rain rain …",
		strings.Repeat("é", 40):                       strings.Repeat("é", 30) + " …",
		strings.Repeat(" ", 500) + "the boats leaked": "…",
	} {
		if have := export.InShort(onrecord.Indirect, content, "denied"); have != want {
			t.Errorf("%.20q: have %q, want %q", content, have, want)
		}
	}
}

// TestWay sees that the way of a statement says each thing once.
func TestWay(t *testing.T) {
	told := []onrecord.Hop{{Kind: onrecord.HopTold, Name: "Ellery Courier"}}
	for _, c := range []struct {
		way  export.Way
		want string
	}{
		{export.Way{}, ""},
		{export.Way{Addressee: "reporters", Venue: "the quay", Occasion: "a walk", Medium: "a letter"}, "to reporters, at the quay, during a walk, via a letter"},
		{export.Way{Venue: "Port Ellery"}, "in Port Ellery"},
		{export.Way{Addressee: "the Ellery Courier", Medium: "the Ellery Courier", Via: told}, "told Ellery Courier"},
		{export.Way{Addressee: "shipowners", Via: told}, "to shipowners, told Ellery Courier"},
		{export.Way{Medium: "Twitter", Via: []onrecord.Hop{{Kind: onrecord.HopPosted, Name: "Twitter"}}}, "posted on Twitter"},
		{export.Way{Via: []onrecord.Hop{{Kind: onrecord.HopReported}, {Kind: onrecord.HopWire, Name: "Coast Wire"}}}, "reportedly, through Coast Wire (wire)"},
	} {
		if have := strings.Join(c.way.Parts(), ", "); have != c.want {
			t.Errorf("%+v: have %q, want %q", c.way, have, c.want)
		}
	}
}

func TestColor(t *testing.T) {
	r := &onrecord.Reading{Doc: &onrecord.Document{Title: "Ferry back"}}
	colored := written(t, func(w io.Writer) writer { return export.NewText(w, true) }, r)
	if !strings.Contains(colored, "\x1b[1mFerry back\x1b[0m") {
		t.Errorf("have %q, want a bold title", colored)
	}
}

func BenchmarkJSONL(b *testing.B) {
	text := strings.Repeat("“The boats are full – all of them,” said Ann Lee on Monday. ", 25)
	r := &onrecord.Reading{Doc: &onrecord.Document{ID: "d1", Text: text}}
	for i := range 25 {
		at := i * len(text) / 25
		r.Statements = append(r.Statements, onrecord.Statement{ID: "s1", Kind: onrecord.Direct,
			Content: []onrecord.Span{{Start: at, End: at + 43}}, Cue: onrecord.Span{Start: at + 44, End: at + 48},
			Source: onrecord.Span{Start: at + 49, End: at + 56}, Why: []string{"cue: said 0.98"}})
	}
	w := export.NewJSONL(io.Discard)
	for b.Loop() {
		if err := w.Reading(r); err != nil {
			b.Fatal(err)
		}
	}
}
