package storetest

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
)

// The words are few, so that they meet; none shares a stem with another.
var (
	vocabulary = []string{"harbour", "strike", "rain", "north", "talk", "peace", "Zürich", "2026"}
	people     = []string{"Ada Brandt", "Ole Falk", "ole falk", "Bo Ek", "Ada Ek", ""}
	papers     = []string{"The Coast Herald", "Evening Post", ""}
	kinds      = []onrecord.RelationKind{onrecord.Repeats, onrecord.WalksBack}
	days       = []string{"", "2025-12-31", "2026-01-01", "2026-01", "2026", "2025-11/2026-02-03", "../2026-01-15", "2026-02/..", "../..", "2019/2031"}
)

// random does random things to the engine and to the model, compares what they
// say and checks the record after each.
func random(t *testing.T, open func(t *testing.T) store.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		st := open(t)
		defer st.Close() // open closes what is left
		m := &model{}
		by := reader
		rt.Repeat(map[string]func(*rapid.T){
			"put": func(rt *rapid.T) {
				var rs []*onrecord.Reading
				want := 0
				for range rapid.IntRange(1, 3).Draw(rt, "articles") {
					r := drawArticle(rt).readBy(by)
					rs = append(rs, r)
					if m.put(r) {
						want++
					}
				}
				if added, err := st.Put(ctx, rs); err != nil || added != want {
					rt.Fatalf("Put added %d, %v; want %d", added, err, want)
				}
				mustCheck(rt, st)
			},
			"new reader": func(rt *rapid.T) { by.Stages += "+" },
			"correct": func(rt *rapid.T) {
				if len(m.docs) == 0 {
					rt.Skip()
				}
				d := rapid.SampledFrom(m.docs).Draw(rt, "document")
				if len(d.found.Statements) == 0 {
					rt.Skip()
				}
				c := drawCorrection(rt, rapid.SampledFrom(d.found.Statements).Draw(rt, "statement"))
				want := m.correct(d, c)
				if added, err := st.Correct(ctx, c); err != nil || added != want {
					rt.Fatalf("Correct: %t, %v; want %t", added, err, want)
				}
				mustCheck(rt, st)
			},
			"find":      func(rt *rapid.T) { sameFind(rt, st, m) },
			"documents": func(rt *rapid.T) { sameDocuments(rt, st, m) },
			"relations": func(rt *rapid.T) { sameRelations(rt, st, m) },
		})
	})
}

func drawArticle(rt *rapid.T) Article {
	a := Article{
		Address:   fmt.Sprintf("%d.txt", rapid.IntRange(1, 4).Draw(rt, "address")),
		Title:     rapid.SampledFrom(vocabulary).Draw(rt, "title"),
		Outlet:    rapid.SampledFrom(papers).Draw(rt, "outlet"),
		Published: rapid.SampledFrom(days[:5]).Draw(rt, "published"),
	}
	for range rapid.IntRange(0, 4).Draw(rt, "sayings") {
		a.Sayings = append(a.Sayings, Saying{
			Speaker: rapid.SampledFrom(people).Draw(rt, "speaker"),
			Content: drawWords(rt, 1, 4),
			Said:    rapid.SampledFrom(days).Draw(rt, "said"),
			Kind:    rapid.SampledFrom([]onrecord.Kind{onrecord.Direct, onrecord.Mixed}).Draw(rt, "kind"),
			Act:     rapid.SampledFrom([]onrecord.Act{onrecord.Denied, onrecord.NotSaid}).Draw(rt, "act"),
			Role:    rapid.SampledFrom([]string{"", "Minister", "Chair"}).Draw(rt, "role"),
			To:      rapid.SampledFrom([]string{"", "", "young lawmakers"}).Draw(rt, "to"),
			Via:     rapid.SampledFrom([]string{"", "", "told The Observer", "reported | said Bo Ek"}).Draw(rt, "via"),
		})
	}
	for i := range rapid.IntRange(0, 2).Draw(rt, "relations") {
		a.Relations = append(a.Relations, Related{
			Kind: rapid.SampledFrom(kinds).Draw(rt, "relation"),
			From: drawEnding(rt, len(a.Sayings)),
			To:   drawEnding(rt, len(a.Sayings)),
			Cue:  fmt.Sprint("cue ", i),
		})
	}
	return a
}

