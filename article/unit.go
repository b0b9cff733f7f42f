package article

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// unit is a paragraph with what is counted in it once.
type unit struct {
	span onrecord.Span
	text string

	// In the words themselves.
	words, capitals, caps int // words; with a capital first; all in capitals
	stops, digits         int // stop words; words with a digit first
	address               int // we, us, our, you, your outside quotation marks
	cues                  uint32
	key                   uint32   // hash of the words in order
	content               []uint32 // stems of words that are no stop words
	names                 []uint32 // words with a capital inside a sentence
	closes, opensQuote    bool     // ends as a sentence does; begins with a quotation mark
	prose                 bool     // a sentence of some length
	name, day             bool     // is a name or byline; holds a full date

	// Among the other paragraphs.
	gap                bool // a blank line stands before it
	repeated, pulled   bool // printed twice; stands inside another paragraph of the core
	overlap, lead      int  // tenths of content that the core, its first paragraphs hold; -1 for too few words
	shared             int  // of its names, see markNames
	run                int  // paragraphs of prose in a row with this one, up to 6
	runBelow, runAbove int  // most such in a row below and above
	since              int  // lines of page since the last prose of the core
	talk               int  // cues of comments since the core began
}

// has reports whether the unit holds one of the cues.
func (u *unit) has(kinds ...cue) bool {
	for _, k := range kinds {
		if u.cues&(1<<k) != 0 {
			return true
		}
	}
	return false
}

// residue reports whether some cue of page stands in the unit.
func (u *unit) residue() bool {
	return u.cues&^(1<<speech|1<<dated|1<<credits|1<<correction) != 0
}

// look counts what is in the paragraph at span.
func look(text string, span onrecord.Span, scratch *[2][]uint32) unit {
	u := unit{span: span, text: span.In(text)}
	words, stems := hashWords(u.text, scratch[0][:0], scratch[1][:0])
	*scratch = [2][]uint32{words, stems}
	u.words = len(words)
	u.cues = cuesIn(words)
	stops := stopHashes()
	u.key = 17
	for i, w := range words {
		u.key = u.key*31 + w
		if stops[w] {
			u.stops++
		} else {
			u.content = append(u.content, stems[i])
		}
	}
	u.takeNames()
	u.address = addresses(u.text)
	u.countShapes()
	u.closes = closes(u.text)
	u.opensQuote = strings.HasPrefix(u.text, `"`) || strings.HasPrefix(u.text, "“") || strings.HasPrefix(u.text, "‘") || strings.HasPrefix(u.text, "'")
	u.prose = u.words >= 9 && u.closes && u.stops*5 >= u.words
	if u.words <= 16 && u.digits > 0 {
		u.day = dayIn(u.text) != ""
	}
	if u.words <= 16 && u.capitals > 1 && u.capitals+1 >= u.words-u.digits {
		u.name = len(names(u.text)) > 0
	}
	return u
}

// countShapes counts words by the letters they begin with.
func (u *unit) countShapes() {
	for w := range strings.FieldsSeq(u.text) {
		r, size := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			u.capitals++
			if next, _ := utf8.DecodeRuneInString(w[size:]); unicode.IsUpper(next) {
				u.caps++
			}
		case unicode.IsDigit(r):
			u.digits++
		}
	}
}

// addresses counts the words outside quotation marks by which a page speaks
// for itself and to its reader.
func addresses(text string) int {
	n, inside := 0, false
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool {
		switch r {
		case '“':
			inside = true
		case '”':
			inside = false
		case '"':
			inside = !inside
		}
		return inside || !unicode.IsLetter(r) && r != '\'' && r != '’'
	}) {
		if len(w) > 1 && len(w) < 8 && strings.IndexByte("wuoylWUOYL", w[0]) >= 0 && voice[strings.ToLower(w)] {
			n++
		}
	}
	return n
}

var voice = wordSet("we us our ours you your yours we're we’re we've we’ve you're you’re you'll you’ll let's we'll we’ll")

// signature recognises who signed an embedded post: "— Jane Roe (@jroe)".
func signature(text string) bool {
	return (strings.HasPrefix(text, "—") || strings.HasPrefix(text, "–") || strings.HasPrefix(text, "-")) && strings.Contains(text, "(@")
}

// speakerLabel recognises the name of a speaker before what he says: "DOYLE:".
func speakerLabel(text string) bool {
	name, _, ok := strings.Cut(text, ":")
	if !ok || len(name) < 3 || len(name) > 60 {
		return false
	}
	capitals := 0
	for _, r := range name {
		switch {
		case unicode.IsLower(r):
			return false
		case unicode.IsUpper(r):
			capitals++
		}
	}
	return capitals >= 2
}

// takeNames keeps the words with a capital that do not begin the paragraph or
// a sentence.
func (u *unit) takeNames() {
	if u.words > 200 {
		return
	}
	starts := true
	for w := range strings.FieldsSeq(u.text) {
		bare := strings.TrimLeft(w, "\"'“‘(")
		r, _ := utf8.DecodeRuneInString(bare)
		if unicode.IsUpper(r) && !starts && len(bare) > 3 {
			if hash, _ := hashWords(strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s"), nil, nil); len(hash) > 0 {
				u.names = append(u.names, hash[0])
			}
		}
		starts = closes(w) && len(w) > 3 || len(bare) < len(w)
	}
}

// stopHashes are the stop words that tell English, and those that would not.
var stopHashes = onceWords(stopWords, wordSet("a an i am how where why because until while still very just should might does did here my your yours nobody something"))

func onceWords(sets ...map[string]bool) func() map[uint32]bool {
	return sync.OnceValue(func() map[uint32]bool {
		hashes := map[uint32]bool{}
		for _, set := range sets {
			for w := range set {
				words, _ := hashWords(w, nil, nil)
				hashes[words[0]] = true
			}
		}
		return hashes
	})
}
