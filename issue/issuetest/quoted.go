// Package issuetest makes reports of typed statements, for tests and for
// measuring.
package issuetest

import (
	"strings"
	"unicode/utf8"

	"onrecord"
)

var closing = map[rune]rune{'“': '”', '‘': '’', '"': '"', '\'': '\''}

// Quoted finds the outermost quotations of a content, marks excluded.
func Quoted(text string) []onrecord.Span {
	var out []onrecord.Span
	var end rune
	open := -1
	for at, r := range text {
		size := utf8.RuneLen(r)
		next, _ := utf8.DecodeRuneInString(text[at+size:])
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		switch {
		case open < 0 && closing[r] != 0 && (at == 0 || strings.ContainsRune(" (,", before)):
			open, end = at+size, closing[r]
		case open >= 0 && r == end && (next == utf8.RuneError || strings.ContainsRune(" ,.;:)?!", next)):
			out = append(out, onrecord.Span{Start: open, End: at})
			open = -1
		}
	}
	return out
}
