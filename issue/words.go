package issue

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// The words of a statement are read here and not by package wording, because
// the marks between them, which comparing two wordings drops, part its clauses.

// A word is a word of a text. A contraction is two words with one place:
// "don't" is do and not; "'s" is a word, for it may be an is.
type word struct {
	onrecord.Span
	norm  string // lower case, straight apostrophes
	upper bool   // begins with a capital
	after mark   // the strongest mark before it
}

// A mark is what stands between two words.
type mark byte

const (
	none    mark = iota
	comma        // , and brackets
	dots         // words were left out
	dash         // ; : –
	stop         // . !
	inquiry      // ?
)

// mostWords bounds how much of a statement is read.
const mostWords = 2000

// words are the words of text in order.
func words(text string) []word {
	out := make([]word, 0, len(text)/5+2)
	m := none
	for at := 0; at < len(text) && len(out) < mostWords; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			m = max(m, markOf(text, at, r))
			at += size
			continue
		}
		end := wordEnd(text, at)
		out = contracted(out, word{onrecord.Span{Start: at, End: end}, lower(text[at:end]), unicode.IsUpper(r), m})
		m, at = none, end
	}
	return out
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd goes over an apostrophe or a closing bracket inside a word, and the
// point of a number.
func wordEnd(text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			next, _ := utf8.DecodeRuneInString(text[at+size:])
			before, _ := utf8.DecodeLastRuneInString(text[:at])
			apostrophe := (r == '\'' || r == '’') && unicode.IsLetter(next)
			point := (r == '.' || r == ',') && unicode.IsDigit(before) && unicode.IsDigit(next)
			bracket := r == ']' && unicode.IsLetter(before) && unicode.IsLetter(next) // [W]e
			if !apostrophe && !point && !bracket {
				break
			}
		}
		at += size
	}
	return at
}

func markOf(text string, at int, r rune) mark {
	switch r {
	case ',', '(', ')':
		return comma
	case '…':
		return dots
	case ';', ':', '–', '—':
		return dash
	case '-':
		if at > 0 && text[at-1] == ' ' {
			return dash
		}
	case '.':
		if strings.HasPrefix(text[at:], "..") || at > 0 && text[at-1] == '.' {
			return dots
		}
		return stop
	case '!':
		return stop
	case '?':
		return inquiry
	}
	return none
}

var straight = strings.NewReplacer("’", "'", "]", "")

func lower(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") || strings.Contains(s, "]") {
		return straight.Replace(s)
	}
	return s
}

// contracted adds a word, parted where it is a contraction.
func contracted(out []word, w word) []word {
	first, second := part(w.norm)
	w.norm = first
	out = append(out, w)
	if second != "" {
		w.norm, w.after, w.upper = second, none, false
		out = append(out, w)
	}
	return out
}

// part splits a contraction in two.
func part(norm string) (first, second string) {
	switch norm {
	case "cannot", "can't":
		return "can", "not"
	case "won't":
		return "will", "not"
	case "shan't":
		return "shall", "not"
	case "ain't":
		return "is", "not"
	case "let's":
		return "let", "us"
	}
	i := strings.LastIndexByte(norm, '\'')
	if i < 1 {
		return norm, ""
	}
	switch norm[i:] {
	case "'t":
		if s, ok := strings.CutSuffix(norm, "n't"); ok {
			return s, "not"
		}
	case "'ll":
		return norm[:i], "will"
	case "'re":
		return norm[:i], "are"
	case "'ve":
		return norm[:i], "have"
	case "'d":
		return norm[:i], "would"
	case "'m":
		return norm[:i], "am"
	case "'s":
		return norm[:i], "'s"
	}
	return norm, ""
}
