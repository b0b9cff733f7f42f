package storetest

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
)

func leaf(field store.Field, text string) store.Expr { return store.Expr{Field: field, Text: text} }

func within(field store.Field, from, until onrecord.Day) store.Expr {
	return store.Expr{Field: field, From: from, Until: until}
}

func and(args ...store.Expr) store.Expr    { return store.Expr{Op: store.And, Args: args} }
func either(args ...store.Expr) store.Expr { return store.Expr{Op: store.Or, Args: args} }
func not(arg store.Expr) store.Expr        { return store.Expr{Op: store.Not, Args: []store.Expr{arg}} }

// found asks e and says how many hits there must be.
func found(t *testing.T, st store.Store, e store.Expr, want int) *store.Result {
	t.Helper()
	res, err := st.Find(ctx, store.Find{Where: e})
	if err != nil {
		t.Fatalf("Find %+v: %v", e, err)
	}
	if res.Total != want || len(res.Hits) != min(want, 20) || res.AtLeast {
		t.Errorf("Find %+v: %d of %d hits, want %d", e, len(res.Hits), res.Total, want)
	}
	return res
}

func find(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	for _, c := range []struct {
		e    store.Expr
		want int
	}{
		{store.Expr{}, 6},
		{leaf(store.Words, "harbour"), 2},
		{leaf(store.Words, "HARBOUR Closing"), 2}, // by the stem
		{leaf(store.Words, "harbour monday"), 0},
		{leaf(store.Words, "denied"), 1}, // the cue
		{leaf(store.Words, "officials"), 1},
		{leaf(store.Words, "strike"), 1}, // not the title
		{leaf(store.Phrase, "will close"), 1},
		{leaf(store.Phrase, "close will"), 0},
		{leaf(store.SpeakerIs, "ole"), 2},
		{leaf(store.SpeakerIs, "falk OLE"), 2},
		{leaf(store.SpeakerIs, "fal"), 0},
		{leaf(store.KeyIs, "person:ole-falk"), 2},
		{leaf(store.KeyIs, "person:nobody"), 0},
		{leaf(store.KeyIs, ""), 1},
		{leaf(store.OutletIs, "herald"), 4},
		{leaf(store.OutletIs, ""), 0},
		{leaf(store.KindIs, "direct"), 2},
		{leaf(store.KindIs, "act"), 0},
		{leaf(store.ActIs, "asserted"), 3},
		{leaf(store.ActIs, "not_said"), 0},
		{leaf(store.AnonIs, "unnamed"), 1},
		{leaf(store.DocIs, string(harbour.Reading().Doc.ID)), 4},
		{within(store.SaidIn, "2026-02-09", "2026-02-10"), 2}, // the day and the month
		{within(store.SaidIn, "2026-01-01", "2027-01-01"), 5},
		{within(store.SaidIn, "", "2025-12-02"), 1},
		{within(store.SaidIn, "2026-02-20", "2026-02-21"), 2}, // the month, and what was said by the 20th
		{within(store.SaidIn, "2026-02-28", ""), 2},
		{within(store.SaidIn, "", ""), 5},
		{within(store.SaidIn, "2026-03-01", "2026-03-01"), 0},
		{leaf(store.SaidIn, store.Unknown), 1},
		{within(store.PrintedIn, "2026-03-01", "2026-04-01"), 2},
		{leaf(store.PrintedIn, store.Unknown), 0},
		{and(leaf(store.Words, "harbour"), leaf(store.KindIs, "direct")), 1},
		{either(leaf(store.Words, "monday"), leaf(store.Words, "spring")), 2},
		{not(leaf(store.Words, "harbour")), 4},
		{not(not(leaf(store.Words, "harbour"))), 2},
		{and(not(leaf(store.KindIs, "direct")), not(leaf(store.SpeakerIs, "falk"))), 3},
		{and(either(leaf(store.SpeakerIs, "falk"), leaf(store.SpeakerIs, "ek")), not(leaf(store.ActIs, "asked"))), 2},
		{not(store.Expr{}), 0},
		{and(), 6},
		{either(), 0},
	} {
		found(t, st, c.e, c.want)
	}
	for _, bad := range []store.Expr{{Op: "xor"}, {Field: "colour", Text: "red"}, {Op: store.Not}} {
		if _, err := st.Find(ctx, store.Find{Where: bad}); !errors.Is(err, store.ErrQuestion) {
			t.Errorf("Find %+v: %v, want ErrQuestion", bad, err)
		}
	}
}

func pages(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	newest := []string{
		"We strike on Monday", "whether the harbour closes", "The harbour will close … in spring",
		"nobody loses work", "that talks had begun", "the plan was older — \u201cmuch older\u201d",
	}
	oldest := slices.Clone(newest[:5])
	slices.Reverse(oldest)
	oldest = append(oldest, newest[5])
	for order, want := range map[store.Order][]string{"": newest, store.Newest: newest, store.Oldest: oldest} {
		for limit := 1; limit <= 7; limit++ {
			have := walk(t, st, store.Find{Order: order, Page: store.Page{Limit: limit}})
			if diff := cmp.Diff(want, have); diff != "" {
				t.Errorf("order %q by pages of %d (-want +have):\n%s", order, limit, diff)
			}
		}
	}
	best := walk(t, st, store.Find{Where: leaf(store.Words, "harbour"), Order: store.Best, Page: store.Page{Limit: 1}})
	if len(best) != 2 || best[0] == best[1] {
		t.Errorf("best by pages of 1: %q", best)
	}
	for _, bad := range []store.Find{{Order: "loudest"}, {Page: store.Page{After: "n-1"}}} {
		if _, err := st.Find(ctx, bad); !errors.Is(err, store.ErrQuestion) {
			t.Errorf("Find %+v: %v, want ErrQuestion", bad, err)
		}
	}
}

