package token

import (
	"unicode"
	"unicode/utf8"
)

// The classes of characters that the scanner tells apart.
type class uint8

const (
	blank  class = iota // white space, control and format characters: in no token of their own
	letter              // letters and combining marks
	digit
	mark  // everything visible that is neither
	multi // first byte of a character that is not ASCII; only in ascii
)

// ascii classes a byte.
var ascii = func() (t [256]class) {
	for b := range t {
		switch {
		case b >= utf8.RuneSelf:
			t[b] = multi
		case b <= ' ' || b == 0x7f:
			t[b] = blank
		case b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z':
			t[b] = letter
		case b >= '0' && b <= '9':
			t[b] = digit
		default:
			t[b] = mark
		}
	}
	return t
}()

// Visible reports whether a character leaves ink: those that do are in a
// token. Blanks, controls, soft hyphens and zero-width characters do not.
func Visible(r rune) bool { return classOf(r) != blank }

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return ascii[r]
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r) || !unicode.IsGraphic(r) || unicode.Is(unicode.Zs, r):
		return blank
	}
	return mark
}

// at returns the character at byte i of text, its class and its length; at the
// end of the text a blank of length 0.
func at(text string, i int) (rune, class, int) {
	if i >= len(text) {
		return 0, blank, 0
	}
	if b := text[i]; b < utf8.RuneSelf {
		return rune(b), ascii[b], 1
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	return r, classOf(r), n
}

// silent reports a character that may stand unseen inside a word: the soft
// hyphen, zero-width joiners and the like.
func silent(r rune) bool {
	switch {
	case r == 0xAD, r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2064, r == 0xFEFF:
		return true
	}
	return false
}

func apostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func upper(b byte) bool { return b >= 'A' && b <= 'Z' }
func lower(b byte) bool { return b >= 'a' && b <= 'z' }
