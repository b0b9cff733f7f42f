// Package wording compares words: what two wordings of a statement share, and
// what one leaves out, adds or changes.
//
// What is promised: wordings that differ only in quotation marks, case,
// contractions, dots and brackets compare as equal; every word has its place in
// the text it was read from; the work grows with the product of two bounded
// lengths at most.
package wording

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A Word is a word of a text in its normal form. A contraction is two words
// with one place: "don't" is do and not.
type Word struct {
	onrecord.Span
	Norm string // lower case, without apostrophes and hyphens at its ends: "tillerson"
}

// Most is how many words of a text are read.
const Most = 2000

// Words are the words of text in order, at most Most.
func Words(text string) []Word {
	var out []Word
	for at := 0; at < len(text) && len(out) < Most; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			at += size
			continue
		}
		end := at
		for end < len(text) {
			r, size := utf8.DecodeRuneInString(text[end:])
			if !inWord(r) && !joins(text, end, r, size) {
				break
			}
			end += size
		}
		out = append(out, Word{onrecord.Span{Start: at, End: end}, strings.ToLower(text[at:end])})
		at = end
	}
	return out
}

func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// joins reports a mark inside a word: an apostrophe, or the point of a number.
func joins(text string, at int, r rune, size int) bool {
	if !strings.ContainsRune("'’.,", r) || at+size >= len(text) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at+size:])
	if r == '.' || r == ',' {
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}
