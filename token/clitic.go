package token

import "strings"

// divide emits the word from start to end, its contractions apart.
func (s *scanner) divide(start, end int) {
	word := s.text[start:end]
	if len(word) < 3 || len(word) > 64 {
		s.emit(start, end)
		return
	}
	if at := cliticStart(word); at > 0 {
		s.divide(start, start+at)
		s.emit(start+at, end)
		return
	}
	if at := compound(word); at > 0 {
		s.emit(start, start+at)
		s.emit(start+at, end)
		return
	}
	s.emit(start, end)
}

// cliticStart returns where the contraction at the end of a word begins: at the
// apostrophe, or at the "n" of "n't". It is 0 when there is none.
func cliticStart(word string) int {
	at, size := -1, 0
	if n := len(word); word[n-2] == '\'' || word[n-3] == '\'' {
		at, size = strings.LastIndexByte(word, '\''), 1
	} else if n > 4 && (isHigh(word[n-2]) || isHigh(word[n-3])) {
		at, size = max(strings.LastIndex(word, "’"), strings.LastIndex(word, "‘")), 3
	}
	if at <= 0 || at+size >= len(word) {
		return 0
	}
	switch tail := word[at+size:]; tail {
	case "s", "S", "re", "RE", "ve", "VE", "ll", "LL", "d", "D", "m", "M":
		return at
	case "t", "T":
		if before := word[at-1]; at > 1 && before|0x20 == 'n' {
			return at - 1
		}
	}
	return 0
}

func isHigh(b byte) bool { return b >= 0x80 }

// compound returns where "cannot", "gonna" and the like are divided.
func compound(word string) int {
	if len(word) != 5 && len(word) != 6 || strings.IndexByte("cgwlCGWL", word[0]) < 0 {
		return 0
	}
	switch strings.ToLower(word) {
	case "cannot", "gonna", "gotta", "wanna", "gimme", "lemme":
		return 3
	}
	return 0
}
