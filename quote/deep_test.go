package quote

import (
	"slices"
	"strings"
	"testing"

	"onrecord"
	"onrecord/article"
	"onrecord/encoder"
	"onrecord/tag"
	"onrecord/token"
)

// tagged is a text as the stages before leave it.
func tagged(t *testing.T, text string) *onrecord.Reading {
	t.Helper()
	doc, err := article.Read(article.Page{Article: "test", Bytes: []byte(text), Raw: true})
	if err != nil {
		t.Fatal(err)
	}
	tagger, err := tag.Load()
	if err != nil {
		t.Fatal(err)
	}
	r := &onrecord.Reading{Doc: doc}
	token.Split(r)
	tagger.Tag(r)
	return r
}

// TestRelation is what train/lessons.py calls relation, on the same cases.
func TestRelation(t *testing.T) {
	v := &view{sentOf: []int32{0, 0, 0, 0, 1, 1, 4}, quoted: []int32{-1, -1, -1, 2, 2, 3, -1}}
	cue := tokenRange{1, 3}
	for i, want := range []encoder.Relation{
		{Distance: 6, Sentence: 2, Marks: 0}, {Distance: 7, Sentence: 2, Marks: 0}, {Distance: 7, Sentence: 2, Marks: 0},
		{Distance: 8, Sentence: 2, Marks: 1}, {Distance: 9, Sentence: 3, Marks: 1}, {Distance: 10, Sentence: 3, Marks: 1}, {Distance: 10, Sentence: 4, Marks: 0},
	} {
		if have := v.relation(i, cue); have != want {
			t.Errorf("token %d to a cue outside marks: have %+v, want %+v", i, have, want)
		}
	}
	for i, want := range []uint8{4, 4, 4, 2, 2, 3, 4} {
		if have := v.relation(i, tokenRange{4, 5}).Marks; have != want {
			t.Errorf("token %d to a cue inside marks: have %d, want %d", i, have, want)
		}
	}
}

// TestAccurate reads with the encoder: the reasons tell what each model says,
// and a second reading gives the same.
func TestAccurate(t *testing.T) {
	f, err := LoadAccurate()
	if err != nil {
		t.Fatal(err)
	}
	find := func(text string) *onrecord.Reading {
		r := tagged(t, text)
		f.Find(r)
		return r
	}
	text := `The ferry is late again, "and nobody is surprised," the harbour master said on Monday.`
	r := find(text)
	if len(r.Statements) != 1 || r.Statements[0].Source.In(text) != "the harbour master" {
		t.Fatalf("have %+v, want one statement of the harbour master", r.Statements)
	}
	why := strings.Join(r.Statements[0].Why, "; ")
	for _, want := range []string{"cue: ", "linear ", "encoder ", "score: ranker "} {
		if !strings.Contains(why, want) {
			t.Errorf("reasons %q do not say %q", why, want)
		}
	}
	if again := find(text); !slices.Equal(again.Statements[0].Why, r.Statements[0].Why) || again.Statements[0].Score != r.Statements[0].Score {
		t.Errorf("read again: have %v, want %v", again.Statements[0], r.Statements[0])
	}
}

// TestTooLong: a document beyond what the encoder reads is read without it, and
// says so.
func TestTooLong(t *testing.T) {
	f, err := LoadAccurate()
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("The mayor said the ferry was late.\n\n", 1+deepest/8)
	r := tagged(t, text)
	f.Find(r)
	if len(r.Statements) < deepest/14 {
		t.Fatalf("%d statements in %d tokens", len(r.Statements), len(r.Tokens))
	}
	if why := r.Statements[0].Why; !slices.Contains(why, "encoder: not asked, the document is too long") {
		t.Errorf("reasons %q do not say that the encoder was not asked", why)
	}
}

func TestShouted(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"THE FERRY IS LATE AGAIN, THE HARBOUR MASTER SAID ON MONDAY, AND NOBODY KNEW WHY.", true},
		{"The ferry is late again, the harbour master said on Monday, and nobody knew why.", false},
		{"FERRY LATE AGAIN, MASTER SAYS", false}, // a headline
	} {
		v := newView(tagged(t, c.text), &lexicon{})
		if have := v.shouted(v.paras[0]); have != c.want {
			t.Errorf("%q: have %v, want %v", c.text, have, c.want)
		}
	}
}
