package store

import (
	"encoding/hex"
	"strings"
	"unicode"

	"onrecord"
)

// NameWords returns the words of a name as names are compared: runs of letters
// and digits in lower case. "O'Malley, Jr." is o, malley, jr.
func NameWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// KeyOf is the Speaker.Key of an entity with this kind and name: the kind, a
// colon and the words of the name joined by hyphens, "person:rex-tillerson". A
// name without a letter or digit is given in hex, so that no two share a key.
func KeyOf(kind onrecord.EntityKind, name string) string {
	words := NameWords(name)
	if len(words) == 0 {
		return string(kind) + ":-" + hex.EncodeToString([]byte(name))
	}
	return string(kind) + ":" + strings.Join(words, "-")
}