func drawEnding(rt *rapid.T, sayings int) Ending {
	if sayings > 0 && rapid.Bool().Draw(rt, "statement") {
		return Ending{Saying: rapid.IntRange(1, sayings).Draw(rt, "saying")}
	}
	return Ending{
		Owner: rapid.SampledFrom(people).Draw(rt, "owner"), Noun: rapid.SampledFrom([]string{"", "remark"}).Draw(rt, "noun"),
		Words: "his words", Said: rapid.SampledFrom(days).Draw(rt, "said"),
	}
}

func drawCorrection(rt *rapid.T, st onrecord.Statement) onrecord.Correction {
	values := map[onrecord.CorrectionField][]string{
		onrecord.CorrectSpeaker: {"", "person:Ole Falk", "person:bo ek", "group:dockers"}, onrecord.CorrectKind: {"direct", "act"},
		onrecord.CorrectSaid: days, onrecord.CorrectRemoved: {"yes", "no"}, onrecord.CorrectNote: {""},
	}
	field := rapid.SampledFrom(slices.Sorted(maps.Keys(values))).Draw(rt, "field")
	value := rapid.SampledFrom(values[field]).Draw(rt, "value")
	if value == "../.." {
		value = ""
	}
	return Correction(&st, rapid.IntRange(0, 5).Draw(rt, "minute"), field, value)
}

func drawWords(rt *rapid.T, least, most int) string {
	words := rapid.SliceOfN(rapid.SampledFrom(append(slices.Clone(vocabulary), "|")), least, most).Draw(rt, "words")
	s := words[0]
	for _, w := range words[1:] {
		s += " " + w
	}
	return s
}

func drawExpr(rt *rapid.T, depth int) store.Expr {
	kind := rapid.IntRange(0, 16).Draw(rt, "field")
	if depth == 0 {
		kind = min(kind, 13)
	}
	switch kind {
	case 0:
		return leaf(store.Words, rapid.SampledFrom(vocabulary).Draw(rt, "word"))
	case 1:
		return leaf(store.Phrase, rapid.SampledFrom(vocabulary).Draw(rt, "first")+" "+rapid.SampledFrom(vocabulary).Draw(rt, "second"))
	case 2:
		return leaf(store.SpeakerIs, rapid.SampledFrom([]string{"ada", "falk", "ek ada", "brandt ole"}).Draw(rt, "speaker"))
	case 3:
		return leaf(store.KeyIs, rapid.SampledFrom([]string{"", "person:ole-falk", "person:bo-ek", "person:nobody"}).Draw(rt, "key"))
	case 4:
		return leaf(store.OutletIs, rapid.SampledFrom([]string{"", "herald", "evening post"}).Draw(rt, "outlet"))
	case 5:
		return leaf(store.KindIs, rapid.SampledFrom([]string{"direct", "mixed", "act"}).Draw(rt, "kind"))
	case 6:
		return leaf(store.ActIs, rapid.SampledFrom([]string{"denied", "not_said"}).Draw(rt, "act"))
	case 7, 8, 9:
		return drawTime(rt)
	case 10:
		return leaf(store.RoleIs, rapid.SampledFrom([]string{"", "minister", "minister chair"}).Draw(rt, "role"))
	case 11:
		return leaf(store.ToIs, rapid.SampledFrom([]string{"", "lawmakers", "old"}).Draw(rt, "to"))
	case 12:
		return leaf(store.ViaIs, rapid.SampledFrom([]string{"", "told", "the observer", "said reported"}).Draw(rt, "via"))
	case 13:
		return leaf(store.RelationIs, rapid.SampledFrom([]string{"repeats", "walks_back", "denies", store.Any}).Draw(rt, "relation"))
	case 14:
		return not(drawExpr(rt, depth-1))
	}
	op := []store.Op{store.And, store.Or}[kind-15]
	e := store.Expr{Op: op}
	for range rapid.IntRange(0, 3).Draw(rt, "arguments") {
		e.Args = append(e.Args, drawExpr(rt, depth-1))
	}
	return e
}

