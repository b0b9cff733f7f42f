package encoder

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Vocabulary is a list of word pieces: whole words and beginnings as they
// are, what follows inside a word with "##" before it (Schuster and Nakajima,
// 2012; the uncased form of Devlin et al., 2019).
type Vocabulary struct {
	pieces            []string
	id                map[string]int32
	pad, unk, cls, se int32
}

// NewVocabulary makes a vocabulary of pieces; a piece's id is its place. It
// must hold [PAD], [UNK], [CLS] and [SEP].
func NewVocabulary(pieces []string) (*Vocabulary, bool) {
	v := &Vocabulary{pieces: pieces, id: make(map[string]int32, len(pieces))}
	for i, p := range pieces {
		v.id[p] = int32(i)
	}
	ok := true
	for name, to := range map[string]*int32{"[PAD]": &v.pad, "[UNK]": &v.unk, "[CLS]": &v.cls, "[SEP]": &v.se} {
		id, found := v.id[name]
		*to, ok = id, ok && found
	}
	return v, ok
}

// Len is the number of pieces.
func (v *Vocabulary) Len() int { return len(v.pieces) }

// Piece is the piece with an id.
func (v *Vocabulary) Piece(id int32) string { return v.pieces[id] }

// longestWord is from how many letters on a word is unknown without a look.
const longestWord = 100

// maxPieces bounds the pieces of one token; the rest of a longer one is not
// read.
const maxPieces = 16

// Append appends the ids of one token's pieces: one at least, maxPieces at
// most. Letters are made lower case and lose their accents; punctuation stands
// alone.
func (v *Vocabulary) Append(ids []int32, token string) []int32 {
	start := len(ids)
	if id, ok := v.id[token]; ok && plain(token) {
		return append(ids, id)
	}
	if len(token) > 4*longestWord {
		token = firstBytes(token, 4*longestWord)
	}
	word := make([]byte, 0, len(token)+8)
	flush := func() {
		if len(word) > 0 {
			ids = v.appendWord(ids, string(word))
			word = word[:0]
		}
	}
	for _, r := range norm.NFD.String(strings.ToLower(token)) {
		switch {
		case r == 0 || r == utf8.RuneError || unicode.Is(unicode.Mn, r) || unicode.In(r, unicode.Cc, unicode.Cf):
		case unicode.IsSpace(r):
			flush()
		case standsAlone(r):
			flush()
			ids = v.appendWord(ids, string(r))
		default:
			word = utf8.AppendRune(word, r)
		}
	}
	flush()
	switch n := len(ids) - start; {
	case n == 0:
		return append(ids, v.unk)
	case n > maxPieces:
		return ids[:start+maxPieces]
	}
	return ids
}

// plain tells that a token is lower-case ASCII letters, which need no
// normalization.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func firstBytes(s string, n int) string {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// standsAlone tells punctuation, ASCII symbols and ideographs, which are words
// of one letter.
func standsAlone(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r > ' ' && !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
	case unicode.IsPunct(r):
		return true
	}
	return unicode.Is(unicode.Han, r)
}

// appendWord takes the longest piece from the left, again and again.
func (v *Vocabulary) appendWord(ids []int32, word string) []int32 {
	if utf8.RuneCountInString(word) > longestWord {
		return append(ids, v.unk)
	}
	start := len(ids)
	buf := make([]byte, 0, 2+4*longestWord)
	for at := 0; at < len(word); {
		end, id := len(word), int32(-1)
		for ; end > at; end-- {
			if end < len(word) && !utf8.RuneStart(word[end]) {
				continue
			}
			buf = buf[:0]
			if at > 0 {
				buf = append(buf, "##"...)
			}
			buf = append(buf, word[at:end]...)
			if found, ok := v.id[string(buf)]; ok {
				id = found
				break
			}
		}
		if id < 0 {
			return append(ids[:start], v.unk)
		}
		ids, at = append(ids, id), end
	}
	return ids
}
