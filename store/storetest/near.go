package storetest

import (
	"cmp"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
)

// near compares what is found by days and prints with what a look at every
// sketch finds.
func near(t *testing.T, open func(t *testing.T) store.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		st := open(t)
		defer st.Close()
		var sayings []Saying
		for range rapid.IntRange(1, 12).Draw(rt, "statements") {
			sayings = append(sayings, Saying{Speaker: rapid.SampledFrom(people).Draw(rt, "speaker"), Content: "words"})
		}
		r := Article{Address: "a.txt", Title: "A", Sayings: sayings}.Reading()
		if _, err := st.Put(ctx, []*onrecord.Reading{r}); err != nil {
			rt.Fatal(err)
		}
		merged := rapid.Bool().Draw(rt, "merged")
		if merged {
			if _, err := st.Identify(ctx, []onrecord.Identification{Merge(1, "person:ada-brandt", "person:bo-ek")}); err != nil {
				rt.Fatal(err)
			}
		}
		_, state := pendingOf(rt, st)
		c := &store.Collated{State: state, Docs: []onrecord.DocumentID{r.Doc.ID}}
		reports, err := st.Reports(ctx, r.Doc.ID)
		if err != nil {
			rt.Fatal(err)
		}
		for _, one := range reports {
			k := store.Sketch{Statement: one.Statement, Key: one.Key, Terms: []uint32{uint32(len(c.Sketches)), 1 << 31}}
			k.First, k.Last = drawDays(rt)
			k.Prints = slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.SampledFrom([]uint64{0, 1, 1 << 63, 1<<64 - 1}), 0, 3).Draw(rt, "prints"))))
			c.Sketches = append(c.Sketches, k)
		}
		if err := st.Collate(ctx, c); err != nil {
			rt.Fatal(err)
		}
		mustCheck(rt, st)
		for range 5 {
			q := store.Nearby{Key: rapid.SampledFrom([]string{"", "person:ada-brandt", "person:bo-ek", "person:ole-falk"}).Draw(rt, "key"),
				Prints: rapid.SliceOfN(rapid.SampledFrom([]uint64{0, 1, 1 << 63, 1<<64 - 1, 7}), 0, 2).Draw(rt, "asked")}
			if rapid.Bool().Draw(rt, "choosing") {
				q.Fits = func(k *store.Sketch) bool { return k.Terms[0]%2 == 0 && len(k.Prints) > 0 && k.Statement == "" }
			}
			q.From, q.Until = drawDays(rt)
			have, err := st.Near(ctx, q)
			if err != nil {
				rt.Fatal(err)
			}
			if diff := gocmp.Diff(meeting(c.Sketches, q, merged), have, cmpopts.EquateEmpty()); diff != "" {
				rt.Fatalf("Near of %s, prints %d, %s to %s (-want +have):\n%s", q.Key, q.Prints, q.From, q.Until, diff)
			}
		}
	})
}

func drawDays(rt *rapid.T) (first, last onrecord.Day) {
	list := []onrecord.Day{"", "", "0001-01-01", "1969-12-31", "2017-01-01", "2017-01-02", "2017-01-05", "2017-01-17", "2017-03-07", "2017-09-15", "2019-10-23", "2035-05-05"}
	first, last = rapid.SampledFrom(list).Draw(rt, "first"), rapid.SampledFrom(list).Draw(rt, "last")
	if first > last && last != "" {
		first, last = last, first
	}
	return first, last
}

// meeting are the sketches that meet a question.
func meeting(all []store.Sketch, q store.Nearby, merged bool) (out []store.Sketch) {
	key := q.Key
	if merged && key == "person:bo-ek" {
		key = "person:ada-brandt"
	}
	for _, k := range all {
		days := (k.First == "" || q.Until == "" || k.First <= q.Until) && (k.Last == "" || q.From == "" || q.From <= k.Last)
		prints := slices.ContainsFunc(k.Prints, func(p uint64) bool { return slices.Contains(q.Prints, p) })
		if unnamed := k; q.Fits != nil {
			unnamed.Statement = ""
			prints = prints && q.Fits(&unnamed)
		}
		if prints || days && key != "" && k.Key == key {
			if !prints {
				k.Prints = nil
			}
			out = append(out, k)
		}
	}
	slices.SortFunc(out, func(a, b store.Sketch) int { return cmp.Compare(a.Statement, b.Statement) })
	return out
}
