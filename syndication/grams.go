package syndication

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord"
	"onrecord/wording"
)

// size is how many words in a row a gram has. In five words a stock phrase is
// rarely repeated by chance, and a word that a rewrite exchanges costs five.
const size = 5

// add adds the grams of a paragraph. None crosses its edge, so that paragraphs
// that are dropped or moved change no others.
func (a *Article) add(text string) {
	words := wording.Words(text)
	if len(words) < size {
		return
	}
	quoted := quotations(text)
	hashes := make([]uint64, len(words))
	said := make([]bool, len(words))
	for i, w := range words {
		hashes[i] = hash(w.Norm)
		for len(quoted) > 0 && quoted[0].End <= w.Start {
			quoted = quoted[1:]
		}
		said[i] = len(quoted) > 0 && quoted[0].Overlaps(w.Span)
	}
	for i := 0; i+size <= len(words); i++ {
		h := uint64(size)
		for _, w := range hashes[i : i+size] {
			h = mix(h*31 + w)
		}
		a.grams = append(a.grams, h)
		if !slices.Contains(said[i:i+size], true) {
			a.told = append(a.told, h)
		}
	}
}

// quotations are the stretches between double quotation marks, in order; one
// that is never closed ends with the paragraph.
func quotations(text string) []onrecord.Span {
	var out []onrecord.Span
	open := -1
	for at, r := range text {
		switch {
		case !strings.ContainsRune("\"“”„«»", r):
		case open < 0 && !closes(text, at, r):
			open = at
		case open >= 0:
			out = append(out, onrecord.Span{Start: open, End: at + utf8.RuneLen(r)})
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, onrecord.Span{Start: open, End: len(text)})
	}
	return out
}

// closes reports a mark that can only close: an inch or a lost end.
func closes(text string, at int, r rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	return r == '”' || r == '»' || r == '"' && at > 0 && !unicode.IsSpace(before) && !unicode.IsPunct(before)
}

func sorted(list []uint64) []uint64 {
	slices.Sort(list)
	return slices.Compact(list)
}

// hash is FNV-1a of 64 bits.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return mix(h)
}

// mix spreads every bit over all others (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
