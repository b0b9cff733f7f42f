package people

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A title is compared by what office it names, so that "Defense Secretary",
// "the U.S. Secretary of Defence" and "acting secretary of defense" are one:
// the words without articles and prepositions, in one spelling, apart from
// whose office it is (a country) and from what says that it is held only in
// part, no more or not yet. The order of words does not count, but for the few
// pairs that differ by it alone.

// An Office is what a title names.
type Office struct {
	words   []string // of the title, sorted, each once
	body    []string // of the organisation, likewise
	country string   // as countries has it; empty when the title names none
	Past    bool     // "former", "ex-", "late", "then"
	Coming  bool     // "elect", "designate", "nominee"
}

// noise are words of a title that do not say which office it is. "Acting" is
// one: who acts holds it.
var noise = setOf(`the of for and to in at on a an his her its their s affairs acting interim caretaker outgoing incumbent current new our
	then now mr mrs ms hon right his her excellency`)

var past = setOf("former ex late onetime erstwhile ousted retired then")

var coming = setOf("elect designate nominee incoming")

// spellings are other ways to write a word.
var spellings = mapOf(`defence defense,labour labor,advisor adviser,councillor counselor,chairman chair,chairwoman chair,chairperson chair,
	spokesman spokesperson,spokeswoman spokesperson,sec secretary,pres president,gov governor,sen senator,rep representative,amb ambassador,
	vp vice-president,pm prime-minister,attorneys attorney,ministry minister,fm foreign-minister,congressman representative,
	congresswoman representative,dept department,intl international,organisation organization,programme program,head chief`)

// Words that make another office when they stand before the head, not after it:
// a state secretary is no secretary of state.
var ordered = map[string][]string{"state secretary": {"statesecretary"}, "state minister": {"stateminister"}}

// OfficeOf reads a title as an article or a list prints it; organisation may be
// empty, and says in a list or an article whose office it is.
func OfficeOf(title, organisation string) Office {
	var o Office
	o.words = unique(o.read(title))
	var of Office
	switch rest := of.read(organisation); {
	case len(rest) == 0:
		o.country = first(o.country, of.country)
	case of.country != "":
		rest = append(rest, of.country) // "American Unity Fund" is no country's
		fallthrough
	default:
		o.body = unique(rest)
	}
	if o.Bare() && len(o.words) > 0 {
		o.words = unique(slices.Concat(o.words, o.body)) // "director", of the mint
	}
	return o
}

func unique(words []string) []string {
	slices.Sort(words)
	return slices.Compact(words)
}

// read takes a title apart and returns its words.
func (o *Office) read(title string) []string {
	raw := titleWords(title)
	var out []string
	for i := 0; i < len(raw); i++ {
		if raw[i] == "new" && i+1 < len(raw) && newPlaces[raw[i+1]] {
			out = append(out, "new"+raw[i+1])
			i++
			continue
		}
		if c, n := countryAt(raw[i:]); n > 0 {
			// "ambassador to Ukraine" is an office; "minister of Ukraine" is of Ukraine.
			if i > 0 && (raw[i-1] == "to" || i > 1 && raw[i-1] == "the" && raw[i-2] == "to") {
				out = append(out, "to", c)
			} else if o.country == "" {
				o.country = c
			}
			i += n - 1
			continue
		}
		w := raw[i]
		if i+1 < len(raw) {
			if pair, ok := ordered[w+" "+raw[i+1]]; ok && (i+2 == len(raw) || raw[i+2] != "of") {
				out = append(out, pair...)
				i++
				continue
			}
			// A British secretary of state for something is its secretary.
			if w == "state" && raw[i+1] == "for" && i > 1 && raw[i-2] == "secretary" {
				continue
			}
		}
		o.Past = o.Past || past[w]
		o.Coming = o.Coming || coming[w]
		if noise[w] || past[w] || coming[w] {
			continue
		}
		if other, ok := spellings[w]; ok {
			out = append(out, strings.Split(other, "-")...)
			continue
		}
		out = append(out, w)
	}
	return out
}

// newPlaces are those whose name begins with New, so that it is no new holder of
// the office, and New Mexico not Mexico.
var newPlaces = setOf("mexico york jersey hampshire orleans delhi england brunswick haven caledonia guinea")

