package relation_test

import (
	"reflect"
	"testing"

	"onrecord"
	"onrecord/entity/entitytest"
	"onrecord/relation"
)

// FuzzState tests the promises that hold for any tags, heads and statements:
// the Reading passes Check, relations are in order of their cue, no two have
// one ID, statements are in order, and reading twice gives the same.
func FuzzState(f *testing.F) {
	for seed := range int64(30) {
		f.Add(seed, uint16(10+20*seed), uint8(seed))
	}
	f.Fuzz(func(t *testing.T, seed int64, n uint16, statements uint8) {
		r := random(seed, 1+int(n)%2000, int(statements))
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		seen := map[onrecord.RelationID]bool{}
		for i := range r.Relations {
			rel := &r.Relations[i]
			if seen[rel.ID] {
				t.Fatalf("two relations have the ID %s", rel.ID)
			}
			seen[rel.ID] = true
			if i > 0 && r.Relations[i-1].Cue.Start > rel.Cue.Start {
				t.Fatalf("relation %d begins at %d, the one before at %d", i, rel.Cue.Start, r.Relations[i-1].Cue.Start)
			}
			if rel.Score <= 0 || rel.Score > 1 || len(rel.Why) == 0 || rel.Basis == onrecord.Stated == rel.Cue.IsZero() {
				t.Fatalf("score, why or cue: %+v", rel)
			}
			if rel.From.Statement == rel.To.Statement && rel.From.Statement != "" {
				t.Fatalf("a statement stands to itself: %+v", rel)
			}
		}
		if again := random(seed, 1+int(n)%2000, int(statements)); !reflect.DeepEqual(r, again) {
			t.Fatal("two readings of one text differ")
		}
	})
}

// FuzzReport tests what is promised of the statements that are added: they
// are in order with the rest, and none has a word of another's content.
func FuzzReport(f *testing.F) {
	for seed := range int64(30) {
		f.Add(seed, uint16(10+20*seed), uint8(seed))
	}
	f.Fuzz(func(t *testing.T, seed int64, n uint16, statements uint8) {
		r := words(seed, 1+int(n)%2000, int(statements))
		before := map[onrecord.StatementID]bool{}
		for i := range r.Statements {
			before[r.Statements[i].ID] = true
		}
		relation.Report(r)
		for i := range r.Statements {
			if st := &r.Statements[i]; !before[st.ID] {
				apart(t, r, i)
			}
		}
	})
}

// apart fails for content of statement i that another statement has too.
func apart(t *testing.T, r *onrecord.Reading, i int) {
	for j := range r.Statements {
		if i == j {
			continue
		}
		for _, a := range r.Statements[i].Content {
			for _, b := range r.Statements[j].Content {
				if a.Overlaps(b) && a.Len() > 0 {
					t.Fatalf("the added statement %q shares words with %q", a.In(r.Doc.Text), b.In(r.Doc.Text))
				}
			}
		}
	}
}

// random is a random text with words that relations are said by.
func random(seed int64, n, statements int) *onrecord.Reading {
	r := words(seed, n, statements)
	read(r)
	return r
}

// words is random without the stages.
func words(seed int64, n, statements int) *onrecord.Reading {
	r := entitytest.Random(seed, n, statements)
	lemmas := []string{"deny", "reject", "criticize", "walk", "defend", "remark", "claim", "offer", "add", "reply", "say", "that", "back", "despite", "accuse", "of",
		"attack", "on", "voice", "support", "for", "face", "criticism", "from", "come", "to", "agree", "call", "false"}
	for i := range r.Tokens {
		if i%3 == 0 {
			r.Tokens[i].Lemma = lemmas[(int(uint64(seed)%1000)+7*i)%len(lemmas)]
		}
	}
	return r
}

// TestHostile: the work grows with the text, not with its square.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: hostile texts take a second")
	}
	r := random(1, 100_000, 10_000)
	relation.State(r)
}
