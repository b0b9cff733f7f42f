package entitytest

import (
	"strings"
	"unicode"
)

// tags of common words; all others are nouns by their look.
var tags = map[string]string{}

func init() {
	for tag, words := range map[string]string{
		"DT":   "the a an this these those some no any each both all another",
		"IN":   "of in on at by for with from about after before over during since until that if because while despite under within as without toward through against into than amid between",
		"TO":   "to",
		"CC":   "and or but nor",
		"PRP":  "he she it they i we you him her them us me himself herself",
		"PRP$": "his their its my our your",
		"WP":   "who whom what",
		"WDT":  "which",
		"MD":   "will would can could may might should must shall",
		"VBD":  "said told wrote added asked denied declined refused promised vowed demanded urged tweeted announced was were had did posted warned noted argued replied spoke met ruled lashed voted won left reported claimed called insisted agreed acknowledged suggested went visited opened happened closed",
		"VBZ":  "says has is does wants believes notes argues thinks knows",
		"VBP":  "have are do say think believe want",
		"VBG":  "saying speaking adding writing citing calling appearing testifying noting telling going asking being",
		"VBN":  "been",
		"VB":   "wait stay lower comment be answer go talk vote resign respond discuss",
		"RB":   "not n't n’t never also again later earlier reportedly only now ago then there recently",
		"JJ":   "former senior last next early late new old top chief anonymous other first several many few good familiar past",
		"CD":   "two three four five six seven eight nine ten one",
		"NN":   "today yesterday tomorrow tonight",
		"NNS":  "officials sources analysts people aides reporters critics lawmakers voters experts comments remarks words tweets records senators ministers representatives spokesmen weeks days months years",
		"POS":  "'s ’s ' ’",
	} {
		for _, w := range strings.Fields(words) {
			if tags[w] != "" {
				panic("entitytest: " + w + " has two tags") // which it got would be chance
			}
			tags[w] = tag
		}
	}
}

func roughTag(w string) string {
	if tag, ok := tags[strings.ToLower(w)]; ok && (tag != "MD" || w != "May") {
		return tag
	}
	first := []rune(w)[0]
	switch {
	case strings.ContainsAny(w, ".,;:?!\"“”—–-") && !unicode.IsLetter(first) && !unicode.IsDigit(first):
		return map[bool]string{true: w, false: ":"}[w == "," || w == "."]
	case unicode.IsDigit(first):
		return "CD"
	case unicode.IsUpper(first):
		return "NNP"
	case strings.HasSuffix(w, "ed"):
		return "VBD"
	case strings.HasSuffix(w, "ing"):
		return "VBG"
	case strings.HasSuffix(w, "ly"):
		return "RB"
	}
	return "NN"
}