// walk collects the contents of all pages.
func walk(t *testing.T, st store.Store, f store.Find) (contents []string) {
	t.Helper()
	for {
		res, err := st.Find(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range res.Hits {
			contents = append(contents, h.Content)
		}
		if res.Next == "" || len(contents) > 1000 {
			return contents
		}
		f.After = res.Next
	}
}

func facets(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	want := map[store.Field]string{
		store.KeyIs:      "person:ada-brandt Ada Brandt 2, person:ole-falk Ole Falk 2,   1, person:bo-ek Bo Ek 1",
		store.OutletIs:   "The Coast Herald The Coast Herald 4, Evening Post Evening Post 2",
		store.KindIs:     "indirect indirect 3, direct direct 2, mixed mixed 1",
		store.ActIs:      "asserted asserted 3, asked asked 1, denied denied 1, promised promised 1",
		store.AnonIs:     "named named 5, unnamed unnamed 1",
		store.RelationIs: "walks_back walks_back 2, about_event about_event 1, denies denies 1",
		store.SaidIn:     "2026 2026 4,   1, 2025 2025 1",
	}
	// Of everything, and of everything in a way that no engine looks up.
	for _, e := range []store.Expr{{}, not(leaf(store.Words, "zebra"))} {
		res, err := st.Find(ctx, store.Find{Where: e, Facets: true})
		if err != nil {
			t.Fatal(err)
		}
		have := map[store.Field]string{}
		for _, f := range res.Facets {
			have[f.Field] = counts(f.Values)
		}
		if diff := cmp.Diff(want, have); diff != "" || res.Counted != 6 {
			t.Errorf("facets of %+v count %d hits (-want +have):\n%s", e, res.Counted, diff)
		}
	}
	many := Article{Address: "many.txt", Title: "Many"}
	for c := range 15 {
		many.Sayings = append(many.Sayings, Saying{Speaker: "Speaker " + string(rune('A'+c)), Content: "many words"})
	}
	put(t, st, 1, many)
	res, err := st.Find(ctx, store.Find{Where: leaf(store.Words, "many"), Facets: true})
	if err != nil || len(res.Facets[0].Values) != 12 || res.Facets[0].More != 3 {
		t.Errorf("15 speakers: %d listed, %d more, %v; want 12 and 3", len(res.Facets[0].Values), res.Facets[0].More, err)
	}
}

// counts prints values; equal counts may come in any order, so they are sorted.
func counts(values []store.Count) string {
	values = slices.Clone(values)
	var out []string
	slices.SortStableFunc(values, func(a, b store.Count) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return 0
	})
	for _, v := range values {
		out = append(out, v.Value+" "+v.Label+" "+strconv.Itoa(v.N))
	}
	for i := 0; i < len(values); {
		j := i
		for j < len(values) && values[j].N == values[i].N {
			j++
		}
		slices.Sort(out[i:j])
		i = j
	}
	return strings.Join(out, ", ")
}

func marks(t *testing.T, st store.Store) {
	put(t, st, 2, harbour, strike)
	for _, c := range []struct {
		e    store.Expr
		want string // the marked words of all hits
	}{
		{leaf(store.Words, "closing"), "closes close"},
		{leaf(store.Phrase, "will close"), "will close"},
		{leaf(store.Words, "older"), "older older"},
		{and(leaf(store.Words, "talks"), not(leaf(store.Words, "strike"))), "talks"},
		{either(leaf(store.Words, "monday"), leaf(store.Words, "spring")), "Monday spring"},
		{leaf(store.Words, "denied"), ""},
		{leaf(store.KindIs, "direct"), ""},
	} {
		res, err := st.Find(ctx, store.Find{Where: c.e})
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, h := range res.Hits {
			for _, m := range h.Marks {
				have = append(have, m.In(h.Content))
			}
		}
		if strings.Join(have, " ") != c.want {
			t.Errorf("marks of %+v: %q, want %q", c.e, have, c.want)
		}
	}
}

// hostile asks for words that mean something to an engine.
func hostile(t *testing.T, st store.Store) {
	odd := Article{Address: "odd.txt", Title: "Odd", Sayings: []Saying{
		{Speaker: `Robert"); DROP TABLE "x`, Content: "quoted \" words' and \uE000all0 \uE001 signs \x01\x02"},
	}}
	put(t, st, 2, harbour, odd)
	for _, text := range []string{`"`, `""`, `'`, `a" OR "b`, "\x00", "har\x00bour", "*", "har*", "content:harbour", "NEAR(a b)", "AND", "NOT x",
		"(", ")", "{a}", "-x", "+", "^a", "\uE000all0", "\uE000kindirect0", "all0", "\xff\xfe", "…", " ", ""} {
		for _, field := range []store.Field{store.Words, store.Phrase, store.SpeakerIs, store.OutletIs, store.KeyIs, store.KindIs, store.DocIs,
			store.RoleIs, store.ViaIs, store.ToIs, store.RelationIs} {
			if _, err := st.Find(ctx, store.Find{Where: leaf(field, text)}); err != nil {
				t.Errorf("Find %s %q: %v", field, text, err)
			}
		}
	}
	found(t, st, leaf(store.Words, "\uE000kindirect0"), 0)
	found(t, st, leaf(store.Words, "robert drop"), 1)
	found(t, st, leaf(store.Phrase, "signs"), 1)
	deep := leaf(store.Words, "harbour")
	for range 100_000 {
		deep = not(and(deep, deep))
	}
	if _, err := st.Find(ctx, store.Find{Where: deep}); !errors.Is(err, store.ErrQuestion) {
		t.Errorf("a question nested 100,000 deep: %v, want ErrQuestion", err)
	}
}
