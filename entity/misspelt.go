package entity

import "slices"

// misspelt reports two names of the same number of words, all equal but one,
// which differs by one letter put in, left out, changed or swapped (Damerau
// and Levenshtein). Two known first names are two people; so are two short
// last names.
func misspelt(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	at := none
	for i := range a {
		if a[i] != b[i] {
			if at != none {
				return false
			}
			at = i
		}
	}
	if at == none {
		return true
	}
	x, y := a[at], b[at]
	if at == 0 && firstNames[x] != 0 && firstNames[y] != 0 || min(len(x), len(y)) < 4 && len(a) == 2 || min(len(x), len(y)) < 3 {
		return false
	}
	if at == len(a)-1 && min(len(x), len(y)) < 5 {
		return false
	}
	return oneEdit([]rune(x), []rune(y))
}

func oneEdit(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return slices.Equal(x[i:], y[i+1:])
	}
	if i == len(x) || slices.Equal(x[i+1:], y[i+1:]) {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && slices.Equal(x[i+2:], y[i+2:])
}
