package eval

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// CopyTexts makes n pages of invented sentences, for where there is no corpus.
func CopyTexts(n int, seed uint64) []CopyPage {
	rng := rand.New(rand.NewPCG(seed, 1))
	pages := make([]CopyPage, n)
	for i := range pages {
		var paragraphs []string
		for range 5 + rng.IntN(10) {
			var sentences []string
			for range 1 + rng.IntN(3) {
				sentences = append(sentences, sentence(rng))
			}
			paragraphs = append(paragraphs, strings.Join(sentences, " "))
		}
		pages[i] = CopyPage{Name: fmt.Sprintf("made-%d", i), Outlet: copyOutlets[rng.IntN(len(copyOutlets))], Title: sentence(rng), Text: strings.Join(paragraphs, "\n\n"), Family: i}
	}
	return pages
}

var copyWords = map[string][]string{
	"who":  strings.Split("the minister|the mayor|a spokeswoman|the union|an engineer|the council|a judge|the company|the opposition|a neighbour|the regulator|the bishop", "|"),
	"verb": strings.Split("said that|warned that|denied that|promised that|told reporters that|claimed that|confirmed that", "|"),
	"what": strings.Split("the bridge|the harbour|the reactor|the school|the budget|the railway|the strike|the election|the forest|the dam|the market|the hospital|the ferry|the archive", "|"),
	"does": strings.Split("would be closed|had been delayed|was too expensive|needed repairs|could open early|had failed a test|would be sold|was never planned|belongs to everybody|cost lives", "|"),
	"when": strings.Split("in March|on Tuesday|before the winter|after the vote|this year|at the end of the month|in the north|despite the rain|without a debate|for the third time", "|"),
	"more": strings.Split("because the money was gone|although nobody had asked|and the papers show it|while others disagreed|as a letter from the ministry makes plain|until the court decides|which surprised the workers|so that trains can run again", "|"),
}

func sentence(rng *rand.Rand) string {
	pick := func(kind string) string { return copyWords[kind][rng.IntN(len(copyWords[kind]))] }
	s := fmt.Sprintf("%s %s %s %s %s %s, number %d of %d.", pick("who"), pick("verb"), pick("what"), pick("does"), pick("when"), pick("more"), rng.IntN(90), 90+rng.IntN(900))
	return strings.ToUpper(s[:1]) + s[1:]
}
