//go:build unix

package sqlite

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

// BenchmarkIdentified records 1,000 merges at once in a record of ONRECORD_ARTICLES
// articles, asks every question with facets before and after, and reads all
// profiles.
func BenchmarkIdentified(b *testing.B) {
	st, err := Open(filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	for batch := range batches(size()) {
		if _, err := st.Put(ctx, batch); err != nil {
			b.Fatal(err)
		}
	}
	var list []onrecord.Identification
	for i := range 1000 {
		list = append(list, storetest.Merge(i, key(i), key(1000+i)))
	}
	for b.Loop() {
		b.ReportMetric(p50(b, st), "before-p50-ms")
		used := cpu()
		if _, err := st.Identify(ctx, list); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64((cpu() - used).Milliseconds()), "merging-cpu-ms")
		b.ReportMetric(p50(b, st), "after-p50-ms")
		used = cpu()
		profiles, err := st.Profiles(ctx)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64((cpu() - used).Milliseconds()), "profiles-cpu-ms")
		b.ReportMetric(float64(len(profiles)), "profiles")
	}
}

func key(rank int) string { return store.KeyOf(onrecord.Person, storetest.Name(rank)) }

// p50 is the time of the question in the middle.
func p50(b *testing.B, st *Store) float64 {
	var all []time.Duration
	for _, q := range questions() {
		start := time.Now()
		if _, err := st.Find(ctx, store.Find{Where: q.e, Facets: true}); err != nil {
			b.Fatal(err)
		}
		all = append(all, time.Since(start))
	}
	slices.Sort(all)
	return float64(all[len(all)/2].Microseconds()) / 1000
}
