package reader

import (
	"os"
	"testing"
	"time"

	"onrecord"
	"onrecord/article"
	"onrecord/corpus"
)

// BenchmarkShare says what the stages after extraction cost: who, when, how
// and in answer to what, in per cent of all stages of the fast reader. It reads
// PolNeAR's dev part where that is beside the repository, else the project's
// own articles.
func BenchmarkShare(b *testing.B) {
	dir := "../../shared/polnear/dev"
	if _, err := os.Stat(dir); err != nil {
		dir = "../eval/testdata/gold"
	}
	articles, err := corpus.ReadPolNeAR(dir)
	if err != nil {
		b.Fatal(err)
	}
	rd, err := New(Fast)
	if err != nil {
		b.Fatal(err)
	}
	var all, after time.Duration
	for b.Loop() {
		for _, a := range articles {
			doc, err := article.Read(article.Page{Article: a.Name, Bytes: []byte(a.Text), Raw: true, Published: a.Published})
			if err != nil {
				b.Fatal(err)
			}
			start := time.Now()
			r := &onrecord.Reading{Doc: doc}
			rd.extract(r)
			extracted := time.Now()
			attribute(r)
			all += time.Since(start)
			after += time.Since(extracted)
		}
	}
	b.ReportMetric(100*float64(after)/float64(all), "%after")
}
