package encoder

import (
	"math/rand/v2"
	"testing"
	"time"
)

// TestWindows checks that every token of a paragraph is kept from one window,
// in order, and that it stands far from a cut.
func TestWindows(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{0, 1, 5, 100, 150, 254, 400, 3000, 100_000} {
		p, start := randomParagraph(rng, n), time.Now()
		kept, windows := 0, 0
		for w, ok := p.next(window{}); ok; w, ok = p.next(w) {
			windows++
			size := 0
			for i := w.first; i < w.end; i++ {
				size += p.size(i)
			}
			if w.keep != kept || w.first > w.keep || w.keep >= w.until || w.until > w.end || size > longestWindow {
				t.Fatalf("%d tokens: window %+v of %d pieces after token %d", n, w, size, kept)
			}
			kept = w.until
			left, right := 0, 0
			for i := w.first; i < w.keep; i++ {
				left += p.size(i)
			}
			for i := w.until; i < w.end; i++ {
				right += p.size(i)
			}
			if w.first > 0 && left < overlap/2-3 || w.end < n && right < overlap/2-3 {
				t.Fatalf("%d tokens: window %+v keeps tokens %d and %d pieces from a cut", n, w, left, right)
			}
		}
		if kept != n || windows > 1+len(p.Pieces)/(longestWindow-overlap-2*maxPieces) {
			t.Errorf("%d tokens of %d pieces: %d kept from %d windows", n, len(p.Pieces), kept, windows)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d tokens: cut in %v", n, took)
		}
	}
}

// TestWindowsOfLongTokens cuts tokens with more pieces than are read.
func TestWindowsOfLongTokens(t *testing.T) {
	var p Paragraph
	for range 300 {
		p.Pieces = append(p.Pieces, make([]int32, 400)...)
		p.Close([Inputs]uint8{})
	}
	kept := 0
	for w, ok := p.next(window{}); ok; w, ok = p.next(w) {
		if w.keep != kept || w.until <= kept || (w.end-w.first)*maxPieces > longestWindow {
			t.Fatalf("window %+v after token %d", w, kept)
		}
		kept = w.until
	}
	if kept != p.Len() {
		t.Errorf("%d tokens kept, want %d", kept, p.Len())
	}
}
