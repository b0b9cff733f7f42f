package issue

import (
	"strings"
	"unicode/utf8"

	"onrecord"
)

// A scene is a statement as its position on one issue is read: its words, what
// is found on them, and its clauses.
type scene struct {
	is      *Issue
	r       *onrecord.Report
	own     map[string]bool // words of the names of the speaker and of its side
	offices map[string]bool // words of the roles of its side, which are other people's or his own
	foreign map[string]bool // words of the names of other sides
	ws      []word
	skip    []bool // words that say nothing of the position
	quoted  []bool // words between quotation marks
	items   []item
	at      []int  // item of each word, -1 for none
	about   []bool // words of the issue

	conditions []condition
	free       []condition // words that say that there is none
	sentences  [][2]int    // ranges of words
	questions  []bool      // of sentences
}

// An item is an entry of the lexicon, of the issue or of its action, on the
// words [first, end).
type item struct {
	lexeme
	kind       itemKind
	first, end int
	target     bool // its words hold an action of the issue
	turned     bool // it holds a negation that its pattern does not: "the ships will not be kept out"
	modal      bool // it holds a modal
}

type itemKind byte

const (
	word0  itemKind = iota // of the lexicon
	target                 // an action of the issue
	phrase                 // one of the issue's own patterns, which has a sign
)

func (m *compiled) scene(r *onrecord.Report) *scene {
	s := &scene{is: m.is, r: r, ws: words(r.Content)}
	s.skip, s.quoted, s.about = make([]bool, len(s.ws)), make([]bool, len(s.ws)), make([]bool, len(s.ws))
	s.own, s.foreign = s.ownWords()
	s.quotes()
	s.split()
	s.find(m)
	s.conditional()
	s.narrow(m)
	s.others()
	s.unreal()
	return s
}

// ownWords are the words of the names of the speaker and of its side, and
// foreign those of the names and roles of other sides.
func (s *scene) ownWords() (own, foreign map[string]bool) {
	own, foreign = map[string]bool{}, map[string]bool{}
	add := func(into map[string]bool, texts ...string) {
		for _, t := range texts {
			for w := range strings.SplitSeq(slug(t), "-") {
				into[w] = true
			}
		}
	}
	add(own, nameOfKey(s.r.Key))
	mine := s.is.sideOf(s.r.Key)
	s.offices = map[string]bool{}
	for i := range s.is.Sides {
		side := &s.is.Sides[i]
		if side == mine {
			add(s.offices, side.Roles...)
			add(own, append(append(side.Members, side.Roles...), side.Name)...)
		} else {
			add(foreign, append(append(side.Members, side.Roles...), side.Name)...)
		}
	}
	return own, foreign
}

// quotes marks the words between quotation marks, and leaves out what is
// quoted inside them: it is somebody else's.
func (s *scene) quotes() {
	inner := nested(s.r.Content, s.r.Quoted)
	for i := range s.ws {
		for _, q := range s.r.Quoted {
			s.quoted[i] = s.quoted[i] || q.Contains(s.ws[i].Span)
		}
		for _, q := range inner {
			s.skip[i] = s.skip[i] || q.Contains(s.ws[i].Span)
		}
	}
	if s.r.Kind == onrecord.Direct && len(s.r.Quoted) == 0 { // a turn of a transcript
		for i := range s.quoted {
			s.quoted[i] = true
		}
	}
}

// nested are the spans of three words and more between quotation marks inside
// quotation marks. Single words in marks are emphasis, and the speaker's own.
func nested(text string, quoted []onrecord.Span) []onrecord.Span {
	var out []onrecord.Span
	for _, q := range quoted {
		if q.Start < 0 || q.End > len(text) || q.Start > q.End {
			continue
		}
		open := -1
		for at := q.Start; at < q.End; {
			r, size := utf8.DecodeRuneInString(text[at:])
			before, _ := utf8.DecodeLastRuneInString(text[q.Start:at])
			after, _ := utf8.DecodeRuneInString(text[at+size : q.End])
			switch {
			case open < 0 && strings.ContainsRune("“‘\"'", r) && !inWord(before) && inWord(after):
				open = at + size
			case open >= 0 && strings.ContainsRune("”’\"'", r) && !inWord(after):
				if len(strings.Fields(text[open:at])) >= 3 {
					out = append(out, onrecord.Span{Start: open, End: at})
				}
				open = -1
			}
			at += size
		}
	}
	return out
}

