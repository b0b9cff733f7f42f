package sqlite

import (
	"fmt"
	"path/filepath"
	"testing"

	"onrecord"
	"onrecord/store"
)

// What was added is found by marks, and where too much was added by looking at
// each hit.
func TestAdded(t *testing.T) {
	st := fill(t, filepath.Join(t.TempDir(), "record.db"))
	for _, n := range []int{addedMarks, 1} {
		mark, err := st.Mark(ctx)
		if err != nil {
			t.Fatal(err)
		}
		var batch []*onrecord.Reading
		for i := range n {
			batch = append(batch, article(fmt.Sprint(mark, "-", i, ".txt")))
		}
		if _, err := st.Put(ctx, batch); err != nil {
			t.Fatal(err)
		}
		for since, want := range map[int64]int{mark: n, mark - 1: n + 1} {
			for _, order := range []store.Order{store.Newest, store.Oldest, store.Best} {
				res, err := st.Find(ctx, store.Find{Where: store.Expr{Field: store.SpeakerIs, Text: "brandt"}, Added: since, Order: order, Facets: true})
				if err != nil || res.Total != want || res.Counted != want || len(res.Hits) != min(want, 20) {
					t.Errorf("of %d documents added after %d, %s first: %d found, %d counted, %d shown, %v; want %d", n, since, order, res.Total, res.Counted, len(res.Hits), err, want)
				}
			}
		}
	}
}
