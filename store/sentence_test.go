package store_test

import (
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
)

func TestAround(t *testing.T) {
	const text = "Headline\nIt rained all day. The office of Mrs. Lee walked back her remarks on tolls. “Wait,” it said.\nNext."
	for cue, want := range map[string]string{
		"walked back": "The office of Mrs. Lee walked back her remarks on tolls.",
		"rained":      "It rained all day.",
		"Headline":    "Headline",
		"Next":        "Next.",
		"Wait":        "“Wait,” it said.",
	} {
		at := strings.Index(text, cue)
		if have := store.Around(text, onrecord.Span{Start: at, End: at + len(cue)}); have != want {
			t.Errorf("around %q: have %q, want %q", cue, have, want)
		}
	}
	for _, s := range []onrecord.Span{{}, {Start: 5, End: 4}, {Start: 3, End: 999}, {Start: -1, End: 2}} {
		if have := store.Around(text, s); have != "" {
			t.Errorf("around %v: have %q, want nothing", s, have)
		}
	}
	long := strings.Repeat("é ", 400) + "cue" + strings.Repeat(" é", 400)
	at := strings.Index(long, "cue")
	if have := store.Around(long, onrecord.Span{Start: at, End: at + 3}); len(have) > 700 || !strings.Contains(have, "cue") || !strings.HasPrefix(have, "é") {
		t.Errorf("a sentence without an end: have %d bytes, %q …", len(have), have[:10])
	}
}
