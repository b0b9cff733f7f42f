package damage

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A mark is a quotation mark that opens or closes. An apostrophe is none.
type mark struct {
	onrecord.Span
	closes bool
}

// NoMarks is the text without its quotation marks; apostrophes stay.
func NoMarks(text string) *Copy { return without(text, func(mark) bool { return true }) }

// NoClosingMarks is the text in which quotations open and never close.
func NoClosingMarks(text string) *Copy { return without(text, func(m mark) bool { return m.closes }) }

func without(text string, goes func(mark) bool) *Copy {
	var changes []change
	for _, m := range marks(text) {
		if goes(m) {
			changes = append(changes, change{m.Span, ""})
		}
	}
	return rewrite(text, changes)
}

// StraightMarks is the text as a typewriter has it, marks and apostrophes.
func StraightMarks(text string) *Copy {
	return each(text, func(r rune) (string, bool) {
		switch {
		case strings.ContainsRune("“”„‟«»", r):
			return `"`, true
		case strings.ContainsRune("‘’‚‛‹›", r):
			return "'", true
		}
		return "", false
	})
}

// doubled is what two single marks in a row stand for.
var doubled = map[rune]rune{'\'': '"', '‘': '“', '`': '“', '’': '”'}

// marks finds the quotation marks of a text, in order. A double mark that could
// do either opens after a space, a bracket, a dash or an opening mark. A single
// mark counts only as one of a pair in a line.
func marks(text string) []mark {
	var out []mark
	single, low := -1, false // index in out of the open single mark; „ is open
	drop := func() {
		if single >= 0 { // it had no partner: an apostrophe
			out = append(out[:single], out[single+1:]...)
		}
		single = -1
	}
	before := ' '
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if strings.ContainsRune("'‘’`", r) && strings.HasPrefix(text[i+size:], text[i:i+size]) {
			r, size = doubled[r], 2*size
		}
		after := first(text[i+size:])
		span := onrecord.Span{Start: i, End: i + size}
		i += size
		switch {
		case r == '\n':
			drop()
			low = false
		case strings.ContainsRune("\"“”„‟«»", r):
			closes := r == '”' || r == '»' || r == '“' && low || r == '"' && !(opensAfter(before) && !unicode.IsSpace(after))
			low = r == '„' || low && !closes
			out = append(out, mark{span, closes})
		case strings.ContainsRune("'‘’", r) && single < 0 && r != '’' && opensAfter(before) && unicode.IsLetter(after):
			single = len(out)
			out = append(out, mark{span, false})
		case strings.ContainsRune("'’", r) && single >= 0 && closesSingle(before, after):
			single = -1
			out = append(out, mark{span, true})
		}
		before = r
	}
	drop()
	return out
}

// first is the character a text begins with, a line end for none.
func first(text string) rune {
	if text == "" {
		return '\n'
	}
	r, _ := utf8.DecodeRuneInString(text)
	return r
}

func opensAfter(before rune) bool {
	return unicode.IsSpace(before) || strings.ContainsRune("([{-–—/\"“‘'", before)
}

// closesSingle tells a closing mark from an apostrophe: not before a letter, and
// behind an s ("workers' pay") only where the clause ends.
func closesSingle(before, after rune) bool {
	ends := strings.ContainsRune(".,!?", before) || strings.ContainsRune(".,;:!?)\n\"”", after)
	return !unicode.IsSpace(before) && !unicode.IsLetter(after) && !unicode.IsDigit(after) && (before != 's' || ends)
}
