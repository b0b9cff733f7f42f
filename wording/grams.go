package wording

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

// Containment is the share of the grams of n words of the one that has fewer
// that the other has too (Broder, "On the resemblance and containment of
// documents", 1997), and how many that one has: 0 of 0 when it is shorter.
func Containment(a, b []Word, n int) (share float64, of int) {
	ga, gb := grams(a, n), grams(b, n)
	if len(ga) > len(gb) {
		ga, gb = gb, ga
	}
	if len(ga) == 0 {
		return 0, 0
	}
	in := make(map[uint64]bool, len(gb))
	for _, g := range gb {
		in[g] = true
	}
	common := 0
	for _, g := range ga {
		if in[g] {
			common++
		}
	}
	return float64(common) / float64(len(ga)), len(ga)
}

// grams are hashes of n words in a row without a gap between them.
func grams(words []Word, n int) []uint64 {
	var out []uint64
	for i := range words {
		if i+n > len(words) {
			break
		}
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
	return out
}
