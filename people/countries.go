package people

import "strings"

// countryNames has a line a country that is often a part of a title: how it is
// called here, then its other names and the adjective. A list whose name begins
// with one of them ("us-cabinet.csv") is of that country.
const countryNames = `
united states|us|usa|united states of america|american|america
united kingdom|uk|british|britain|great britain
european union|eu|european
united nations|un
afghanistan|afghan
argentina|argentine
australia|australian
austria|austrian
belgium|belgian
brazil|brazilian
canada|canadian
china|chinese
colombia|colombian
cuba|cuban
czech republic|czech
denmark|danish
egypt|egyptian
finland|finnish
france|french
germany|german
greece|greek
hungary|hungarian
india|indian
indonesia|indonesian
iran|iranian
iraq|iraqi
ireland|irish
israel|israeli
italy|italian
japan|japanese
jordan|jordanian
mexico|mexican
netherlands|dutch
new zealand
nigeria|nigerian
north korea|north korean|dprk
norway|norwegian
pakistan|pakistani
palestine|palestinian
philippines|philippine
poland|polish
portugal|portuguese
qatar|qatari
russia|russian|russian federation
saudi arabia|saudi
south africa|south african
south korea|south korean
spain|spanish
sweden|swedish
switzerland|swiss
syria|syrian
turkey|turkish
ukraine|ukrainian
venezuela|venezuelan
vietnam|vietnamese
yemen|yemeni
scotland|scottish
wales|welsh
`

// countries maps each name to the one used here; longest is how many words the
// longest has.
var countries, longest = func() (map[string]string, int) {
	out, most := map[string]string{}, 0
	for _, line := range strings.Split(strings.TrimSpace(countryNames), "\n") {
		names := strings.Split(line, "|")
		for _, name := range names {
			out[name] = names[0]
			most = max(most, len(strings.Fields(name)))
		}
	}
	return out, most
}()

// countryAt is the country that words begin with, and how many words name it.
func countryAt(words []string) (country string, n int) {
	for n := min(longest, len(words)); n > 0; n-- {
		if c, ok := countries[strings.Join(words[:n], " ")]; ok {
			return c, n
		}
	}
	return "", 0
}

// CountryOf is the country that a list is of, by its name, empty for unknown.
func CountryOf(list string) string {
	words := titleWords(list)
	for i := range words {
		if c, n := countryAt(words[i:]); n > 0 {
			return c
		}
	}
	return ""
}
