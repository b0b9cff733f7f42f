package onrecord_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord"
)

// FuzzOffsets compares with the slow and obvious way, a slice of runes.
func FuzzOffsets(f *testing.F) {
	for _, text := range []string{"", "plain", "é", "a😀b", "e\u0301", strings.Repeat("x", 200) + "—" + strings.Repeat("y", 200),
		strings.Repeat("“é”", 100), strings.Repeat("z", 63) + "😀", strings.Repeat("z", 64) + "😀"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "�")
		o := onrecord.NewOffsets(text)
		point := 0
		for at := range text {
			checkOffset(t, o, text, at, point)
			point++
		}
		checkOffset(t, o, text, len(text), point)
		if have := o.Byte(point + 7); have != len(text) {
			t.Errorf("%q: Byte beyond the end is %d, want %d", text, have, len(text))
		}
	})
}

func checkOffset(t *testing.T, o *onrecord.Offsets, text string, at, point int) {
	t.Helper()
	if have := o.Point(at); have != point {
		t.Fatalf("%q: Point(%d) is %d, want %d", text, at, have, point)
	}
	if have := o.Byte(point); have != at {
		t.Fatalf("%q: Byte(%d) is %d, want %d", text, point, have, at)
	}
}

func TestOffsetsOfSpans(t *testing.T) {
	const text = "He said “no — 👍” twice."
	o := onrecord.NewOffsets(text)
	runes := []rune(text)
	quote := onrecord.Span{Start: strings.Index(text, "“"), End: strings.Index(text, " twice")}
	points := o.Points(quote)
	if have, want := string(runes[points[0]:points[1]]), quote.In(text); have != want {
		t.Errorf("code points %v are %q, want %q", points, have, want)
	}
	if have := o.Bytes(points); have != quote {
		t.Errorf("bytes of %v are %v, want %v", points, have, quote)
	}
	if have := o.Points(onrecord.Span{End: len(text)})[1]; have != utf8.RuneCountInString(text) {
		t.Errorf("the text has %d code points, want %d", have, utf8.RuneCountInString(text))
	}
}

func TestIDsFollowFromWhatTheyName(t *testing.T) {
	doc := onrecord.Document{URL: "https://example.org/a", Article: "a.html", Text: "Text."}
	same := onrecord.Document{URL: "https://example.org/a", Article: "b.html", Text: "Text."}
	if doc.ComputeID() != same.ComputeID() {
		t.Error("a document read from two paths with one URL has two IDs")
	}
	edited := doc
	edited.Text = "Text!"
	elsewhere := onrecord.Document{Article: "a.html", Text: "Text."}
	if doc.ComputeID() == edited.ComputeID() || doc.ComputeID() == elsewhere.ComputeID() {
		t.Error("another text or another address gives the same ID")
	}
	st := onrecord.Statement{Doc: "d1", Cue: onrecord.Span{Start: 1, End: 2}}
	moved := st
	moved.Source = onrecord.Span{Start: 4, End: 5}
	scored := st
	scored.Score = 0.5
	if st.ComputeID() == moved.ComputeID() || st.ComputeID() != scored.ComputeID() {
		t.Error("a statement's ID must follow from its document and spans alone")
	}
	e := onrecord.Entity{Doc: "d1", Kind: onrecord.Person, Name: "A B", Mentions: []onrecord.Span{{Start: 3, End: 6}}}
	later := e
	later.Mentions = append([]onrecord.Span{{Start: 3, End: 6}}, onrecord.Span{Start: 9, End: 10})
	if e.ComputeID() != later.ComputeID() {
		t.Error("a later mention changes an entity's ID")
	}
	if id := string(e.ComputeID()); len(id) != 17 || id[0] != 'e' {
		t.Errorf("ID %q, want 'e' and 16 letters", id)
	}
}
