package eval

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// A rewriter makes pages of other pages.
type rewriter struct {
	rng   *rand.Rand
	pages []CopyPage
}

// rewrite makes a page of page i: two to five things that outlets do to the
// text of an agency, and another outlet.
func (w *rewriter) rewrite(i int) CopyPage {
	p := w.pages[i]
	all := paragraphsOf(p.Text)
	steps := []func([]string) []string{w.drop, w.reorder, w.cut, w.exchange, w.lead, w.addBoilerplate, w.addQuotation}
	w.rng.Shuffle(len(steps), func(i, j int) { steps[i], steps[j] = steps[j], steps[i] })
	for _, step := range steps[:2+w.rng.IntN(4)] {
		all = step(all)
	}
	p.Outlet = w.pick(copyOutlets)
	p.Name = fmt.Sprintf("rewrite-%d-%s", len(w.pages), p.Name)
	p.Title = w.pick([]string{"Report: ", "What we know: ", "Breaking: ", ""}) + strings.Join(reversed(strings.Fields(p.Title)), " ")
	all = w.credit(all)
	p.Text = strings.Join(all, "\n\n")
	return p
}

func (w *rewriter) pick(of []string) string { return of[w.rng.IntN(len(of))] }

var copyOutlets = strings.Split("Norvale Courier|Port Ellery Times|Western Echo|The Elm Valley Post|Daily Beacon of Harrow|Coast Radio|Lakeland Today", "|")

// drop leaves out 10 to 40 % of the paragraphs.
func (w *rewriter) drop(all []string) []string {
	share := 0.1 + 0.3*w.rng.Float64()
	var out []string
	for _, p := range all {
		if w.rng.Float64() >= share {
			out = append(out, p)
		}
	}
	if len(out) < 2 {
		return all
	}
	return out
}

// reorder exchanges neighbours.
func (w *rewriter) reorder(all []string) []string {
	out := append([]string(nil), all...)
	for i := 1; i < len(out); i++ {
		if w.rng.IntN(3) == 0 {
			out[i-1], out[i] = out[i], out[i-1]
		}
	}
	return out
}

// cut keeps at least half of the paragraphs, those in a row.
func (w *rewriter) cut(all []string) []string {
	n := len(all) - w.rng.IntN(len(all)/2+1)
	from := w.rng.IntN(len(all) - n + 1)
	return all[from : from+n]
}

var sentenceEnd = regexp.MustCompile(`[.!?]["”]?\s+`)

// exchange changes words in 5 to 25 % of the sentences, outside quotations as
// far as a rule can tell.
func (w *rewriter) exchange(all []string) []string {
	share := 0.05 + 0.20*w.rng.Float64()
	out := make([]string, len(all))
	for i, p := range all {
		var b strings.Builder
		from := 0
		for _, m := range append(sentenceEnd.FindAllStringIndex(p, -1), []int{len(p), len(p)}) {
			sentence := p[from:m[1]]
			if w.rng.Float64() < share {
				sentence = reword(sentence)
			}
			b.WriteString(sentence)
			from = m[1]
		}
		out[i] = b.String()
	}
	return out
}

var exchanged = strings.NewReplacer(
	" said ", " stated ", " told reporters ", " informed journalists ", " about ", " around ", " more than ", " over ", " but ", " yet ",
	" however", " still", " because ", " since ", " began ", " started ", " also ", " ", " many ", " numerous ", " big ", " large ",
	" people ", " persons ", " the United States ", " the U.S. ", " President ", " Pres. ", " percent", " per cent", " last year ", " in the past year ",
	" including ", " among them ", " according to ", " as stated by ", " while ", " as ", " will ", " is set to ", " must ", " has to ",
	" help ", " assist ", " show ", " reveal ", " showed ", " revealed ", " won ", " took ", " voters ", " the electorate ", " money ", " funds ",
	" after ", " following ", " before ", " ahead of ", " government ", " authorities ", " new ", " fresh ", " would ", " is to ")

// reword exchanges words by a table; where it has none of them, it drops what
// follows the last comma.
func reword(s string) string {
	if t := exchanged.Replace(s); t != s {
		return t
	}
	if k := strings.LastIndexByte(s, ','); k > 0 {
		return s[:k] + ". "
	}
	return s
}

// lead writes the first paragraph anew: its clauses in another order, in other
// words.
func (w *rewriter) lead(all []string) []string {
	clauses := reversed(strings.Split(strings.TrimRight(reword(all[0]), "."), ", "))
	return append([]string{w.pick([]string{"In a new turn, ", "It emerged that ", "As reported, "}) + strings.Join(clauses, ", ") + "."}, all[1:]...)
}

func reversed(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[len(list)-1-i] = s
	}
	return out
}

var copyBoilerplate = strings.Split(`Sign up for our newsletter and never miss a story.|Advertisement|Read more: what happened next in the valley
Share this article with your friends and neighbours.|Follow us for the latest from the region, every morning at six.
Support local reporting: become a member of our newspaper today and read every article without limits.
This story was updated at noon with comments from the office of the mayor.|Photo: archive
Comments are closed. Our moderators remove what insults others, and they answer questions on weekdays.`, "\n")

// addBoilerplate puts lines of a page above and below.
func (w *rewriter) addBoilerplate(all []string) []string {
	above := strings.Split(w.pick(copyBoilerplate), "|")
	below := strings.Split(w.pick(copyBoilerplate), "|")
	return append(append(above, all...), below...)
}

// addQuotation puts paragraphs with quotations of other pages into the text.
func (w *rewriter) addQuotation(all []string) []string {
	out := append([]string(nil), all...)
	for n := 1 + w.rng.IntN(3); n > 0; n-- {
		other := paragraphsOf(w.pages[w.rng.IntN(len(w.pages))].Text)
		p := other[w.rng.IntN(len(other))]
		at := w.rng.IntN(len(out) + 1)
		out = append(out[:at], append([]string{fmt.Sprintf("“%s” a person who knows the matter added.", strings.Trim(p, "\"“”"))}, out[at:]...)...)
	}
	return out
}

// credit adds a credit line, changes it, or leaves none.
func (w *rewriter) credit(all []string) []string {
	out := append([]string(nil), all...)
	switch w.rng.IntN(5) {
	case 0:
		out[0] = "HARROW (AP) — " + out[0]
	case 1:
		out = append(out, "(Reuters)")
	case 2:
		out = append(out, "The Press Association contributed to this report.")
	case 3:
		out = append([]string{"By our own correspondent"}, out...)
	}
	return out
}

// shareQuotations puts the same long statement into two pages each.
func (w *rewriter) shareQuotations(pairs int) {
	for range pairs {
		from := w.rng.IntN(len(w.pages))
		words := strings.Fields(strings.Map(func(r rune) rune {
			if strings.ContainsRune("\"“”", r) {
				return -1
			}
			return r
		}, w.pages[from].Text))
		statement := strings.Join(words[:min(60+w.rng.IntN(60), len(words))], " ")
		for _, verb := range []string{"said", "told listeners"} {
			i := w.rng.IntN(len(w.pages))
			if i == from || w.pages[i].quoted {
				continue
			}
			w.pages[i].quoted = true
			w.pages[i].Text += "\n\n“" + statement + "” a speaker " + verb + " in the afternoon."
		}
	}
}
