package relation_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/relation"
)

// A said is a candidate in a line: who, when, kind, words.
func said(t testing.TB, id, who, when, kind, words string) onrecord.Report {
	r := onrecord.Report{
		Statement: onrecord.StatementID(id), Doc: "d" + onrecord.DocumentID(id), Key: who, Kind: onrecord.Kind(kind), Act: onrecord.Asserted,
		Content: words, Said: times(t, when), Published: times(t, strings.TrimPrefix(when, "../")),
	}
	if kind == "posted" {
		r.Kind, r.Via = onrecord.Direct, []onrecord.Hop{{Kind: onrecord.HopPosted}}
	}
	if r.Kind == onrecord.Direct {
		r.Quoted = []onrecord.Span{{Start: 0, End: len(words)}}
	}
	return r
}

// times is the time that an EDTF says; the day after its last is made by hand,
// since tests need only days of one month.
func times(t testing.TB, edtf string) (c onrecord.Claimed) {
	if edtf == "" {
		return c
	}
	e, err := date.Parse(edtf)
	if err != nil {
		t.Fatal(err)
	}
	first, last := e.Bounds()
	var year, month, day int
	if _, err := fmt.Sscanf(string(last), "%d-%d-%d", &year, &month, &day); err != nil {
		t.Fatal(err)
	}
	return onrecord.Claimed{EDTF: onrecord.EDTF(edtf), From: first, Until: onrecord.Day(fmt.Sprintf("%04d-%02d-%02d", year, month, day+1)), Basis: "weekday"}
}

func TestMeant(t *testing.T) {
	const ann, bo = "person:ann-lee", "person:bo-ash"
	printed := times(t, "2024-05-20")
	tolls := said(t, "s1", ann, "2024-05-14", "direct", "every bridge will have tolls by the summer")
	tollsAgain := said(t, "s2", ann, "2024-05-14", "indirect", "that every bridge would have tolls by the summer")
	earlierTolls := said(t, "s3", ann, "2024-05-07", "direct", "nobody wants tolls on a bridge")
	schools := said(t, "s4", ann, "2024-05-14", "direct", "the school at Holm keeps its teachers and pupils")
	others := said(t, "s5", bo, "2024-05-14", "direct", "every bridge will have tolls by the summer")
	late := said(t, "s6", ann, "2024-05-21", "direct", "every bridge will have tolls by the summer")
	tweet := said(t, "s7", ann, "2024-05-14", "posted", "Bo Ash cannot count")
	refusal := said(t, "s8", ann, "2024-05-14", "act", "")
	undated := said(t, "s9", ann, "../2024-05-16", "direct", "the ferries will be sold to the islands")
	for _, c := range []struct {
		what       string
		noun       string
		about      string
		when       string
		candidates []onrecord.Report
		want       string
	}{
		{"the day and the subject", "remark", "tolls on bridges", "2024-05-14", []onrecord.Report{earlierTolls, schools, tolls}, "s1"},
		{"of two reports the one with its words quoted", "remark", "tolls", "2024-05-14", []onrecord.Report{tollsAgain, schools, tolls}, "s1"},
		{"a word that means much the same", "remark", "pupils in class", "2024-05-14", []onrecord.Report{schools, tweet}, "s4"},
		{"another subject on the day", "remark", "tolls", "2024-05-14", []onrecord.Report{schools}, ""},
		{"the subject on another day", "remark", "tolls", "2024-05-14", []onrecord.Report{earlierTolls}, ""},
		{"somebody else", "remark", "tolls", "2024-05-14", []onrecord.Report{others}, ""},
		{"after the article", "remark", "tolls", "", []onrecord.Report{late}, ""},
		{"no subject, the only one of the day", "remark", "", "2024-05-14", []onrecord.Report{schools, earlierTolls}, "s4"},
		{"no subject, two of the day", "remark", "", "2024-05-14", []onrecord.Report{schools, tolls}, ""},
		{"no subject, two reports of one utterance", "remark", "", "2024-05-14", []onrecord.Report{tollsAgain, tolls}, "s1"},
		{"no subject and no day", "remark", "", "", []onrecord.Report{schools}, ""},
		{"no day, two days with the subject", "remark", "tolls", "", []onrecord.Report{tolls, earlierTolls}, ""},
		{"no day, the words themselves", "promise", "ferries sold to the islands", "", []onrecord.Report{undated, tolls, schools}, "s9"},
		{"a tweet is posted", "tweet", "", "2024-05-14", []onrecord.Report{tolls, tweet}, "s7"},
		{"a promise looks ahead", "promise", "", "2024-05-14", []onrecord.Report{tolls, schools}, "s1"},
		{"no words were given", "remark", "", "2024-05-14", []onrecord.Report{refusal}, ""},
		{"nothing", "remark", "tolls", "2024-05-14", nil, ""},
	} {
		w := &relation.Wanted{Kind: onrecord.WalksBack, Key: ann, Noun: c.noun, About: c.about, Said: times(t, c.when), By: printed, Published: printed}
		i, score, why, ok := relation.Meant(w, c.candidates)
		have := ""
		if ok {
			have = string(c.candidates[i].Statement)
		}
		if have != c.want {
			t.Errorf("%s: %s of %s about %q: have %q (%v), want %q", c.what, c.noun, c.when, c.about, have, why, c.want)
		}
		if ok != (score > 0 && score <= 1 && len(why) > 0) {
			t.Errorf("%s: score %v and why %v of an answer that is given: %v", c.what, score, why, ok)
		}
	}
}

