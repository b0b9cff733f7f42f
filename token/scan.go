package token

import (
	"strings"

	"onrecord"
)

// A scanner walks over one paragraph from left to right and looks at most
// MaxLength bytes ahead.
type scanner struct {
	text   string // ends where the paragraph ends
	start  int    // where the paragraph starts
	at     int
	tokens []onrecord.Token
}

func (s *scanner) emit(start, end int) {
	s.tokens = append(s.tokens, onrecord.Token{Span: onrecord.Span{Start: start, End: end}, Head: -1})
}

func (s *scanner) run() {
	for s.at < len(s.text) {
		r, c, n := at(s.text, s.at)
		switch c {
		case blank:
			s.at += n
		case letter, digit:
			s.word()
		default:
			s.mark(r, n)
		}
	}
}

// mark reads a token that begins with a mark.
func (s *scanner) mark(r rune, n int) {
	start := s.at
	switch {
	case r == '.':
		s.dots()
		return
	case r == '<' && s.tag():
		return
	case (r == '@' || r == '#') && s.handle():
		return
	case apostrophe(r) && s.elision(n):
		return
	case (r == '\'' || r == '`') && strings.HasPrefix(s.text[s.at+1:], string(r)):
		n = 2 // '' and `` stand for quotation marks
	case (r == '-' || r == '+') && s.signed():
		s.at++
		s.word()
		s.tokens[len(s.tokens)-1].Start = start
		return
	case strings.ContainsRune("-!?*_=~", r):
		n = s.repeat(r)
	case r > 0x2000:
		n = s.cluster(n)
	}
	s.emit(start, start+n)
	s.at = start + n
}

// repeat is the length of the run of r, "!" and "?" being one kind.
func (s *scanner) repeat(r rune) int {
	end := s.at
	for end < len(s.text) && end-s.at < MaxLength {
		b := rune(s.text[end])
		if b != r && !((r == '!' || r == '?') && (b == '!' || b == '?')) {
			break
		}
		end++
	}
	return end - s.at
}

// cluster extends a symbol of n bytes by the modifiers that follow it, so that
// an emoji is one token.
func (s *scanner) cluster(n int) int {
	end := s.at + n
	for end-s.at < MaxLength-8 {
		r, c, m := at(s.text, end)
		switch {
		case r == 0x200D: // joins two symbols
			if _, next, k := at(s.text, end+m); next == mark {
				m += k
			}
		case r >= 0xFE00 && r <= 0xFE0F, r >= 0x1F3FB && r <= 0x1F3FF, r == 0x20E3:
		case c == letter && r >= 0x300 && r < 0x370:
		default:
			return end - s.at
		}
		end += m
	}
	return end - s.at
}

// dots reads "…" written as points, also with blanks between: ". . .".
func (s *scanner) dots() {
	start := s.at
	end, count := start, 0
	for end < len(s.text) && end-start < MaxLength && s.text[end] == '.' {
		end++
		count++
	}
	if count == 1 {
		for next := end; next+1 < len(s.text) && s.text[next] == ' ' && s.text[next+1] == '.' && next-start < 12; {
			next += 2
			end = next
			count++
		}
		if count == 2 { // ". ." is two full stops
			end = start + 1
		}
	}
	s.emit(start, end)
	s.at = end
}

// tag reads a markup tag left in the text, "<tweet id=…>".
func (s *scanner) tag() bool {
	rest := s.text[s.at:]
	if len(rest) < 3 || ascii[rest[1]] != letter && rest[1] != '/' && rest[1] != '!' {
		return false
	}
	end := strings.IndexAny(rest[1:min(len(rest), MaxLength)], "<>\n")
	if end < 0 || rest[end+1] != '>' {
		return false
	}
	s.emit(s.at, s.at+end+2)
	s.at += end + 2
	return true
}

// handle reads "@name" and "#topic".
func (s *scanner) handle() bool {
	end := s.at + 1
	if end >= len(s.text) || ascii[s.text[end]] != letter && s.text[end] != '_' {
		return false
	}
	for end < len(s.text) && end-s.at < MaxLength && (ascii[s.text[end]] == letter || ascii[s.text[end]] == digit || s.text[end] == '_') {
		end++
	}
	s.emit(s.at, end)
	s.at = end
	return true
}

// elision reads "'80s", "'16" and the words that begin with an apostrophe.
func (s *scanner) elision(n int) bool {
	end := s.at + n
	for end < len(s.text) && end-s.at < 10 && (ascii[s.text[end]] == digit || ascii[s.text[end]] == letter) {
		end++
	}
	word := s.text[s.at+n : end]
	years := len(word) >= 2 && ascii[word[0]] == digit && ascii[word[1]] == digit && (len(word) == 2 || word[2:] == "s")
	if !years && !elided[strings.ToLower(word)] {
		return false
	}
	s.emit(s.at, end)
	s.at = end
	return true
}

var elided = set("em til cause bout round n tis twas s re ve ll d m t")

// signed reports whether a sign stands before a number and after a blank.
func (s *scanner) signed() bool {
	before := s.at == s.start || ascii[s.text[s.at-1]] == blank || s.text[s.at-1] == '('
	return before && s.at+1 < len(s.text) && ascii[s.text[s.at+1]] == digit
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
