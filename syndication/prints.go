package syndication

import (
	"math"
	"slices"
)

// Prints are bands of MinHash values (Broder, "On the resemblance and
// containment of documents", 1997; Indyk and Motwani, "Approximate nearest
// neighbors", 1998): of bands × rows orders of all grams the first gram of
// each, rows of them hashed together. Texts of which a share s of all grams is
// common have a print in common with the chance 1-(1-s^rows)^bands: at three
// tenths 0.83, at half 0.9997, at a twentieth, which is what a closing paragraph
// of an outlet comes to, 0.008.
const (
	bands = 64
	rows  = 3
)

// Prints are sorted fingerprints of an article; copies have one in common
// nearly always, and others rarely. A text of a few words has none.
func (a *Article) Prints() []uint64 {
	if len(a.grams) < leastGrams {
		return nil
	}
	var firsts [bands * rows]uint64
	for i := range firsts {
		firsts[i] = math.MaxUint64
	}
	for _, g := range a.grams {
		h := g
		for i := range firsts {
			h += 0x9e3779b97f4a7c15 // SplitMix64 (Steele, Lea and Flood, 2014)
			if m := mix(h); m < firsts[i] {
				firsts[i] = m
			}
		}
	}
	out := make([]uint64, bands)
	for b := range out {
		h := uint64(b)
		for _, first := range firsts[b*rows : (b+1)*rows] {
			h = mix(h*31 + first)
		}
		out[b] = h
	}
	slices.Sort(out)
	return slices.Compact(out)
}
