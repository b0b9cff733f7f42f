package sqlite

import (
	"testing"

	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
	"onrecord/store/storetest"
)

// Whatever the words are, the engine is asked a question that it can answer.
// (Not a fuzz test: the engine takes minutes to be built for one.)
func TestAnyWords(t *testing.T) {
	st := mustOpen(t, t.TempDir()+"/record.db")
	defer st.Close()
	a := storetest.Article{Address: "a.txt", Title: "One", Outlet: "Paper", Sayings: []storetest.Saying{
		{Speaker: "Ada Brandt", Content: "the harbour stays"}, {Content: "nobody knows é \x00 \uE000all0"}, {Speaker: "Ole", Content: "…"},
	}}
	if _, err := st.Put(ctx, []*onrecord.Reading{a.Reading()}); err != nil {
		t.Fatal(err)
	}
	odd := rapid.SampledFrom([]string{`"`, "\x00", "a NEAR b", "\uE000all0", "(", "-", "*", "\xff", "a\"b OR", "é", "… "})
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.OneOf(rapid.String(), odd).Draw(rt, "text") + rapid.OneOf(rapid.String(), odd).Draw(rt, "more")
		for _, field := range []store.Field{store.Words, store.Phrase, store.SpeakerIs, store.KeyIs, store.OutletIs, store.KindIs, store.ActIs, store.AnonIs, store.DocIs, store.RoleIs, store.ViaIs, store.ToIs, store.RelationIs} {
			e := store.Expr{Field: field, Text: text}
			yes, err1 := st.Find(ctx, store.Find{Where: e})
			no, err2 := st.Find(ctx, store.Find{Where: store.Expr{Op: store.Not, Args: []store.Expr{e}}, Facets: true})
			if err1 != nil || err2 != nil {
				rt.Fatalf("%s %q: %v, %v", field, text, err1, err2)
			}
			if yes.Total+no.Total != 3 {
				rt.Errorf("%s %q: %d hits with it and %d without, of 3", field, text, yes.Total, no.Total)
			}
		}
	})
}
