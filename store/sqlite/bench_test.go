//go:build unix

package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"testing"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

// batches makes n invented articles, 64 at a time.
func batches(n int) func(func([]*onrecord.Reading) bool) {
	return func(yield func([]*onrecord.Reading) bool) {
		c := storetest.NewCorpus(1)
		for n > 0 {
			var batch []*onrecord.Reading
			for range min(n, 64) {
				batch = append(batch, c.Next().Reading())
			}
			n -= len(batch)
			if !yield(batch) {
				return
			}
		}
	}
}

// BenchmarkAdd puts articles of 23 statements, 64 in a transaction.
func BenchmarkAdd(b *testing.B) {
	st, err := Open(filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	var all [][]*onrecord.Reading
	for batch := range batches(b.N) {
		all = append(all, batch)
	}
	b.ResetTimer()
	statements, used := 0, cpu()
	for _, batch := range all {
		if _, err := st.Put(ctx, batch); err != nil {
			b.Fatal(err)
		}
		for _, r := range batch {
			statements += len(r.Statements)
		}
	}
	b.ReportMetric(float64(statements)/b.Elapsed().Seconds(), "statements/s")
	b.ReportMetric(float64((cpu()-used).Microseconds())/1000/float64(b.N), "cpu-ms/article")
}

// questions are what people ask, from the commonest words to the rarest.
func questions() []question {
	word := func(rank int) store.Expr { return store.Expr{Field: store.Words, Text: storetest.Word(rank)} }
	phrase := store.Expr{Field: store.Phrase, Text: storetest.Word(0) + " " + storetest.Word(3)}
	key := func(rank int) store.Expr {
		return store.Expr{Field: store.KeyIs, Text: store.KeyOf(onrecord.Person, storetest.Name(rank))}
	}
	said := store.Expr{Field: store.SaidIn, From: "2016-03-01", Until: "2017-01-01"}
	kind := store.Expr{Field: store.KindIs, Text: "direct"}
	outlet := store.Expr{Field: store.OutletIs, Text: "outlet 7"}
	is := func(field store.Field, text string) store.Expr { return store.Expr{Field: field, Text: text} }
	and := func(args ...store.Expr) store.Expr { return store.Expr{Op: store.And, Args: args} }
	return []question{
		{"everything", store.Expr{}}, {"commonest word", word(0)}, {"common word", word(20)}, {"word", word(500)}, {"rare word", word(20000)},
		{"two common words", and(word(1), word(2))}, {"common and rare", and(word(0), word(20000))}, {"phrase", phrase},
		{"either", store.Expr{Op: store.Or, Args: []store.Expr{word(5), word(3000)}}},
		{"speaker of many", key(0)}, {"speaker of few", key(5000)}, {"name", store.Expr{Field: store.SpeakerIs, Text: storetest.Name(30)}},
		{"speaker and word", and(key(40), word(3))}, {"year", said}, {"year and word", and(said, word(10))}, {"kind", kind},
		{"not kind", store.Expr{Op: store.Not, Args: []store.Expr{kind}}}, {"kind, outlet, year", and(kind, outlet, said)},
		{"role", is(store.RoleIs, storetest.Title(3))}, {"word of a role", is(store.RoleIs, storetest.Word(3))}, {"no role, word", and(is(store.RoleIs, ""), word(3))},
		{"via", is(store.ViaIs, "told outlet 7")}, {"via, year", and(is(store.ViaIs, "reported"), said)}, {"to", is(store.ToIs, storetest.Word(5))},
		{"relation", is(store.RelationIs, "walks_back")}, {"any relation, speaker", and(is(store.RelationIs, store.Any), key(2))}, {"no relation", store.Expr{Op: store.Not, Args: []store.Expr{is(store.RelationIs, store.Any)}}},
		{"unknown speaker", store.Expr{Field: store.KeyIs}}, {"word, outlet, name", and(word(8), outlet, key(2))},
	}
}

type question struct {
	name string
	e    store.Expr
}

// size is how many articles BenchmarkSearch asks: ONRECORD_ARTICLES, else 1000.
// With 20000 the record has 470,000 statements, and is kept for the next run
// where ONRECORD_BENCH_DB says.
func size() int {
	if n, err := strconv.Atoi(os.Getenv("ONRECORD_ARTICLES")); err == nil {
		return n
	}
	return 1000
}

func benchRecord(b *testing.B) *Store {
	path := os.Getenv("ONRECORD_BENCH_DB")
	if path == "" {
		path = filepath.Join(b.TempDir(), "record.db")
	}
	_, err := os.Stat(path)
	st, openErr := Open(path)
	if openErr != nil {
		b.Fatal(openErr)
	}
	b.Cleanup(func() { st.Close() })
	if err != nil {
		for batch := range batches(size()) {
			if _, err := st.Put(ctx, batch); err != nil {
				b.Fatal(err)
			}
		}
	}
	return st
}

// BenchmarkSearch asks each question for its first page: newest first, with
// facets, and best first.
func BenchmarkSearch(b *testing.B) {
	st := benchRecord(b)
	for _, how := range []struct {
		name   string
		order  store.Order
		facets bool
	}{{"newest", store.Newest, false}, {"facets", store.Newest, true}, {"oldest", store.Oldest, false}, {"best", store.Best, false}} {
		b.Run(how.name, func(b *testing.B) {
			var all []time.Duration
			used := cpu()
			for range b.N {
				for _, q := range questions() {
					start := time.Now()
					res, err := st.Find(ctx, store.Find{Where: q.e, Order: how.order, Facets: how.facets})
					if err != nil {
						b.Fatal(err)
					}
					took := time.Since(start)
					all = append(all, took)
					if os.Getenv("ONRECORD_EACH") != "" {
						fmt.Printf("%-8s %-20s %7d %10v\n", how.name, q.name, res.Total, took.Round(10*time.Microsecond))
					}
				}
			}
			slices.Sort(all)
			b.ReportMetric(float64((cpu()-used).Microseconds())/1000/float64(len(all)), "cpu-ms/question")
			b.ReportMetric(float64(all[len(all)/2].Microseconds())/1000, "p50-ms")
			b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}

// cpu is the processor time of this program so far: on a busy machine it says
// more than the clock.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
