package tag

import (
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A word is what the features see of a token: numbers computed once. Digits
// count as one digit, the apostrophes and dashes of all styles as one.
type word struct {
	form  uint32 // hash of the form, case kept
	low   uint32 // hash of the form in small letters
	tree  uint32 // low for words of the vocabulary, else a class of rare words
	shape uint32 // "Xx", "XX", "d", "x-x" …, with what stands around a quotation mark
	pre3  uint32 // first three bytes in small letters
	suf2  uint32 // last bytes in small letters
	suf3  uint32
	suf4  uint32
	known uint8 // what the lexicon of known forms says, 0 for nothing
	class uint8 // which tags the form has had, 0 for a rare form
	tag   uint8 // index into tags; after tagging
	name  uint8 // index into names; after naming
	upper bool  // begins with a capital
}

// Words that stand around and beside a sentence.
var (
	outside = word{form: 0x9e3779b1, low: 0x85ebca6b, tree: 0x85ebca6b, shape: 1, suf2: 1, suf3: 1, suf4: 1, pre3: 1, tag: 62, name: 30}
	rootPad = word{form: 0x27d4eb2f, low: 0x165667b1, tree: 0x165667b1, shape: 2, suf2: 2, suf3: 2, suf4: 2, pre3: 2, tag: 61, name: 29}
)

const fnvPrime = 16777619

// newWord computes the word of a token.
func newWord(text string, s onrecord.Span) word {
	form := text[s.Start:s.End]
	var w word
	var shape, last uint64
	var tail uint64 // the last eight bytes in small letters
	low, exact := uint32(2166136261), uint32(2166136261)
	for i := 0; i < len(form); {
		c := form[i]
		var class uint64
		size := 1
		switch {
		case c >= 'a' && c <= 'z':
			class = 1
		case c >= 'A' && c <= 'Z':
			class = 2
			c |= 0x20
			exact ^= 0x5a5a
		case c >= '0' && c <= '9':
			class, c = 3, '0'
		case c < utf8.RuneSelf:
			class = 4 + uint64(c&31)
		default:
			var r rune
			r, size = utf8.DecodeRuneInString(form[i:])
			c, class = plain(r)
			if class == 2 {
				exact ^= 0x5a5a
			}
		}
		if i == 0 {
			w.upper = class == 2
		}
		low = (low ^ uint32(c)) * fnvPrime
		exact = (exact ^ uint32(c)) * fnvPrime
		tail = tail<<8 | uint64(c)
		if i < 3 {
			w.pre3 = w.pre3<<8 | uint32(c)
		}
		if class != last {
			shape = shape*41 + class
			last = class
		} else if class == 2 {
			shape |= 1 << 40
		}
		i += size
	}
	w.low, w.form = mix32(low), mix32(exact)
	w.suf2, w.suf3, w.suf4 = uint32(tail&0xffff), uint32(tail&0xffffff), uint32(tail)
	if len(form) <= 6 && last > 3 {
		shape = shape<<2 | around(text, s)
	}
	w.shape = uint32(shape) ^ uint32(shape>>32)*0x9e3779b1
	return w
}

// plain maps a character that is not ASCII to a byte and a class.
func plain(r rune) (byte, uint64) {
	switch r {
	case '’', '‘', 'ʼ':
		return '\'', 4 + '\''&31
	case '“':
		return 1, 36
	case '”':
		return 2, 37
	case '—', '–', '―', '‒':
		return '-', 38
	case '…':
		return '.', 39
	}
	lower := unicode.ToLower(r)
	switch {
	case lower != r:
		return byte(lower) ^ byte(lower>>8)<<4, 2
	case unicode.IsLetter(r):
		return byte(r) ^ byte(r>>8)<<4, 1
	}
	return byte(r) ^ byte(r>>8)<<4, 40
}

// around says whether a blank stands before and after: it tells an opening
// mark of quotation from a closing one.
func around(text string, s onrecord.Span) uint64 {
	var a uint64
	if s.Start == 0 || text[s.Start-1] <= ' ' || text[s.Start-1] == '(' {
		a |= 1
	}
	if s.End >= len(text) || text[s.End] <= ' ' {
		a |= 2
	}
	return a
}

func mix32(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x2c1b3c6d
	h ^= h >> 13
	return h
}

// Features are hashed: a template's number and the values in it, each
// times an odd constant of its place, added and mixed.
const (
	c0 = 0x9e3779b97f4a7c15
	c1 = 0xbf58476d1ce4e5b9
	c2 = 0x94d049bb133111eb
	c3 = 0xd6e8feb86659fd93
	c4 = 0xff51afd7ed558ccd
)

func feature(template, h uint64) uint32 {
	h += template * c3
	h ^= h >> 32
	h *= c4
	h ^= h >> 29
	h *= c0
	return uint32(h >> 32)
}
