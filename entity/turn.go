package entity

import (
	"strings"
	"unicode"
)

// A transcript names its speakers in capitals before a colon, in full and with
// their office at the first turn: "JANE ROE, ANALYST: …", later "ROE: …".
// Capitals hide names from the tagger, so they are read by their place.

// A span of tokens of a name.
type nameSpan struct{ first, end int }

// findTurns notes the names of turns by their first token, rank included.
func (d *draft) findTurns() {
	d.turns = map[int]nameSpan{}
	for i := range d.r.Statements {
		st := &d.r.Statements[i]
		if st.Cue.In(d.text) != ":" {
			continue
		}
		first, end := d.phraseOf(st.Source)
		name := first
		for name < end && d.low[name] != "," {
			name++
		}
		start := d.behindRank(first, name)
		if name > start && name-start <= maxParts && d.inCapitals(first, end) && !(name == start+1 && titleNouns[d.low[start]]) {
			d.turns[first] = nameSpan{start, name}
		}
	}
}

// behindRank skips "REAR ADM." and the like, whose point may be a token of its
// own.
func (d *draft) behindRank(i, end int) int {
	for i < end-1 && (d.isTitle(i) || d.low[i] == "." || d.low[i] == "rear" || honorifics[d.low[i]+"."] != 0) {
		i++
	}
	return i
}

// inCapitals: letters, none of them lower case but in Mc.
func (d *draft) inCapitals(first, end int) bool {
	letters := false
	for i := first; i < end; i++ {
		word := strings.TrimPrefix(d.word(i), "Mc")
		if strings.ContainsFunc(word, unicode.IsLower) {
			return false
		}
		letters = letters || strings.ContainsFunc(word, unicode.IsUpper) && len(word) > 2
	}
	return letters
}

// lowered writes a name in capitals as names are written.
func lowered(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if len(w) < 3 || strings.ContainsFunc(w, unicode.IsLower) {
			continue
		}
		up := true
		words[i] = strings.Map(func(r rune) rune {
			defer func() { up = !unicode.IsLetter(r) }()
			if up {
				return r
			}
			return unicode.ToLower(r)
		}, w)
	}
	return strings.Join(words, " ")
}