// The rest of the sentence speaks for one of two, and so does a name in it.
func TestMeantReadsTheSentence(t *testing.T) {
	const ann = "person:ann-lee"
	printed := times(t, "2024-05-20")
	ferries := said(t, "s1", ann, "2024-05-14", "direct", "the ferries will be sold to the islands")
	schools := said(t, "s2", ann, "2024-05-14", "direct", "the school at Holm keeps its teachers and pupils")
	for _, c := range []struct{ sentence, want string }{
		{"", ""},
		{"Her office took back on Monday what Lee had said.", ""},
		{"Harbour masters took back on Monday what Lee had said of the ships to the islands.", "s1"},
		{"Parents of pupils at Holm took back on Monday what Lee had said of their teachers.", "s2"},
	} {
		w := &relation.Wanted{Kind: onrecord.WalksBack, Key: ann, Noun: "remark", Said: times(t, "2024-05-14"), By: printed, Published: printed, Context: c.sentence}
		candidates, have := []onrecord.Report{ferries, schools}, ""
		if i, _, _, ok := relation.Meant(w, candidates); ok {
			have = string(candidates[i].Statement)
		}
		if have != c.want {
			t.Errorf("%q: have %q, want %q", c.sentence, have, c.want)
		}
	}
}

// An article without a date says nothing of when.
func TestMeantNeedsADay(t *testing.T) {
	tolls := said(t, "s1", "person:ann-lee", "2024-05-14", "direct", "every bridge will have tolls by the summer")
	w := &relation.Wanted{Key: "person:ann-lee", Noun: "remark", About: "tolls on every bridge"}
	if _, _, _, ok := relation.Meant(w, []onrecord.Report{tolls}); ok {
		t.Error("an undated article means a statement that may be from after it")
	}
	if first, last, ok := w.Window(); ok {
		t.Errorf("its window: have %s to %s, want none", first, last)
	}
}

// Whatever is asked, the answer is the owner's, not later than the article, and
// the same in any order of the candidates.
func FuzzMeant(f *testing.F) {
	f.Add(uint64(1), "tolls on the bridge", "promise", "every bridge will have tolls")
	f.Add(uint64(2), "", "remark", "no")
	f.Add(uint64(3), "\xff a", "", "\x00 … ")
	f.Fuzz(func(t *testing.T, seed uint64, about, noun, words string) {
		rng := rand.New(rand.NewPCG(seed, 1))
		var candidates []onrecord.Report
		for i := range 12 {
			text := words
			if k := rng.IntN(len(words) + 1); i%3 > 0 {
				text = words[k:] + " " + about
			}
			who := []string{"person:ann-lee", "person:bo-ash", ""}[rng.IntN(3)]
			candidates = append(candidates, said(t, fmt.Sprint("s", i), who, fmt.Sprintf("2024-05-%02d", 1+rng.IntN(27)), []string{"direct", "indirect", "posted"}[rng.IntN(3)], text))
		}
		w := &relation.Wanted{Key: "person:ann-lee", Noun: noun, About: about, By: times(t, "2024-05-15"), Published: times(t, "2024-05-15"), Context: words + " " + noun}
		if seed%2 == 0 {
			w.Said = times(t, "2024-05-10")
		}
		i, score, _, ok := relation.Meant(w, candidates)
		want := onrecord.StatementID("")
		if ok {
			want = candidates[i].Statement
			if c := &candidates[i]; c.Key != w.Key || c.Said.From > "2024-05-15" {
				t.Fatalf("about %q: have %s by %s of %s", about, want, c.Key, c.Said.From)
			}
		}
		rng.Shuffle(len(candidates), func(a, b int) { candidates[a], candidates[b] = candidates[b], candidates[a] })
		j, again, _, ok2 := relation.Meant(w, candidates)
		if ok != ok2 || ok && (candidates[j].Statement != want || score != again) {
			t.Fatalf("about %q in another order: have %v, want %s", about, ok2, want)
		}
	})
}

func BenchmarkMeant(b *testing.B) {
	for _, n := range []int{100, 1000} {
		var candidates []onrecord.Report
		for i := range n {
			candidates = append(candidates, said(b, fmt.Sprintf("s%04d", i), "person:ann-lee", "2024-05-14", "direct", fmt.Sprintf("the %d bridges of the %dth district will have tolls", i, i*7)))
		}
		w := &relation.Wanted{Key: "person:ann-lee", Noun: "remark", About: "tolls in the 49th district", Said: times(b, "2024-05-14"), By: times(b, "2024-05-20"), Published: times(b, "2024-05-20")}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				relation.Meant(w, candidates)
			}
		})
	}
}
