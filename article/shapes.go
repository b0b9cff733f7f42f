package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What the templates of features.go ask of a line and its neighbours.

func small(is bool) int {
	if is {
		return 1
	}
	return 0
}

// sizeOf puts a count into one of ten classes.
func sizeOf(n int) int {
	for i, most := range []int{0, 1, 2, 4, 7, 11, 16, 28, 60} {
		if n <= most {
			return i
		}
	}
	return 9
}

// share puts part of whole into one of six classes.
func share(part, whole int) int { return part * 5 / max(whole, 1) }

func endMark(s string) int {
	bare := strings.TrimRight(s, "\"'”’»")
	if strings.HasSuffix(bare, ")") || strings.HasSuffix(bare, "]") {
		return 8
	}
	last, _ := utf8.DecodeLastRuneInString(bare)
	at := strings.IndexRune(".?!:…,·»|→↓*", last)
	switch {
	case at < 0 && len(bare) < len(s):
		return 1
	case at < 0:
		return 0
	case at < 6:
		return 2 + at
	}
	return 9
}

func openMark(s string) int {
	first, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("\"'“‘«„", first):
		return 1
	case strings.ContainsRune("-–—•*·▪", first):
		return 2 + small(size > 1 && first != '•')
	case unicode.IsDigit(first):
		return 4
	case unicode.IsLower(first):
		return 5
	case unicode.IsUpper(first):
		return 6
	case strings.ContainsRune("([", first):
		return 7
	case first == '©':
		return 8
	}
	return 9
}

func separators(s string) int {
	return min(3, strings.Count(s, " | ")+strings.Count(s, "·")+strings.Count(s, "»")+strings.Count(s, "•")+strings.Count(s, " / "))
}

// quoted tells how a paragraph uses quotation marks: not at all, within, all
// of it.
func quoted(u *unit) int {
	switch {
	case u.opensQuote && u.closes && strings.ContainsAny(u.text[len(u.text)-1:], "\"") || u.opensQuote && strings.HasSuffix(u.text, "”"):
		return 3
	case u.opensQuote:
		return 2
	case strings.ContainsAny(u.text, "\"“"):
		return 1
	}
	return 0
}

// around describes a neighbour in a word.
func around(units []unit, i int) int {
	if i < 0 || i >= len(units) {
		return 0
	}
	u := &units[i]
	switch {
	case u.residue() && u.words > 12:
		return 1
	case u.residue():
		return 2
	case u.prose && u.overlap >= 4:
		return 3
	case u.prose && u.overlap >= 2:
		return 4
	case u.prose:
		return 5
	case u.name || u.day:
		return 6
	case u.words <= 3:
		return 7
	case u.words <= 8:
		return 8
	}
	return 9
}

func countCues(units []unit, from, until int) int {
	n := 0
	for i := max(from, 0); i < min(until, len(units)); i++ {
		n += small(units[i].residue())
	}
	return n
}

// shortRun counts the short lines next to paragraph i, itself included.
func shortRun(units []unit, i int) int {
	short := func(i int) bool { return i >= 0 && i < len(units) && !units[i].prose && units[i].words < 12 }
	if !short(i) {
		return 0
	}
	n := 1
	for k := i - 1; short(k) && n < 8; k-- {
		n++
	}
	for k := i + 1; short(k) && n < 8; k++ {
		n++
	}
	return n
}

// captionShape tells a sentence with a credit in brackets, and a line with a
// source after a slash or a bar.
func captionShape(u *unit) int {
	switch {
	case !u.has(caption):
		return 0
	case strings.HasSuffix(u.text, ")"):
		return 1
	case strings.Contains(u.text, "/"):
		return 2
	case u.words > 12:
		return 3
	}
	return 4
}

// headlineShape tells a line that may be a headline: no full stop, a few
// words, and how soon prose follows and how much of it is in the prose.
func headlineShape(units []unit, i int) int {
	u := &units[i]
	if u.words < 4 || u.words > 22 || strings.HasSuffix(u.text, ".") || strings.HasSuffix(u.text, ":") || u.residue() {
		return 0
	}
	value := 1
	if u.overlap >= 3 {
		value = 3
	}
	if u.overlap >= 5 {
		value = 5
	}
	for k := i + 1; k < min(i+8, len(units)); k++ {
		if units[k].prose && units[k].words > 14 {
			return value + 1
		}
	}
	return value
}

// nameNear tells whether a line before or after is a name or a byline.
func nameNear(units []unit, i int) int {
	is := func(i int) bool { return i >= 0 && i < len(units) && units[i].name }
	return small(is(i-1)) + 2*small(is(i+1)) + 4*small(is(i+2))
}

// leadShape says how much a line shares with the lead, apart for what may be a
// headline or a sub-headline.
func leadShape(u *unit) int {
	value := min(u.lead+1, 7)
	if u.words > 30 || u.words < 3 {
		return 0
	}
	if u.closes {
		return 8 + value
	}
	return value
}

// proseShape says what kind of prose a paragraph is, if any.
func proseShape(u *unit) int {
	switch {
	case !u.prose:
		return 0
	case u.residue():
		return 1
	}
	value := 2
	if u.overlap >= 2 {
		value += 3
	}
	if u.overlap >= 4 {
		value += 3
	}
	if u.has(speech) {
		value++
	}
	if u.words > 16 {
		value += 2
	}
	return value
}

// captionNear tells whether the line before, this one or the next credits a
// picture.
func captionNear(units []unit, i int) int {
	is := func(i int) int {
		return small(i >= 0 && i < len(units) && (units[i].has(caption) || sourceSlash(&units[i])))
	}
	return is(i-1) + 2*is(i) + 4*is(i+1) + 8*small(units[i].prose)
}

// pointsAbove tells whether a list of the article's points begins just above.
func pointsAbove(units []unit, i int) bool {
	for k := max(i-4, 0); k < i; k++ {
		if units[k].has(points) {
			return true
		}
	}
	return false
}

// sandwich tells whether a paragraph stands between two of prose, and how long
// it is itself.
func sandwich(units []unit, i int) int {
	good := func(i int) bool { return i >= 0 && i < len(units) && units[i].prose && !units[i].residue() }
	value := small(good(i-1)) + 2*small(good(i+1))
	return value + 4*small(units[i].words > 8) + 8*small(units[i].residue())
}

// sourceSlash recognises "Jane Roe/The Herald" and "(Jane Roe / AP)".
func sourceSlash(u *unit) bool {
	return u.words >= 2 && u.words <= 9 && strings.Contains(u.text, "/") && u.capitals >= 2 && u.digits == 0 && !u.closes
}

// teaserShape tells a paragraph in a row of title, sentence, byline.
func teaserShape(units []unit, i int) bool {
	for start := max(i-2, 0); start <= i && start+2 < len(units); start++ {
		title, by := &units[start], &units[start+2]
		if !title.closes && title.words >= 4 && title.words <= 20 && by.words <= 9 && (by.name || by.day) {
			return true
		}
	}
	return false
}

// placeOf puts a paragraph in relation to the core.
func placeOf(i, from, until int) int {
	switch {
	case from == until:
		return 0
	case i < from:
		return 1 + min(from-i-1, 5)
	case i < until:
		return 7 + small(i == from) + 2*small(i == until-1)
	}
	return 11 + min((i-until)/2, 4)
}
