package damage

import (
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// each makes a copy in which every character becomes what words says of it; ok
// is false for one that stays.
func each(text string, words func(r rune) (string, bool)) *Copy {
	var changes []change
	for i, r := range text {
		if w, ok := words(r); ok {
			changes = append(changes, change{onrecord.Span{Start: i, End: i + utf8.RuneLen(r)}, w})
		}
	}
	return rewrite(text, changes)
}

// Capitals is the text in capital letters, as headlines and wires have it. A
// letter without a single capital (ß) stays.
func Capitals(text string) *Copy {
	return each(text, func(r rune) (string, bool) {
		upper := unicode.ToUpper(r)
		return string(upper), upper != r
	})
}
