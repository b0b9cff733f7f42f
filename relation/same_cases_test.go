package relation_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"onrecord"
	"onrecord/relation"
)

// TestSame reads testdata/same: blocks of reports, a line each.
func TestSame(t *testing.T) {
	for file, want := range map[string]bool{"joined": true, "apart": false} {
		b, err := os.ReadFile("testdata/same/" + file + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(strings.TrimSpace(string(b)), "\n\n") {
			reports := reportsIn(t, block)
			for i := range reports {
				for j := range i {
					if m, have := relation.Same(&reports[i], &reports[j]); have != want {
						t.Errorf("%s: %q and %q: joined is %v with %.2f %v, want %v", file, reports[i].Content, reports[j].Content, have, m.Score, m.Why, want)
					}
				}
			}
		}
	}
}

func reportsIn(t *testing.T, block string) []onrecord.Report {
	t.Helper()
	var out []onrecord.Report
	for line := range strings.SplitSeq(block, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) != 4 {
			t.Fatalf("%q: want speaker | day | printed | words", line)
		}
		for i := range f {
			f[i] = strings.TrimSpace(f[i])
		}
		r := spoken(fmt.Sprintf("s%d", len(out)), f[0], f[3], onrecord.Day(f[1]))
		if !strings.ContainsAny(f[3], "\"“‘") {
			r.Quoted, r.Kind = nil, onrecord.Indirect
		}
		printed := onrecord.Day(f[2])
		r.Published = onrecord.Claimed{EDTF: onrecord.EDTF(printed), From: printed, Until: next(printed)}
		if f[1] == "" {
			r.Said = onrecord.Claimed{EDTF: "../" + onrecord.EDTF(printed), Until: next(printed), Basis: "inferred"}
		}
		out = append(out, r)
	}
	return out
}

func BenchmarkSame(b *testing.B) {
	const full = "“We will not close a single lifeboat station on this coast, not this year and not next,”"
	report := func(id, content string) onrecord.Report {
		return spoken(id, "person:mara-quill", content, "2019-05-07")
	}
	one := report("a", full)
	for name, other := range map[string]onrecord.Report{
		"joined":  report("b", "“We won't close a single lifeboat station on this coast.”"),
		"similar": report("b", "“The lifeboat crews on this coast are volunteers, and each station pays for its own fuel.”"),
		"other":   report("b", "“Nobody asked the pilots about the tariff before the budget was printed and sent out.”"),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				relation.Same(&one, &other)
			}
		})
	}
	prepared := relation.Prepare(&one)
	for name, content := range map[string]string{
		"joined":  "“We won't close a single lifeboat station on this coast.”",
		"similar": "“The lifeboat crews on this coast are volunteers, and each station pays for its own fuel.”",
		"other":   "“Nobody asked the pilots about the tariff before the budget was printed and sent out.”",
	} {
		r := report("b", content)
		second := relation.Prepare(&r)
		b.Run("prepared-"+name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				prepared.Same(second)
			}
		})
	}
	b.Run("trace", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			relation.Trace(&one)
		}
	})
}

// BenchmarkGroup groups a thousand reports of a hundred utterances.
func BenchmarkGroup(b *testing.B) {
	var reports []onrecord.Report
	var matches []onrecord.Match
	for i := range 1000 {
		reports = append(reports, spoken(fmt.Sprintf("s%04d", i), "person:mara-quill", "x", "2019-05-07"))
		for j := i % 100; j < i; j += 100 {
			matches = append(matches, onrecord.Match{A: reports[j].Statement, B: reports[i].Statement, Score: 0.9})
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if n := len(relation.Group(reports, matches, nil)); n != 100 {
			b.Fatalf("%d groups, want 100", n)
		}
	}
}
