package wording

import "slices"

// Fingerprints are chosen as Schleimer, Wilkerson and Aiken, "Winnowing: local
// algorithms for document fingerprinting" (2003), choose them: of every window
// of w grams of k words the smallest hash. What two texts have in common in
// k+w-1 words in a row is then printed alike in both.
const (
	gram   = 4 // words in a gram
	window = 3 // grams in a window
	weak   = 1 << 63
)

// Common is the length of a run of words that Prints promises to find.
const Common = gram + window - 1

// Prints are fingerprints of the words, sorted, each once: two texts that have
// Common words in a row in common have a print in common, if there are two with
// content within some four of them. Runs of other words print nothing, since
// everybody says "at the end of the". No print crosses a gap.
func Prints(words []Word) []uint64 {
	var out []uint64
	for from := 0; from < len(words); {
		end := from + 1
		for end < len(words) && !words[end].Gap {
			end++
		}
		out = winnow(out, words[from:end])
		from = end
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// winnow adds the prints of words without a gap. Of less than a window of grams
// the smallest hash stands for all.
func winnow(out []uint64, words []Word) []uint64 {
	n := len(words) - gram + 1
	if n <= 0 {
		return out
	}
	hashes := make([]uint64, n)
	for i := range hashes {
		hashes[i] = gramHash(words[i : i+gram])
	}
	last := -1
	for i := 0; i == 0 || i+window <= n; i++ {
		at := i
		for j := i + 1; j < min(i+window, n); j++ {
			if hashes[j] <= hashes[at] { // the rightmost of equals
				at = j
			}
		}
		if at != last && hashes[at]&weak == 0 {
			out = append(out, hashes[at])
		}
		last = at
	}
	return out
}

// gramHash is greater than any other when less than two words have content.
func gramHash(words []Word) uint64 {
	h, content := uint64(0), 0
	for _, w := range words {
		h = mix(h*31 + hash(w.Norm))
		if w.Content() {
			content++
		}
	}
	if content < 2 {
		return h | weak
	}
	return h &^ weak
}
