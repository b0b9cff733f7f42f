package quote_test

import (
	"testing"

	"onrecord"
	"onrecord/corpus"
	"onrecord/quote"
	"onrecord/tag"
	"onrecord/token"
)

// BenchmarkFind reads the project's own gold articles, tokens and tags given.
func BenchmarkFind(b *testing.B) {
	articles, err := corpus.ReadPolNeAR("../eval/testdata/gold")
	if err != nil {
		b.Fatal(err)
	}
	tagger, err := tag.Load()
	if err != nil {
		b.Fatal(err)
	}
	finder, err := quote.Load()
	if err != nil {
		b.Fatal(err)
	}
	var readings []*onrecord.Reading
	tokens := 0
	for _, a := range articles {
		r := &onrecord.Reading{Doc: corpus.Plain(a.Name, a.Text)}
		token.Split(r)
		tagger.Tag(r)
		readings = append(readings, r)
		tokens += len(r.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range readings {
			finder.Find(r)
		}
	}
	b.ReportMetric(float64(b.N*tokens)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(b.N*len(readings))/b.Elapsed().Seconds(), "articles/s")
}
