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
	edits    []wording.Edit
}

// How near is near. Measured on docs/decisions/quote-check.md.
const (
	leastShare  = 0.6 // of the words, by weight, that stand there in order, for Differs
	leastRun    = 4   // words in a row, for Differs, unless all there are
	leastTerms  = 0.5 // of the words with content, for OtherWords
	fewestTerms = 3   // words with content in common, for OtherWords
)

// rank compares the reports with the quotation and keeps those that are near.
func (l *lookup) rank(reports []onrecord.Report) {
	terms := wording.Terms(l.words)
	type shared struct {
		r     *onrecord.Report
		words []wording.Word
		n     int
	}
	list := make([]shared, 0, len(reports))
	for i := range reports {
		words := wording.Words(reports[i].Content)
		list = append(list, shared{&reports[i], words, wording.Shared(wording.Terms(words), terms)})
	}
	slices.SortStableFunc(list, func(a, b shared) int {
		return cmp.Or(cmp.Compare(l.rankOf(b.r.Key), l.rankOf(a.r.Key)), cmp.Compare(b.n, a.n), cmp.Compare(len(a.words), len(b.words)))
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
		if c, ok := compare(s.r, s.words, l.words, s.n, len(terms)); ok {
			l.found = append(l.found, c)
		}
	}
	slices.SortStableFunc(l.found, func(a, b candidate) int { return a.compare(&b) })
}

// compare puts the nearer first; of two as near the one in quotation marks,
// then the earlier.
func (c *candidate) compare(o *candidate) int {
	before := 1
	if c.report.Less(&o.report) {
		before = -1
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
// are not near. terms of the asked ones stand in r, of so many.
func compare(r *onrecord.Report, words, asked []wording.Word, terms, of int) (c candidate, ok bool) {
	c = candidate{report: *r, edits: wording.Diff(words, asked)}
	a := alignment{r.Content, words, asked, c.edits}
	c.share, c.negation, c.verbatim = a.share(), a.negation(), r.Kind == onrecord.Direct || a.within(r.Quoted)
	added, left := a.altered()
	switch {
	case added == 0 && a.pieces() <= 1+len(asked)/leastRun:
		if c.verdict = Cut; left == 0 && a.sentences() {
			c.verdict = WordForWord
		}
	case c.share >= leastShare && a.longest() >= min(leastRun, len(asked)-1):
		c.verdict, c.differ = Differs, added+left
	case terms >= fewestTerms && float64(terms) >= leastTerms*float64(of):
		c.verdict, c.negation = OtherWords, false
	default:
		return c, false
	}
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
		c, ok := compare(&reports[i], wording.Words(reports[i].Content), l.words, 0, 1)
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
