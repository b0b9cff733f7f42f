package token

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// word reads a token that begins with a letter or digit and divides its
// contractions.
func (s *scanner) word() {
	start := s.at
	end := s.wordEnd(start)
	if end < len(s.text) && s.text[end] == '.' && s.abbreviation(start, end) {
		end++
	}
	s.at = end
	s.divide(start, end)
}

// wordEnd returns the end of the word that begins at start: letters and digits
// and what may join them.
func (s *scanner) wordEnd(start int) int {
	if ascii[s.text[start]] == letter {
		if end := s.address(start); end > 0 {
			return end
		}
	}
	limit := start + MaxLength - utf8.UTFMax
	end := start
	for end < limit {
		for end < len(s.text) && end < limit && ascii[s.text[end]] <= digit && ascii[s.text[end]] >= letter {
			end++
		}
		r, c, n := at(s.text, end)
		if c == letter || c == digit {
			end += n
			continue
		}
		if n == 0 || end == start || !s.joins(start, end, r, n) {
			break
		}
		end += n
	}
	return min(end, len(s.text))
}

// joins reports whether the character r of n bytes at end, after part of a
// word, is followed by more of the same word.
func (s *scanner) joins(start, end int, r rune, n int) bool {
	next, c, _ := at(s.text, end+n)
	if c != letter && c != digit {
		return false
	}
	before := s.text[end-1]
	switch {
	case r == '-' || r == '‐' || r == '‑' || r == '_' || r == '⁄':
		return true
	case apostrophe(r):
		return c == letter && ascii[before] != digit || c == letter && next == 's'
	case silent(r):
		return true
	case r == '.':
		return s.period(start, end, next, c)
	case r == ',' || r == ':':
		return ascii[before] == digit && c == digit
	case r == '/':
		return ascii[before] == c || c == multi || ascii[before] == multi
	case r == '&':
		return upper(before) && next < utf8.RuneSelf && upper(byte(next))
	case r == '@':
		return c == letter && s.email(end)
	}
	return false
}

// period reports whether a point at end inside a run of characters joins:
// decimals, acronyms, addresses, "p.m".
func (s *scanner) period(start, end int, next rune, c class) bool {
	before := s.text[end-1]
	if c == digit {
		return ascii[before] == digit
	}
	if ascii[before] != letter {
		return false
	}
	alone := end-start == 1 || ascii[s.text[end-2]] == mark
	if alone {
		return true
	}
	stop := end + 1
	for stop < len(s.text) && stop-end < 8 && ascii[s.text[stop]] == letter {
		stop++
	}
	part := s.text[end+1 : stop]
	return domains[part] || s.text[start:end] == "Ph" && part == "D" || strings.IndexByte(s.text[start:end], '@') >= 0
}

var domains = set("com org net gov edu mil int info biz co uk us tv io ly me de fr eu ca au ru cn in ie it jp nz za news blog html htm php pdf asp aspx")

// email reports whether what follows the sign at end looks like a host.
func (s *scanner) email(end int) bool {
	for i := end + 1; i < len(s.text) && i-end < 64; i++ {
		switch c := s.text[i]; {
		case c == '.':
			return i+1 < len(s.text) && ascii[s.text[i+1]] == letter
		case ascii[c] != letter && ascii[c] != digit && c != '-':
			return false
		}
	}
	return false
}

var addresses = []string{"http://", "https://", "www.", "pic.twitter.com/"}

// address returns the end of a web address that begins at start, 0 when none
// does. The marks that close a sentence or a bracket are not part of it.
func (s *scanner) address(start int) int {
	rest := s.text[start:min(len(s.text), start+MaxLength)]
	if rest[0]|0x20 != 'h' && rest[0]|0x20 != 'w' && rest[0] != 'p' {
		return 0
	}
	if !slices.ContainsFunc(addresses, func(begin string) bool {
		return len(rest) > len(begin) && strings.EqualFold(rest[:len(begin)], begin)
	}) {
		return 0
	}
	end := 0
	for end < len(rest) && rest[end] > ' ' && rest[end] < 0x7f && strings.IndexByte("<>\"`{}|\\^", rest[end]) < 0 {
		end++
	}
	for end > 0 && strings.IndexByte(".,;:!?')]-", rest[end-1]) >= 0 {
		end--
	}
	if end < 5 {
		return 0
	}
	return start + end
}
