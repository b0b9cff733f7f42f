package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"onrecord"
)

// decided makes identifications of lines, at one minute after another: "a = b"
// merges b into a, "a / b in d1 d2" splits, "undo 2" undoes the second line.
func decided(lines ...string) (list []onrecord.Identification) {
	for minute, line := range lines {
		f := strings.Fields(line)
		i := onrecord.Identification{Evidence: []string{line}, Score: 1, Who: "B. Editor",
			When: InstantOf(time.Date(2026, 5, 1, 10, minute, 0, 0, time.UTC))}
		switch {
		case f[0] == "undo":
			var n int
			fmt.Sscan(f[1], &n)
			i.Kind, i.Undoes = onrecord.Undone, list[n-1].ID
		case f[1] == "=":
			i.Kind, i.Key, i.Other = onrecord.Merged, "person:"+f[0], "person:"+f[2]
		default:
			i.Kind, i.Key, i.Other = onrecord.Split, "person:"+f[0], "person:"+f[2]
			for _, doc := range f[4:] {
				i.Docs = append(i.Docs, onrecord.DocumentID(doc))
			}
		}
		i.ID = i.ComputeID()
		list = append(list, i)
	}
	return list
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		lines []string
		want  string // name:document>key
		idle  int
	}{
		{nil, "a:d1>a", 0},
		{[]string{"a = b"}, "a:d1>a b:d1>a", 0},
		{[]string{"a = b", "c = a"}, "a:d1>c b:d1>c", 0},
		{[]string{"c = a", "a = b"}, "a:d1>c b:d1>c", 0},
		{[]string{"a = b", "b = a", "a = b"}, "a:d1>a b:d1>a", 2},
		{[]string{"a = b", "b = c", "c = a"}, "a:d1>a b:d1>a c:d1>a", 1},
		{[]string{"a = b", "c = b"}, "a:d1>c b:d1>c", 0},
		{[]string{"a = b", "undo 1"}, "a:d1>a b:d1>b", 0},
		{[]string{"a = b", "c = a", "undo 1"}, "a:d1>c b:d1>b", 0},
		{[]string{"a = b", "undo 1", "b = a"}, "a:d1>b b:d1>b", 0},
		{[]string{"a / x in d1"}, "a:d1>x a:d2>a b:d1>b", 0},
		{[]string{"a = b", "a / x in d1"}, "a:d1>x b:d1>x b:d2>a", 0},
		{[]string{"a / x in d1", "a = b"}, "a:d1>x b:d1>a b:d2>a", 0},
		{[]string{"a / x in d1", "c = x"}, "a:d1>c x:d2>c", 0},
		{[]string{"a / x in d1", "a = x"}, "a:d1>a x:d1>a", 0},
		{[]string{"a / x in d1 d2", "x / y in d2"}, "a:d1>x a:d2>y x:d2>y", 0},
		{[]string{"a = b", "a / b in d1"}, "a:d1>a b:d1>a", 1},
		{[]string{"a = b", "a / x in d1", "undo 1"}, "a:d1>x b:d1>b", 0},
	} {
		list := decided(c.lines...)
		slices.Reverse(list) // the order of the list does not count
		ids := Resolve(list)
		for _, want := range strings.Fields(c.want) {
			name, rest, _ := strings.Cut(want, ":")
			doc, key, _ := strings.Cut(rest, ">")
			if have := ids.Of("person:"+name, onrecord.DocumentID(doc)); have != "person:"+key {
				t.Errorf("%q: %s in %s is %s, want %s", c.lines, name, doc, have, key)
			}
		}
		idle := 0
		for _, one := range ids.List() {
			if one.Idle {
				idle++
			}
		}
		if idle != c.idle {
			t.Errorf("%q: %d decide nothing, want %d", c.lines, idle, c.idle)
		}
	}
	var none *Identities
	if none.Of("person:a", "d") != "person:a" || none.List() != nil || none.Named([]string{"a"}) != nil || none.Merged("person:a") != nil {
		t.Error("nil identities decide something")
	}
}

// A key that stays leads nowhere else, whatever was decided.
func TestResolveEnds(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var lines []string
		for range rapid.IntRange(1, 12).Draw(rt, "lines") {
			a, b := rapid.IntRange(0, 4).Draw(rt, "key"), rapid.IntRange(0, 4).Draw(rt, "other")
			lines = append(lines, fmt.Sprintf(rapid.SampledFrom([]string{"k%d = k%d", "k%d / k%d in d1 d2", "k%d / k%d in d2"}).Draw(rt, "what"), a, b))
		}
		ids := Resolve(decided(lines...))
		for k := range 5 {
			key := fmt.Sprint("person:k", k)
			if root := ids.Root(key); ids.Root(root) != root || slices.Contains(ids.Leading(), root) {
				rt.Errorf("%q: %s leads to %s, which leads to %s", lines, key, root, ids.Root(root))
			}
			for _, doc := range []onrecord.DocumentID{"d1", "d2", "d3"} {
				if have := ids.Of(key, doc); ids.Root(have) != have {
					rt.Errorf("%q: %s in %s is %s, which is %s", lines, key, doc, have, ids.Root(have))
				}
			}
		}
	})
}

func TestApart(t *testing.T) {
	two, one := Apart(Resolve(decided("a = b", "undo 1", "c / x in d1", "e = f", "g = c", "h / y in d1", "undo 6")).List())
	if diff := cmp.Diff([][2]string{{"person:a", "person:b"}, {"person:g", "person:x"}}, two); diff != "" {
		t.Errorf("Apart: two (-want +have):\n%s", diff)
	}
	if diff := cmp.Diff([][2]string{{"person:h", "person:y"}}, one); diff != "" {
		t.Errorf("Apart: one (-want +have):\n%s", diff)
	}
}

func TestIsKey(t *testing.T) {
	for s, want := range map[string]bool{
		"person:rex-tillerson": true, "organisation:f-b-i": true, "person:-2e2e": true, "person:zürich-man": true,
		"Rex Tillerson": false, "person:Rex-Tillerson": false, "person:rex tillerson": false, "person:": false, "robot:rex": false, "": false,
	} {
		if have := IsKey(s); have != want {
			t.Errorf("IsKey(%q) = %t, want %t", s, have, want)
		}
	}
}

func TestNameOfKey(t *testing.T) {
	for _, c := range []struct{ key, printed, want string }{
		{"person:john-smith-sheriff", "John Smith", "John Smith (sheriff)"},
		{"person:john-smith-sheriff", "JOHN SMITH", "JOHN SMITH (sheriff)"},
		{"person:john-smith-sheriff", "Bob Smith", "John Smith Sheriff"},
		{"person:john-smith", "John Smith", "John Smith"},
		{"person:élise-b", "", "Élise B"},
	} {
		if have, _ := NameOfKey(c.key, c.printed); have != c.want {
			t.Errorf("NameOfKey(%q, %q) = %q, want %q", c.key, c.printed, have, c.want)
		}
	}
}
