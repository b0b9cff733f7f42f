// Package token divides the text of an article into sentences and tokens.
//
// Every visible character of a paragraph that is not boilerplate stands in
// exactly one token, tokens are in order and do not overlap, no token is longer
// than [MaxLength] bytes and no sentence than [MaxSentence] tokens, whatever
// the text. The work is linear in the length of the text.
//
// Tokens follow the Penn Treebank as newspaper corpora use it: contractions
// are divided ("do|n't", "Clinton|'s"), hyphenated words, web addresses and
// abbreviations are not, a mark of quotation is a token of its own. Forms are
// never rewritten: a token is a Span.
package token

import "onrecord"

// MaxLength is the longest token in bytes; a longer run of letters is cut.
const MaxLength = 256

// MaxSentence is the longest sentence in tokens; a longer one is cut.
const MaxSentence = 512

// Split fills r.Sentences and the spans of r.Tokens: the paragraphs of the
// document that are not boilerplate. A paragraph, and a stretch of boilerplate
// inside one, ends a sentence.
func Split(r *onrecord.Reading) {
	size := 0
	for _, p := range r.Doc.Paragraphs {
		size += p.Len()
	}
	r.Tokens = make([]onrecord.Token, 0, min(size/5+16, 1<<20))
	r.Sentences = r.Sentences[:0]
	page := r.Doc.Boilerplate
	for i, p := range r.Doc.Paragraphs {
		for len(page) > 0 && page[0].End <= p.Start {
			page = page[1:]
		}
		start := p.Start
		for _, b := range page {
			if b.Start >= p.End {
				break
			}
			split(r, i, start, b.Start)
			start = max(start, b.End)
		}
		split(r, i, start, p.End)
	}
}

// split divides the bytes start to end of paragraph number paragraph.
func split(r *onrecord.Reading, paragraph, start, end int) {
	if start >= end {
		return
	}
	first := len(r.Tokens)
	s := scanner{text: r.Doc.Text[:end], at: start, start: start, tokens: r.Tokens}
	s.run()
	r.Tokens = s.tokens
	text := r.Doc.Text[:end]
	for first < len(r.Tokens) {
		next := sentenceEnd(text, r.Tokens, first)
		r.Sentences = append(r.Sentences, onrecord.Sentence{First: first, End: next, Paragraph: paragraph})
		first = next
	}
}
