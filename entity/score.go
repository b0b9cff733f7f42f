package entity

// A sieve is the rule that found a speaker.
type sieve byte

const (
	describedSieve   sieve = iota // nobody is named: "two officials"
	nameSieve                     // a name with one bearer
	protagonistSieve              // of several bearers the one the article is about
	namesakeSieve                 // of several bearers the one named before
	institutionSieve              // the name of an institution
	madeSieve                     // a name made of another: "the Lee campaign", "his campaign"
	titleSieve                    // a role that the article gives
	wordSieve                     // another word for somebody named before
	pronounSieve
	relativeSieve
	firstSieve // "I" of the one quoted
)

// sieveScores are how often a sieve was right; see score. Those of wordSieve
// and pronounSieve are reached at a lead of fullLead, and at the least lead they
// are less by leadWorth.
var sieveScores = map[sieve]float64{
	describedSieve: 0.95, nameSieve: 0.98, protagonistSieve: 0.95, namesakeSieve: 0.90, institutionSieve: 0.97, madeSieve: 0.95,
	titleSieve: 0.93, wordSieve: 0.96, pronounSieve: 0.97, relativeSieve: 0.93, firstSieve: 0.95,
}

const (
	fullLead  = 3.0
	leadWorth = 0.20
)

// score is how sure a speaker is, 0 to 1.
func (s *source) score() float64 {
	most := sieveScores[s.sieve]
	if s.lead == 0 || s.lead >= fullLead {
		return most
	}
	return most - leadWorth*(1-s.lead/fullLead)
}
