package search

import (
	"cmp"
	"slices"

	"onrecord"
	"onrecord/store"
	"onrecord/wording"
)

// A candidate is a report with how the words that are asked for stand to its
// own.
type candidate struct {
	report   onrecord.Report
	verdict  Verdict
	differ   int
	negation bool
	verbatim bool
	share    float64
	chance   float64 // see lookup.chance
	edits    []wording.Edit
}

// How near is near. Measured on docs/decisions/quote-check.md.
const (
	leastShare  = 0.6 // of the words, by weight, that stand there in order, for Differs
	leastRun    = 4   // words in a row, for Differs, unless all there are
	leastTerms  = 0.4 // of the words with content, for OtherWords
	fewestTerms = 2   // words with content in common, for OtherWords
	mostChance  = 0.1 // statements that would have these words by chance, for OtherWords
	usual       = 12  // terms of a statement
	countable   = 100 // statements, of which there are too few to count words by in a smaller record
)

// rank compares the reports with the quotation and keeps those that are near.
func (l *lookup) rank(reports []onrecord.Report) {
	type shared struct {
		r     *onrecord.Report
		words []wording.Word
		terms []uint32 // in common
		of    int      // terms of the report
	}
	list := make([]shared, 0, len(reports))
	terms := wording.Terms(l.words)
	for i := range reports {
		words := wording.Words(reports[i].Content)
		own := wording.Terms(words)
		list = append(list, shared{&reports[i], words, common(own, terms), len(own)})
	}
	slices.SortStableFunc(list, func(a, b shared) int {
		return cmp.Or(cmp.Compare(l.rankOf(b.r.Key), l.rankOf(a.r.Key)), cmp.Compare(len(b.terms), len(a.terms)), cmp.Compare(len(a.words), len(b.words)))
	})
	own, others := 0, 0
	for _, s := range list {
		count := &own
		if !l.asked(s.r.Key) {
			count = &others
		}
		if *count++; *count > mostAligned {
			continue
		}
		chance := l.chance(s.terms, s.of)
		alike := len(s.terms) >= fewestTerms && float64(len(s.terms)) >= leastTerms*float64(len(terms)) && chance <= mostChance
		if c, ok := compare(s.r, s.words, l.words, alike); ok {
			c.chance = chance
			l.found = append(l.found, c)
		}
	}
	slices.SortStableFunc(l.found, func(a, b candidate) int { return a.compare(&b) })
}

// common are the terms that two sorted lists share.
func common(a, b []uint32) (out []uint32) {
	for _, term := range a {
		if _, ok := slices.BinarySearch(b, term); ok {
			out = append(out, term)
		}
	}
	return out
}

// chance is how many statements of the record would have all of these terms if
// words fell independently, and all statements had as many as this one, or those
// of a usual one. In a large record many share two common words, and a long
// statement shares some with everything.
func (l *lookup) chance(terms []uint32, of int) float64 {
	all := float64(max(l.statements, countable))
	longer := max(float64(of)/usual, 1)
	out := all
	for _, term := range terms {
		if n, ok := l.counts[term]; ok {
			out *= min(float64(n)/all*longer, 1)
		}
	}
	return out
}

// compare puts the nearer first, of those that are alike in other words the one
// that is least so by chance; of two as near the one in quotation marks, then
// the earlier.
func (c *candidate) compare(o *candidate) int {
	before := 1
	if c.report.Less(&o.report) {
		before = -1
	}
	if c.verdict == OtherWords && o.verdict == OtherWords && c.chance != o.chance {
		return cmp.Compare(c.chance, o.chance)
	}
	return cmp.Or(cmp.Compare(c.verdict.order(), o.verdict.order()), cmp.Compare(o.share, c.share), cmp.Compare(c.differ, o.differ), -compareBool(c.verbatim, o.verbatim), before)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func (v Verdict) order() int {
	return slices.Index([]Verdict{WordForWord, Cut, Differs, OtherWords, NotFound}, v)
}

// compare says how the words asked for stand to those of r; not ok when they
// are not near. alike says that they have much in common, in whatever order.
func compare(r *onrecord.Report, words, asked []wording.Word, alike bool) (c candidate, ok bool) {
	c = candidate{report: *r, edits: wording.Diff(words, asked)}
	a := alignment{r.Content, words, asked, c.edits}
	c.share, c.verbatim = a.share(), r.Kind == onrecord.Direct || a.within(r.Quoted)
	added, left := a.altered()
	switch {
	case added == 0 && a.pieces() <= 1+len(asked)/leastRun:
		if c.verdict = Cut; left == 0 && a.sentences() {
			c.verdict = WordForWord
		}
	case c.share >= leastShare && a.longest() >= min(leastRun, len(asked)-1):
		c.verdict, c.differ = Differs, added+left
	case alike:
		c.verdict = OtherWords
	default:
		return c, false
	}
	c.negation = a.negations(c.verdict != OtherWords)
	return c, true
}

// nearest are the best candidates, of the speaker or of others, an utterance
// each.
func (l *lookup) nearest(limit int, asked bool) (out []Nearest, err error) {
	told := map[onrecord.StatementID]bool{} // reports of utterances that are there
	for i := range l.found {
		c := &l.found[i]
		if len(out) == limit {
			break
		}
		if l.asked(c.report.Key) != asked || !asked && c.verdict == OtherWords || told[c.report.Statement] {
			continue
		}
		u, err := l.st.Utterance(l.ctx, c.report.Statement)
		if err != nil {
			return nil, err
		}
		for _, id := range u.Reports {
			told[id] = true
		}
		n := c.in(u)
		if n.Fuller, err = l.fuller(u, c); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// in is the candidate as one of the reports of u.
func (c *candidate) in(u *store.Utterance) Nearest {
	n := Nearest{Verdict: c.verdict, Differing: c.differ, Negation: c.negation, Verbatim: c.verbatim, Share: c.share, Edits: c.edits, ReportIDs: u.Reports}
	for i := range u.Hits {
		if u.Hits[i].ID == c.report.Statement {
			n.Hit = u.Hits[i]
		}
	}
	return n
}

// fuller is the longest report of u, of the first some, out of which the words
// asked for are cut.
func (l *lookup) fuller(u *store.Utterance, than *candidate) (*Nearest, error) {
	if than.verdict != WordForWord || len(u.Reports) < 2 {
		return nil, nil
	}
	reports, err := l.st.ReportsOf(l.ctx, u.Reports[:min(len(u.Reports), mostAligned)]...)
	if err != nil {
		return nil, err
	}
	var best *candidate
	for i := range reports {
		c, ok := compare(&reports[i], wording.Words(reports[i].Content), l.words, false)
		if ok && c.verdict == Cut && c.verbatim && (best == nil || len(c.report.Content) > len(best.report.Content)) {
			best = &c
		}
	}
	if best == nil {
		return nil, nil
	}
	n := best.in(u)
	return &n, nil
}
