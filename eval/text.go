package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A scored token is a run of word characters (letters, numbers, underscore) or
// one other visible character, the pattern \w+|[^\w\s] of Python's re module.

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// isSpace is Python's str.isspace, which takes the ASCII separators in.
func isSpace(r rune) bool { return unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f }

// A text is an article's words as tokens, for comparing spans.
type text struct {
	text   string
	tokens []onrecord.Span // in order
}

func newText(s string) *text {
	t := &text{text: s}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		start := i
		i += size
		if isSpace(r) {
			continue
		}
		for isWord(r) && i < len(s) {
			next, size := utf8.DecodeRuneInString(s[i:])
			if !isWord(next) {
				break
			}
			i += size
		}
		t.tokens = append(t.tokens, onrecord.Span{Start: start, End: i})
	}
	return t
}

// A set is a set of token indexes, sorted.
type set []int

// span is the tokens that s touches.
func (t *text) span(s onrecord.Span) set {
	first, _ := slices.BinarySearchFunc(t.tokens, s.Start, func(tok onrecord.Span, at int) int {
		if tok.End <= at {
			return -1
		}
		return 1
	})
	var out set
	for i := first; s.Len() > 0 && i < len(t.tokens) && t.tokens[i].Start < s.End; i++ {
		out = append(out, i)
	}
	return out
}

// pieces breaks the spans at line ends and drops those without a token.
func (t *text) pieces(spans []onrecord.Span) []set {
	var out []set
	for _, s := range spans {
		at := s.Start
		for line := range strings.SplitSeq(s.In(t.text), "\n") {
			if piece := t.span(onrecord.Span{Start: at, End: at + len(line)}); len(piece) > 0 {
				out = append(out, piece)
			}
			at += len(line) + 1
		}
	}
	return out
}

// all is the tokens that any of the spans touches.
func (t *text) all(spans []onrecord.Span) set {
	var out set
	for _, s := range spans {
		out = append(out, t.span(s)...)
	}
	return union(out)
}

func union(sets ...set) set {
	out := slices.Concat(sets...)
	slices.Sort(out)
	return slices.Compact(out)
}

// shared counts the tokens that stand in both.
func shared(a, b set) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// distinct drops a piece that stands earlier in the list.
func distinct(pieces []set) []set {
	var out []set
	for _, p := range pieces {
		if !contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func contains(pieces []set, p set) bool {
	return slices.ContainsFunc(pieces, func(q set) bool { return slices.Equal(p, q) })
}
