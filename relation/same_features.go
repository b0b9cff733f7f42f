package relation

import (
	"math"

	"onrecord"
	"onrecord/wording"
)

// What is looked at of two reports of one speaker, or of one that is not known,
// whose times do not exclude each other.
const (
	fBias        = iota
	fCovered     // weight that the other has, nearly, of the one of which it has more
	fCoveredLess // of the other
	fSame        // weight that both have, of the one of which it is more
	fSameLess
	fShared // log of the weight that both have
	fCosine
	fRun      // log of the longest run of words
	fRunShare // of the words of the shorter
	fBigrams  // containment
	fTrigrams
	fNumbers      // one shared
	fNumbersOther // both have some, and share none
	fNames        // one shared
	fNamesOther
	fNegation // one has an odd number of negations, the other not
	fHeadline
	fBothIndirect
	fOneDay   // both on one day
	fPrinted  // log of the days between publications
	fOccasion // shared
	fFew      // log of the number of terms of the one with less
	fOneExact // one term shared
	fTwoExact
	fNoExact
	fOrder    // terms shared in one order, of the one with less
	fAllWords // all words shared, of the one with less
	fSquare   // of what is covered, and of the other
	fSquareLess
	fBeyond     // log of the weight of what both have other than names
	fBeyondLess // of what both have other than names, in the one with less
	fMissing    // log of the weight of the terms of the one with less that the other has not
	features
)

// featureVersion is changed with what the features are.
const featureVersion = "same 7"

// featureNames are for people.
var featureNames = [features]string{"bias", "covered", "covered less", "same", "same less", "shared", "cosine", "run", "run share", "bigrams", "trigrams", "numbers", "other numbers",
	"names", "other names", "negation", "headline", "both indirect", "one day", "printed", "occasion", "few", "one exact", "two exact", "no exact", "order", "all words", "square", "square less", "beyond names", "beyond less", "missing"}

// featuresOf looks at two sides. It is symmetric.
func featuresOf(a, b *side) (x [features]float64, run, exact int) {
	c := cover(a, b)
	exact = c.exact
	run, _, _ = wording.Run(a.words, b.words)
	x[fBias] = 1
	x[fCovered], x[fCoveredLess] = max(c.near[0], c.near[1]), min(c.near[0], c.near[1])
	x[fSame], x[fSameLess] = max(c.same[0], c.same[1]), min(c.same[0], c.same[1])
	x[fShared] = math.Log1p(c.same[0] * a.weight)
	x[fCosine] = cosine(a, b)
	x[fRun] = math.Log1p(float64(run))
	x[fRunShare] = ratio(float64(run), float64(min(len(a.words), len(b.words))))
	x[fBigrams], x[fTrigrams] = wording.Containment(a.grams[1], b.grams[1]), wording.Containment(a.grams[2], b.grams[2])
	x[fNumbers], x[fNumbersOther] = agree(a.numbers, b.numbers)
	x[fNames], x[fNamesOther] = agree(a.names, b.names)
	x[fNegation] = truth(a.negations%2 != b.negations%2)
	x[fHeadline] = truth(a.Headline || b.Headline)
	x[fBothIndirect] = truth(!a.quoted && !b.quoted)
	x[fOneDay] = truth(a.oneDay && a.Said.From == b.Said.From && a.Said.Until == b.Said.Until)
	x[fPrinted] = math.Log1p(daysBetween(a, b))
	x[fOccasion] = truth(wording.Shared(a.occasion, b.occasion) > 0)
	x[fFew] = math.Log1p(float64(min(len(a.terms), len(b.terms))))
	x[fOneExact], x[fTwoExact], x[fNoExact] = truth(exact == 1), truth(exact == 2), truth(exact == 0)
	x[fOrder] = ratio(float64(inOrder(a.terms, b.terms)), float64(min(len(a.terms), len(b.terms))))
	x[fAllWords] = wording.Containment(a.grams[0], b.grams[0])
	x[fSquare], x[fSquareLess] = x[fCovered]*x[fCovered], x[fCoveredLess]*x[fCoveredLess]
	beyond := min(c.beyond[0], c.beyond[1])
	x[fBeyond] = math.Log1p(beyond)
	x[fBeyondLess] = ratio(beyond, min(a.beyond, b.beyond))
	x[fMissing] = math.Log1p(min(a.weight*(1-c.near[0]), b.weight*(1-c.near[1])))
	return x, run, exact
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}

// agree says of two sorted lists whether they share something, and whether both
// have something and share nothing.
func agree[T interface{ ~string | ~uint32 }](a, b []T) (shared, other float64) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			return 1, 0
		}
	}
	return 0, truth(len(a) > 0 && len(b) > 0)
}

func oneDay(c *onrecord.Claimed) bool { return c.From != "" && later(c.From, 1) == c.Until }

// daysBetween is how many days lie between two printings, 30 at most, and 0
// when one is not known.
func daysBetween(a, b *side) float64 {
	if !a.dated || !b.dated {
		return 0
	}
	return min(math.Abs(float64(a.day-b.day)), recent)
}

// inOrder is the length of the longest list of terms that both have in order.
func inOrder(a, b []sideTerm) int {
	var row [mostTerms + 1]int
	for i := range a {
		above := 0
		for j := range b {
			here := row[j+1]
			if a[i].stem == b[j].stem {
				row[j+1] = above + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			above = here
		}
	}
	return row[len(b)]
}
