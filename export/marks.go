package export

import (
	"strings"
	"unicode/utf8"

	"onrecord"
)

// SaidWords shows the words of a content: a direct one between quotation marks,
// others as printed.
func SaidWords(kind onrecord.Kind, content string) string {
	content = strings.TrimSpace(content)
	before, after := Marks(kind, content)
	return before + content + after
}

// Marks are the quotation marks that a content lacks: those of a direct one
// that does not begin or end with its own.
func Marks(kind onrecord.Kind, content string) (before, after string) {
	if kind != onrecord.Direct || content == "" {
		return "", ""
	}
	if first, _ := utf8.DecodeRuneInString(content); !opens(first) {
		before = "“"
	}
	if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(content, ".,;:")); !closes(last) {
		after = "”"
	}
	return before, after
}

func opens(c rune) bool  { return strings.ContainsRune("\"'“‘„‚«‹»›", c) }
func closes(c rune) bool { return strings.ContainsRune("\"'”’“‘»›«‹", c) }

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}
