package relation_test

import (
	"testing"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/quote"
	"onrecord/relation"
	"onrecord/tag"
	"onrecord/token"
)

// BenchmarkReport and BenchmarkState read the project's own articles; an op is
// an article.
func BenchmarkReport(b *testing.B) {
	readings := extracted(b)
	before := make([][]onrecord.Statement, len(readings))
	for i, r := range readings {
		before[i] = r.Statements
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		r := readings[n%len(readings)]
		r.Statements = append([]onrecord.Statement(nil), before[n%len(readings)]...)
		relation.Report(r)
	}
}

func BenchmarkState(b *testing.B) {
	readings := extracted(b)
	for _, r := range readings {
		relation.Report(r)
		entity.Resolve(r)
		date.Claim(r)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		relation.State(readings[n%len(readings)])
	}
}

// extracted are the articles of eval/testdata/gold with what the fast reader
// extracts.
func extracted(b *testing.B) []*onrecord.Reading {
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
	for _, a := range articles {
		doc, err := article.Read(article.Page{Article: a.Name, Bytes: []byte(a.Text), Raw: true})
		if err != nil {
			b.Fatal(err)
		}
		r := &onrecord.Reading{Doc: doc}
		token.Split(r)
		tagger.Tag(r)
		finder.Find(r)
		readings = append(readings, r)
	}
	return readings
}
