package tag

import (
	"strings"
	"unicode/utf8"

	"onrecord"
)

// A lemma is made from a form in small letters by an edit: so many characters
// off the end, then letters on. Which edit follows from the tag and the form,
// else from the tag and its last four, three or two bytes, else from the tag
// alone; a longer key is kept only where it says something else than the
// shorter ones.
type edit struct {
	strip int
	add   string
}

type lemmatizer struct {
	edits []edit
	table *lexicon
}

// lemmaKeys are the keys of a word from general to special.
func lemmaKeys(w *word, tag uint8) [5]uint32 {
	key := func(level, value uint32) uint32 {
		h := mix32(value*0x9e3779b1 ^ level*0x85ebca6b ^ uint32(tag)<<24)
		return max(h, 1)
	}
	return [5]uint32{key(0, 0), key(1, w.suf2), key(2, w.suf3), key(3, w.suf4), key(4, w.low)}
}

// find returns the edit for a word.
func (l *lemmatizer) find(w *word, tag uint8) edit {
	keys := lemmaKeys(w, tag)
	for i := len(keys) - 1; i >= 0; i-- {
		if v, ok := l.table.find(keys[i]); ok {
			return l.edits[v]
		}
	}
	return edit{}
}

// lemma fills the Lemma of a token. One that is the beginning of its form is a
// part of the text; others are gathered in m.arena.
func (t *Tagger) lemma(text string, tok *onrecord.Token, w *word, index int, m *scratch) {
	form := tok.In(text)
	e := t.lemmas.find(w, w.tag)
	if e.add == "" && small(form) && e.strip < len(form) {
		tok.Lemma = form[:len(form)-e.strip]
		return
	}
	start := len(m.arena)
	m.arena = appendLemma(m.arena, form, e)
	m.lemmas = append(m.lemmas, lemma{index, start, len(m.arena)})
}

// small reports ASCII without capitals.
func small(form string) bool {
	for i := range len(form) {
		if c := form[i]; c >= utf8.RuneSelf || c >= 'A' && c <= 'Z' {
			return false
		}
	}
	return true
}

// appendLemma appends the lemma of form, which is never empty.
func appendLemma(b []byte, form string, e edit) []byte {
	low := strings.ToLower(form)
	end := len(low)
	for range e.strip {
		_, n := utf8.DecodeLastRuneInString(low[:end])
		end -= n
	}
	if end == 0 && e.add == "" {
		end = len(low)
	}
	b = append(b, low[:end]...)
	return append(b, e.add...)
}

// editOf returns the edit that makes lemma of form.
func editOf(form, lemma string) edit {
	form, lemma = strings.ToLower(form), strings.ToLower(lemma)
	same := 0
	for same < len(form) {
		_, n := utf8.DecodeRuneInString(form[same:])
		if same+n > len(lemma) || form[same:same+n] != lemma[same:same+n] {
			break
		}
		same += n
	}
	return edit{utf8.RuneCountInString(form[same:]), lemma[same:]}
}
