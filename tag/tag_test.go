package tag

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"onrecord"
	"onrecord/linear"
	"onrecord/models"
)

// readColumns reads testdata/tiny.conll: form, lemma, tag, name, head (from 1,
// 0 for a root), relation; a blank line ends a sentence.
func readColumns(t testing.TB, path string) *onrecord.Reading {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r := &onrecord.Reading{Doc: &onrecord.Document{}}
	var text strings.Builder
	first := 0
	for _, line := range strings.Split(string(b), "\n") {
		f := strings.Fields(line)
		if len(f) != 6 {
			if len(r.Tokens) > first {
				r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: len(r.Tokens)})
				first = len(r.Tokens)
			}
			continue
		}
		head, err := strconv.Atoi(f[4])
		if err != nil {
			t.Fatal(err)
		}
		head += first - 1
		if f[4] == "0" {
			head = -1
		}
		start := text.Len()
		text.WriteString(f[0] + " ")
		r.Tokens = append(r.Tokens, onrecord.Token{
			Span:  onrecord.Span{Start: start, End: start + len(f[0])},
			Lemma: f[1], Tag: f[2], Name: f[3], Head: head, Rel: f[5],
		})
	}
	r.Doc.Text = text.String()
	return r
}

// trainTiny trains on four copies of testdata/tiny.conll: each is tagged for the
// parser by a model of the other three.
func trainTiny(t testing.TB) *Tagger {
	t.Helper()
	r := readColumns(t, "testdata/tiny.conll")
	tagger, err := Train([]*onrecord.Reading{r, r, r, r}, Options{Command: "test", fewer: 2})
	if err != nil {
		t.Fatal(err)
	}
	return tagger
}

var tiny = sync.OnceValue(func() *Tagger { return trainTiny(&testing.B{}) })

// bare is a reading with nothing but sentences and tokens.
func bare(r *onrecord.Reading) *onrecord.Reading {
	out := &onrecord.Reading{Doc: r.Doc, Sentences: r.Sentences}
	for _, t := range r.Tokens {
		out.Tokens = append(out.Tokens, onrecord.Token{Span: t.Span, Head: -1})
	}
	return out
}

func TestLearnsWhatItIsTaught(t *testing.T) {
	want := readColumns(t, "testdata/tiny.conll")
	have := bare(want)
	tiny().Tag(have)
	for i, w := range want.Tokens {
		if have.Tokens[i] != w {
			t.Errorf("%q: have %+v, want %+v", w.In(want.Doc.Text), have.Tokens[i], w)
		}
	}
}

func TestTrainingIsDeterministic(t *testing.T) {
	var first, second bytes.Buffer
	if err := tiny().Write(&first); err != nil {
		t.Fatal(err)
	}
	if err := trainTiny(t).Write(&second); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("training twice on one corpus gave different bytes")
	}
}

func TestWrittenModelTagsAlike(t *testing.T) {
	var b bytes.Buffer
	if err := tiny().Write(&b); err != nil {
		t.Fatal(err)
	}
	opened, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	one, two := bare(readColumns(t, "testdata/tiny.conll")), bare(readColumns(t, "testdata/tiny.conll"))
	tiny().Tag(one)
	opened.Tag(two)
	for i := range one.Tokens {
		if one.Tokens[i] != two.Tokens[i] {
			t.Errorf("token %d: trained %+v, opened %+v", i, one.Tokens[i], two.Tokens[i])
		}
	}
}

func TestTrainRefuses(t *testing.T) {
	if _, err := Train(nil, Options{}); err == nil {
		t.Error("no documents: no error")
	}
	if _, err := Train([]*onrecord.Reading{{Doc: &onrecord.Document{}}}, Options{}); err == nil {
		t.Error("no labels: no error")
	}
}

// TestBuiltIn checks the model that ships, if it does: it opens, and reads a
// plain sentence plainly.
func TestBuiltIn(t *testing.T) {
	if models.Bytes("tag") == nil {
		t.Skip("models/tag.model is not built in")
	}
	tagger, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	want := readColumns(t, "testdata/plain.conll")
	have := bare(want)
	tagger.Tag(have)
	for i, w := range want.Tokens {
		if have.Tokens[i] != w {
			t.Errorf("%q: have %+v, want %+v", w.In(want.Doc.Text), have.Tokens[i], w)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	var b bytes.Buffer
	if err := tiny().Write(&b); err != nil {
		t.Fatal(err)
	}
	model := b.Bytes()
	for name, bad := range map[string][]byte{
		"empty":   nil,
		"cut":     model[:len(model)/2],
		"changed": append(append([]byte{}, model[:len(model)/2]...), model[len(model)/2+1:]...),
	} {
		if _, err := Open(bad); err == nil {
			t.Errorf("%s model: no error", name)
		}
	}
	var other bytes.Buffer
	if err := linear.Write(&other, linear.Header{Name: modelName, Features: "tag 0"}, nil, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(other.Bytes()); err == nil || !strings.Contains(err.Error(), "lab train tag") {
		t.Errorf("model of other features: error %v, want one that says how to make it again", err)
	}
}
