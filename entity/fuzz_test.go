package entity_test

import (
	"reflect"
	"testing"

	"onrecord"
	"onrecord/entity"
	"onrecord/entity/entitytest"
)

// FuzzResolve tests the promises that hold for any tags and heads: the Reading
// passes Check, nobody is merged on a first name, and reading twice gives the
// same.
func FuzzResolve(f *testing.F) {
	for seed := range int64(30) {
		f.Add(seed, uint16(10+20*seed), uint8(seed))
	}
	f.Fuzz(func(t *testing.T, seed int64, n uint16, statements uint8) {
		size := 1 + int(n)%2000
		r := entitytest.Random(seed, size, int(statements))
		entity.Resolve(r)
		if err := r.Check(); err != nil {
			t.Fatal(err)
		}
		for i := range r.Statements {
			checkStatement(t, &r.Statements[i])
		}
		again := entitytest.Random(seed, size, int(statements))
		entity.Resolve(again)
		if !reflect.DeepEqual(r, again) {
			t.Fatal("two readings of one text differ")
		}
	})
}

func checkStatement(t *testing.T, st *onrecord.Statement) {
	if st.Act == "" || st.Anonymity == "" || len(st.Why) == 0 {
		t.Fatalf("statement %v has no act, anonymity or why: %+v", st.ID, st)
	}
	for _, id := range st.Others {
		if id == st.Speaker {
			t.Fatalf("the speaker %s is a candidate too", id)
		}
	}
	if (st.Speaker == "") != (st.SpeakerScore == 0) || st.SpeakerScore != 0 && (st.SpeakerScore < 0.7 || st.SpeakerScore > 1) {
		t.Fatalf("the speaker %q has the score %v; unknown is 0, known 0.7 and more", st.Speaker, st.SpeakerScore)
	}
	if st.Source.IsZero() && st.Speaker != "" {
		t.Fatalf("a speaker without a source: %+v", st)
	}
}

// TestHostile: the work grows with the text, not with its square.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: hostile texts take a second")
	}
	entity.Resolve(entitytest.Random(1, 100_000, 10_000))
}

func BenchmarkResolve(b *testing.B) {
	r := entitytest.Random(7, 900, 25)
	statements := append([]onrecord.Statement(nil), r.Statements...)
	b.ReportAllocs()
	for b.Loop() {
		r.Entities = nil
		copy(r.Statements, statements)
		entity.Resolve(r)
	}
}
