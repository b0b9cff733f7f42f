package date_test

import (
	"reflect"
	"strings"
	"testing"

	"onrecord"
	"onrecord/date"
	"onrecord/entity/entitytest"
)

// FuzzClaim tests the promises that hold for any tags and heads: times parse,
// their bounds are in order and agree with From and Until, no day lies after
// publication, and no words of the statement's content are used.
func FuzzClaim(f *testing.F) {
	for seed := range int64(30) {
		f.Add(seed, uint16(10+20*seed), uint8(seed))
	}
	f.Add(int64(248), uint16(686), uint8(85))
	f.Fuzz(func(t *testing.T, seed int64, n uint16, statements uint8) {
		size := 1 + int(n)%2000
		r := entitytest.Random(seed, size, int(statements))
		for i := range r.Statements {
			r.Statements[i].Speaker = onrecord.EntityID([]string{"", "a", "b"}[(int(seed&7)+i)%3])
		}
		speakers := append([]onrecord.Statement(nil), r.Statements...)
		date.Claim(r)
		last := lastDay(r.Doc.Published)
		for i := range r.Statements {
			checkTime(t, r, &r.Statements[i], last)
		}
		again := *r
		again.Statements = speakers
		date.Claim(&again)
		if !reflect.DeepEqual(again.Statements, r.Statements) {
			t.Fatal("two readings of one text differ")
		}
	})
}

func lastDay(published onrecord.Claimed) onrecord.Day {
	e, err := date.Parse(string(published.EDTF))
	if err != nil {
		return ""
	}
	_, last := e.Bounds()
	return last
}

func checkTime(t *testing.T, r *onrecord.Reading, st *onrecord.Statement, last onrecord.Day) {
	s := st.Said
	if len(st.Why) == 0 {
		t.Fatalf("no why: %+v", st)
	}
	if s.IsZero() {
		return
	}
	e, err := date.Parse(string(s.EDTF))
	if err != nil {
		t.Fatalf("%+v: %v", s, err)
	}
	first, end := e.Bounds()
	if first != s.From || (end == "") != (s.Until == "") || s.Until != "" && s.Until <= end {
		t.Fatalf("%+v: bounds are %s to %s", s, first, end)
	}
	if last != "" && end > last {
		t.Fatalf("%+v is after publication on %s", s, last)
	}
	if s.Basis == "inferred" {
		return
	}
	for _, c := range st.Content {
		if c.Overlaps(s.Words) && !carried(st) {
			t.Fatalf("%+v uses the content %v", s, c)
		}
	}
}

// carried reports a time that stands in another statement's clause, or in a
// sentence that tells of an appearance.
func carried(st *onrecord.Statement) bool {
	why := st.Why[len(st.Why)-1]
	return strings.HasPrefix(why, "time: carried") || strings.HasPrefix(why, "time: of ")
}

// TestHostile: the work grows with the text, not with its square.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: hostile texts take a second")
	}
	date.Claim(entitytest.Random(1, 100_000, 10_000))
	r := entitytest.Random(2, 100_000, 10_000)
	r.Sentences = []onrecord.Sentence{{First: 0, End: len(r.Tokens)}}
	date.Claim(r)
}

func BenchmarkClaim(b *testing.B) {
	r := entitytest.Random(7, 900, 25)
	r.Doc.Published.EDTF = "2017-12-13"
	statements := append([]onrecord.Statement(nil), r.Statements...)
	b.ReportAllocs()
	for b.Loop() {
		copy(r.Statements, statements)
		date.Claim(r)
	}
}
