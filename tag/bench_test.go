package tag

import (
	"os"
	"testing"

	"onrecord"
	"onrecord/models"
	"onrecord/token"
)

// sample is an article written for the project, tokenized.
func sample(b *testing.B) *onrecord.Reading {
	b.Helper()
	if models.Bytes("tag") == nil {
		b.Skip("models/tag.model is not built in")
	}
	text, err := os.ReadFile("../token/testdata/article.txt")
	if err != nil {
		b.Fatal(err)
	}
	r := &onrecord.Reading{Doc: &onrecord.Document{Text: string(text)}}
	start := 0
	for i, c := range text {
		if c == '\n' {
			if i > start {
				r.Doc.Paragraphs = append(r.Doc.Paragraphs, onrecord.Span{Start: start, End: i})
			}
			start = i + 1
		}
	}
	token.Split(r)
	return r
}

func perSecond(b *testing.B, r *onrecord.Reading) {
	b.ReportMetric(float64(len(r.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkTag is all of Tag.
func BenchmarkTag(b *testing.B) {
	r := sample(b)
	t, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		t.Tag(r)
	}
	perSecond(b, r)
}

// BenchmarkParse is the parser alone, on words that are tagged.
func BenchmarkParse(b *testing.B) {
	r := sample(b)
	t, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	var sentences [][]word
	for _, s := range r.Sentences {
		words := t.fill(nil, r.Doc.Text, r.Tokens[s.First:s.End])
		t.tagWords(words)
		t.nameWords(words, &memory{})
		sentences = append(sentences, words)
	}
	var m scratch
	for b.Loop() {
		for _, words := range sentences {
			t.parse(&m, words[pad:])
		}
	}
	perSecond(b, r)
}

// BenchmarkOpen is reading the model.
func BenchmarkOpen(b *testing.B) {
	model := models.Bytes("tag")
	if model == nil {
		b.Skip("models/tag.model is not built in")
	}
	for b.Loop() {
		if _, err := Open(model); err != nil {
			b.Fatal(err)
		}
	}
}
