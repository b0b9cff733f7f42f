package main

import (
	"fmt"
	"strings"

	"onrecord/export"
	"onrecord/search"
	"onrecord/store"
	"onrecord/wording"
)

// quoteText prints what was found for people.
type quoteText struct {
	p       *printer
	c       *search.Checked
	speaker string
}

func (t *quoteText) print() error {
	p, c := t.p, t.c
	if c.Verdict == search.NotFound {
		p.line("%s", p.style(bold, "Not found"))
	}
	if c.Unknown {
		p.line("  The record has no speaker %s: see onrecord speakers.", safe(t.speaker))
	}
	for i := range c.Nearest {
		t.one(&c.Nearest[i], "")
	}
	for i := range c.Others {
		t.one(&c.Others[i], ", but not of "+t.speaker)
	}
	if len(c.Nearest)+len(c.Others) == 0 {
		p.line("")
	}
	for _, line := range wrap(coveredWords(c), p.width) {
		p.line("%s", line)
	}
	return p.err
}

// verdictOf says a verdict: "Differs in 2 words".
func verdictOf(n *search.Nearest) string {
	words := string(n.Verdict)
	if n.Verdict == search.Differs {
		words = "differs in " + number(n.Differing, "word")
	}
	return strings.ToUpper(words[:1]) + words[1:]
}

// coveredWords says where was looked.
func coveredWords(c *search.Checked) string {
	out := "Looked through " + number(c.Covered.Statements, "statement") + " of " + number(c.Covered.Documents, "article")
	if c.Covered.First != "" {
		out += " published " + span(c.Covered.First, c.Covered.Last)
	}
	if out += "."; c.Verdict == search.NotFound {
		out += " That something is not found is no proof that it was not said."
	}
	return out
}

// one prints an utterance: the verdict, who, the words with what differs, when
// and where.
func (t *quoteText) one(n *search.Nearest, but string) {
	p := t.p
	p.line("%s", p.style(bold, safe(verdictOf(n)+but)))
	for _, lost := range negationsOf(n, t.c.Words) {
		p.line("  %s", p.style(bold, safe(lost)))
	}
	name, rest := speakerOf(&n.Hit)
	t.indented("", name+rest)
	t.indented("", marked(n, t.c.Words))
	t.indented(faint, "said: "+timeOf(n.Said, n.SaidWords))
	t.indented(faint, strings.Join(append(factsOf(&n.Hit), basisOf(n)), " · "))
	t.indented(faint, placeOf(&n.Hit)+" · "+string(n.ID)+" · "+n.Doc.Address())
	if n.Reports > 1 {
		t.indented(faint, countsOf(&n.Hit))
	}
	p.line("")
	if n.Fuller != nil {
		t.one(n.Fuller, ", by what another report of this quotes")
	}
}

func (t *quoteText) indented(style, words string) {
	for _, line := range wrap(safe(words), t.p.width-2) {
		t.p.line("  %s", t.p.style(style, line))
	}
}

// countsOf says how many report the utterance.
func countsOf(h *store.Hit) string {
	return number(h.Reports, "report") + " in " + number(h.Outlets, "outlet") + ", " + fmt.Sprint(h.Independent) + " independent"
}

// basisOf says whose words were compared.
func basisOf(n *search.Nearest) string {
	if n.Verbatim {
		return "in quotation marks there"
	}
	return "not in quotation marks there: the words can be the outlet's"
}

// negationsOf shouts what became of negations.
func negationsOf(n *search.Nearest, asked string) (out []string) {
	if !n.Negation {
		return nil
	}
	for _, e := range n.Edits {
		if e.Negation {
			out = append(out, negation(e.Kind, e.Full.In(n.Content), e.Cut.In(asked)))
		}
	}
	return out
}

// longestBeside is how many bytes are shown of what stands before and after the
// words that are asked for.
const longestBeside = 200

// marked is the record's words with the steps to those asked for, as wdiff
// prints them. What stands between words goes with those before it.
func marked(n *search.Nearest, asked string) string {
	if n.Verdict == search.OtherWords {
		return export.SaidWords(n.Kind, n.Content)
	}
	var parts []string
	end := 0
	for _, e := range n.Edits {
		end = max(end, e.Full.End)
	}
	for i, e := range n.Edits {
		was, is := "", e.Cut.In(asked)
		if e.Kind != wording.Added {
			was = strings.TrimSpace(n.Content[e.Full.Start:nextStart(n.Edits[i+1:], end)])
		}
		switch e.Kind {
		case wording.Kept:
			parts = append(parts, was)
		case wording.Added:
			parts = append(parts, "{+"+is+"+}")
		default:
			parts = append(parts, "[-"+shortened(was, i == 0, i == len(n.Edits)-1)+"-]")
			if e.Kind == wording.Changed {
				parts = append(parts, "{+"+is+"+}")
			}
		}
	}
	return export.SaidWords(n.Kind, strings.Join(parts, " "))
}

// nextStart is where the next step begins in the record's words.
func nextStart(edits []wording.Edit, end int) int {
	for _, e := range edits {
		if e.Kind != wording.Added {
			return e.Full.Start
		}
	}
	return end
}

// shortened cuts long words before and after what is asked for.
func shortened(words string, first, last bool) string {
	if len(words) <= longestBeside || !first && !last {
		return words
	}
	if first {
		_, tail, _ := strings.Cut(words[len(words)-longestBeside:], " ")
		return "… " + tail
	}
	head := words[:longestBeside]
	return head[:strings.LastIndexByte(head, ' ')+1] + "…"
}
