package issue

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord"
)

// stand makes a stand of words: ID, key, principal or -, pole (with ! when it is
// unconditional), certainty, first day and day after the last, conditions.
func stand(line string) Stand {
	f := strings.Fields(line)
	var sure float64
	fmt.Sscan(f[4], &sure)
	s := Stand{Kind: onrecord.Direct, Said: onrecord.Claimed{EDTF: onrecord.EDTF(f[5] + "/" + f[6]), From: onrecord.Day(f[5]), Until: onrecord.Day(f[6])}}
	s.Position = onrecord.Position{Assignment: onrecord.Assignment{Issue: "i", Statement: onrecord.StatementID(f[0]), Score: 0.8}, Key: f[1], Pole: onrecord.Pole(f[3]), Certainty: sure}
	if pole, ok := strings.CutSuffix(f[3], "!"); ok {
		s.Pole, s.Unconditional = onrecord.Pole(pole), true
	}
	if f[2] != "-" {
		s.For = f[2]
	}
	if len(f) > 7 {
		s.Conditions = []string{strings.Join(f[7:], " ")}
	}
	if f[5] == "?" {
		s.Said = onrecord.Claimed{}
	}
	return s
}

func stands(lines string) (out []Stand) {
	for line := range strings.Lines(lines) {
		if strings.TrimSpace(line) != "" {
			out = append(out, stand(line))
		}
	}
	return out
}

