package web

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord"
)

// shown prints pieces as "[class:text]", a statement's number before it.
func shown(blocks []block) string {
	var b strings.Builder
	for _, block := range blocks {
		for _, p := range block.Paragraphs {
			if block.Residue {
				b.WriteString("~ ")
			}
			for _, piece := range p.Pieces {
				for _, n := range piece.Starts {
					fmt.Fprintf(&b, "%d", n)
				}
				for _, n := range piece.Ties {
					fmt.Fprintf(&b, "r%d", n)
				}
				if piece.Class == "" {
					b.WriteString(piece.Text)
				} else {
					fmt.Fprintf(&b, "[%s:%s]", piece.Class, piece.Text)
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestMark(t *testing.T) {
	for _, c := range []struct{ name, article, want string }{
		{"source, cue, content", "person: B\n1: direct speaker=B\n\n{1s:B} {1c:said}: “{1k:{1v:No}}”.",
			"1[source:B] [cue:said]: “[content direct:No]”.\n"},
		{"content first, speaker unknown", "1: indirect\n\n{1k:It rained}, {1s:they} {1c:said}.",
			"1[content indirect:It rained], [source unknown:they] [cue:said].\n"},
		{"content over two paragraphs", "person: B\n1: direct speaker=B\n\n“{1k:One.\n\n“Two}”, {1c:said} {1s:B}",
			"“1[content direct:One.]\n[content direct:“Two]”, [cue:said] [source:B]\n"},
		{"a statement in a statement", "person: B\n1: indirect speaker=B\n2: indirect speaker=B\n\n{1s:B} {1c:said} {1k:{2s:he} {2c:said} {2k:no}}.",
			"1[source:B] [cue:said] 2[content indirect source:he][content indirect: ][content indirect cue:said][content indirect: ][content indirect nested:no].\n"},
		{"page around the article", "residue: Sign up\n1: act\n\nSign up now\n\n{1s:B} {1c:declined}",
			"~ [residue:Sign up now]\n1[source unknown:B] [cue:declined]\n"},
		{"words that say how statements stand to each other", "person: B\n1: act speaker=B\nr1: denies from=1 to=\"charge\"\nr2: rejects from=1 to=\"plan\"\n\n{1s:B} {r1h:all but} {1c:{r1c:denied}} it and {r2c:turned\n\ndown} more.",
			"1[source:B] [tie:all but] r1[cue tie:denied] it and r2[tie:turned]\n[tie:down] more.\n"},
		{"nothing said", "title: X\n\nRain.", "Rain.\n"},
	} {
		r := parseArticle(t, c.name, c.article)
		statements := make([]*onrecord.Statement, len(r.Statements))
		for i := range r.Statements {
			statements[i] = &r.Statements[i]
		}
		if d := cmp.Diff(c.want, shown(mark(r.Doc, statements, r.Relations))); d != "" {
			t.Errorf("%s (-want +have):\n%s", c.name, d)
		}
	}
}

// TestMarkKeepsTheText marks random spans: the pieces of a paragraph are its
// text, and each statement begins once.
func TestMarkKeepsTheText(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	text := strings.Repeat("Say – it “again” 👍\n", 40)
	for range 300 {
		doc := &onrecord.Document{Text: text}
		for at := 0; at < len(text); {
			end := at + strings.IndexByte(text[at:], '\n')
			doc.Paragraphs = append(doc.Paragraphs, onrecord.Span{Start: at, End: end})
			at = end + 1
		}
		span := func() onrecord.Span {
			a, b := rng.IntN(len(text)), rng.IntN(len(text))
			return onrecord.Span{Start: min(a, b), End: max(a, b) + 1}
		}
		var statements []*onrecord.Statement
		for range rng.IntN(8) {
			statements = append(statements, &onrecord.Statement{Content: []onrecord.Span{span()}, Cue: span(), Source: span()})
		}
		var have strings.Builder
		var starts []int
		var relations []onrecord.Relation
		for range rng.IntN(5) {
			relations = append(relations, onrecord.Relation{Cue: span(), Hedge: span()})
		}
		ties := 0
		for _, b := range mark(doc, statements, relations) {
			for _, p := range b.Paragraphs {
				for _, piece := range p.Pieces {
					have.WriteString(piece.Text)
					ties += len(piece.Ties)
					starts = append(starts, piece.Starts...)
				}
				have.WriteByte('\n')
			}
		}
		if have.String() != text {
			t.Fatalf("the pieces are not the text:\n%s", cmp.Diff(text, have.String()))
		}
		if ties > len(relations) {
			t.Fatalf("%d relations, begun %d times", len(relations), ties)
		}
		slices.Sort(starts)
		if n := len(starts); n > len(statements) || len(slices.Compact(starts)) != n {
			t.Fatalf("%d statements, begun at %v", len(statements), starts)
		}
	}
}

// TestMarkIsLinear marks 10,000 statements in one paragraph.
func TestMarkIsLinear(t *testing.T) {
	const n = 10_000
	doc := &onrecord.Document{Text: strings.Repeat("“No,” B said. ", n)}
	doc.Paragraphs = []onrecord.Span{{Start: 0, End: len(doc.Text)}}
	statements := make([]*onrecord.Statement, n)
	size := len(doc.Text) / n
	for i := range statements {
		at := i * size
		statements[i] = &onrecord.Statement{Content: []onrecord.Span{{Start: at, End: at + 8}}, Source: onrecord.Span{Start: at + 10, End: at + 11}, Cue: onrecord.Span{Start: at + 12, End: at + 16}}
	}
	start := time.Now()
	blocks := mark(doc, statements, nil)
	if took := time.Since(start); took > 2*time.Second || len(blocks) != 1 {
		t.Errorf("%d statements took %v", n, took)
	}
}

func TestRuns(t *testing.T) {
	marks := []onrecord.Span{{Start: 0, End: 2}, {Start: 1, End: 3}, {Start: 4, End: 6}, {Start: 5, End: 99}}
	want := []run{{"ab", true}, {"cd", false}, {"ef", true}, {"g", false}}
	if d := cmp.Diff(want, runs("abcdefg", marks)); d != "" {
		t.Errorf("runs (-want +have):\n%s", d)
	}
}
