package encoder

import "unicode"

// How a token is written, which the uncased pieces do not say.
const (
	NoLetters uint8 = iota
	Lower
	Title
	Capitals
	Mixed
	Digits
	cases
)

// CaseOf says how a token is written.
func CaseOf(token string) uint8 {
	upper, lower, first, digits := 0, 0, false, false
	for i, r := range token {
		switch {
		case unicode.IsUpper(r):
			upper++
			first = first || i == 0
		case unicode.IsLetter(r):
			lower++
		case unicode.IsDigit(r):
			digits = true
		}
	}
	switch {
	case digits:
		return Digits
	case upper+lower == 0:
		return NoLetters
	case upper == 0:
		return Lower
	case first && upper == 1:
		return Title
	case lower == 0:
		return Capitals
	}
	return Mixed
}
