package wording

import "slices"

// Run is the longest run of words that a and b have in common: so many words,
// from these words of a and b on. It crosses no gap.
func Run(a, b []Word) (n, atA, atB int) {
	if len(a) == 0 || len(b) == 0 {
		return 0, 0, 0
	}
	row := make([]int, len(b)+1)
	for i := range a {
		above := 0 // row[j] of the line before
		for j := range b {
			here := row[j+1]
			row[j+1] = 0
			if a[i].Norm == b[j].Norm {
				row[j+1] = 1
				if !a[i].Gap && !b[j].Gap {
					row[j+1] += above
				}
				if row[j+1] > n {
					n, atA, atB = row[j+1], i-row[j+1]+1, j-row[j+1]+1
				}
			}
			above = here
		}
	}
	return n, atA, atB
}

// Containment is the share of the grams of the one that has fewer that the
// other has too (Broder, "On the resemblance and containment of documents",
// 1997): 0 when one has none.
func Containment(a, b []uint64) float64 {
	least := min(len(a), len(b))
	if least == 0 {
		return 0
	}
	n := 0
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
	return float64(n) / float64(least)
}

// Grams are hashes of n words in a row without a gap between them, sorted, each
// once.
func Grams(words []Word, n int) []uint64 {
	if len(words) < n {
		return nil
	}
	out := make([]uint64, 0, len(words)-n+1)
	for i := range words[:len(words)-n+1] {
		h := hash(words[i].Norm)
		whole := true
		for _, w := range words[i+1 : i+n] {
			whole = whole && !w.Gap
			h = mix(h*31 + hash(w.Norm))
		}
		if whole {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