// heads are words that are an office only with another, or with a country.
var heads = setOf(`secretary minister president director chair chief governor mayor senator representative ambassador adviser chancellor
	commissioner administrator leader spokesperson general judge justice member deputy vice king queen emperor monarch prime
	statesecretary stateminister`)

// Bare reports whether the title alone could be of any country or institution:
// "President".
func (o *Office) Bare() bool {
	return !slices.ContainsFunc(o.words, func(w string) bool { return !heads[w] })
}

// Office reports whether the title names an office at all: "candidate" does not.
func (o *Office) Office() bool {
	return o.Has(slices.Collect(maps.Keys(heads))...) && !o.Has("candidate", "contender", "hopeful", "aide", "son", "daughter", "wife", "husband")
}

// Same reports whether two titles name one office, as far as they say: "press
// secretary" at the White House is the "White House Press Secretary".
func (o *Office) Same(p *Office) bool {
	return len(o.words) > 0 && (slices.Equal(o.words, p.words) || slices.Equal(o.whole(), p.whole())) && o.together(p)
}

// whole are the words of the title and of the organisation.
func (o *Office) whole() []string { return unique(slices.Concat(o.words, o.body)) }

// together reports whether the two may be of one country.
func (o *Office) together(p *Office) bool {
	return o.country == "" || p.country == "" || o.country == p.country
}

// Near reports whether the title is that of a list's office with something left
// out: "Foreign Secretary" of "Secretary of State for Foreign and Commonwealth
// Affairs", "White House press secretary" of "Press Secretary" at the White
// House. What has more words than the list's is another office: "Kansas
// Secretary of State".
func (o *Office) Near(list *Office) bool {
	shared, head := 0, false
	for _, w := range o.words {
		switch {
		case heads[w] && slices.Contains(list.words, w):
			head = true
		case !heads[w] && (slices.Contains(list.words, w) || slices.Contains(list.body, w)):
			shared++
		default:
			return false
		}
	}
	rank := func(words []string) (n int) {
		for _, w := range []string{"deputy", "vice", "assistant", "under", "junior", "shadow", "spokesperson", "chief", "adviser"} {
			if slices.Contains(words, w) {
				n++
			}
		}
		return n
	}
	return head && shared > 0 && rank(o.words) == rank(list.words) && o.together(list)
}

// Part reports whether a title says less than another of the same head, and
// nothing else: "director" of "director of the mint".
func (o *Office) Part(of *Office) bool {
	return len(o.words) > 0 && o.Bare() && len(o.words) < len(of.words) && o.together(of) &&
		!slices.ContainsFunc(o.words, func(w string) bool { return !slices.Contains(of.words, w) })
}

// Has reports whether the title has one of some words, as titles are compared.
func (o *Office) Has(words ...string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(o.words, w) })
}

// Country is the country that the title or the organisation names, in English
// and lower case; empty for none.
func (o *Office) Country() string { return o.country }

// keys are what Same offices share one of.
func (o *Office) keys() []string {
	return slices.Compact([]string{strings.Join(o.words, " "), strings.Join(o.whole(), " ")})
}

// pointed are letters with points between them: "U.S.", "F.B.I.".
var pointed = regexp.MustCompile(`\b(\pL\.){2,}`)

// agencies are names that titles give in full or by their letters.
var agencies = strings.NewReplacer("Federal Bureau of Investigation", "FBI", "Central Intelligence Agency", "CIA", "National Security Agency", "NSA")

// titleWords returns the words of a title as they are compared: "U.S." is us.
func titleWords(title string) []string {
	return fold(agencies.Replace(pointed.ReplaceAllStringFunc(title, func(s string) string { return strings.ReplaceAll(s, ".", "") })))
}

// apostrophes are cut off a word, with the s of a genitive.
var apostrophes = strings.NewReplacer("’s", "", "'s", "", "’", "", "'", "")

// fold returns the words of a text in lower case, without accents or
// punctuation; "vice-president" is two words.
func fold(text string) []string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(apostrophes.Replace(text)))
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func setOf(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

func mapOf(pairs string) map[string]string {
	out := map[string]string{}
	for _, pair := range strings.Split(pairs, ",") {
		f := strings.Fields(pair)
		out[f[0]] = f[1]
	}
	return out
}
