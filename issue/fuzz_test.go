package issue

import (
	"testing"
	"unicode/utf8"

	"onrecord"
	"onrecord/issue/issuetest"
)

// FuzzParse holds that any text is an issue or an error, and that an issue can
// read statements.
func FuzzParse(f *testing.F) {
	f.Add(ferry)
	f.Add("issue A\nabout {a|b}* | c\nfor x\n y {z|}\nside a: b")
	f.Fuzz(func(t *testing.T, text string) {
		is, err := Parse("x.issue", text)
		if (is == nil) == (err == nil) {
			t.Fatalf("have %v and %v", is, err)
		}
		if err == nil && (is.ID == "" || is.Name == "") {
			t.Fatalf("an issue without a name: %+v", is)
		}
		if err == nil {
			NewMatcher(is).Read(&onrecord.Report{Key: "person:x", Kind: onrecord.Direct, Content: text}, text)
		}
	})
}

// FuzzRead holds that any statement is read without a fault, that the words
// named stand in it, and that nothing is read from what does not assert.
func FuzzRead(f *testing.F) {
	is, err := Parse("ferry.issue", ferry)
	if err != nil {
		f.Fatal(err)
	}
	m := NewMatcher(is)
	for _, s := range []string{"“We will not sell the ferry unless, until, only if first.”", "no ferry, no sale", "if the ferry", "or no ferry", "Give me the ferry and I will sell", "not without"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, content string, asserts bool) {
		if !utf8.ValidString(content) {
			return
		}
		r := &onrecord.Report{Statement: "s", Key: "person:ana-duarte", Kind: onrecord.Mixed, Act: onrecord.Asserted, Content: content, Quoted: issuetest.Quoted(content)}
		if !asserts {
			r.Act = onrecord.Asked
		}
		on, positions := m.Read(r, "")
		for _, a := range on {
			for _, w := range a.Words {
				if w.Start < 0 || w.End > len(content) || w.Start >= w.End {
					t.Fatalf("%q: words %v outside", content, w)
				}
			}
		}
		if len(positions) > 0 && (!asserts || len(on) == 0) {
			t.Fatalf("%q: a position where none can be", content)
		}
		for _, p := range positions {
			if p.Certainty <= 0 || p.Certainty > 1 || p.Pole != onrecord.For && p.Pole != onrecord.Against {
				t.Fatalf("%q: %+v", content, p)
			}
		}
	})
}
