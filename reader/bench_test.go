package reader

import (
	"testing"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
)

// BenchmarkRead reads the project's own gold articles, from bytes to a Reading.
func BenchmarkRead(b *testing.B) {
	articles, err := corpus.ReadPolNeAR("../eval/testdata/gold")
	if err != nil {
		b.Fatal(err)
	}
	for _, model := range onrecord.Models {
		b.Run(string(model), func(b *testing.B) { read(b, model, articles) })
	}
}

func read(b *testing.B, model Model, articles []corpus.Article) {
	rd, err := New(model)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			if _, err := rd.Read(article.Page{Article: a.Name, Bytes: []byte(a.Text), Raw: true}); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.N*len(articles))/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkNew opens what each model needs.
func BenchmarkNew(b *testing.B) {
	for _, model := range onrecord.Models {
		b.Run(string(model), func(b *testing.B) {
			for b.Loop() {
				if _, err := New(model); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
