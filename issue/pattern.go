package issue

import (
	"errors"
	"fmt"
	"strings"
)

// A term is a word of a pattern; any ending may follow a prefix.
type term struct {
	text   string
	prefix bool
	forms  map[string]bool // other forms of the word, nil for none
	helped bool            // auxiliaries and negations may stand before it
}

func (t term) fits(norm string) bool {
	if t.prefix {
		return strings.HasPrefix(norm, t.text) || t.forms[norm]
	}
	return norm == t.text || t.forms[norm]
}

// A pattern is all the ways to write one, each one term and more.
type pattern struct {
	text string
	ways [][]term
}

// mostWays bounds what the braces of one pattern multiply to.
const mostWays = 512

// compile reads a pattern: words, some with * at the end, and {a|b} for a choice
// between words or runs of words.
func compile(s string) (pattern, error) {
	p := pattern{text: s}
	texts := []string{""}
	for rest := s; rest != ""; {
		open := strings.IndexAny(rest, "{}")
		if open < 0 {
			texts = each(texts, rest)
			break
		}
		end := strings.IndexByte(rest, '}')
		if rest[open] == '}' || end < 0 || strings.Contains(rest[open+1:end], "{") {
			return p, errors.New("the braces do not pair; a choice is written {one|another}")
		}
		texts = each(texts, rest[:open])
		texts = each(texts, strings.Split(rest[open+1:end], "|")...)
		if rest = rest[end+1:]; len(texts) > mostWays {
			return p, fmt.Errorf("more than %d ways to read it; write two patterns", mostWays)
		}
	}
	for _, t := range texts {
		way, err := terms(t)
		if err != nil {
			return p, err
		}
		p.ways = append(p.ways, way)
	}
	return p, nil
}

// inflect adds to a researcher's pattern the other forms of its first word,
// "build on the moor" is "building on the moor" too, and the passive of a verb
// with its object: "keep the ships out" is "the ships must be kept out".
func (p *pattern) inflect() {
	for _, way := range p.ways {
		if passive := passiveOf(way); passive != nil {
			p.ways = append(p.ways, passive)
		}
		switch first := &way[0]; {
		case first.prefix:
			first.forms = set(irregular[first.text]) // sell* is sold too
		case !closed(first.text):
			first.forms = set(strings.Join(inflections(first.text), " "))
		}
	}
}

// closed reports a word that no ending belongs to.
func closed(w string) bool {
	if irregular[w] != "" {
		return false
	}
	return len(w) < 3 || function[w] || negators[w] || isAdverb(w)
}

// passiveOf turns a verb and its object round, nil where the way cannot be one.
func passiveOf(way []term) []term {
	n := 1
	for n < len(way) && (way[n].text == "the" || way[n].text == "a") {
		n++
	}
	if n >= len(way) || closed(way[0].text) || prepositions[way[n].text] || way[n].text == "to" || adjectives[way[0].text] {
		return nil
	}
	verb := term{text: way[0].text, prefix: way[0].prefix, helped: true}
	verb.forms = set(irregular[verb.text])
	if !verb.prefix {
		verb.forms = set(strings.Join(inflections(verb.text), " "))
	}
	out := append([]term{way[n], verb}, way[n+1:]...)
	return out
}

// adjectives begin patterns that are no verb with its object.
var adjectives = set("good bad right wrong fair natural floating direct new old waste second first over compulsory mandatory")

func each(texts []string, ends ...string) []string {
	out := make([]string, 0, len(texts)*len(ends))
	for _, t := range texts {
		for _, e := range ends {
			out = append(out, t+e)
		}
	}
	return out
}

// terms are the words of one way to write a pattern, cut as words of a text
// are.
func terms(s string) ([]term, error) {
	var out []term
	for _, f := range strings.Fields(s) {
		text, prefix := strings.CutSuffix(f, "*")
		ws := words(text)
		if strings.Contains(text, "*") || prefix && len(ws) == 0 {
			return nil, errors.New("* stands at the end of a word only")
		}
		for i := range ws {
			out = append(out, term{text: ws[i].norm, prefix: prefix && i == len(ws)-1})
		}
	}
	if len(out) == 0 {
		return nil, errors.New("a pattern needs a word")
	}
	if out[0].prefix && len(out[0].text) < 2 {
		return nil, errors.New("at least two letters stand before *")
	}
	return out, nil
}

