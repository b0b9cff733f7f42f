package eval

import (
	"strings"
	"unicode/utf8"

	"onrecord"
)

const (
	openingMarks = "\"“«„‘'`"
	closingMarks = "\"”»“’'´.,?!"
)

// isDirect reports whether each of the spans is a quotation, marks included.
// Single marks count only where a piece both begins and ends with one.
func isDirect(text string, spans []onrecord.Span) bool {
	for _, s := range spans {
		if !isQuotation(s.In(text)) {
			return false
		}
	}
	return len(spans) > 0
}

func isQuotation(piece string) bool {
	piece = strings.TrimRight(strings.TrimFunc(piece, isSpace), ",.;")
	if piece == "" {
		return false
	}
	first, size := utf8.DecodeRuneInString(piece)
	last, lastSize := utf8.DecodeLastRuneInString(piece)
	if !strings.ContainsRune(openingMarks, first) || !strings.ContainsRune(closingMarks, last) {
		return false
	}
	if !strings.ContainsAny(piece, "\"“”") && !(strings.ContainsRune("'‘", first) && strings.ContainsRune("'’", last)) {
		return false
	}
	inner := ""
	if len(piece) > size {
		inner = piece[size : len(piece)-lastSize]
	}
	return !(strings.Contains(strings.TrimRight(inner, "”\""), "”") && strings.Contains(inner, "“"))
}