// split finds the sentences, and which of them ask.
func (s *scene) split() {
	first := 0
	for i := 1; i <= len(s.ws); i++ {
		if i < len(s.ws) && s.ws[i].after < stop {
			continue
		}
		end := inquiryAfter(s, i)
		s.sentences = append(s.sentences, [2]int{first, i})
		s.questions = append(s.questions, end)
		first = i
	}
}

// inquiryAfter reports a question mark before word i.
func inquiryAfter(s *scene, i int) bool {
	if i < len(s.ws) {
		return s.ws[i].after == inquiry
	}
	return len(s.ws) > 0 && strings.Contains(s.r.Content[s.ws[i-1].End:], "?")
}

// find puts items on the words. The issue's own words come before those of the
// lexicon.
func (s *scene) find(m *compiled) {
	s.at = make([]int, len(s.ws))
	for i := range s.at {
		s.at[i] = -1
	}
	for i := range s.ws {
		m.about.each(s.ws, i, func(_ entry, end int) { fill(s.about, i, end) })
	}
	for i := 0; i < len(s.ws); {
		it, ok := s.itemAt(m, i)
		if !ok {
			i++
			continue
		}
		for k := i; k < it.end; k++ {
			s.at[k] = len(s.items)
		}
		s.items = append(s.items, it)
		i = it.end
	}
}

func fill(marks []bool, from, end int) {
	for ; from < end; from++ {
		marks[from] = true
	}
}

func (s *scene) itemAt(m *compiled, i int) (item, bool) {
	if id, end := m.phrases.longest(s.ws, i); end > 0 {
		it := item{kind: phrase, lexeme: lexeme{sign: 1 - 2*id, sure: 0.9, denied: 0.9}, first: i, end: end, target: true}
		if p, _ := m.phrases.entryAt(s.ws, i); passes(p.way) {
			it.turned = s.has(i, end, negators)
		}
		return it, true
	}
	if p, end := m.action.entryAt(s.ws, i); end > 0 {
		it := item{kind: target, first: i, end: end, target: true}
		if passes(p.way) {
			it.turned, it.modal = s.has(i, end, negators), s.has(i, end, modals)
		}
		return it, true
	}
	id, end := verdicts.longest(s.ws, i)
	if end == 0 || !s.isAlone(i, end) {
		id, end = lexicon.longest(s.ws, i)
	}
	if end == 0 {
		return item{}, false
	}
	it := item{lexeme: lexemes[id], first: i, end: end}
	for k := i; k < end; k++ {
		if _, e := m.action.longest(s.ws, k); e > 0 && e <= end {
			it.target = true
		}
	}
	return it, true
}

// isAlone reports words with marks around them, or nothing but "to" after them,
// or so many that they are said of nothing else: "over my dead body".
func (s *scene) isAlone(i, end int) bool {
	if end-i >= 3 {
		return true
	}
	before := i == 0 || s.ws[i].after != none
	return before && (end == len(s.ws) || s.ws[end].after != none || s.ws[end].norm == "to")
}

// passes reports a pattern in the passive.
func passes(way []term) bool { return len(way) > 1 && way[1].helped }

// has reports whether one of the words [from, end) is in a set.
func (s *scene) has(from, end int, set map[string]bool) bool {
	for i := max(from, 0); i < min(end, len(s.ws)); i++ {
		if set[s.ws[i].norm] {
			return true
		}
	}
	return false
}

// hasAny reports whether one of the words [from, end) is in a list, its words
// parted by blanks.
func (s *scene) hasAny(from, end int, list string) bool {
	for i := max(from, 0); i < min(end, len(s.ws)); i++ {
		if among(s.ws[i].norm, list) {
			return true
		}
	}
	return false
}

// among reports whether a word is in a short list, without making a set of it.
func among(w, list string) bool {
	for one := range strings.FieldsSeq(list) {
		if one == w {
			return true
		}
	}
	return false
}

// norm is the word at i, empty outside the statement.
func (s *scene) norm(i int) string {
	if i < 0 || i >= len(s.ws) {
		return ""
	}
	return s.ws[i].norm
}

// text is the words [from, end) as the statement has them.
func (s *scene) text(from, end int) string {
	if from >= end {
		return ""
	}
	return s.r.Content[s.ws[from].Start:s.ws[end-1].End]
}