// A finder finds many patterns in one pass over words.
type finder struct {
	exact   map[string][]entry
	prefix  map[string][]entry
	lengths []int // of prefixes, in bytes, ascending
}

// An entry is one way of a pattern, and what it stands for.
type entry struct {
	way []term
	id  int
}

func (f *finder) add(p pattern, id int) {
	for _, way := range p.ways {
		f.addWay(way, id)
	}
}

func (f *finder) addWay(way []term, id int) {
	if f.exact == nil {
		f.exact, f.prefix = map[string][]entry{}, map[string][]entry{}
	}
	for form := range way[0].forms {
		if form != way[0].text {
			f.exact[form] = append(f.exact[form], entry{way, id})
		}
	}
	at := f.exact
	if way[0].prefix {
		at = f.prefix
		f.addLength(len(way[0].text))
	}
	at[way[0].text] = append(at[way[0].text], entry{way, id})
}

func (f *finder) addLength(n int) {
	for i, l := range f.lengths {
		if l == n {
			return
		}
		if l > n {
			f.lengths = append(f.lengths[:i], append([]int{n}, f.lengths[i:]...)...)
			return
		}
	}
	f.lengths = append(f.lengths, n)
}

// each calls do with every pattern that begins at word i, and the word after
// its last.
func (f *finder) each(ws []word, i int, do func(e entry, end int)) {
	f.these(f.exact[ws[i].norm], ws, i, do)
	for _, n := range f.lengths {
		if n > len(ws[i].norm) {
			break
		}
		f.these(f.prefix[ws[i].norm[:n]], ws, i, do)
	}
}

func (f *finder) these(entries []entry, ws []word, i int, do func(e entry, end int)) {
	for _, e := range entries {
		if end, ok := fits(e.way, ws, i); ok {
			do(e, end)
		}
	}
}

// longest is the longest pattern that begins at word i; of two as long the one
// that was added first. end is 0 where there is none.
func (f *finder) longest(ws []word, i int) (id, end int) {
	e, end := f.entryAt(ws, i)
	return e.id, end
}

// entryAt is the way of the longest pattern.
func (f *finder) entryAt(ws []word, i int) (found entry, end int) {
	f.each(ws, i, func(one entry, e int) {
		if e > end || e == end && one.id < found.id {
			found, end = one, e
		}
	})
	return found, end
}

// fits holds a way against the words from i; adverbs may stand between its
// words, marks that end a clause may not.
func fits(way []term, ws []word, i int) (end int, ok bool) {
	if !way[0].fits(ws[i].norm) {
		return 0, false
	}
	skipped, helpers := 0, 0
	at := i + 1
	for k := 1; k < len(way); at++ {
		switch {
		case at >= len(ws) || ws[at].after > comma:
			return 0, false
		case way[k].fits(ws[at].norm) && (!way[k].helped || helpers > 0):
			k++
		case way[k].helped && helpers < 5 && ws[at].after == none && (auxiliaries[ws[at].norm] || modals[ws[at].norm] || verbsToBe[ws[at].norm] || negators[ws[at].norm]):
			helpers++
		case particles[way[k].text] && objects(ws, at, way[k]) > 0:
			at += objects(ws, at, way[k]) - 1
		case skipped < 2 && ws[at].after == none && isAdverb(ws[at].norm):
			skipped++
		default:
			return 0, false
		}
	}
	return at, true
}

// particles may stand after the object of their verb: "give them back".
var particles = set("back up down out off away over aside")

// objects is how many words of an object stand at word at before a particle, 0
// for none: a pronoun, or an article and at most two words.
func objects(ws []word, at int, particle term) int {
	most := 1
	switch w := ws[at].norm; {
	case w == "the" || w == "this" || w == "that" || w == "these" || w == "those" || w == "our" || w == "their" || w == "any":
		most = 3
	case w == "it" || w == "them" || w == "him" || w == "her" || w == "us":
	default:
		return 0
	}
	for n := 1; n <= most && at+n < len(ws) && ws[at+n].after == none; n++ {
		if particle.fits(ws[at+n].norm) {
			return n
		}
	}
	return 0
}
