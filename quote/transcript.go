package quote

import (
	"strings"
	"unicode"
)

// A transcript prints each turn as a paragraph that begins with its speaker in
// capitals and a colon, perhaps inside a quotation mark and with a role after
// the name: `REAR ADM. JANE ROE, ANALYST: …`. Two such paragraphs make a
// transcript; one alone may be a heading.

// minName is the fewest bytes of a speaker's name, so that the Q and A of an
// interview, who name nobody, are left to the models.
const minName = 3

// transcript returns a candidate for each turn.
func (v *view) transcript() []candidate {
	var out []candidate
	for _, p := range v.paras {
		if p.Paragraph == 0 {
			continue
		}
		if c, ok := v.turn(tokenRange{p.First, p.End}); ok {
			out = append(out, c)
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

func (v *view) turn(p tokenRange) (candidate, bool) {
	first := p.First
	if v.col[first].quote == qOpens {
		first++
	}
	text := v.r.Doc.Text
	for i := first; i < p.End && i < first+12; i++ {
		word := v.r.Tokens[i].In(text)
		if word == ":" {
			if i == first || i+1 >= p.End || v.r.Tokens[i].Start-v.r.Tokens[first].Start < minName {
				return candidate{}, false
			}
			return candidate{cue: tokenRange{i, i + 1}, source: tokenRange{first, i}, content: []tokenRange{{i + 1, p.End}},
				score: 0.9, spoken: true, why: []string{"cue: a turn of a transcript"}}, true
		}
		if !inCapitals(word) {
			return candidate{}, false
		}
	}
	return candidate{}, false
}

// inCapitals: no lower-case letter, except in Mc and O'.
func inCapitals(word string) bool {
	word = strings.TrimPrefix(word, "Mc")
	return !strings.ContainsFunc(word, unicode.IsLower)
}
