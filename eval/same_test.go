package eval_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"onrecord/corpus"
	"onrecord/eval"
)

const storyFile = `# invented
== event e1
-- u1 | person:Mara Quill | 2019-05-07
-- u2 | person:Tom Ash | 2019-05-07
>> r1 | The Norrby Post | 2019-05-07
{u1a|“No station}, she said, {u1a|will close.”} {u2a|that it was a lie}
>> r2 | Coast Radio | 2019-05-08
{u1a|no lifeboat crew's station would go}
`

// TestStories: marks are taken out, pieces of one mark are one statement.
func TestStories(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "norrby.dev.txt"), []byte(storyFile), 0o666); err != nil {
		t.Fatal(err)
	}
	stories, err := eval.ReadStories(dir, eval.Dev)
	if err != nil || len(stories) != 2 || len(stories[0].Items) != 2 {
		t.Fatalf("%+v, %v; want two stories, two items in the first", stories, err)
	}
	if have, want := stories[0].Text, "“No station, she said, will close.” that it was a lie"; have != want {
		t.Errorf("text %q, want %q", have, want)
	}
	first, last := stories[0].Items[0], stories[1].Items[0]
	if len(first.Content) != 2 || first.Content[1].In(stories[0].Text) != "will close.”" || !first.Quoted || first.Speaker != "person:Mara Quill" {
		t.Errorf("%+v, want two pieces with a quotation of Mara Quill", first)
	}
	if last.Quoted || last.Cluster != first.Cluster || last.Cluster == stories[0].Items[1].Cluster {
		t.Errorf("%+v, want an indirect report of the first utterance", last)
	}
}

// TestScoreSame: three reports of one utterance, of which two are joined, and
// one of another that is joined with them.
func TestScoreSame(t *testing.T) {
	items := []eval.SameItem{{Cluster: "a", Quoted: true}, {Cluster: "a", Quoted: true}, {Cluster: "a"}, {Cluster: "b", Quoted: true}}
	scores := eval.ScoreSame(items, []int{1, 1, -1, 1})
	all, quoted, indirect := scores[eval.AllItems], scores[eval.QuotedItems], scores[eval.IndirectItems]
	if all.Right != 1 || all.Joined != 3 || all.Gold != 3 || quoted.Right != 1 || quoted.Joined != 3 || quoted.Gold != 1 || indirect.Joined != 0 || indirect.Gold != 2 {
		t.Errorf("pairs: all %+v, quoted %+v, indirect %+v", all, quoted, indirect)
	}
	// B³: precision 2/3, 2/3, 1, 1/3; recall 2/3, 2/3, 1/3, 1.
	if p, r := all.P*4/100, all.R*4/100; p < 2.66 || p > 2.67 || r < 2.66 || r > 2.67 {
		t.Errorf("B3 sums to %.3f and %.3f over four items, want 2.667 and 2.667", p, r)
	}
	if right := eval.ScoreSame(items, []int{0, 0, 0, -1})[eval.AllItems]; right.F1() != 100 || right.Right != right.Gold {
		t.Errorf("gold against itself: %+v", right)
	}
}

// TestReadInside: of an article that is there, in bytes; a line that is not
// whole is an error that names it.
func TestReadInside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "inside.tsv")
	articles := []corpus.Article{{Name: "norrby", Text: "é the pier, the quay"}}
	for text, want := range map[string]string{
		"# head\nsame\tnorrby\t2\t10\t12\t20\nother\telsewhere\t0\t1\t2\t3\n": "[{norrby {3 11} {13 21} true}]",
		"other\tnorrby\t0\t1\t2\t3\n":                                         "[{norrby {0 2} {3 4} false}]",
		"perhaps\tnorrby\t0\t1\t2\t3\n":                                       "error",
		"same\tnorrby\t0\t1\t2\n":                                             "error",
	} {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		pairs, err := eval.ReadInside(path, articles)
		have := fmt.Sprint(pairs)
		if err != nil {
			have = "error"
		}
		if have != want {
			t.Errorf("%q: have %s (%v), want %s", text, have, err, want)
		}
	}
}
