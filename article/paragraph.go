package article

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// A Text is cut into lines at LF, CR, CRLF, form feed and the Unicode line and
// paragraph separators. A paragraph is a line that is not blank, without the
// white space around it, or several lines where the text was broken to a
// width.

// lines yields the lines of text, trimmed; blank ones as spans of length 0.
func lines(text string) iter.Seq[onrecord.Span] {
	return func(yield func(onrecord.Span) bool) {
		for start := 0; start < len(text); {
			end, next := lineEnd(text, start)
			if !yield(trim(text, onrecord.Span{Start: start, End: end})) {
				return
			}
			start = next
		}
	}
}

// lineEnd returns the end of the line that begins at start, and where the next
// one begins.
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '\n', '\f':
			return i, i + 1
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				return i, i + 2
			}
			return i, i + 1
		case 0xE2: // U+2028 and U+2029 are E2 80 A8 and E2 80 A9
			if strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029") {
				return i, i + 3
			}
		}
	}
	return len(text), len(text)
}

// trim takes blank characters off both ends of s.
func trim(text string, s onrecord.Span) onrecord.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !blank(r) {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !blank(r) {
			break
		}
		s.End -= size
	}
	return s
}

// blank reports whether r shows nothing: white space, controls, the byte order
// mark and the zero-width characters.
func blank(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7F
	}
	return unicode.IsSpace(r) || r == '\uFEFF' || r >= '\u200B' && r <= '\u200F' || r == '\u2060' || r < 0xA0
}

// firstLines returns up to n lines that are not blank.
func firstLines(text string, n int) []onrecord.Span {
	var found []onrecord.Span
	for line := range lines(text) {
		if line.Len() == 0 {
			continue
		}
		if found = append(found, line); len(found) == n {
			break
		}
	}
	return found
}

// paragraphs returns the paragraphs of text.
func paragraphs(text string) []onrecord.Span {
	var all []onrecord.Span // blank lines too
	for line := range lines(text) {
		all = append(all, line)
	}
	width := wrapWidth(text, all)
	var found []onrecord.Span
	for i, line := range all {
		if line.Len() == 0 {
			continue
		}
		if width > 0 && i > 0 && continues(text, all[i-1], line, width) {
			found[len(found)-1].End = line.End
			continue
		}
		found = append(found, line)
	}
	return found
}

// continues reports whether line goes on with the paragraph of the line
// before: it is not indented more, and its first word had no room there, which
// is when a program breaks a line.
func continues(text string, before, line onrecord.Span, width int) bool {
	if before.Len() == 0 || indent(text, line) > indent(text, before) {
		return false
	}
	word := line.In(text)
	if i := strings.IndexByte(word, ' '); i >= 0 {
		word = word[:i]
	}
	const ragged = 3 // people and some programs break a little early
	return rightEdge(text, before)+1+columns(word)+ragged > width
}

func indent(text string, line onrecord.Span) int {
	n := 0
	for i := line.Start - 1; i >= 0 && (text[i] == ' ' || text[i] == '\t'); i-- {
		n++
	}
	return n
}

// rightEdge is the column after the last of line.
func rightEdge(text string, line onrecord.Span) int {
	return indent(text, line) + columns(line.In(text))
}

func columns(s string) int { return utf8.RuneCountInString(s) }

// wrapWidth returns the width to which text was broken, 0 when it was not. It
// was when hardly a line is longer than about 100 columns, and of the lines
// that stand right below another most go on in the middle of a sentence.
func wrapWidth(text string, all []onrecord.Span) int {
	var long, pairs, goOn int
	var lengths [121]int
	for i, line := range all {
		if line.Len() == 0 {
			continue
		}
		n := rightEdge(text, line)
		if n > 120 {
			if long++; long > len(all)/50+1 {
				return 0
			}
			continue
		}
		lengths[n]++
		if i > 0 && all[i-1].Len() > 45 && columns(all[i-1].In(text)) <= 120 {
			pairs++
			if opensSmall(line.In(text)) || !closes(all[i-1].In(text)) {
				goOn++
			}
		}
	}
	if pairs < 4 || goOn*10 < pairs*6 {
		return 0
	}
	return usualWidth(lengths[:])
}

// usualWidth returns the length that only one line in fifty exceeds.
func usualWidth(lengths []int) int {
	all := 0
	for _, n := range lengths {
		all += n
	}
	above := 0
	for width := len(lengths) - 1; width > 0; width-- {
		if above += lengths[width]; above*50 > all {
			return width
		}
	}
	return 0
}

func opensSmall(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// closes reports whether s ends as a sentence does.
func closes(s string) bool {
	s = strings.TrimRight(s, "\"'”’»)]")
	return s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}
