package wording

import (
	"slices"
)

// function are words that say little of what a text is about.
var function = set(`a about above after again against ago all almost already also although always am among an and another any are around as at away
back be because been before being below between both but by can could did do does doing done down during each either else enough even ever
every few for from further get gets getting go goes going gone got had has have having he her here hers herself him himself his how however i if in
into is it its itself just know less let like lot made make makes making many may maybe me might mine more most much must my myself near
neither never no nobody none nor not nothing now of off often on once only onto or other others ought our ours ourselves out over own perhaps
quite rather really said same say saying says see shall she should since so some somebody someone something soon still such take than that the
their theirs them themselves then there therefore these they thing things think this those though through thus till to today together
told tomorrow tonight too toward under until up upon us very want was way we well were what whatever when where whether which while who whoever whom
whose why will with within without would yes yesterday yet you your yours yourself s 1 kind sort per mr mrs ms dr
monday tuesday wednesday thursday friday saturday sunday`)

// Content reports a word that says what a text is about: no function word.
func (w Word) Content() bool { return !function[w.Norm] }

// Term is a number for the stem of the word, alike for "deliver" and
// "delivered".
func (w Word) Term() uint32 { return uint32(hash(stem(w.Norm))) }

// Terms are the terms of the words with content, sorted, each once.
func Terms(words []Word) []uint32 {
	var out []uint32
	for _, w := range words {
		if w.Content() {
			out = append(out, w.Term())
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Shared counts what two lists of terms have in common.
func Shared(a, b []uint32) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// hash is FNV-1a of 64 bits, the halves folded so that either will do.
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