func told2(changes []onrecord.Change) string {
	var out []string
	for _, c := range changes {
		out = append(out, fmt.Sprintf("%s %s %s", c.Later, c.Kind, c.Earlier))
	}
	return strings.Join(out, ", ")
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"repeats", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - for 0.9 2020-02-01 2020-02-02", "b repeats a"},
		{"reverses", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - against 1 2020-02-01 2020-02-02", "b reverses a"},
		{"softens", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - for 0.4 2020-02-01 2020-02-02", "b softens a"},
		{"hardens", "a person:x - against 0.5 2020-01-01 2020-01-02\nb person:x - against 1 2020-02-01 2020-02-02", "b hardens a"},
		{"adds", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - for 1 2020-02-01 2020-02-02 if it pays", "b adds_condition a"},
		{"drops", "a person:x - for 1 2020-01-01 2020-01-02 if it pays\nb person:x - for 1 2020-02-01 2020-02-02", "b drops_condition a"},
		{"the same condition", "a person:x - for 1 2020-01-01 2020-01-02 only if wages rise\nb person:x - for 1 2020-02-01 2020-02-02 provided that wages rise", "b repeats a"},
		{"another condition", "a person:x - for 1 2020-01-01 2020-01-02 only if wages rise\nb person:x - for 1 2020-02-01 2020-02-02 provided the sea is calm", ""},
		{"for, then not unless", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - against 1 2020-02-01 2020-02-02 unless wages rise", "b adds_condition a"},
		{"against on another condition", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - against 1 2020-02-01 2020-02-02 as long as it costs", "b reverses a"},
		{"times overlap", "a person:x - for 1 2020-01-01 2020-02-01\nb person:x - against 1 2020-01-15 2020-01-16", ""},
		{"one time unknown", "a person:x - for 1 2020-01-01 2020-02-01\nb person:x - against 1 ? ?", ""},
		{"two speakers of none", "a person:x - for 1 2020-01-01 2020-01-02\nb person:y - against 1 2020-01-03 2020-01-04", ""},
		{"contradicts", "a person:x organisation:o for 1 2020-01-01 2020-01-02\nb person:y organisation:o against 1 2020-01-03 2020-01-04", "b contradicts a"},
		{"the principal and who speaks for it", "a person:x organisation:o for 1 2020-01-01 2020-01-02\nb organisation:o - against 1 2020-01-03 2020-01-04", "b contradicts a"},
		{"two of one side, long after", "a person:x organisation:o for 1 2020-01-01 2020-01-02\nb person:y organisation:o against 1 2020-06-03 2020-06-04", "b reverses a"},
		{"the last one before", "a person:x - for 1 2020-01-01 2020-01-02\nb person:x - against 1 2020-02-01 2020-02-02\nc person:x - against 1 2020-03-01 2020-03-02", "b reverses a, c repeats b"},
		{"hedged in between", "a person:x - against 1 2020-01-01 2020-01-02\nb person:x - for 0.4 2020-02-01 2020-02-02\nc person:x - for 1 2020-03-01 2020-03-02", "c reverses a, c hardens b"},
		{"more than was said in between", "a person:x - against 1 2020-01-01 2020-01-02\nb person:x - for 1 2020-02-01 2020-02-02\nc person:x - for! 1 2020-03-01 2020-03-02", "b reverses a, c reverses a, c repeats b"},
		{"no more than was said in between", "a person:x - against 1 2020-01-01 2020-01-02\nb person:x - for! 1 2020-02-01 2020-02-02\nc person:x - for! 1 2020-03-01 2020-03-02\nd person:x - for 1 2020-04-01 2020-04-02", "b reverses a, c repeats b, d repeats c"},
		{"on a condition in between", "a person:x - against 1 2020-01-01 2020-01-02\nb person:x - for 1 2020-02-01 2020-02-02 if it pays\nc person:x - for 1 2020-03-01 2020-03-02", "b reverses a, c reverses a, c drops_condition b"},
		{"a condition, plainly, unconditionally", "a person:x - for 1 2020-01-01 2020-01-02 if it pays\nb person:x - for 1 2020-02-01 2020-02-02\nc person:x - for! 1 2020-03-01 2020-03-02", "b drops_condition a, c drops_condition a, c repeats b"},
		{"a condition is less than what was said in between", "a person:x - against 1 2020-01-01 2020-01-02\nb person:x - for 1 2020-02-01 2020-02-02\nc person:x - for 1 2020-03-01 2020-03-02 if it pays", "b reverses a, c adds_condition b"},
		{"two poles at one time", "a person:x - against 1 2020-01-01 2020-01-02\nb person:x - for 0.9 2020-01-01 2020-01-02 if it pays\nc person:x - for 0.9 2020-03-01 2020-03-02", "c reverses a, c drops_condition b"},
		{"nobody", "a - - for 1 2020-01-01 2020-01-02", ""},
	} {
		list := stands(c.lines)
		for i := range list {
			if list[i].Key == "-" {
				list[i].Key = ""
			}
		}
		have := Compare(list)
		if told2(have) != c.want {
			t.Errorf("%s: have %q, want %q", c.name, told2(have), c.want)
		}
		for _, ch := range have {
			if len(ch.Why) == 0 || len(ch.Caveats) == 0 || ch.Earlier == "" || ch.Later == "" || ch.ID != ch.ComputeID() {
				t.Errorf("%s: a change that does not say why and what else: %+v", c.name, ch)
			}
		}
	}
}

// TestOneUtterance holds that two reports of one utterance are one position,
// and none where they are opposite.
func TestOneUtterance(t *testing.T) {
	list := stands("a person:x - for 1 2020-01-01 2020-01-02\nb person:x - for 1 2020-02-01 2020-02-02\nc person:x - for 0.4 2020-02-01 2020-02-02")
	list[1].Utterance, list[2].Utterance, list[2].Kind = "b", "b", onrecord.Indirect
	if have := told2(Compare(list)); have != "b repeats a" {
		t.Errorf("have %q, want the direct report compared alone", have)
	}
	list[2].Pole = onrecord.Against
	if have := told2(Compare(list)); have != "" {
		t.Errorf("have %q of reports that contradict each other, want nothing", have)
	}
}

// randomStands are positions of a few speakers.
func randomStands(n int) []Stand {
	rng := rand.New(rand.NewPCG(1, 2))
	first := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC)
	var out []Stand
	for i := range n {
		day := first.AddDate(0, 0, rng.IntN(2000))
		s := stand(fmt.Sprintf("s%06d person:p%d organisation:o%d %s %.1f %s %s", i, rng.IntN(6), rng.IntN(2), []string{"for", "against"}[rng.IntN(2)], 0.3+0.1*float64(rng.IntN(8)),
			day.Format(time.DateOnly), day.AddDate(0, 0, 1+rng.IntN(40)).Format(time.DateOnly)))
		out = append(out, s)
	}
	return out
}

// TestOrderOfInput holds that the order of what is given makes no difference,
// and that no change has times that overlap, but for contradictions.
func TestOrderOfInput(t *testing.T) {
	list := randomStands(400)
	said := map[onrecord.StatementID]onrecord.Claimed{}
	for i := range list {
		said[list[i].Statement] = list[i].Said
	}
	want := Compare(list)
	if len(want) < 100 {
		t.Fatalf("only %d changes", len(want))
	}
	for range 5 {
		rand.Shuffle(len(list), func(i, k int) { list[i], list[k] = list[k], list[i] })
		if have := Compare(list); !slices.EqualFunc(have, want, func(a, b onrecord.Change) bool {
			return a.ID == b.ID && told2([]onrecord.Change{a}) == told2([]onrecord.Change{b})
		}) {
			t.Fatalf("another order, other changes: %d and %d", len(have), len(want))
		}
	}
	for _, c := range want {
		if c.Kind != onrecord.Opposes && said[c.Earlier].Until > said[c.Later].From {
			t.Errorf("%s of %v is said to follow %v", c.Kind, said[c.Later], said[c.Earlier])
		}
	}
}

func BenchmarkCompare(b *testing.B) {
	list := randomStands(5000)
	for b.Loop() {
		Compare(list)
	}
}
