package entity

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
)

// edges are the tokens of s by search alone; end is never before first.
func (d *draft) edges(s onrecord.Span) (first, end int) {
	t := d.r.Tokens
	for n := len(t); first < n; { // by hand: sort.Search takes three times as long, and every span is looked for
		if m := int(uint(first+n) >> 1); t[m].End > s.Start {
			n = m
		} else {
			first = m + 1
		}
	}
	end = first
	for end < len(t) && end < first+nearTokens && t[end].Start < s.End {
		end++
	}
	if end < first+nearTokens {
		return first, end
	}
	for n := len(t); end < n; {
		if m := int(uint(end+n) >> 1); t[m].Start >= s.End {
			n = m
		} else {
			end = m + 1
		}
	}
	return first, end
}

// nearTokens is how many tokens of a span are passed one by one.
const nearTokens = 8

func (d *draft) word(i int) string { return d.r.Tokens[i].In(d.text) }

func (d *draft) tag(i int) string { return d.r.Tokens[i].Tag }

// at is the lower-case word of token i, empty outside the text.
func (d *draft) at(i int) string {
	if i < 0 || i >= len(d.low) {
		return ""
	}
	return d.low[i]
}

// span covers tokens [first, end).
func (d *draft) span(first, end int) onrecord.Span {
	return onrecord.Span{Start: d.r.Tokens[first].Start, End: d.r.Tokens[end-1].End}
}

// tokens are those that s covers, [first, end).
func (d *draft) tokens(s onrecord.Span) (first, end int) {
	if s.IsZero() {
		return 0, 0
	}
	return d.edges(s)
}

// maxPhrase bounds the tokens of a source or cue that are looked at.
const maxPhrase = 80

// phraseOf are the first tokens of a source or cue.
func (d *draft) phraseOf(s onrecord.Span) (first, end int) {
	first, end = d.tokens(s)
	return first, min(end, first+maxPhrase)
}

// bounds are the tokens of the sentence of token i.
func (d *draft) bounds(i int) (first, end int) {
	if len(d.r.Sentences) == 0 {
		return 0, len(d.low)
	}
	st := d.r.Sentences[d.sentence[i]]
	return max(0, st.First), min(len(d.low), st.End)
}

func (d *draft) paragraph(i int) int {
	if len(d.r.Sentences) == 0 {
		return 0
	}
	return d.r.Sentences[d.sentence[i]].Paragraph
}

func (d *draft) onPage(i int) bool {
	s, b := d.r.Tokens[i].Span, d.r.Doc.Boilerplate
	k := sort.Search(len(b), func(k int) bool { return b[k].End > s.Start })
	return k < len(b) && b[k].Overlaps(s)
}

func (d *draft) capital(i int) bool { return d.upper[i] }

func beginsUpper(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.ToLower(c) != c
}

func (d *draft) noun(i int) bool { return strings.HasPrefix(d.tag(i), "NN") }

func (d *draft) verb(i int) bool { return strings.HasPrefix(d.tag(i), "VB") || d.tag(i) == "MD" }

func (d *draft) adjective(i int) bool { return strings.HasPrefix(d.tag(i), "JJ") || d.tag(i) == "CD" }

func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }

// mentionAt is the mention that covers token i, title included; nil when none.
func (d *draft) mentionAt(i int) *mention {
	k := sort.Search(len(d.mentions), func(k int) bool { return d.mentions[k].end > i })
	if k < len(d.mentions) && d.mentions[k].title <= i {
		return &d.mentions[k]
	}
	return nil
}

// breaks are the first tokens of the lines of underlines or asterisks that news
// agencies set between reports, in order.
func (d *draft) findBreaks() []int {
	var at []int
	for _, st := range d.r.Sentences {
		first, end := max(0, st.First), min(st.End, len(d.low))
		if first < end && strings.ContainsAny(d.low[first], "_*—-#~") && isBreak(d.span(first, end).In(d.text)) {
			at = append(at, first)
		}
	}
	return at
}

// section is how many breaks stand before token i.
func (d *draft) section(i int) int {
	if len(d.breaks) == 0 {
		return 0
	}
	return sort.SearchInts(d.breaks, i)
}

// isBreak: "___.", "* * *".
func isBreak(line string) bool {
	marks := 0
	for _, c := range line {
		switch c {
		case '_', '*', '—', '-', '#', '~':
			marks++
		case '.', ' ':
		default:
			return false
		}
	}
	return marks >= 3
}
