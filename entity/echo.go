package entity

import (
	"math"
	"strings"
)

// A headline and a first paragraph tell what somebody below is quoted with:
// "Top aide says the tour was a show", and later "Bo Hill called the tour a
// show". What was said then tells who is described.

// The thresholds of an echo. Words count by how few statements of the article
// have them; the share is that of the first statement's words that the other
// has too. Of 72 people named near the top whose words were found again with
// echoShare and echoLead, taken as if they had not been named, 60 were found
// rightly before what they are called was compared.
const (
	echoWords  = 3    // that both have, at least
	echoShare  = 0.40 // without anything the article calls the other
	titleShare = 0.30 // when the article gives the other such a role
	echoLead   = 0.15 // over everybody else's statements
)

// echoes names those who are only described near the top of the article, and
// of whom one statement below tells the same, or who are the only ones that are
// introduced and quoted below a headline.
func (d *draft) echoes() {
	var e *echoIndex
	for _, i := range d.order {
		p, ok := d.describedAbove(i)
		if !ok {
			continue
		}
		if e == nil {
			e = d.newEchoIndex()
		}
		if who := e.find(i, p); who != none {
			d.name(i, who, "whose statement below tells the same")
		} else if who := d.newSpeaker(p); who != none {
			d.name(i, who, "who speaks right below a headline")
		}
	}
}

// describedAbove reports that the source of statement i is one person, near
// the top of the article, who is only described.
func (d *draft) describedAbove(i int) (*rolePhrase, bool) {
	s := &d.sources[i]
	if s.head == none || d.paragraph(s.head) >= ledeParagraphs || s.who != none && !d.beings[s.who].unnamed {
		return nil, false
	}
	if s.form != "title" && s.form != "role" && s.form != "unnamed" {
		return nil, false
	}
	first, end := d.phraseOf(d.r.Statements[i].Source)
	if first >= end || d.plural(s.head) || d.tag(first) == "WP" || institutionNouns[d.low[s.head]] {
		return nil, false
	}
	p := d.rolePhrase(first, s.head, end)
	adjective := p.kind == politics && !p.definite && d.paragraph(first) >= headlineParagraphs // "Republican calls"
	return &p, !p.owned && !p.nobody && !adjective
}

// name makes a named person of a described one.
func (d *draft) name(i, who int, why string) {
	s := &d.sources[i]
	was := s.who
	*s = source{who: who, head: s.head, form: "role", why: why, sieve: echoSieve}
	for k := range d.sources {
		if was != none && d.sources[k].who == was {
			return
		}
	}
	if was != none {
		d.beings[was].mentions = nil // nobody else is meant by these words
	}
}

// An echoIndex holds what each statement says.
type echoIndex struct {
	d     *draft
	said  [][]string     // the stems of each statement's content
	count map[string]int // statements with a stem
}

func (d *draft) newEchoIndex() *echoIndex {
	e := &echoIndex{d: d, said: make([][]string, min(len(d.r.Statements), maxEchoes)), count: map[string]int{}}
	for i := range e.said {
		e.said[i] = d.stems(i)
		for _, w := range e.said[i] {
			e.count[w]++
		}
	}
	return e
}

// maxEchoes bounds the statements that are compared.
const maxEchoes = 400

// find is the person whose statement below has most of what statement i says.
func (e *echoIndex) find(i int, p *rolePhrase) int {
	if i >= len(e.said) {
		return none
	}
	has, total := map[string]bool{}, 0.0
	for _, w := range e.said[i] {
		has[w] = true
		total += e.weight(w)
	}
	best, second, who, fit := 0.0, 0.0, none, 0.0
	for j := range e.said {
		s := &e.d.sources[j]
		if j == i || s.who == none || s.head == none || s.head < p.head || e.d.sentence[s.head] == e.d.sentence[p.head] || e.d.beings[s.who].unnamed {
			continue
		}
		f, ok := e.d.bearing(&e.d.beings[s.who], p)
		if !ok || p.kind == office && f <= 0 {
			continue
		}
		n, share := 0, 0.0
		for _, w := range e.said[j] {
			if has[w] {
				n++
				share += e.weight(w) / total
			}
		}
		switch {
		case n < echoWords:
		case share > best:
			if s.who != who {
				second = best
			}
			best, who, fit = share, s.who, f
		case s.who != who:
			second = max(second, share)
		}
	}
	if best-second < echoLead || best < titleShare || fit <= 0 && best < echoShare {
		return none
	}
	return who
}

func (e *echoIndex) weight(w string) float64 {
	return math.Log(float64(len(e.said)+2) / float64(e.count[w]))
}

// stems are the words of statement i's content that tell something, each once.
func (d *draft) stems(i int) []string {
	var list []string
	seen := map[string]bool{}
	for _, c := range d.r.Statements[i].Content {
		first, end := d.phraseOf(c)
		for k := first; k < end; k++ {
			if w := d.low[k]; len(w) > 1 && !emptyWords[w] && (d.noun(k) || d.verb(k) || d.adjective(k) || d.tag(k) == "RB") {
				if w = stem(w); !seen[w] {
					seen[w] = true
					list = append(list, w)
				}
			}
		}
	}
	return list
}

// stem cuts a word's ending, so that most forms of one word are the same.
func stem(w string) string {
	w = strings.TrimRight(w, ".")
	for _, ending := range []string{"ing", "ies", "ed", "es", "s", "ly", "e", "y"} {
		if strings.HasSuffix(w, ending) && len(w)-len(ending) >= 3 {
			return w[:len(w)-len(ending)]
		}
	}
	return w
}

// emptyWords are verbs, adverbs and nouns that tell nothing of what was said.
var emptyWords = set(`say said says be is are was were been being has have had having do does did will would can could should may might
must not n't so too there here when where why how than then just very more most much many about over under again also only even still
thing things way lot get got go going make made want think know people`)
