package issue

import (
	"cmp"
	"slices"
	"strings"

	"onrecord"
)

// A Candidate is words that many statements are about.
type Candidate struct {
	Words    string // "second homes", in lower case
	Count    int    // statements
	Examples []onrecord.StatementID
}

// A Suggester counts what statements are about: the noun phrases after about,
// on, over, regarding and concerning, without articles and of four words at
// most. The zero Suggester is ready. It keeps a bounded number of phrases: what
// came once is forgotten when there are too many.
type Suggester struct {
	counts map[string]*Candidate
}

// mostPhrases bounds what a Suggester keeps.
const mostPhrases = 200_000

// examples is how many statements a Candidate names.
const examples = 3

var topical = set("about on over regarding concerning")

// Add counts the phrases of one statement.
func (s *Suggester) Add(id onrecord.StatementID, content string) {
	if s.counts == nil {
		s.counts = map[string]*Candidate{}
	}
	ws := words(content)
	seen := map[string]bool{}
	for i := range ws {
		if !topical[ws[i].norm] {
			continue
		}
		p := nounPhrase(ws, i+1)
		if p == "" || seen[p] {
			continue
		}
		seen[p] = true
		s.count(p, id)
	}
}

func (s *Suggester) count(phrase string, id onrecord.StatementID) {
	c := s.counts[phrase]
	if c == nil {
		if len(s.counts) >= mostPhrases {
			s.forget()
		}
		c = &Candidate{Words: phrase}
		s.counts[phrase] = c
	}
	c.Count++
	if len(c.Examples) < examples {
		c.Examples = append(c.Examples, id)
	}
}

// forget drops what came least often until half the room is free.
func (s *Suggester) forget() {
	for least := 1; len(s.counts) > mostPhrases/2; least++ {
		for p, c := range s.counts {
			if c.Count <= least {
				delete(s.counts, p)
			}
		}
	}
}

// nounPhrase is the phrase that begins at word i: articles and possessives are
// left out, and it ends before a little word, a time, an adverb or a mark.
func nounPhrase(ws []word, i int) string {
	for i < len(ws) && ws[i].after == none && determiners[ws[i].norm] {
		i++
	}
	var out []string
	for ; i < len(ws) && len(out) < 4; i++ {
		w := ws[i].norm
		if ws[i].after != none || ends[w] || prepositions[w] || pronouns[w] || verbsToBe[w] || auxiliaries[w] || modals[w] || determiners[w] || breaks[w] || negators[w] || isAdverb(w) || times[w] || strings.HasPrefix(w, "'") || w[0] >= '0' && w[0] <= '9' {
			break
		}
		out = append(out, w)
	}
	if len(out) == 0 || len(out) == 1 && len(out[0]) < 4 {
		return ""
	}
	return strings.Join(out, " ")
}

// ends are further little words that end a phrase.
var ends = set("and or as than yet if unless until before after without during what how whether who me him us them")

// Candidates lists the phrases of at least so many statements, most frequent
// first, without those that an issue of m has already, and without those that
// are a part of a longer one as frequent. m may be nil.
func (s *Suggester) Candidates(least int, m *Matcher) []Candidate {
	var out []Candidate
	for _, c := range s.counts {
		if c.Count >= least && (m == nil || !m.Touches(c.Words)) {
			out = append(out, *c)
		}
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(len(b.Words), len(a.Words)), strings.Compare(a.Words, b.Words))
	})
	return withoutParts(out)
}

// withoutParts drops a phrase that stands in a longer one which is nearly as
// frequent. It looks at the parts of each phrase, of which there are ten at most.
func withoutParts(all []Candidate) []Candidate {
	longest := map[string]int{} // of a part: the count of the most frequent longer phrase
	for _, c := range all {
		ws := strings.Fields(c.Words)
		for i := range ws {
			for k := i + 1; k <= len(ws); k++ {
				if part := strings.Join(ws[i:k], " "); part != c.Words {
					longest[part] = max(longest[part], c.Count)
				}
			}
		}
	}
	return slices.DeleteFunc(all, func(c Candidate) bool { return longest[c.Words]*10 >= c.Count*7 })
}
