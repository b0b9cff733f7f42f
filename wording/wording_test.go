package wording_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord/wording"
)

func norms(text string) []string {
	var out []string
	for _, w := range wording.Words(text) {
		out = append(out, w.Norm)
	}
	return out
}

func lines(t *testing.T, file string) []string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(strings.Split(strings.TrimSpace(string(b)), "\n"), func(l string) bool { return strings.HasPrefix(l, "#") })
}

func TestAlike(t *testing.T) {
	for file, want := range map[string]bool{"alike": true, "unlike": false} {
		for _, line := range lines(t, "testdata/"+file+".txt") {
			a, b, _ := strings.Cut(line, " = ")
			if have := slices.Equal(norms(a), norms(b)); have != want {
				t.Errorf("%s: alike is %v, want %v: %q and %q", line, have, want, norms(a), norms(b))
			}
		}
	}
}

// shown writes the steps of a diff as testdata/diff.txt does.
func shown(full, cut string) string {
	var out []string
	for _, e := range wording.Diff(wording.Words(full), wording.Words(cut)) {
		was, is := strip(e.Full.In(full)), strip(e.Cut.In(cut))
		s := map[wording.EditKind]string{wording.Kept: was, wording.LeftOut: "[" + was + "]", wording.Added: "+" + is + "+", wording.Changed: "{" + was + "/" + is + "}"}[e.Kind]
		if e.Negation {
			s = "!" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func strip(s string) string { return strings.ReplaceAll(s, ",", "") }

func TestDiff(t *testing.T) {
	for _, c := range strings.Split(strings.Join(lines(t, "testdata/diff.txt"), "\n"), "\n\n") {
		l := strings.Split(c, "\n")
		if have := shown(l[0], l[1]); have != l[2] {
			t.Errorf("%q, %q:\nhave %s\nwant %s", l[0], l[1], have, l[2])
		}
	}
}

// checkWords holds what Words promises of places.
func checkWords(text string) error {
	words := wording.Words(text)
	if len(words) > wording.Most {
		return fmt.Errorf("%d words, want %d at most", len(words), wording.Most)
	}
	for i, w := range words {
		if w.Norm == "" || w.Start < 0 || w.End > len(text) || w.Start >= w.End {
			return fmt.Errorf("word %d: %+v of a text of %d bytes", i, w, len(text))
		}
		if i > 0 && w.Span != words[i-1].Span && w.Start < words[i-1].End {
			return fmt.Errorf("word %d: %+v comes before the end of %+v", i, w, words[i-1])
		}
	}
	return nil
}

// applied is what the steps make of full with the words of cut.
func applied(full, cut []wording.Word, edits []wording.Edit) (out []string, covered int) {
	for _, e := range edits {
		from := cut[e.Words[1][0]:e.Words[1][1]]
		if e.Kind == wording.Kept {
			from = full[e.Words[0][0]:e.Words[0][1]]
		}
		for _, w := range from {
			out = append(out, w.Norm)
		}
		covered += e.Words[0][1] - e.Words[0][0]
	}
	return out, covered
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"It's a [W]rong 'un — U.S. 5bn, two hundred and …", "a\u00adb\u200bc don’t", "'s 's '", "é́́ ¼ ٣ %%"} {
		f.Add(s, "It is not")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if err := checkWords(a); err != nil {
			t.Fatalf("%q: %v", a, err)
		}
		full, cut := wording.Words(a), wording.Words(b)
		edits := wording.Diff(full, cut)
		have, covered := applied(full, cut, edits)
		if want := norms(b); !slices.Equal(have, want) || covered != len(full) {
			t.Fatalf("%q to %q: the steps make %q, want %q, and cover %d of %d words", a, b, have, want, covered, len(full))
		}
		for i, e := range edits {
			if i > 0 && e.Kind == wording.Kept && edits[i-1].Kind == wording.Kept && e.Words[1][0] == edits[i-1].Words[1][1] && e.Words[0][0] == edits[i-1].Words[0][1] {
				t.Fatalf("%q to %q: step %d is kept like the one before", a, b, i)
			}
			checkEdit(t, full, e.Words[0])
			checkEdit(t, cut, e.Words[1])
		}
	})
}

// checkEdit: a step does not divide what has one place.
func checkEdit(t *testing.T, words []wording.Word, r [2]int) {
	for _, k := range r {
		if k > 0 && k < len(words) && words[k].Span == words[k-1].Span {
			t.Fatalf("a step ends at word %d, inside %v", k, words[k].Span)
		}
	}
}

// FuzzPrints holds what Prints promises: a run in common with content is found.
func FuzzPrints(f *testing.F) {
	f.Add("we are told", "the ferry leaves the quay at nine", "or so he thinks about it")
	f.Fuzz(func(t *testing.T, before, common, after string) {
		words := wording.Words(common)
		if len(words) < wording.Common {
			return
		}
		words = words[:wording.Common]
		for i := range words {
			words[i].Gap = false
		}
		strong := false
		for i := 0; i+4 <= len(words); i++ {
			n := 0
			for _, w := range words[i : i+4] {
				if w.Content() {
					n++
				}
			}
			strong = strong || n > 1
		}
		a := append(append(wording.Words(before), words...), wording.Words(after)...)
		b := append(append(wording.Words(after), words...), wording.Words(before)...)
		inB := wording.Prints(b)
		if strong && !slices.ContainsFunc(wording.Prints(a), func(p uint64) bool { return slices.Contains(inB, p) }) {
			t.Fatalf("%q and %q have %q in common and no print", before, after, common)
		}
	})
}
