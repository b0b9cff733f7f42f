package article

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
)

// TestHostile: pages made to exhaust a reader end soon, in a Document or an
// error that names the file. The bound is many times what they take.
func TestHostile(t *testing.T) {
	body := func(piece string, n int) []byte { return []byte("<html><body>" + strings.Repeat(piece, n)) }
	for _, c := range []struct {
		name  string
		bytes []byte
		fails bool
	}{
		{"a million nested elements", body("<b>", 1_000_000), true},
		{"a million paragraphs", body("<p>a", 1_000_000), true},
		{"most paragraphs", body("<p>a b", maxNodes/2-10), false},
		{"most links", body("<li><a>b</a>", maxNodes/3-10), false},
		{"most cells", body("<td>He said so.", maxNodes/2-10), false},
		{"a million attributes", []byte("<html><body><p " + strings.Repeat("a=b ", 1_000_000)), false},
		{"one line of 100 MB", bytes.Repeat([]byte("x"), 100<<20), true},
		{"one line of 19 MB", bytes.Repeat([]byte("he said "), 19<<17), false},
		{"a million lines", bytes.Repeat([]byte("he said\n"), 1_000_000), false},
		{"10,000 quotes", bytes.Repeat([]byte("“No,” he said.\n“"), 10_000), false},
		{"nested JSON", []byte("<html><head><script type='application/ld+json'>" + strings.Repeat("[", 1_000_000) + "</script></head><body>hi"), false},
	} {
		start := time.Now()
		_, err := Read(Page{Article: c.name, Bytes: c.bytes})
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: took %v", c.name, took)
		}
		if (err != nil) != c.fails || err != nil && !strings.Contains(err.Error(), c.name) {
			t.Errorf("%s: error %v, want one %v that names the page", c.name, err, c.fails)
		}
		t.Logf("%s: %v", c.name, time.Since(start))
	}
	if _, err := Read(Page{Bytes: make([]byte, 100<<20)}); !errors.Is(err, errTooLarge) {
		t.Errorf("100 MB: have %v, want %v", err, errTooLarge)
	}
}
