package article

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A cue is a kind of wording by which a line of page, or of a byline, gives
// itself away. Cues are only features: the model weighs them with everything
// else that is seen of a line.
type cue uint8

const (
	navigation cue = iota
	appeal
	licence
	rights
	sharing
	consent
	comments
	advertisement
	related
	caption
	dated
	reading
	terms
	credits
	listen
	correction
	scene
	points
	speech
	cueKinds
)

var cueNames = [cueKinds]string{"navigation", "appeal", "licence", "rights", "sharing", "consent", "comments",
	"advertisement", "related", "caption", "dated", "reading", "terms", "credits", "listen", "correction", "scene", "points", "speech"}

//go:embed cues.txt
var cueFile string

// phrase is a cue phrase as word hashes.
type phrase struct {
	rest       []uint32 // after the first word
	start, end bool     // must stand at the start, at the end of the line
	kind       cue
}

// phrases is keyed by the hash of the first word.
var phrases = sync.OnceValue(func() map[uint32][]phrase {
	table := map[uint32][]phrase{}
	kind := cueKinds
	for line := range strings.Lines(cueFile) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "= "); ok {
			kind = cue(slices.Index(cueNames[:], name))
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		p := phrase{kind: kind, start: strings.HasPrefix(line, "^"), end: strings.HasSuffix(line, "$")}
		words, _ := hashWords(strings.Trim(line, "^$"), nil, nil)
		p.rest = words[1:]
		table[words[0]] = append(table[words[0]], p)
	}
	return table
})

// cuesIn returns the cues that the words hold, as bits.
func cuesIn(words []uint32) uint32 {
	table := phrases()
	var found uint32
	for i, w := range words {
		for _, p := range table[w] {
			if found&(1<<p.kind) == 0 && p.at(words, i) {
				found |= 1 << p.kind
			}
		}
	}
	return found
}

func (p *phrase) at(words []uint32, i int) bool {
	end := i + 1 + len(p.rest)
	if p.start && i > 0 || end > len(words) || p.end && end < len(words) {
		return false
	}
	for k, w := range p.rest {
		if words[i+1+k] != w {
			return false
		}
	}
	return true
}

// stemLength is how many letters of a word its stem keeps.
const stemLength = 5

// hashWords appends an FNV-1a hash of each word of s to words, and one of its
// first letters to stems. A word is letters and digits in lower case,
// apostrophes left out; the copyright sign is a word.
func hashWords(s string, words, stems []uint32) (_, _ []uint32) {
	const offset, prime = 2166136261, 16777619
	h, stem, n := uint32(offset), uint32(0), 0
	end := func() {
		if n > 0 {
			if n <= stemLength {
				stem = h
			}
			words, stems = append(words, h), append(stems, stem)
			h, n = offset, 0
		}
	}
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= 'a' && r <= 'z' || digitRune(r):
		case r == '\'' || r == '’':
			continue
		case r == '©':
			end()
			h, n = (h^uint32(r))*prime, 1
			end()
			continue
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			r = unicode.ToLower(r)
		default:
			end()
			continue
		}
		if n == stemLength {
			stem = h
		}
		h, n = (h^uint32(r))*prime, n+1
	}
	end()
	return words, stems
}

func digitRune(r rune) bool { return r >= '0' && r <= '9' }
