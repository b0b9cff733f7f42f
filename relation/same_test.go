package relation_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"onrecord"
	"onrecord/relation"
)

// spoken is a report of words that all stand in quotation marks.
func spoken(id, key, content string, day onrecord.Day) onrecord.Report {
	r := onrecord.Report{Statement: onrecord.StatementID(id), Doc: onrecord.DocumentID("d" + id), Key: key, Kind: onrecord.Direct, Content: content,
		Quoted: []onrecord.Span{{Start: 0, End: len(content)}}}
	if day != "" {
		r.Said = onrecord.Claimed{EDTF: onrecord.EDTF(day), From: day, Until: next(day), Basis: "weekday"}
	}
	return r
}

func next(day onrecord.Day) onrecord.Day {
	return day[:len(day)-1] + onrecord.Day(day[len(day)-1]+1)
}

// TestGroup: the surest matches join first, and what must not be joined is not.
func TestGroup(t *testing.T) {
	mara, tom := "person:mara-quill", "person:tom-ash"
	reports := []onrecord.Report{
		spoken("a", mara, "x", "2019-05-07"), spoken("b", "", "x", ""), spoken("c", tom, "x", "2019-05-07"), spoken("d", mara, "x", "2019-09-03"), spoken("e", mara, "x", ""),
	}
	match := func(a, b string, score float64) onrecord.Match {
		return onrecord.Match{A: onrecord.StatementID(a), B: onrecord.StatementID(b), Score: score}
	}
	rule := func(kind onrecord.RulingKind, a, b string) onrecord.Ruling {
		return onrecord.Ruling{Kind: kind, A: onrecord.Place{Statement: onrecord.StatementID(a)}, B: onrecord.Place{Statement: onrecord.StatementID(b)}}
	}
	matches := []onrecord.Match{match("a", "b", 0.92), match("b", "c", 0.95), match("b", "d", 0.7), match("a", "e", 0.92)}
	for _, c := range []struct {
		rulings []onrecord.Ruling
		want    string
	}{
		{nil, "[[a e] [c b] [d]]"},
		{[]onrecord.Ruling{rule(onrecord.Apart, "c", "b")}, "[[a b e] [c] [d]]"},
		{[]onrecord.Ruling{rule(onrecord.Apart, "a", "e"), rule(onrecord.Together, "d", "a")}, "[[a d] [c b] [e]]"},
		{[]onrecord.Ruling{rule(onrecord.Apart, "a", "z")}, "[[a e] [c b] [d]]"},
	} {
		if have := names(reports, relation.Group(reports, matches, c.rulings)); have != c.want {
			t.Errorf("rulings %v: have %s, want %s", c.rulings, have, c.want)
		}
	}
}

// names are the groups as names of statements.
func names(reports []onrecord.Report, groups [][]int) string {
	var out [][]onrecord.StatementID
	for _, g := range groups {
		var ids []onrecord.StatementID
		for _, i := range g {
			ids = append(ids, reports[i].Statement)
		}
		out = append(out, ids)
	}
	return fmt.Sprint(out)
}

// FuzzGroup: groups do not depend on the order of reports, matches and rulings;
// every report is in one; and no group has two known speakers.
func FuzzGroup(f *testing.F) {
	f.Add(uint64(1), uint8(12))
	f.Fuzz(func(t *testing.T, seed uint64, size uint8) {
		rnd := rand.New(rand.NewPCG(seed, 0))
		n := int(size)%40 + 1
		reports, matches, rulings := component(rnd, n)
		want := names(reports, relation.Group(reports, matches, rulings))
		shuffle(rnd, reports)
		shuffle(rnd, matches)
		shuffle(rnd, rulings)
		groups := relation.Group(reports, matches, rulings)
		if have := names(reports, groups); have != want {
			t.Fatalf("seed %d, %d reports: in another order %s, want %s", seed, n, have, want)
		}
		seen := map[int]bool{}
		for _, g := range groups {
			keys := map[string]bool{}
			for _, i := range g {
				if seen[i] {
					t.Fatalf("report %d twice in %v", i, groups)
				}
				seen[i] = true
				if k := reports[i].Key; k != "" {
					keys[k] = true
				}
			}
			if len(keys) > 1 && len(rulings) == 0 {
				t.Fatalf("speakers %v in one of %v", keys, groups)
			}
		}
		if len(seen) != n {
			t.Fatalf("%d of %d reports in %v", len(seen), n, groups)
		}
	})
}