func drawTime(rt *rapid.T) store.Expr {
	e := store.Expr{Field: rapid.SampledFrom([]store.Field{store.SaidIn, store.PrintedIn}).Draw(rt, "time")}
	if rapid.IntRange(0, 4).Draw(rt, "unknown") == 0 {
		e.Text = store.Unknown
		return e
	}
	bounds := []onrecord.Day{"", "2019-07-01", "2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2026-02-04", "2027-01-01", "2040-01-01"}
	e.From = rapid.SampledFrom(bounds).Draw(rt, "from")
	e.Until = rapid.SampledFrom(bounds).Draw(rt, "until")
	return e
}

func sameFind(rt *rapid.T, st store.Store, m *model) {
	e := drawExpr(rt, 3)
	order := rapid.SampledFrom([]store.Order{store.Newest, store.Oldest, store.Best}).Draw(rt, "order")
	want := m.find(e, order)
	have := []string{}
	f := store.Find{Where: e, Order: order, Page: store.Page{Limit: rapid.IntRange(1, 5).Draw(rt, "limit")}}
	for {
		res, err := st.Find(ctx, f)
		if err != nil {
			rt.Fatalf("Find %+v: %v", e, err)
		}
		if res.Total != len(want) {
			rt.Fatalf("Find %+v: total %d, want %d", e, res.Total, len(want))
		}
		for _, h := range res.Hits {
			have = append(have, string(h.ID))
		}
		if res.Next == "" || len(have) > len(want) {
			break
		}
		f.After = res.Next
	}
	if order == store.Best { // what is best is the engine's to say
		slices.Sort(have)
		slices.Sort(want)
	}
	if diff := cmp.Diff(want, have, cmpopts.EquateEmpty()); diff != "" {
		rt.Fatalf("Find %+v, %s (-want +have):\n%s", e, order, diff)
	}
}

func sameDocuments(rt *rapid.T, st store.Store, m *model) {
	for _, d := range m.docs {
		have, err := st.Document(ctx, d.r.Doc.ID)
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(d.r, have, cmpopts.EquateEmpty()); diff != "" {
			rt.Fatalf("document %s (-want +have):\n%s", d.r.Doc.ID, diff)
		}
	}
	stats, err := st.Stats(ctx)
	if err != nil || stats.Versions != len(m.docs) {
		rt.Fatalf("Stats: %d versions, %v; want %d", stats.Versions, err, len(m.docs))
	}
}

func sameRelations(rt *rapid.T, st store.Store, m *model) {
	q := store.RelationQuery{
		Kind: rapid.SampledFrom(append(slices.Clone(kinds), "", "denies")).Draw(rt, "kind"),
		Key:  rapid.SampledFrom([]string{"", "", "person:ole-falk", "person:bo-ek", "group:dockers", "person:nobody"}).Draw(rt, "key"),
		Side: rapid.SampledFrom([]store.Side{"", store.FromSide, store.ToSide}).Draw(rt, "side"),
		Page: store.Page{Limit: rapid.IntRange(1, 3).Draw(rt, "limit")},
	}
	have := []onrecord.Relation{}
	for _, l := range walkRelations(rt, st, q) {
		have = append(have, l.Relation)
	}
	if diff := cmp.Diff(m.relations(q), have, cmpopts.EquateEmpty()); diff != "" {
		rt.Fatalf("Relations %+v (-want +have):\n%s", q, diff)
	}
	stats, err := st.Stats(ctx)
	if err != nil {
		rt.Fatal(err)
	}
	for kind, n := range stats.Relations {
		if want := len(m.relations(store.RelationQuery{Kind: kind})); n != want || n == 0 {
			rt.Fatalf("Stats: %d relations of kind %s, want %d", n, kind, want)
		}
	}
}
