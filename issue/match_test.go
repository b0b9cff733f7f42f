package issue

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
)

func ferryMatcher(t testing.TB) *Matcher {
	is, err := Parse("ferry.issue", ferry)
	if err != nil {
		t.Fatal(err)
	}
	return NewMatcher(is)
}

func TestAssign(t *testing.T) {
	m := ferryMatcher(t)
	for _, c := range []struct {
		content, around, want string
	}{
		{"The ferry runs at noon", "", "0.60 its words: “ferry”"},
		{"We will sell the ferry", "", "0.80 its words: “ferry”"},
		{"We will sell it", "The future of the ferry", "0.30 only the words around it: “ferry”"},
		{"The bus runs at noon", "", ""},
		{"Ferryman's bread", "", ""},
	} {
		have := ""
		for _, a := range m.Assign(&onrecord.Report{Content: c.content}, c.around) {
			have += fmt.Sprintf("%.2f %s", a.Score, strings.Join(a.Why, "; "))
		}
		if have != c.want {
			t.Errorf("%q in %q: have %q, want %q", c.content, c.around, have, c.want)
		}
	}
}

// TestWhoCounts holds what no position is read from.
func TestWhoCounts(t *testing.T) {
	m := ferryMatcher(t)
	read := func(change func(*onrecord.Report)) int {
		r := &onrecord.Report{Key: "person:ana-duarte", Kind: onrecord.Direct, Act: onrecord.Asserted, Content: "We will sell the ferry"}
		change(r)
		_, positions := m.Read(r, "")
		return len(positions)
	}
	if read(func(*onrecord.Report) {}) != 1 {
		t.Error("no position of a plain statement")
	}
	for name, change := range map[string]func(*onrecord.Report){
		"asked":               func(r *onrecord.Report) { r.Act = onrecord.Asked },
		"declined":            func(r *onrecord.Report) { r.Act = onrecord.Declined },
		"conditional":         func(r *onrecord.Report) { r.Act = onrecord.Conditional },
		"not said":            func(r *onrecord.Report) { r.Act = onrecord.NotSaid },
		"an unknown speaker":  func(r *onrecord.Report) { r.Key = "" },
		"told by an opponent": func(r *onrecord.Report) { r.Via = []onrecord.Hop{{Kind: onrecord.HopSaid}} },
		"without words":       func(r *onrecord.Report) { r.Kind = onrecord.Reported },
	} {
		if read(change) != 0 {
			t.Errorf("%s: a position", name)
		}
	}
	r := &onrecord.Report{Key: "person:ana-duarte", Kind: onrecord.Direct, Act: onrecord.Asserted, Content: "We will sell the ferry"}
	if _, p := m.Read(r, ""); p[0].For != "organisation:town-of-lerrick" {
		t.Errorf("have For %q, want the principal", p[0].For)
	}
	r.Key = "country:town-of-lerrick"
	if _, p := m.Read(r, ""); p[0].For != "" {
		t.Errorf("the principal speaks for %q", p[0].For)
	}
}

// TestCue holds that a cue that takes a position is read with its content.
func TestCue(t *testing.T) {
	m := ferryMatcher(t)
	for cue, want := range map[string]string{"ruled out": "against", "said": "none", "backed": "for"} {
		r := &onrecord.Report{Key: "person:ana-duarte", Kind: onrecord.Indirect, Act: onrecord.Asserted, Cue: cue, Content: "a sale of the ferry"}
		if have := told(m, r); have != want {
			t.Errorf("%s a sale of the ferry: have %s, want %s", cue, have, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	var s Suggester
	for i, content := range []string{
		"We have to talk about the second homes in the valley", "no decision on second homes yet", "I worry about second homes, and about the homes we lack",
		"a vote on the ferry", "nothing new on the ferry", "talk on Monday", "We agree on the ferry", "over time",
	} {
		s.Add(onrecord.StatementID(fmt.Sprintf("s%d", i)), content)
	}
	for _, c := range []struct {
		m    *Matcher
		want string
	}{{nil, "ferry 3, second homes 3"}, {ferryMatcher(t), "second homes 3"}} {
		var have []string
		for _, one := range s.Candidates(2, c.m) {
			have = append(have, fmt.Sprint(one.Words, " ", one.Count))
		}
		if got := strings.Join(have, ", "); got != c.want && got != "second homes 3, ferry 3" {
			t.Errorf("have %q, want %q", got, c.want)
		}
	}
}

// BenchmarkElsewhere is a statement that is on no issue.
func BenchmarkElsewhere(b *testing.B) {
	m := ferryMatcher(b)
	r := &onrecord.Report{Key: "person:x", Kind: onrecord.Direct, Content: "The committee will meet again in the second week of May to hear what the engineers have found out about the bridge"}
	for b.Loop() {
		m.Read(r, "")
	}
}

func BenchmarkRead(b *testing.B) {
	m := ferryMatcher(b)
	r := &onrecord.Report{Key: "person:x", Kind: onrecord.Direct, Content: "We will never sell the ferry to anybody, unless the council votes for it, and it will not, as long as I sit there"}
	for b.Loop() {
		m.Read(r, "")
	}
}