func shuffle[T any](rnd *rand.Rand, s []T) {
	rnd.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
}

// component makes reports of few speakers and days, with matches and rulings at random.
func component(rnd *rand.Rand, n int) (reports []onrecord.Report, matches []onrecord.Match, rulings []onrecord.Ruling) {
	keys := []string{"", "person:a", "person:b"}
	days := []onrecord.Day{"", "2019-05-07", "2019-05-08"}
	for i := range n {
		reports = append(reports, spoken(fmt.Sprintf("s%02d", i), keys[rnd.IntN(3)], "x", days[rnd.IntN(3)]))
	}
	ruled := map[[2]int]bool{}
	for range 2 * n {
		i, j := rnd.IntN(n), rnd.IntN(n)
		if i >= j {
			continue
		}
		matches = append(matches, onrecord.Match{A: reports[i].Statement, B: reports[j].Statement, Score: float64(rnd.IntN(4)) / 4})
		if seed := rnd.IntN(8); seed < 2 && !ruled[[2]int{i, j}] {
			ruled[[2]int{i, j}] = true
			rulings = append(rulings, onrecord.Ruling{Kind: []onrecord.RulingKind{onrecord.Apart, onrecord.Together}[seed],
				A: onrecord.Place{Statement: reports[i].Statement}, B: onrecord.Place{Statement: reports[j].Statement}})
		}
	}
	return reports, matches, rulings
}

// FuzzSame: Same is symmetric, joins no two speakers and no two times, and only
// what Trace finds again.
func FuzzSame(f *testing.F) {
	f.Add("We will not close the Norrby ferry this year.", "she would not close the Norrby ferry", "person:mara-quill", "", uint8(3))
	f.Add("“The harbour … belongs to the town”", "The harbour of Norrby belongs to the town and to nobody else", "", "", uint8(0))
	f.Fuzz(func(t *testing.T, a, b, keyA, keyB string, days uint8) {
		day := []onrecord.Day{"", "2019-05-07", "2019-05-08", "2019-09-03"}
		ra, rb := spoken("a", keyA, a, day[days%4]), spoken("b", keyB, b, day[days/4%4])
		m, ok := relation.Same(&ra, &rb)
		n, okBack := relation.Same(&rb, &ra)
		if ok != okBack || !reflect.DeepEqual(m, n) {
			t.Fatalf("%+v and %+v: %v %v, and the other way %v %v", ra, rb, m, ok, n, okBack)
		}
		if !ok {
			return
		}
		if m.A != "a" || m.B != "b" || m.Score <= 0 || m.Score > 1 || len(m.Why) == 0 {
			t.Fatalf("%+v", m)
		}
		if keyA != "" && keyB != "" && keyA != keyB || ra.Said.From != rb.Said.From && ra.Said.From != "" && rb.Said.From != "" {
			t.Fatalf("%+v and %+v are joined", ra, rb)
		}
		if !found(&ra, &rb) {
			t.Fatalf("%+v and %+v are joined, and not found", ra, rb)
		}
	})
}

// found reports what Trace promises of reports that are joined.
func found(a, b *onrecord.Report) bool {
	_, printsA, firstA, lastA := relation.Trace(a)
	_, printsB, firstB, lastB := relation.Trace(b)
	overlap := (firstA == "" || lastB == "" || firstA <= lastB) && (firstB == "" || lastA == "" || firstB <= lastA)
	return a.Key == b.Key && a.Key != "" && overlap || slices.ContainsFunc(printsA, func(p uint64) bool { return slices.Contains(printsB, p) })
}
