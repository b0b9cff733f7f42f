package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/people"
	"onrecord/store"
)

// whole is a hit that has everything.
func whole() *store.Hit {
	person := func(name string) *onrecord.Entity { return &onrecord.Entity{Name: name, Kind: onrecord.Person} }
	h := &store.Hit{Speaker: person("Ida Moen"), Key: "person:ida-moen", Content: "The promise “was never costed,”", Cue: "wrote:", Source: "she",
		AddresseeWords: "shipowners", VenueWords: "the Engineers' Club", OccasionWords: "a supper", MediumWords: "a letter", SaidWords: "on Tuesday"}
	h.Statement = onrecord.Statement{ID: "s1", Kind: onrecord.Mixed, Act: onrecord.Denied, Anonymity: onrecord.Spokesperson, Role: "islands minister", SpeakerScore: 0.9,
		Score: 0.8, Cue: onrecord.Span{Start: 3, End: 9}, Said: onrecord.Claimed{EDTF: "2024-11-19", From: "2024-11-19", Until: "2024-11-20", Basis: "weekday"},
		Via: []onrecord.Hop{{Kind: onrecord.HopCited, Name: "Radio North", Words: onrecord.Span{Start: 10, End: 28}}, {Kind: onrecord.HopReported}}}
	h.Doc.Outlet, h.Doc.Published, h.Doc.Current = "Ellery Courier", onrecord.Claimed{EDTF: "2024-11-21", Basis: "meta"}, true
	h.Relations = []store.Link{{
		Relation: onrecord.Relation{ID: "r1", Kind: onrecord.WalksBack, Basis: onrecord.Stated, Cue: onrecord.Span{Start: 30, End: 41}},
		Cue:      "walked back", Hedge: "appeared to", By: person("Per Holm"), Side: store.FromSide,
		To: store.LinkEnd{End: onrecord.End{Noun: "remark", Said: onrecord.Claimed{EDTF: "2024-11"}}, Owner: person("Osric Tvedt"), Words: "his remarks", About: "the fares"},
	}, {
		Relation: onrecord.Relation{ID: "r2", Kind: onrecord.Contradicts, Basis: onrecord.Implied}, Side: store.ToSide,
		From: store.LinkEnd{End: onrecord.End{Statement: "s2"}, Statement: &store.Brief{Kind: onrecord.Direct, Content: "“No”"}},
	}, {
		Relation: onrecord.Relation{ID: "r3", Kind: onrecord.Elaborates, Basis: onrecord.Stated}, Side: store.ToSide,
		From: store.LinkEnd{End: onrecord.End{Statement: "s3"}, Statement: &store.Brief{Content: "not shown in a list"}},
	}}
	return h
}

func TestEntry(t *testing.T) {
	unknown := &store.Hit{Content: "the boats leaked", Source: "they\x1b[2J"}
	unknown.Statement = onrecord.Statement{ID: "s9", Kind: onrecord.Indirect, Act: onrecord.Asserted, Anonymity: onrecord.Named,
		Said: onrecord.Claimed{EDTF: "../2024-11-21", Until: "2024-11-22", Basis: "inferred"}}
	unknown.Others = []onrecord.Entity{{Name: "Per Holm"}, {Name: "Osric Tvedt"}}
	long := &store.Hit{Content: "yes"}
	long.Statement = onrecord.Statement{ID: "s8", Kind: onrecord.Indirect, Said: onrecord.Claimed{EDTF: "2024-11-01/2024-11-10", From: "2024-11-01", Until: "2024-11-11", Basis: "month"}}
	for _, c := range []struct {
		name string
		hit  *store.Hit
		want string
	}{
		{"everything", whole(), `
2024-11-19     Ida Moen, islands minister, to shipowners, at the Engineers'
“on Tuesday”   Club, during a supper, via a letter, through Radio North (cited),
               reportedly
               The promise “was never costed,”
               denied · source: spokesperson · mixed · “wrote”
               Ellery Courier 2024-11-21 · s1
               → walks back “his remarks” (placeholder: remark of Osric Tvedt,
               2024-11, about “the fares”) · “walked back” · hedged: “appeared
               to” · as Per Holm says
               ← contradicted by speaker unknown: “No” · implied
`},
		{"unknown", unknown, `
by 2024-11-21  speaker unknown (“they�[2J”): candidates Per Holm or Osric Tvedt
~ inferred     the boats leaked
               indirect
               outlet unknown · s9
`},
		{"a long time", long, `
2024-11-01/2024-11-10
month          speaker unknown
               yes
               indirect
               outlet unknown · s8
`},
	} {
		var b strings.Builder
		if err := (&hitText{newPrinter(&b)}).hit(t.Context(), c.hit); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(strings.TrimPrefix(c.want, "\n")+"\n", b.String()); d != "" {
			t.Errorf("%s (-want +have):\n%s", c.name, d)
		}
	}
}

// TestShowHasAll sees that show prints each part of a statement, and nothing of
// what says nothing.
func TestShowHasAll(t *testing.T) {
	r := &onrecord.Reading{Doc: &onrecord.Document{Text: "   wrote:cited by Radio North walked back"}, Entities: []onrecord.Entity{
		{Name: "Ida Moen", Kind: onrecord.Person, Roles: []onrecord.Role{{Title: "Minister for Islands"}}}}}
	lists := people.New([]onrecord.Holding{{List: "isles.csv", Line: 1, Person: "Ida Moen", Position: "Minister for Islands", Start: "2024-11-19", From: "2024-11-19"}})
	have := func(h *store.Hit) string {
		var b strings.Builder
		if err := showStatement(newPrinter(&b), h, r, lists, nil); err != nil {
			t.Fatal(err)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	for _, want := range []string{"act denied", "named spokesperson", "in lists agreement: list isles.csv", "sure 0.90 of the speaker", "said 2024-11-19 (weekday: “on Tuesday”)", "to shipowners",
		"at the Engineers' Club", "during a supper", "medium a letter", "via through Radio North (cited): “ited by Radio Nort” reportedly",
		"relations → walks back “his remarks” (placeholder: remark of Osric Tvedt, 2024-11, about “the fares”) · “walked back”", "· r1 ← contradicted by", "← elaborated by"} {
		if !strings.Contains(have(whole()), want) {
			t.Errorf("show has no %q:\n%s", want, have(whole()))
		}
	}
	undated := whole()
	undated.Doc.Published, undated.Said = onrecord.Claimed{}, onrecord.Claimed{EDTF: "2024-11", Basis: "month"}
	if want := "in lists then 2024-11-19/2024-11-30, if the offices are those of its day: Ida Moen: list isles.csv"; !strings.Contains(have(undated), want) {
		t.Errorf("show of an article without a date has no %q:\n%s", want, have(undated))
	}
	plain := have(&store.Hit{Statement: onrecord.Statement{Kind: onrecord.Direct, Act: onrecord.Asserted, Anonymity: onrecord.Named}})
	for _, no := range []string{" act ", " named ", " via ", " to ", " during ", " relations ", "asserted", "sure"} {
		if strings.Contains(plain, no) {
			t.Errorf("show has %q where it says nothing:\n%s", no, plain)
		}
	}
}
