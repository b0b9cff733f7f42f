// Package wording compares words: what two wordings of a statement share, and
// what one leaves out, adds or changes.
//
// What is promised: wordings that differ only in quotation marks, case,
// contractions, dots and brackets compare as equal, and so do numbers in words
// and in digits, hyphenated words and British and American spelling; every word
// has its place in the text it was read from; the work grows with the product
// of two bounded lengths at most.
package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A Word is a word of a text in its normal form. A contraction is two words
// with one place: "don't" is do and not. A number is one word, though it may
// have several in the text: "twenty-three" is 23.
type Word struct {
	onrecord.Span
	Norm string // lower case, American spelling, no apostrophes: "tillerson", "color", "23"; of a possessive "s"
	Gap  bool   // dots that stand for words left out come before it
}

// Most is how many words of a text are read.
const Most = 2000

// Words are the words of text in order, at most Most.
func Words(text string) []Word {
	out := make([]Word, 0, min(len(text)/5+4, Most+8))
	gap := false
	shout := !strings.ContainsFunc(text, unicode.IsLower)
	for at := 0; at < len(text) && len(out) < Most; {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case inWord(r):
		case r == '%':
			out = append(out, Word{onrecord.Span{Start: at, End: at + size}, "percent", gap})
			gap = false
			at += size
			continue
		default:
			gap = gap || r == '…' || dots(text[at:])
			at += size
			continue
		}
		s := onrecord.Span{Start: at, End: wordEnd(text, at)}
		n := len(out)
		out = appendWord(out, text, s, shout)
		if len(out) > n {
			out[n].Gap, gap = gap, false
		}
		at = s.End
	}
	out = numbers(compounds(possessives(out)))
	return out[:min(len(out), Most)]
}

// dots reports three points, close or spaced, at the beginning of text.
func dots(text string) bool {
	return strings.HasPrefix(text, "...") || strings.HasPrefix(text, ". . .")
}

// wordEnd is where the word that begins at at ends.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) && !joins(text, at, r, size) {
			break
		}
		at += size
	}
	return at
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// joins reports a mark inside a word: an apostrophe, the point of a number or
// of letters ("U.N."), a bracket ("[W]e"), what is not seen.
func joins(text string, at int, r rune, size int) bool {
	if r == '\u00ad' || r == '\u200b' || r == '\u200d' || r == '\u2060' {
		return true
	}
	if !strings.ContainsRune("'’ʼ.,[]", r) {
		return false
	}
	before, wide := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	switch r {
	case ',':
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	case '.':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return true
		}
		alone, _ := utf8.DecodeLastRuneInString(text[:at-wide])
		return unicode.IsLetter(before) && !inWord(alone) && alone != '\'' && alone != '’' && initial(text[at+size:], alone == '.')
	}
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// initial reports a single letter and a point, as in the rest of "U.N."; once
// within initials the last point counts too.
func initial(rest string, within bool) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if !unicode.IsLetter(r) {
		return within && !inWord(r)
	}
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return next == '.' || within && !inWord(next)
}

// appendWord adds the words at a place, in their normal forms.
func appendWord(out []Word, text string, s onrecord.Span, shout bool) []Word {
	raw := s.In(text)
	if !shout && raw == "US" || raw == "U.S." || raw == "U.S" || raw == "U.S.A." {
		return append(out, Word{Span: s, Norm: "usa"})
	}
	for norm := range strings.FieldsSeq(normal(raw)) {
		out = append(out, Word{Span: s, Norm: norm})
	}
	return out
}
