package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// Around is about the sentence of text that holds a span: from the end of a
// sentence, or a line's beginning, before it to the first end after it, and on
// each side no further than some 300 bytes. It is empty for the zero Span and
// for one that is not in the text.
func Around(text string, s onrecord.Span) string {
	const most = 300
	if s == (onrecord.Span{}) || s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	start, end := max(s.Start-most, 0), min(s.End+most, len(text))
	for start < s.Start && !utf8.RuneStart(text[start]) {
		start++
	}
	for end > s.End && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	for i := s.Start; i > start; i-- {
		if ends(text, i) {
			start = i
		}
	}
	for i := s.End; i < end; i++ {
		if ends(text, i) {
			end = i
		}
	}
	return strings.TrimSpace(text[start:end])
}

// ends reports that a sentence or a line ends before a place: at a line's end,
// or at a space before a capital or a quotation mark and after a full stop,
// but for that of a short word with a capital, such as "Sen." or "J.".
func ends(text string, at int) bool {
	if at <= 0 || at >= len(text) {
		return false
	}
	if text[at] == '\n' || text[at-1] == '\n' {
		return true
	}
	if text[at] != ' ' || !strings.ContainsRune(".?!", rune(text[at-1])) {
		return false
	}
	word := text[strings.LastIndexAny(text[:at], " \n\"")+1 : at-1]
	first, _ := utf8.DecodeRuneInString(word)
	next, _ := utf8.DecodeRuneInString(text[at+1:])
	return len(word) > 1 && !(unicode.IsUpper(first) && len(word) <= 4) && (unicode.IsUpper(next) || strings.ContainsRune("\"“‘'", next))
}
