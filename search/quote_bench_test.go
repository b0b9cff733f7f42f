package search_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"onrecord"
	"onrecord/search"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// BenchmarkQuote looks words up in a record of invented articles, which has
// words and speakers by Zipf's law: ONRECORD_ARTICLES of 23 statements each,
// else 500.
func BenchmarkQuote(b *testing.B) {
	n, err := strconv.Atoi(os.Getenv("ONRECORD_ARTICLES"))
	if err != nil {
		n = 500
	}
	st, err := sqlite.Open(filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	c, said := storetest.NewCorpus(1), ""
	for n > 0 {
		var batch []*onrecord.Reading
		for range min(n, 64) {
			a := c.Next()
			said = a.Sayings[0].Content
			batch = append(batch, a.Reading())
		}
		n -= len(batch)
		if _, err := st.Put(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
		collate(b, st)
	}
	words := strings.Fields(said)
	common := make([]string, 20)
	for i := range common {
		common[i] = storetest.Word(i)
	}
	for _, q := range []struct{ name, text, speaker string }{
		{"as said", said, ""}, {"half of it", strings.Join(words[:len(words)/2], " "), ""}, {"of a speaker", said, storetest.Name(3)},
		{"common words", strings.Join(common, " "), ""}, {"400 words", strings.Repeat(said+" ", 1+400/(len(words)+1))[:2000], ""},
	} {
		b.Run(q.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := search.Quote(b.Context(), st, search.Quotation{Text: q.text, Speaker: q.speaker}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
