package entity_test

import (
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/entity"
	"onrecord/entity/entitytest"
)

// BenchmarkArticles resolves and dates the first hundred articles of PolNeAR's
// train part; an op is an article.
func BenchmarkArticles(b *testing.B) {
	shared := entitytest.Shared("..")
	if shared == "" {
		b.Skip("SKIPPED: no ../shared/polnear (or $ONRECORD_SHARED)")
	}
	kept := 0
	readings, err := entitytest.Silver(shared, "train", func(string) bool { kept++; return kept <= 100 })
	if err != nil {
		b.Fatal(err)
	}
	statements := make([][]onrecord.Statement, len(readings))
	for i, r := range readings {
		statements[i] = append([]onrecord.Statement(nil), r.Statements...)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		r := readings[n%len(readings)]
		r.Entities = nil
		copy(r.Statements, statements[n%len(readings)])
		entity.Resolve(r)
		date.Claim(r)
	}
}
