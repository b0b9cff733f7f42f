package storetest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord"
	"onrecord/store"
)

var someKeys = []string{"person:ada-brandt", "person:ole-falk", "person:bo-ek", "person:ada-ek", "person:ada-brandt-coach", "person:nobody", "person:bo-ek-mayor"}

// A state is what a record says of who is who.
type state struct {
	Speakers map[string]store.Speaker
	Found    map[string]int
	Facets   map[string]int
	Profiles []onrecord.Profile
}

func snapshot(t interface {
	Helper()
	Fatal(...any)
}, st store.Store) state {
	t.Helper()
	s := state{map[string]store.Speaker{}, map[string]int{}, map[string]int{}, nil}
	list, _, err := st.Speakers(ctx, "", store.Page{Limit: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, sp := range list {
		sp.Name = same(sp.Name)
		for i := range sp.Also {
			sp.Also[i] = same(sp.Also[i])
		}
		s.Speakers[sp.Key] = sp
	}
	for _, key := range someKeys {
		res, err := st.Find(ctx, store.Find{Where: leaf(store.KeyIs, key)})
		if err != nil {
			t.Fatal(err)
		}
		s.Found[key] = res.Total
	}
	res, err := st.Find(ctx, store.Find{Where: store.Expr{Op: store.Not, Args: []store.Expr{leaf(store.KindIs, "none")}}, Facets: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range res.Facets[0].Values {
		s.Facets[v.Value] = v.N
	}
	for _, h := range res.Hits {
		s.Found["hit "+string(h.ID)+" "+h.Key]++
	}
	if s.Profiles, err = st.Profiles(ctx); err != nil {
		t.Fatal(err)
	}
	for i := range s.Profiles {
		s.Profiles[i].Name = same(s.Profiles[i].Name)
	}
	return s
}

// same is what is the same of names of one key: the first that is added is kept,
// and one that no document prints is made of the key.
func same(name string) string { return strings.Join(store.NameWords(name), " ") }

// anyOrder sees that what holds depends neither on the order in which documents
// and identifications came, nor on when the documents were read again.
func anyOrder(t *testing.T, open func(t *testing.T) store.Store) {
	rapid.Check(t, func(rt *rapid.T) {
		var articles []Article
		var docs []onrecord.DocumentID
		for i := range rapid.IntRange(1, 4).Draw(rt, "articles") {
			a := drawArticle(rt)
			a.Address = fmt.Sprintf("%d.txt", i)
			articles = append(articles, a)
			docs = append(docs, a.Reading().Doc.ID)
		}
		list := drawIdentifications(rt, docs)
		straight, shuffled := open(t), open(t)
		defer straight.Close()
		defer shuffled.Close()
		for _, a := range articles {
			putOne(rt, straight, a, reader)
		}
		for _, i := range list {
			if _, err := straight.Identify(ctx, []onrecord.Identification{i}); err != nil {
				rt.Fatal(err)
			}
			mustCheck(rt, straight)
		}
		// Undos come after what they undo; everything else in any order.
		for _, step := range rapid.Permutation(steps(articles, list)).Draw(rt, "steps") {
			step(rt, shuffled)
		}
		for _, i := range list {
			if _, err := shuffled.Identify(ctx, []onrecord.Identification{i}); err != nil {
				rt.Fatal(err)
			}
		}
		mustCheck(rt, shuffled)
		if diff := cmp.Diff(snapshot(rt, straight), snapshot(rt, shuffled)); diff != "" {
			rt.Fatalf("in another order the record says something else (-want +have):\n%s", diff)
		}
	})
}

func steps(articles []Article, list []onrecord.Identification) (out []func(*rapid.T, store.Store)) {
	for _, a := range articles {
		out = append(out, func(rt *rapid.T, st store.Store) {
			putOne(rt, st, a, reader2)
			putOne(rt, st, a, reader)
		})
	}
	for _, i := range list {
		if i.Kind != onrecord.Undone {
			out = append(out, func(rt *rapid.T, st store.Store) {
				if _, err := st.Identify(ctx, []onrecord.Identification{i}); err != nil {
					rt.Fatal(err)
				}
			})
		}
	}
	return out
}

func putOne(rt *rapid.T, st store.Store, a Article, by onrecord.ReaderVersion) {
	if _, err := st.Put(ctx, []*onrecord.Reading{a.readBy(by)}); err != nil {
		rt.Fatal(err)
	}
}

func drawIdentifications(rt *rapid.T, docs []onrecord.DocumentID) (list []onrecord.Identification) {
	for i := range rapid.IntRange(1, 6).Draw(rt, "identifications") {
		keys := rapid.Permutation(someKeys).Draw(rt, "keys")
		switch kind := rapid.IntRange(0, 5).Draw(rt, "kind"); {
		case kind < 3:
			list = append(list, Merge(i, keys[0], keys[1]))
		case kind < 5 || len(list) == 0:
			some := slices.Clone(rapid.Permutation(docs).Draw(rt, "docs"))
			list = append(list, Split(i, keys[0], keys[1], some[:rapid.IntRange(1, len(some)).Draw(rt, "number")]...))
		default:
			if what := rapid.SampledFrom(list).Draw(rt, "undone"); what.Kind != onrecord.Undone {
				list = append(list, Undo(i, what.ID))
			}
		}
	}
	return list
}
