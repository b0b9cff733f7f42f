package collation

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/store/storetest"
)

// What so many papers print nearly alike is one utterance in whatever order
// they come, and the matches are the same too as long as each is compared with
// each: up to fifty of nearly the same words, and more that have only some in
// common.
func TestCrowd(t *testing.T) {
	const harbour, boxes = "The harbour of Norvale stays open until the last ship has left quay %d", "Box %[1]d went to hall 1%[1]d with 2%[1]d dogs"
	for _, c := range []struct {
		papers       int
		sentence     string
		one, matches bool // all are one utterance; the matches must not depend on the order
	}{{most + 1, harbour, true, true}, {most + 25, harbour, true, false}, {2 * most, boxes, false, true}} {
		var want string
		for order := range orders(4) {
			have := gathered(t, rand.New(rand.NewPCG(order, 5)), c.papers, c.sentence)
			if n := strings.Count(have, "match {"); c.one && c.matches && n != c.papers*(c.papers-1)/2 {
				t.Errorf("%d papers: %d matches, want one for each pair", c.papers, n)
			}
			if all := fmt.Sprintf("%d reports, %d outlets", c.papers, c.papers); c.one && !strings.HasPrefix(have, all) {
				t.Errorf("%d papers: have %.40s, want %s", c.papers, have, all)
			}
			if !c.matches {
				have, _, _ = strings.Cut(have, "\n")
			}
			if order == 0 {
				want = have
			} else if have != want {
				t.Errorf("%d papers, order %d: have\n%.300s\nwant\n%.300s", c.papers, order, have, want)
			}
		}
	}
}

// orders are how many orders are tried: two in a short test.
func orders(n uint64) uint64 {
	if testing.Short() {
		return 2
	}
	return n
}

// A larger crowd stays in one piece, but for a few that came late with IDs that
// most others were not compared with.
func TestLargeCrowd(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: a large crowd takes a while")
	}
	const papers = 4 * most
	have := gathered(t, rand.New(rand.NewPCG(2, 5)), papers, "The harbour of Norvale stays open until the last ship has left quay %d")
	var n int
	if _, err := fmt.Sscanf(have, "%d reports", &n); err != nil || n < papers*95/100 {
		t.Errorf("%d papers: %d in one utterance, want 95 %%", papers, n)
	}
}

// gathered tells the utterance of the first of many papers that report one
// sentence with a number of their own, and its matches.
func gathered(t *testing.T, rng *rand.Rand, papers int, sentence string) string {
	t.Helper()
	st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	var rs []*onrecord.Reading
	for i := range papers {
		rs = append(rs, storetest.Article{Address: fmt.Sprintf("%d.txt", i), Outlet: fmt.Sprintf("Paper %d", i), Title: fmt.Sprintf("Page %d", i), Published: "2026-02-11",
			Sayings: []storetest.Saying{{Speaker: "Ada Brandt", Kind: onrecord.Direct, Said: "2026-02-10",
				Content: fmt.Sprintf(sentence, i)}}}.Reading())
	}
	first := rs[0].Statements[0].ID
	rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
	for part := range slices.Chunk(rs, 1+rng.IntN(40)) {
		if _, err := st.Put(ctx, part); err != nil {
			t.Fatal(err)
		}
		if _, err := New(st).Run(ctx, nil); err != nil {
			t.Fatal(err)
		}
	}
	u, err := st.Utterance(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	return told(u)
}

func told(u *store.Utterance) string {
	lines := []string{fmt.Sprintf("%d reports, %d outlets, %d independent: %s, %v", len(u.Reports), u.Outlets, u.Independent, u.First, u.Reports)}
	for _, m := range u.Matches {
		lines = append(lines, fmt.Sprintf("match %v", m))
	}
	return strings.Join(lines, "\n")
}

// What a placeholder means does not depend on the order either when its owner
// says more than a crowd on the days in question, and some of it is about the
// same.
func TestCrowdedEnds(t *testing.T) {
	const owner = "Ida Holm"
	var rs []*onrecord.Reading
	for i := range 30 {
		a := storetest.Article{Address: fmt.Sprintf("%d.txt", i), Outlet: "Paper", Title: fmt.Sprintf("Page %d", i), Published: "2026-02-12"}
		for k := range 5 {
			a.Sayings = append(a.Sayings, storetest.Saying{Speaker: owner, Said: "2026-02-11",
				Content: strings.ReplaceAll("box? went hall? dogs? cats? tins?", "?", fmt.Sprint(5*i+k))})
		}
		switch {
		case i%10 == 3:
			a.Sayings[2].Content = "A second breakwater costs more than the whole fleet of Norvale is worth"
		case i%4 == 0:
			a.Published = "2026-02-13"
			a.Sayings[0].Speaker = "Ole Falk"
			a.Relations = []storetest.Related{{Kind: onrecord.Criticises, From: storetest.Ending{Saying: 1}, Cue: "criticised",
				To: storetest.Ending{Owner: owner, Noun: "remark", Words: "her remarks", About: "the second breakwater", Said: "2026-02-11"}}}
		}
		rs = append(rs, a.Reading())
	}
	var want string
	for order := range orders(5) {
		rng := rand.New(rand.NewPCG(order, 9))
		st, err := sqlite.Open(filepath.Join(t.TempDir(), "record.db"))
		if err != nil {
			t.Fatal(err)
		}
		rng.Shuffle(len(rs), func(i, j int) { rs[i], rs[j] = rs[j], rs[i] })
		for part := range slices.Chunk(rs, 1+rng.IntN(6)) {
			if _, err := st.Put(ctx, part); err != nil {
				t.Fatal(err)
			}
			if _, err := New(st).Run(ctx, nil); err != nil {
				t.Fatal(err)
			}
		}
		have := printed(t, st)
		if n := strings.Count(have, "filled {"); n != 8 {
			t.Errorf("order %d: %d ends are filled, want 8", order, n)
		}
		if order == 0 {
			want = have
		} else if have != want {
			t.Errorf("order %d (-want +have):\n%s", order, cmp.Diff(want, have))
		}
		if err := st.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
